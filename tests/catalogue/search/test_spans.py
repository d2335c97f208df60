"""Arithmetic of weeks, months, terms and feasts."""

from datetime import date, timedelta
from itertools import pairwise

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
    """And ends in August."""
    assert spans.school_year(today) == Span(date(year, 9, 1), date(year + 1, 8, 31))


@pytest.mark.parametrize(
    ("found", "first", "last"),
    [
        (spans.half_year(1, date(2026, 11, 22)), date(2026, 9, 1), date(2027, 1, 31)),
        (spans.half_year(1, date(2027, 2, 1)), date(2027, 9, 1), date(2028, 1, 31)),
        (spans.half_year(2, date(2026, 11, 22)), date(2027, 2, 1), date(2027, 6, 30)),
        (spans.half_year(2, date(2027, 7, 1)), date(2028, 2, 1), date(2028, 6, 30)),
        (spans.trimester(2, date(2026, 11, 22)), date(2026, 12, 1), date(2027, 2, 28)),
        (spans.trimester(3, date(2027, 7, 1)), date(2028, 3, 1), date(2028, 6, 30)),
        (spans.calendar_half(2, 2027), date(2027, 7, 1), date(2027, 12, 31)),
        (spans.quarter(1, 2028), date(2028, 1, 1), date(2028, 3, 31)),
        (spans.quarter(5, 2027), date(2028, 1, 1), date(2028, 3, 31)),
        (spans.half_of(spans.month(2027, 2), 1), date(2027, 2, 1), date(2027, 2, 14)),
        (spans.half_of(spans.month(2027, 2), 2), date(2027, 2, 15), date(2027, 2, 28)),
        (
            spans.part_of(spans.school_year(date(2027, 1, 1)), "end"),
            date(2027, 5, 1),
            date(2027, 6, 30),
        ),
        (
            spans.part_of(spans.season(3, date(2027, 1, 1)), "start"),
            date(2027, 3, 1),
            date(2027, 3, 31),
        ),
        (
            spans.part_of(Span(date(2026, 12, 24), date(2027, 1, 6)), "end"),
            date(2027, 1, 3),
            date(2027, 1, 6),
        ),
    ],
)
def test_parts_of_the_year(found: Span, first: date, last: date) -> None:
    """Terms that are over are those of the next school year; a school year ends in June."""
    assert found == Span(first, last)


@given(DAYS)
def test_every_day_of_a_month_is_in_one_of_its_weeks(of: date) -> None:
    """Without a gap, none of under four days, and all but the first begin on a Monday."""
    whole = spans.month(of.year, of.month)
    weeks = [spans.ends(week) for week in spans.weeks_of(whole)]
    assert (weeks[0][0], weeks[-1][1]) == (whole.first, whole.last)
    for (first, last), (after, _) in pairwise(weeks):
        assert last - first >= timedelta(days=3)
        assert after == last + timedelta(days=1)
        assert after.isoweekday() == 1


@given(DAYS, st.integers(1, 7))
def test_the_last_weekday_of_a_month(of: date, weekday: int) -> None:
    """It is the fourth or the fifth, and there is never a sixth."""
    whole = spans.month(of.year, of.month)
    last = spans.weekday_of(whole, weekday, -1)
    assert last in (spans.weekday_of(whole, weekday, 4), spans.weekday_of(whole, weekday, 5))
    assert spans.weekday_of(whole, weekday, 6) is None


def test_an_open_range_has_no_parts() -> None:
    """The middle of „from December on“ is nowhere."""
    with pytest.raises(ValueError, match="open"):
        spans.part_of_month(Span(date(2026, 12, 1), None), "middle")
