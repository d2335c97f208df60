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


def ends(span: Span) -> tuple[date, date]:
    """The first and the last day of a range that is open on neither side."""
    if span.first is None or span.last is None:
        raise ValueError("an open range has no ends")
    return span.first, span.last


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
    first, last = ends(whole)
    if part == "start":
        return Span(first, first.replace(day=10))
    if part == "middle":
        return Span(first.replace(day=11), first.replace(day=20))
    return Span(first.replace(day=21), last)


def part_of_week(whole: Span, part: str) -> Span:
    """Monday and Tuesday, the middle, or Thursday to Sunday."""
    monday, sunday = ends(whole)
    if part == "start":
        return Span(monday, monday + _DAY)
    if part == "middle":
        return Span(monday + 2 * _DAY, monday + 3 * _DAY)
    return Span(monday + 3 * _DAY, sunday)


HALVES = ("first half", "second half")


def part_of(whole: Span, part: str) -> Span:
    """The start, the middle, the end or a half of any range, as long as people mean it to be.

    Of a week two days and the rest from Thursday, of a month ten days, of a season or a half of the
    year one month, of a year two; a school year ends with its lessons in June. The week of a day
    is the one around it.
    """
    if part == "week":
        return week(ends(whole)[0])
    if part in HALVES:
        return half_of(whole, HALVES.index(part) + 1)
    first, last = ends(whole)
    if (first.month, last.month, last.day) == (9, 8, 31):
        last = last.replace(month=6, day=30)
    length = (last - first).days + 1
    if length == 7:
        return part_of_week(whole, part)
    if first.day == 1 and 28 <= length <= 31:
        return part_of_month(whole, part)
    if length < 60:
        return _third(first, last, part)
    return _months_of(first, last, part)


def _third(first: date, last: date, part: str) -> Span:
    third = max(((last - first).days + 1) // 3, 1)
    if part == "start":
        return Span(first, first + timedelta(days=third - 1))
    if part == "end":
        return Span(last - timedelta(days=third - 1), last)
    return Span(min(first + timedelta(days=third), last), max(last - timedelta(days=third), first))


def _months_of(first: date, last: date, part: str) -> Span:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    some = 1 if months <= 6 else 2
    skipped = {"start": 0, "middle": (months - some) // 2, "end": months - some}[part]
    start = month(first.year, first.month + skipped)
    return Span(start.first, month(first.year, first.month + skipped + some - 1).last)


def half_of(whole: Span, number: int) -> Span:
    """The first or the second half of a range."""
    first, last = ends(whole)
    half = first + timedelta(days=((last - first).days + 1) // 2)
    return Span(first, half - _DAY) if number == 1 else Span(half, last)


def weeks_of(whole: Span) -> list[Span]:
    """The weeks of a month: every day is in one, and one of under four days is no week of its own.

    So the first of them begins on the first, and the last ends with the month.
    """
    first, last = ends(whole)
    found: list[Span] = []
    while first <= last:
        sunday = min(first + timedelta(days=7 - first.isoweekday()), last)
        found.append(Span(first, sunday))
        first = sunday + _DAY
    for short, long in ((0, 1), (-1, -2)):
        one, other = found[short], found[long]
        if (ends(one)[1] - ends(one)[0]).days < 3:
            found[long] = Span(min(ends(one)[0], ends(other)[0]), max(ends(one)[1], ends(other)[1]))
            del found[short]
    return found


def weekday_of(whole: Span, weekday: int, number: int) -> Span | None:
    """The so many-th weekday of a range, -1 the last one; none where there are fewer."""
    first, last = ends(whole)
    if number < 0:
        found = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        ahead = (weekday - first.isoweekday()) % 7
        found = first + timedelta(days=ahead, weeks=number - 1)
    return day(found) if first <= found <= last else None


def season(first_month: int, today: date, shift: int = 0) -> Span:
    """Three months from a season's first; the one that runs or comes next, or so many years on."""
    for year in (today.year - 1, today.year, today.year + 1):
        last = month(year, first_month + 2).last
        if last is not None and last >= today:
            return Span(
                date(year + shift, first_month, 1), month(year + shift, first_month + 2).last
            )
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
    """A half of the school year, September to January or February to June; running or coming."""
    months = (9, 13) if number == 1 else (14, 18)
    return _coming_months(school_year(today).first or today, months, today)


def calendar_half(number: int, year: int) -> Span:
    """January to June, or July to December."""
    return Span(month(year, 6 * number - 5).first, month(year, 6 * number).last)


def quarter(number: int, year: int) -> Span:
    """Three months of the calendar year; a number beyond 1..4 counts on."""
    return Span(month(year, 3 * number - 2).first, month(year, 3 * number).last)


def trimester(number: int, today: date) -> Span:
    """A third of the school year, September, December or March on; running or coming."""
    months = ((9, 11), (12, 14), (15, 18))[number - 1]
    return _coming_months(school_year(today).first or today, months, today)


def _coming_months(start: date, months: tuple[int, int], today: date) -> Span:
    for year in (start.year, start.year + 1):
        first, last = month(year, months[0]).first, month(year, months[1]).last
        if first and last and last >= today:
            return Span(first, last)
    raise AssertionError("every school year has its parts")


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
        if ends(found)[1] >= today:
            return found
    raise AssertionError("holidays come every year")
