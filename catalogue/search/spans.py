"""Ranges of local days: arithmetic of weeks, months, terms and feasts."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included; None is open on that side."""

    first: date | None
    last: date | None


def day(one: date) -> Span:
    """One day as a range."""
    return Span(one, one)


def week(of: date, shift: int = 0) -> Span:
    """The Monday to Sunday of a day, so many weeks later."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=shift)
    return Span(monday, monday + timedelta(days=6))


def weekend(of: date, shift: int = 0) -> Span:
    """The Saturday and Sunday of a day's week, so many weeks later."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=shift)
    return Span(monday + timedelta(days=5), monday + timedelta(days=6))


def month(year: int, number: int) -> Span:
    """A whole month; a number outside 1..12 counts on into the years around."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Span(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def part_of_month(whole: Span, part: str) -> Span:
    """The first ten days, the middle ten, or the rest of a month."""
    first, last = _ends(whole)
    if part == "start":
        return Span(first, first.replace(day=10))
    if part == "middle":
        return Span(first.replace(day=11), first.replace(day=20))
    return Span(first.replace(day=21), last)


def part_of_week(whole: Span, part: str) -> Span:
    """Monday and Tuesday, the middle, or Thursday to Sunday."""
    monday, sunday = _ends(whole)
    if part == "start":
        return Span(monday, monday + _DAY)
    if part == "middle":
        return Span(monday + 2 * _DAY, monday + 3 * _DAY)
    return Span(monday + 3 * _DAY, sunday)


def season(first_month: int, today: date) -> Span:
    """Three months from a season's first; the one that runs or comes next."""
    for year in (today.year - 1, today.year, today.year + 1):
        first = date(year, first_month, 1)
        last = month(year, first_month + 2).last
        if last is not None and last >= today:
            return Span(first, last)
    raise AssertionError("a season ends within a year")


def easter(year: int) -> date:
    """Easter Sunday (Gauss, as Butcher put it for the Gregorian calendar)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    number, before = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, number, before + 1)


def school_year(today: date, shift: int = 0) -> Span:
    """September to August."""
    year = today.year - (today.month < 9) + shift
    return Span(date(year, 9, 1), date(year + 1, 8, 31))


def half_year(number: int, today: date) -> Span:
    """A half of the school year: September to January, February to June."""
    year = today.year - (today.month < 9)
    if number == 1:
        return Span(date(year, 9, 1), date(year + 1, 1, 31))
    return Span(date(year + 1, 2, 1), date(year + 1, 6, 30))


def holidays(name: str, today: date) -> Span:
    """The pupils' holidays of that name that run or come next, by the usual rule.

    The ministry sets them each year: autumn is the week of All Saints, Christmas up to Epiphany,
    winter the week of 16 February, spring the week of Easter Monday, summer from mid June.
    """
    for year in (today.year - 1, today.year, today.year + 1):
        found = {
            "autumn": week(date(year, 11, 1)),
            "christmas": Span(date(year, 12, 24), date(year + 1, 1, 6)),
            "winter": week(date(year, 2, 16)),
            "spring": week(easter(year) + _DAY),
            "summer": Span(date(year, 6, 15), date(year, 8, 31)),
        }[name]
        if _ends(found)[1] >= today:
            return found
    raise AssertionError("holidays come every year")


def _ends(span: Span) -> tuple[date, date]:
    if span.first is None or span.last is None:
        raise ValueError("an open range has no parts")
    return span.first, span.last
