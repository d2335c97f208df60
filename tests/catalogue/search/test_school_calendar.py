"""Pupils' holidays: those entered, else the usual rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.school_calendar import NAMES, USUAL, Holidays, SchoolCalendar
from catalogue.search.spans import Span, holidays

WINTER = Holidays("Žiemos atostogos", date(2027, 2, 8), date(2027, 2, 12))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 22), Span(WINTER.first, WINTER.last)),
        (date(2027, 2, 12), Span(WINTER.first, WINTER.last)),
        (date(2027, 2, 13), Span(date(2028, 2, 14), date(2028, 2, 20))),
        (date(2025, 11, 22), Span(date(2026, 2, 16), date(2026, 2, 22))),
    ],
)
def test_what_is_entered_stands_for_its_school_year(today: date, expected: Span) -> None:
    """The rule is silent for the year that staff entered, also when those days are over."""
    assert SchoolCalendar((WINTER,)).holidays("winter", today) == expected


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from(NAMES))
def test_nothing_entered_is_the_usual_rule(today: date, name: str) -> None:
    """And whatever comes first is no later than any."""
    assert USUAL.holidays(name, today) == holidays(name, today)
    first = USUAL.any_holidays(today).first
    assert first is not None
    assert first <= (holidays(name, today).first or date.min)
