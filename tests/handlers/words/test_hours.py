"""The ledger of hours in words."""

from datetime import date, timedelta

import pytest

from catalogue.learning.ledger import Earned, Ledger
from catalogue.learning.tables import OwnEntry, OwnKind
from handlers.words import hours as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event

DAY = timedelta(days=1)


def a_ledger(earned: int = 3, own: int = 1, *, target: int = 30) -> Ledger:
    """So many events of four hours and a half, one a day, and so many books."""
    return Ledger(
        year=2026,
        target=target,
        earned=[
            Earned(event(title_lt=f"Seminaras {number}", starts=NOW - number * DAY), number, 4.5)
            for number in reversed(range(1, earned + 1))
        ],
        own=[
            OwnEntry(kind=OwnKind.SELF_STUDY, title="Knyga", day=date(2026, 10, 5), hours=2)
            for _ in range(own)
        ],
    )


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (0, "▯▯▯▯▯▯▯▯▯▯"),
        (0.5, "▮▯▯▯▯▯▯▯▯▯"),
        (18, "▮▮▮▮▮▮▯▯▯▯"),
        (29.5, "▮▮▮▮▮▮▮▮▮▯"),
        (30, "▮▮▮▮▮▮▮▮▮▮"),
        (80, "▮▮▮▮▮▮▮▮▮▮"),
    ],
)
def test_the_bar_promises_nothing(hours: float, told: str) -> None:
    """Full only when the target is reached, never empty where there is something."""
    assert words.bar(hours, 30) == told


def test_a_year_is_told_in_parts() -> None:
    """What was attended, what one says oneself, what fits; and who decides."""
    told = words.page(LT, a_ledger(), [event()], is_known=True, is_over=False, now=NOW).split(
        "\n\n"
    )
    assert told[0].startswith("<b>Valandų knygelė</b>, 2026–2027 m. m.\n▮▮▮▮▯▯▯▯▯▯ <b>13,5 iš 30")
    assert told[0].endswith("Trūksta 16,5 akad. val.")
    assert told[1].split("\n")[1] == "• 4,5 akad. val.: Seminaras 1, lapkričio 21 d."
    assert told[2].startswith("<b>Pagal sritį arba dalyką</b>\n• ")
    assert "prie bendros sumos jie nepridėti" in told[3]
    assert told[4].startswith("Trūkstamoms valandoms tiktų:\n1. <b>Vertinimas</b>")
    assert told[5] == "Ar valandos įskaitomos, sprendžia atestacijos komisija."


def test_long_lists_are_cut() -> None:
    """The papers have all of it."""
    found = a_ledger(earned=9, own=5)
    told = words.page(LT, found, [], is_known=True, is_over=True, now=NOW)
    assert "ir dar 3 renginiai" in told
    assert "ir dar 2 įrašai" in told
    assert "Metų tikslas pasiektas." in told
    assert words.few([(str(number), 1.0) for number in range(7)])[-2:] == [("3", 1), ("", 3)]


def test_the_answer_to_how_many_there_are() -> None:
    """Short, with the law; who told nothing of their work is asked to."""
    found = a_ledger(earned=0, own=0)
    told = words.answer(
        *(EN, found, [event()], words.target_set(EN, 30)), is_known=False, is_over=False, now=NOW
    )
    assert "0 of 30 academic hours" in told
    assert "There is no such event in this school year yet." in told
    assert "The soonest events with free seats:\n1. <b>" in told
    assert "Tell me of your work" in told
    assert told.endswith("the attestation commission decides.")


def test_the_target_and_the_years() -> None:
    """Staff hear from when on it holds."""
    assert "nuo 2026–2027 m. m.;" in words.ask_target(LT, 30, 2026)
    assert words.turn_label(2025, is_later=False) == "◀ 2025–2026"
    assert words.turn_label(2026, is_later=True) == "2026–2027 ▶"
