"""Priority fields in words."""

from datetime import date

from catalogue.programme.tables import PriorityField
from handlers.words.office import priority as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT


def test_those_that_hold_today_are_marked() -> None:
    """With since when, and until when where that is known."""
    shown = [
        PriorityField(name="A <b>", valid_from=date(2026, 1, 1), valid_until=None),
        PriorityField(name="B", valid_from=date(2023, 1, 1), valid_until=date(2025, 12, 31)),
    ]
    page = words.page(LT, shown, now=NOW)
    assert "✓ A &lt;b&gt;: nuo 2026-01-01\n• B: 2023-01-01 – 2025-12-31" in page
    assert words.remove_label(EN, shown[1]) == "Remove: B"
    assert "None has been entered" in words.page(EN, [], now=NOW)
