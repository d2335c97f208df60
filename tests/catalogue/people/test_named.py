"""Names in sentences, in any case."""

import pytest

from catalogue.people.named import is_named


@pytest.mark.parametrize(
    ("name", "sentence", "named"),
    [
        ("Ona Petraitienė", "Onos nebuvo", True),
        ("Ona Petraitienė", "paskambinau Petraitienei", True),
        ("Ona Petraitienė", "ONA PETRAITIENE", True),
        ("Jonas Petraitis", "Petraičio parašas", True),
        ("Jonas Petraitis", "skambinau Jonui", True),
        ("Rasa Gaidytė-Žukė", "su Žuke kalbėta", True),
        ("Vytautas Gaidys", "Gaidžio vietoje", True),
        ("Žydrūnė Abė", "Žydrūnę mačiau", True),
        ("James Smith", "Smith was there", True),
        ("Ona Petraitienė", "Pasirašė vietoj kolegės", False),
        ("Ona Petraitienė", "buvo online", False),
        ("Jonas Petraitis", "per Jonines", False),
        ("Ona Petraitienė", "", False),
        ("", "Onos nebuvo", False),
        ("Jan de Vries", "de facto nebuvo", False),
    ],
)
def test_whether_a_sentence_names_somebody(name: str, sentence: str, *, named: bool) -> None:
    """By any of their names as they are declined, and by nothing that only begins alike."""
    assert is_named(name, sentence) is named
