"""Who was there: at which meeting, and how many of those who were expected."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from catalogue.learning.tables import Attendance, Presence
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session
from catalogue.registrations.tables import Registration, State


async def presence_of(session: AsyncSession, event: Event) -> Mapping[int, Sequence[Attendance]]:
    """The marks by the registration's number, of those who take part; absences are marks too.

    Whoever nothing was said of is not in it. Forgotten people are: they count.
    """
    rows = await session.scalars(
        select(Attendance)
        .join(Registration, Registration.id == Attendance.registration_id)
        .where(Registration.event_id == event.id, Registration.state == State.CONFIRMED)
        .order_by(Attendance.registration_id, Attendance.session_id)
        .execution_options(populate_existing=True)
    )
    marks: dict[int, list[Attendance]] = defaultdict(list)
    for mark in rows:
        marks[mark.registration_id].append(mark)
    return dict(marks)


async def came(session: AsyncSession, event: Event) -> Sequence[Registration]:
    """Those who came to at least one meeting, with their person; nobody who was forgotten."""
    rows = await session.scalars(
        select(Registration)
        .join(Person, Person.id == Registration.person_id)
        .options(joinedload(Registration.person))
        .where(
            Registration.event_id == event.id,
            Registration.state == State.CONFIRMED,
            Person.forgotten_at.is_(None),
            was_there(Registration.id),
        )
        .order_by(Registration.id)
        .execution_options(populate_existing=True)
    )
    return rows.all()


def was_there(registration: object) -> ColumnElement[bool]:
    """In a query, of a registration's number: whether they came to at least one meeting."""
    return exists().where(
        Attendance.registration_id == registration, Attendance.presence != Presence.ABSENT
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many came to at least one meeting, and to each by its number, of how many `expected`;
    of so many something was `noted`.
    """

    expected: int
    noted: int
    came: int
    at: Mapping[int, int]


async def tally(session: AsyncSession, event: Event) -> Tally:
    """Forgotten people are counted."""
    expected = await session.scalar(
        select(func.count()).where(
            Registration.event_id == event.id, Registration.state == State.CONFIRMED
        )
    )
    marks = await presence_of(session, event)
    there = [{one.session_id for one in own if one.presence.is_there} for own in marks.values()]
    at = Counter(number for own in there for number in own)
    came = sum(map(bool, there))
    return Tally(expected=expected or 0, noted=len(marks), came=came, at=at)


async def noted(session: AsyncSession, registrations: Sequence[int]) -> Mapping[int, bool]:
    """Whether they were there, at one meeting at least; who is not in it, nothing was said of."""
    rows = await session.execute(
        select(Attendance.registration_id, Attendance.presence).where(
            Attendance.registration_id.in_(registrations)
        )
    )
    were: dict[int, bool] = defaultdict(bool)
    for registration, presence in rows:
        were[registration] |= presence.is_there
    return dict(were)


async def marks_of(session: AsyncSession, person: Person) -> Sequence[tuple[Attendance, Session]]:
    """All that was ever said of where the person was, meeting by meeting."""
    rows = await session.execute(
        select(Attendance, Session)
        .join(Session, Session.id == Attendance.session_id)
        .join(Registration, Registration.id == Attendance.registration_id)
        .where(Registration.person_id == person.id)
        .order_by(Session.starts_at, Session.id)
    )
    return [(mark, meeting) for mark, meeting in rows]
