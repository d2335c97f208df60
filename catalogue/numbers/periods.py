"""The times that numbers are counted for."""

import enum
from datetime import date

from catalogue.search.spans import Span, month, school_year


class Period(enum.StrEnum):
    """Counted from the day on which it is asked for."""

    MONTH = "m"
    TERM = "t"
    SCHOOL_YEAR = "y"
    LAST_YEAR = "l"
    ALL = "a"


def span_of(period: Period, today: date) -> Span:
    """Whole months, so that a year earlier there is the same."""
    spans = {
        Period.MONTH: month(today.year, today.month),
        Period.TERM: term(today),
        Period.SCHOOL_YEAR: school_year(today),
        Period.LAST_YEAR: school_year(today, -1),
        Period.ALL: Span(None, None),
    }
    return spans[period]


def term(today: date) -> Span:
    """A half of the school year: from September to January, from February to August."""
    first = school_year(today).first or today
    if today.month in {9, 10, 11, 12, 1}:
        return Span(first, date(first.year + 1, 1, 31))
    return Span(date(first.year + 1, 2, 1), date(first.year + 1, 8, 31))


def a_year_before(span: Span) -> Span | None:
    """The same months; None where there is no end to the span."""
    if span.first is None or span.last is None:
        return None
    last = month(span.last.year - 1, span.last.month).last
    return Span(span.first.replace(year=span.first.year - 1), last)


def day_a_year_before(day: date) -> date:
    """The last of February for the day that only a leap year has."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)
