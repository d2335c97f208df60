"""The month or the school year that a plan is of."""

from dataclasses import dataclass
from datetime import date

from catalogue.search.spans import Span, ends, month, school_year

_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Stretch:
    """`first` is its first day."""

    first: date
    is_year: bool = False

    @property
    def last(self) -> date:
        return ends(self.span)[1]

    @property
    def span(self) -> Span:
        if self.is_year:
            return school_year(self.first)
        return month(self.first.year, self.first.month)

    @property
    def number(self) -> int:
        """YYMM of the first day, for buttons and links."""
        return (self.first.year - _CENTURY) * 100 + self.first.month

    def later(self, steps: int = 1) -> "Stretch":
        """So many months or school years on, or back."""
        if self.is_year:
            return Stretch(ends(school_year(self.first, steps))[0], is_year=True)
        return Stretch(ends(month(self.first.year, self.first.month + steps))[0])


def around(day: date, *, is_year: bool = False) -> Stretch:
    """The one that the day is in."""
    span = school_year(day) if is_year else month(day.year, day.month)
    return Stretch(ends(span)[0], is_year)


def numbered(number: int, *, is_year: bool, today: date) -> Stretch:
    """The one of that YYMM; the present one where there is no such month."""
    year, which = divmod(number, 100)
    if 1 <= which <= 12 and 0 < year <= 99:
        return around(date(_CENTURY + year, which, 1), is_year=is_year)
    return around(today, is_year=is_year)
