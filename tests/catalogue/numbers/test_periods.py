"""The times that numbers are counted for."""

from datetime import date

import pytest

from catalogue.numbers.periods import Period, a_year_before, day_a_year_before, span_of, term
from catalogue.search.spans import Span


@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        (Period.MONTH, "2026-11-22", "2026-11-01", "2026-11-30"),
        (Period.TERM, "2026-11-22", "2026-09-01", "2027-01-31"),
        (Period.TERM, "2027-01-31", "2026-09-01", "2027-01-31"),
        (Period.TERM, "2027-02-01", "2027-02-01", "2027-08-31"),
        (Period.TERM, "2027-08-31", "2027-02-01", "2027-08-31"),
        (Period.SCHOOL_YEAR, "2027-08-31", "2026-09-01", "2027-08-31"),
        (Period.LAST_YEAR, "2026-11-22", "2025-09-01", "2026-08-31"),
    ],
)
def test_a_period_has_its_days(period: Period, today: str, first: str, last: str) -> None:
    """Counted from the day on which it is asked for; a term is a half of the school year."""
    span = span_of(period, date.fromisoformat(today))
    assert span == Span(date.fromisoformat(first), date.fromisoformat(last))


def test_all_the_time_is_open() -> None:
    """It has no ends, and so nothing a year before."""
    assert span_of(Period.ALL, date(2026, 11, 22)) == Span(None, None)
    assert a_year_before(Span(None, None)) is None


def test_the_same_a_year_before() -> None:
    """Whole months, in leap years too."""
    leap = Span(date(2028, 2, 1), date(2028, 2, 29))
    assert a_year_before(leap) == Span(date(2027, 2, 1), date(2027, 2, 28))
    assert a_year_before(term(date(2026, 11, 22))) == Span(date(2025, 9, 1), date(2026, 1, 31))
    assert day_a_year_before(date(2028, 2, 29)) == date(2027, 2, 28)
    assert day_a_year_before(date(2026, 11, 22)) == date(2025, 11, 22)
