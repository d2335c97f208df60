"""The times that a report is of."""

import enum
from dataclasses import dataclass
from datetime import date

from catalogue.numbers.periods import day_a_year_before
from catalogue.search.spans import Span, ends, month, quarter, school_year


class Kind(enum.StrEnum):
    """Quarters are of the calendar, and so is a year that is not a school year."""

    MONTH = "m"
    QUARTER = "q"
    SCHOOL_YEAR = "s"
    YEAR = "y"


_A_YEAR = {Kind.MONTH: 12, Kind.QUARTER: 4, Kind.SCHOOL_YEAR: 1, Kind.YEAR: 1}


@dataclass(frozen=True, slots=True)
class Period:
    """The so-manyth of its kind, counted from the first of the year nought; a school year by the
    year in whose September it begins.
    """

    kind: Kind
    number: int

    @property
    def span(self) -> Span:
        year, place = divmod(self.number, _A_YEAR[self.kind])
        match self.kind:
            case Kind.MONTH:
                return month(year, place + 1)
            case Kind.QUARTER:
                return quarter(place + 1, year)
            case Kind.SCHOOL_YEAR:
                return school_year(date(year, 9, 1))
            case Kind.YEAR:
                return Span(month(year, 1).first, month(year, 12).last)

    @property
    def first(self) -> date:
        return ends(self.span)[0]

    @property
    def last(self) -> date:
        return ends(self.span)[1]

    def later(self, steps: int = 1) -> "Period":
        """So many on, or back."""
        return Period(self.kind, self.number + steps)

    @property
    def a_year_before(self) -> "Period":
        return self.later(-_A_YEAR[self.kind])

    def is_whole(self, today: date) -> bool:
        """Whether all of its days are over."""
        return self.last < today


def around(day: date, kind: Kind) -> Period:
    """The one that the day is in."""
    match kind:
        case Kind.MONTH:
            number = day.year * 12 + day.month - 1
        case Kind.QUARTER:
            number = day.year * 4 + (day.month - 1) // 3
        case Kind.SCHOOL_YEAR:
            number = ends(school_year(day))[0].year
        case Kind.YEAR:
            number = day.year
    return Period(kind, number)


def newest_whole(today: date, kind: Kind) -> Period:
    """The last one that is over."""
    return around(today, kind).later(-1)


def spans(period: Period, today: date) -> tuple[Span, Span]:
    """The days that are counted, and those of a year before: where it is not over yet, up to today
    and up to the same day.
    """
    before = period.a_year_before
    if period.is_whole(today):
        return period.span, before.span
    return Span(period.first, today), Span(before.first, day_a_year_before(today))
