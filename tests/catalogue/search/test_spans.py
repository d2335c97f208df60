"""Arithmetic of weeks, months, terms and feasts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search import spans
from catalogue.search.spans import Span

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter(year: int, day: date) -> None:
    """The Sundays of the calendar."""
    assert spans.easter(year) == day


@given(st.integers(1900, 2200))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    """Between 22 March and 25 April, whatever the year."""
    found = spans.easter(year)
    assert found.isoweekday() == 7
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


@given(DAYS, st.integers(-60, 60))
def test_a_month_is_a_whole_month(of: date, shift: int) -> None:
    """A number beyond 1..12 counts on into the years around."""
    found = spans.month(of.year, of.month + shift)
    assert found.first is not None
    assert found.last is not None
    assert found.first.day == (found.last + timedelta(days=1)).day == 1
    assert (found.first.year * 12 + found.first.month) - (of.year * 12 + of.month) == shift


@given(DAYS)
def test_parts_make_the_whole(of: date) -> None:
    """Start, middle and end of a month are all of it, without a gap; of a week too."""
    for whole, part in (
        (spans.month(of.year, of.month), spans.part_of_month),
        (spans.week(of), spans.part_of_week),
    ):
        start, middle, end = (part(whole, name) for name in ("start", "middle", "end"))
        assert start.first == whole.first
        assert middle.first == (start.last or date.min) + timedelta(days=1)
        assert end.first is not None
        assert end.first <= (middle.last or date.min) + timedelta(days=1)
        assert end.last == whole.last


@given(DAYS, st.sampled_from(["autumn", "christmas", "winter", "spring", "summer"]))
def test_holidays_run_or_come_within_a_year(today: date, name: str) -> None:
    """Nobody who asks of the holidays means those that are over."""
    found = spans.holidays(name, today)
    assert found.first is not None
    assert found.last is not None
    assert found.last >= today
    assert found.first - today <= timedelta(days=400)


@pytest.mark.parametrize(
    ("first_month", "today", "expected"),
    [
        (12, date(2027, 1, 15), Span(date(2026, 12, 1), date(2027, 2, 28))),
        (12, date(2027, 3, 1), Span(date(2027, 12, 1), date(2028, 2, 29))),
        (6, date(2026, 9, 1), Span(date(2027, 6, 1), date(2027, 8, 31))),
        (9, date(2026, 11, 30), Span(date(2026, 9, 1), date(2026, 11, 30))),
    ],
)
def test_a_season_runs_or_comes_next(first_month: int, today: date, expected: Span) -> None:
    """Winter asked for in January is the one that began in December."""
    assert spans.season(first_month, today) == expected


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 1), 2026)],
)
def test_the_school_year_begins_in_september(today: date, year: int) -> None:
    """Its halves are September to January and February to June."""
    assert spans.school_year(today) == Span(date(year, 9, 1), date(year + 1, 8, 31))
    assert spans.half_year(1, today) == Span(date(year, 9, 1), date(year + 1, 1, 31))
    assert spans.half_year(2, today) == Span(date(year + 1, 2, 1), date(year + 1, 6, 30))


def test_an_open_range_has_no_parts() -> None:
    """The middle of „from December on“ is nowhere."""
    with pytest.raises(ValueError, match="open"):
        spans.part_of_month(Span(date(2026, 12, 1), None), "middle")
