"""What a person writes into their ledger themselves: events elsewhere, internships, self-study."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.files import cells
from catalogue.learning.refusals import (
    EntryGone,
    NotADay,
    NotAKind,
    NotATitle,
    NotHours,
    TooManyEntries,
)
from catalogue.learning.tables import OwnEntry, OwnKind
from catalogue.people.tables import Person
from catalogue.people.traits import with_consent
from catalogue.programme import days
from catalogue.programme.moments import written
from catalogue.programme.refused import WrongCell
from catalogue.search.normalise import fold

LONGEST = 200
FEWEST_HOURS, MOST_HOURS = 0.5, 200
#: As far back as a commission may look, and more.
OLDEST_YEARS = 10
MOST = 500
#: Days that are said and not written, folded; so many before today.
_SAID = {"siandien": 0, "vakar": 1, "uzvakar": 2, "today": 0, "yesterday": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """An entry as it is to be kept."""

    kind: OwnKind
    title: str
    day: date
    hours: float

    @classmethod
    def of(cls, gathered: Mapping[str, Any]) -> "Described":
        """From what a form has gathered, as JSON keeps it."""
        return cls(
            kind=OwnKind(gathered["kind"]),
            title=gathered["title"],
            day=date.fromisoformat(gathered["day"]),
            hours=gathered["hours"],
        )


def a_kind(text: str) -> OwnKind:
    """Raises NotAKind."""
    try:
        return OwnKind(text)
    except ValueError:
        raise NotAKind from None


def a_title(text: str) -> str:
    """Raises NotATitle."""
    if found := an_organiser(text):
        return found
    raise NotATitle


def an_organiser(text: str) -> str:
    """One line, or nothing where there is none. Raises NotATitle."""
    try:
        return cells.text(text, longest=LONGEST)
    except WrongCell:
        raise NotATitle from None


def some_hours(text: str) -> float:
    """„6“, „1,5“, „40 akad. val.“. Raises NotHours."""
    try:
        hours = cells.number(text, lowest=0, highest=MOST_HOURS)
    except WrongCell:
        raise NotHours from None
    if hours is None or hours < FEWEST_HOURS:
        raise NotHours
    return hours


def a_day(text: str, *, today: date) -> date:
    """A day that is over or today; without a year it is the last such day. Raises NotADay."""
    try:
        day = _day(text, today)
    except WrongCell:
        raise NotADay from None
    if day is None or not oldest(today) <= day <= today:
        raise NotADay
    return day


def _day(text: str, today: date) -> date | None:
    """29 February may be a day of last year alone. Raises WrongCell."""
    if (before := _SAID.get(fold(text.strip()))) is not None:
        return today - timedelta(days=before)
    if not days.lacks_year(text):
        return written(text).day
    for year in (today.year, today.year - 1):
        with suppress(WrongCell):
            day = written(days.with_year(text, year)).day
            if day is not None and day <= today:
                return day
    return None


def oldest(today: date) -> date:
    """The first day that may still be written."""
    is_leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - OLDEST_YEARS, day=28 if is_leap_day else today.day)


async def of_person(session: AsyncSession, person: Person) -> Sequence[OwnEntry]:
    """The newest first."""
    query = select(OwnEntry).where(OwnEntry.person_id == person.id)
    return (await session.scalars(query.order_by(OwnEntry.day.desc(), OwnEntry.id.desc()))).all()


async def one_of(session: AsyncSession, person: Person, number: int) -> OwnEntry:
    """Locked, so that nobody confirms meanwhile what is about to be changed. Raises EntryGone."""
    entry = await session.get(OwnEntry, number, with_for_update=True, populate_existing=True)
    if entry is None or entry.person_id != person.id:
        raise EntryGone
    return entry


async def add(
    session: AsyncSession, person: Person, described: Described, *, now: datetime
) -> OwnEntry:
    """Raises ConsentNeeded, TooManyEntries."""
    with_consent(person)
    counted = select(func.count()).where(OwnEntry.person_id == person.id)
    if (await session.scalar(counted) or 0) >= MOST:
        raise TooManyEntries
    entry = OwnEntry(
        person_id=person.id,
        kind=described.kind,
        title=described.title,
        day=described.day,
        hours=described.hours,
        added_at=now,
    )
    session.add(entry)
    await session.flush()
    return entry


def change(entry: OwnEntry, part: str, value: Any) -> None:
    """What a centre has seen is no longer what stands there."""
    setattr(entry, part, value)
    entry.asked_of = entry.confirmed_at = entry.confirmed_by = None


async def remove(session: AsyncSession, entry: OwnEntry) -> None:
    await session.delete(entry)
    await session.flush()


async def forget(session: AsyncSession, *, person: Person) -> None:
    """All of them."""
    await session.execute(delete(OwnEntry).where(OwnEntry.person_id == person.id))
