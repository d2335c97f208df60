import pytest

from catalogue.people.tables import Trait
from handlers.words import work as words
from tests.handlers.words.made_up import EN, LT


def test_what_was_told_and_what_not() -> None:
    """A line for each fact, escaped."""
    told: dict[Trait, list[str]] = {kind: [] for kind in Trait} | {
        Trait.GROUP: ["logopedai", "<b>"]
    }
    lines = words.page(LT, told, "+37061234567").splitlines()
    assert lines[3:] == [
        "Grupės: logopedai, &lt;b&gt;",
        "Dalykai: nenurodyta",
        "Miestas: nenurodyta",
        "Mokykla: nenurodyta",
        "Telefonas: +37061234567",
    ]


@pytest.mark.parametrize("fact", ["group", "subject", "city", "school", "telephone"])
def test_every_fact_is_asked_for(fact: str) -> None:
    """Of the telephone it is said what it is for."""
    assert words.ask(LT, fact).count("?") == 1
    assert "does not reach you" in words.ask(EN, "telephone")


def test_what_is_taken_has_a_tick() -> None:
    """So that one sees what is chosen."""
    assert words.choice("Fizika", taken=True) == "✓ Fizika"
    assert words.choice("Fizika", taken=False) == "Fizika"
