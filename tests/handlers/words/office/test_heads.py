"""Heads of schools, as staff see them."""

from typing import Any

from catalogue.heads.tables import Head
from catalogue.heads.teachers import Doubt, Workplace
from handlers.words.office import heads as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, person

HERE = Workplace("Saulės <gimnazija>", "")


def a_head(**facts: Any) -> Head:
    return Head(**{"school": "Kauno X gimnazija", "city": "", "said_at": NOW} | facts)


def test_the_card_says_who_and_of_which_school() -> None:
    """With what was decided, and another school that the profile names."""
    text = words.card(LT, a_head(), person(), moved_to=None, is_own=False, now=NOW)
    assert text == (
        "<b>Ona Petraitienė</b>\nVadovas ar pavaduotojas: Kauno X gimnazija\n"
        "Nurodė lapkričio 22 d.\nNepatvirtintas: vardų nemato."
    )
    text = words.card(EN, a_head(confirmed_at=NOW), person(), moved_to=HERE, is_own=True, now=NOW)
    assert "Confirmed on 22 November" in text
    assert text.endswith("Saulės &lt;gimnazija&gt;")


def test_labels_mark_who_is_confirmed() -> None:
    """As far as a button holds them."""
    assert words.label(LT, a_head(), person()) == "Ona Petraitienė, Kauno X gimnazija"
    assert words.label(LT, a_head(confirmed_at=NOW), person()).startswith("✓ Ona")


def test_of_whom_it_is_open() -> None:
    """What each wrote, and what was decided."""
    doubts = [Doubt(person(), HERE, is_own) for is_own in (None, True, False)]
    lines = words.doubts(LT, a_head(), doubts, first=9).split("\n")[2:]
    plain = "Ona Petraitienė: Saulės &lt;gimnazija&gt;, miestas nenurodytas"
    assert lines == [f"9. {plain}", f"10. {plain} ✓", f"11. {plain} ✗"]
    assert words.doubts(LT, a_head(), [], first=1).endswith("Neaiškių nėra.")


def test_news_and_its_reason() -> None:
    """In both languages."""
    assert "Confirm only whom you know" in words.asks(EN, a_head(), person())
    assert "kuris nors patvirtintų" in words.why_asks(LT)
    assert words.page(EN, []).endswith("Nobody has said yet that they are one.")
    assert "✓" in words.page(LT, [(a_head(), person())])
