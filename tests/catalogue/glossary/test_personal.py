import pytest

from catalogue.glossary.personal import is_personal


@pytest.mark.parametrize(
    "written",
    [
        "ona.petraitiene@mokykla.lt",
        "rašykite man @onapetr",
        "https://zoom.us/j/123",
        "skambinti +370 612 34567",
        "38001010000",
        "Petraitienė",
        "petraitienei",
        "Kazlausko paskaitos",
        "Jankevičiaus seminaras",
        "kada veda Jonas Vilkaitis",
        "Onos Bružienės mokymai",
        "Rasa Balsytė",
        "Oleg Petrov",
        "Ivan Ivanov seminaras",
    ],
)
def test_what_may_tell_who_somebody_is(written: str) -> None:
    """An address, a telephone, a personal code and a name, in whatever case it stands."""
    assert is_personal(written, text=written)


@pytest.mark.parametrize(
    "written",
    [
        "itraukuji ugdymą",
        "STEAM pamokos 5 klasei",
        "mokslo metai 2026 2027",
        "planas 2025 2026 2027",
        "Google Classroom",
        "AI",
        "Įtraukusis Ugdymas",
        "higiena mokykloje",
        "saulytė iš popieriaus",
        "portrait drawing",
    ],
)
def test_what_is_only_a_theme(written: str) -> None:
    """Slang, names of tools and years are what the list of misses is for."""
    assert not is_personal(written, text=f"{written} 2026-12-01 – 2026-12-31")


def test_ones_own_name() -> None:
    """However common a word it is: it stands beside nothing else of that person's."""
    assert is_personal("vilko seminaras", own_name="Jonas Vilkas")
    assert not is_personal("vilko seminaras", own_name="Ona Petraitienė")
