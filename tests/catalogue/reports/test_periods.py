"""The times that a report is of."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.reports.periods import Kind, Period, around, newest_whole, spans
from catalogue.search.spans import Span


@pytest.mark.parametrize(
    ("kind", "today", "first", "last"),
    [
        (Kind.MONTH, date(2026, 11, 22), date(2026, 10, 1), date(2026, 10, 31)),
        (Kind.MONTH, date(2027, 1, 1), date(2026, 12, 1), date(2026, 12, 31)),
        (Kind.QUARTER, date(2026, 11, 22), date(2026, 7, 1), date(2026, 9, 30)),
        (Kind.QUARTER, date(2026, 3, 31), date(2025, 10, 1), date(2025, 12, 31)),
        (Kind.SCHOOL_YEAR, date(2026, 8, 31), date(2024, 9, 1), date(2025, 8, 31)),
        (Kind.SCHOOL_YEAR, date(2026, 9, 1), date(2025, 9, 1), date(2026, 8, 31)),
        (Kind.YEAR, date(2026, 12, 31), date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_newest_whole_one(kind: Kind, today: date, first: date, last: date) -> None:
    """The last that is over, also on its neighbours' first and last days."""
    assert newest_whole(today, kind).span == Span(first, last)


@given(day=st.dates(date(1900, 1, 1), date(2200, 1, 1)), kind=st.sampled_from(Kind))
def test_every_day_is_in_one_and_a_year_has_the_same_ones(day: date, kind: Kind) -> None:
    """One follows on another without a hole; a year before there is its twin."""
    found = around(day, kind)
    assert found.first <= day <= found.last
    assert (found.later().first - found.last).days == 1
    twin = found.a_year_before
    assert (twin.kind, twin.first.replace(year=2000), twin.first.year) == (
        kind,
        found.first.replace(year=2000),
        found.first.year - 1,
    )


@pytest.mark.parametrize(
    ("today", "whole"), [(date(2026, 10, 31), False), (date(2026, 11, 1), True)]
)
def test_whether_it_is_over(today: date, *, whole: bool) -> None:
    """Its last day is still part of it."""
    assert Period(Kind.MONTH, 2026 * 12 + 9).is_whole(today) is whole


@pytest.mark.parametrize(
    ("today", "last", "last_before"),
    [
        (date(2028, 3, 1), date(2028, 2, 29), date(2027, 2, 28)),
        (date(2028, 2, 29), date(2028, 2, 29), date(2027, 2, 28)),
        (date(2028, 2, 10), date(2028, 2, 10), date(2027, 2, 10)),
    ],
)
def test_a_period_that_is_not_over_is_counted_up_to_today(
    today: date, last: date, last_before: date
) -> None:
    """And compared with as much of the year before."""
    assert spans(Period(Kind.MONTH, 2028 * 12 + 1), today) == (
        Span(date(2028, 2, 1), last),
        Span(date(2027, 2, 1), last_before),
    )
