"""The ledger of hours: what a person was at in a school year, and apart from it what they say."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import ColumnElement

from catalogue.learning.hours import attended, shares
from catalogue.learning.tables import Attendance, OwnEntry
from catalogue.learning.targets import school_year, target_of
from catalogue.people.tables import Person
from catalogue.programme.spans import moments
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Registration, State
from catalogue.search import spans


@dataclass(frozen=True, slots=True)
class Earned:
    """Academic hours that a person really was at an event which is over."""

    event: Event
    registration_id: int
    hours: float

    @property
    def ended_at(self) -> datetime:
        return self.event.over_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """One school year, by the year in whose September it begins; its lists by their days.

    What the person says themselves is part of `hours` only where a centre has `confirmed` it.
    """

    year: int
    target: int
    earned: Sequence[Earned]
    own: Sequence[OwnEntry]
    confirmed: Sequence[OwnEntry] = ()

    @property
    def hours(self) -> float:
        return round(sum(one.hours for one in self.earned) + self.confirmed_hours, 2)

    @property
    def confirmed_hours(self) -> float:
        return round(sum(one.hours for one in self.confirmed), 2)

    @property
    def own_hours(self) -> float:
        return round(sum(one.hours for one in self.own), 2)

    @property
    def missing(self) -> float:
        return max(round(self.target - self.hours, 2), 0.0)

    def by_theme(self) -> list[tuple[str, float]]:
        """By priority field, where the event has none by its first subject; empty has neither."""
        return self._by(lambda event: event.priority_field or next(iter(event.subjects), ""))

    def by_form(self) -> list[tuple[str, float]]:
        return self._by(lambda event: event.form)

    def _by(self, kind: Callable[[Event], str]) -> list[tuple[str, float]]:
        """The most hours first; what has no name last."""
        sums: dict[str, float] = defaultdict(float)
        for one in self.earned:
            sums[kind(one.event)] += one.hours
        return sorted(sums.items(), key=lambda one: (not one[0], -one[1], one[0]))


async def ledger(
    session: AsyncSession, person: Person, *, year: int, now: datetime, zone: ZoneInfo
) -> Ledger:
    """An event is of the school year in which it ends: then its hours are complete."""
    whole = spans.school_year(date(year, 9, 1))
    rows = await session.scalars(
        select(OwnEntry)
        .where(OwnEntry.person_id == person.id, OwnEntry.day.between(*spans.ends(whole)))
        .order_by(OwnEntry.day, OwnEntry.id)
    )
    own = rows.all()
    return Ledger(
        year=year,
        target=await target_of(session, year),
        earned=await _earned(
            session, person, *moments(Event.over_at, whole, zone), Event.over_at <= now
        ),
        own=[one for one in own if one.confirmed_at is None],
        confirmed=[one for one in own if one.confirmed_at is not None],
    )


async def first_year(
    session: AsyncSession, person: Person, *, now: datetime, zone: ZoneInfo
) -> int:
    """The earliest school year of which anything stands there, this one where nothing does."""
    ended = await session.scalar(
        select(func.min(Event.over_at))
        .join(Registration, Registration.event_id == Event.id)
        .join(Attendance, Attendance.registration_id == Registration.id)
        .where(Registration.person_id == person.id)
    )
    said = select(func.min(OwnEntry.day)).where(OwnEntry.person_id == person.id)
    known = [now.astimezone(zone).date(), await session.scalar(said)]
    known.append(ended.astimezone(zone).date() if ended else None)
    return min(school_year(day) for day in known if day is not None)


async def _earned(
    session: AsyncSession, person: Person, *when: ColumnElement[bool]
) -> list[Earned]:
    """Only from marks of attendance: to have been registered counts nothing."""
    rows = await session.execute(
        select(Event, Attendance)
        .join(Registration, Registration.event_id == Event.id)
        .join(Attendance, Attendance.registration_id == Registration.id)
        .where(
            Registration.person_id == person.id,
            Registration.state == State.CONFIRMED,
            Event.status == Status.PUBLISHED,
            *when,
        )
        .order_by(Event.over_at, Event.id)
    )
    events: dict[int, Event] = {}
    marks: dict[int, list[Attendance]] = defaultdict(list)
    for event, mark in rows:
        events[event.id] = event
        marks[event.id].append(mark)
    found = [
        Earned(event, marks[event.id][0].registration_id, attended(shares(event), marks[event.id]))
        for event in events.values()
    ]
    return [one for one in found if one.hours]
