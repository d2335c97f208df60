"""A copy of an event in words."""

from datetime import date

from catalogue.programme.holidays import Days
from handlers.words.office import copying as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event


def test_holidays_stand_below_the_card() -> None:
    """Only where it falls into any; no more of them than one reads."""
    days = Days(name="spring", first=date(2027, 3, 29), last=date(2027, 4, 2))
    assert "Mind that" not in words.preview(EN, event(), [], now=NOW)
    shown = words.preview(EN, event(), [(NOW, days)] * 9, now=NOW)
    assert shown.count("Mind that 22 November falls into days without school") == words.MET_SHOWN
    assert "spring holidays" in shown
    assert words.last_year(LT, 0) == "Per pastaruosius metus renginių nebuvo."
