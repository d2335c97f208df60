"""School holidays and working days: what staff have entered, else the usual rule."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.moments import written
from catalogue.programme.refusals import NotHolidays
from catalogue.programme.refused import WrongCell
from catalogue.programme.revisions import locked_revision
from catalogue.programme.tables import SchoolHoliday
from catalogue.search.school_calendar import Holidays, SchoolCalendar
from catalogue.search.spans import easter, ends, holidays, school_year

LONGEST_NAME = 100
_LONGEST_TEXT = 2 * LONGEST_NAME
LONGEST = timedelta(days=120)

USUAL = ("autumn", "christmas", "winter", "spring", "summer")
"""The pupils' holidays that a year has by the usual rule, as `catalogue.search.spans` knows it."""

_FIXED = {(1, 1), (2, 16), (3, 11), (5, 1), (6, 24), (7, 6), (8, 15), (11, 1), (11, 2)} | {
    (12, day) for day in (24, 25, 26)
}
_DAY = timedelta(days=1)
_WRITTEN = re.compile(r"(?P<name>\D*)(?P<days>\d.*\d(?:\s*d\b\.?)?|\d)(?P<after>\D*)")
_BETWEEN = re.compile(r"[-–—]|\b(?:iki|to|until)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days without school under their name, both inclusive."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """What staff have entered; a school year of which they entered nothing goes by the rule."""

    entered: tuple[Days, ...] = ()

    def is_holiday(self, day: date) -> bool:
        """Whether pupils are at home for holidays, not merely for a weekend."""
        return any(one.first <= day <= one.last for one in self.around(day))

    def around(self, day: date) -> tuple[Days, ...]:
        """All holidays of the school year that the day belongs to, in order of time."""
        whole = school_year(day)
        own = [one for one in self.entered if school_year(one.first) == whole]
        return tuple(sorted(own or _usual(day), key=lambda one: one.first))

    def coming(self, day: date) -> tuple[Days, ...]:
        """Those of its school year, and of later ones what was entered, that are not over yet."""
        later = [one for one in self.entered if one.first > ends(school_year(day))[1]]
        known = {*self.around(day), *later}
        return tuple(sorted((one for one in known if one.last >= day), key=lambda one: one.first))

    def is_entered(self, day: date) -> bool:
        """Whether staff have entered anything for the school year of the day."""
        return any(school_year(one.first) == school_year(day) for one in self.entered)

    def is_working(self, day: date) -> bool:
        """Neither a weekend nor a public holiday nor school holidays."""
        return is_workday(day) and not self.is_holiday(day)

    def working_day(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while not self.is_working(day):
            day += _DAY
        return day


def is_workday(day: date) -> bool:
    """Of offices, which pupils' holidays do not close."""
    return day.isoweekday() < 6 and not is_public_holiday(day)


def is_public_holiday(day: date) -> bool:
    """By article 162 of the Labour Code: the fixed days, Easter Sunday and Monday, and the first
    Sundays of May and June.
    """
    is_first_sunday = day.isoweekday() == 7 and day.day <= 7
    return (
        (day.month, day.day) in _FIXED
        or day in {easter(day.year), easter(day.year) + _DAY}
        or (is_first_sunday and day.month in {5, 6})
    )


def read(text: str) -> Days:
    """„Rudens atostogos 2026-10-26 – 2026-10-30“, in whatever way people write days.

    The last day may leave out what it shares with the first. Raises NotHolidays.
    """
    said = " ".join(text.split())
    found = _WRITTEN.fullmatch(said) if len(said) <= _LONGEST_TEXT else None
    name = " ".join(f"{found['name']} {found['after']}".split()).strip(" ,;:()–-") if found else ""
    if found is None or not name or len(name) > LONGEST_NAME:
        raise NotHolidays(text)
    days = days_said(found["days"])
    if days is None or not days[0] <= days[1] <= days[0] + LONGEST:
        raise NotHolidays(text)
    return Days(name=name, first=days[0], last=days[1])


async def school_days(session: AsyncSession) -> SchoolYear:
    """What staff have entered, of all years."""
    rows = await entered(session)
    return SchoolYear(tuple(map(days_of, rows)))


async def school_calendar(session: AsyncSession) -> SchoolCalendar:
    """The same, for reading what people say of days."""
    days = (await school_days(session)).entered
    return SchoolCalendar(tuple(Holidays(one.name, one.first, one.last) for one in days))


def days_of(row: SchoolHoliday) -> Days:
    return Days(name=row.name, first=row.first_day, last=row.last_day)


async def entered(session: AsyncSession) -> Sequence[SchoolHoliday]:
    """What staff have entered, in order of time."""
    query = select(SchoolHoliday).order_by(SchoolHoliday.first_day, SchoolHoliday.id)
    return (await session.scalars(query)).all()


async def add(session: AsyncSession, days: Days) -> None:
    """The same days entered twice are kept once, under the newer name."""
    (await locked_revision(session)).holidays += 1
    await session.execute(
        delete(SchoolHoliday).where(
            SchoolHoliday.first_day == days.first, SchoolHoliday.last_day == days.last
        )
    )
    session.add(SchoolHoliday(name=days.name, first_day=days.first, last_day=days.last))
    await session.flush()


async def remove(session: AsyncSession, number: int) -> None:
    """What is gone already is no error."""
    (await locked_revision(session)).holidays += 1
    await session.execute(delete(SchoolHoliday).where(SchoolHoliday.id == number))


def _usual(day: date) -> Iterator[Days]:
    """Of each name the holidays that fall into the school year of the day."""
    first, _last = ends(school_year(day))
    for name in USUAL:
        span = holidays(name, first)
        if span.first and span.last:
            yield Days(name=name, first=span.first, last=span.last)


def days_said(text: str) -> tuple[date, date] | None:
    """The first and the last day: at whichever dash both sides are days."""
    if alone := _day(text):
        return alone, alone
    for dash in _BETWEEN.finditer(text):
        first = _day(text[: dash.start()])
        last = _last(text[dash.end() :].strip(), first) if first else None
        if first and last:
            return first, last
    return None


def _last(text: str, first: date) -> date | None:
    """With the year, or the year and the month, of the first day where it has none of its own."""
    ways = (text, f"{first.year}-{text}", f"{first.year} {text}", f"{first:%Y-%m}-{text}")
    return next(filter(None, map(_day, ways)), None)


def _day(text: str) -> date | None:
    try:
        said = written(text)
    except WrongCell:
        return None
    return said.day if said.hour is None else None
