"""Adding by hand, in words."""

from catalogue.participants.pasted import Pasted
from handlers.words.office import adding as words
from tests.handlers.words.made_up import EN, LT, event


def test_each_line_is_shown_as_it_was_understood() -> None:
    """With what is left out, and why."""
    people = [Pasted("Ona <b>", "A & B", "o@p.lt"), Pasted("", "Mokykla"), Pasted("Rita Ritaitė")]
    said = words.shown(LT, people, [False, False, True])
    assert "1. <b>Ona &lt;b&gt;</b>\nA &amp; B · o@p.lt\n" in said
    assert "2. <b>vardo neradau</b>\nMokykla\nŠią eilutę praleidžiu" in said
    assert "3. <b>Rita Ritaitė</b>\nŠis žmogus jau yra sąraše" in said


def test_consent_is_of_as_many_as_are_added() -> None:
    """On the button and above it."""
    assert [words.agree_label(LT, number) for number in (1, 3)] == [
        *("Žmogus sutinka", "Žmonės sutinka (3)")
    ]
    assert words.agree_label(EN, 1) == "The person agrees"
    assert words.consent(LT, 1).startswith("Ar 1 žmogus sutinka")
    assert words.consent(LT, 10).startswith("Ar 10 žmonių sutinka")


def test_what_came_of_it_is_a_line_each() -> None:
    """And what to do about those we cannot write to."""
    assert words.added("Ona", LT("In the queue")) == "✓ Ona: Eilėje"
    assert words.not_added("<Ona>", LT("In the queue")) == "✕ &lt;Ona&gt;: Eilėje"
    assert "„Vertinimas“" in words.ask(LT, event())
    assert "pirmąsias 50" in words.too_many(LT)
    assert words.nobody(EN).startswith("There is nobody")
    assert "„Kam skambinti“" in words.to_be_phoned(LT)
