"""Whom to ask how it was, whom to tell that they were missed, and whom to remind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, joinedload, selectinload

from catalogue.learning.attendance import was_there
from catalogue.learning.tables import Attendance
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.quality.tables import FeedbackAsked
from catalogue.quality.times import OPEN_FOR, is_open
from catalogue.registrations.tables import Registration, State

#: From the end of the last meeting on.
ASKED_AFTER = timedelta(hours=1)
#: Lists are filled in within these days; later nobody would understand the question.
KNOWN_WITHIN = timedelta(days=3)
#: Whom nobody has noted anything of may stand on a list that is still being filled in.
MISSED_AFTER = timedelta(days=1)
REMINDED_AFTER = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Due:
    """One to write to after an event; `asked` where they were told before that they were missed."""

    registration: Registration
    came: bool
    asked: FeedbackAsked | None


async def is_anybody_due(session: AsyncSession, *, now: datetime) -> bool:
    """Whether there is anybody to ask or to remind; mostly there is nobody."""
    events = await _still_open(session, now)
    for query in (_to_ask(now, events), _to_remind(now, events)):
        if await session.scalar(query.with_only_columns(Registration.id).limit(1)) is not None:
            return True
    return False


async def to_ask(session: AsyncSession, *, now: datetime, limit: int) -> list[Due]:
    """Each who came, and each who did not where it is known that others did. Rows that a turn has
    in its hands just now wait for the next look.
    """
    rows = await session.execute(
        _to_ask(now, await _still_open(session, now))
        .add_columns(was_there(Registration.id))
        .order_by(Registration.id)
        .limit(limit)
        .with_for_update(of=Registration, skip_locked=True)
    )
    found = [(registration, bool(came)) for registration, came in rows]
    numbers = [registration.id for registration, _ in found]
    asked = await session.scalars(
        select(FeedbackAsked)
        .where(FeedbackAsked.registration_id.in_(numbers))
        .execution_options(populate_existing=True)
    )
    before = {one.registration_id: one for one in asked}
    return [Due(own, came, before.get(own.id)) for own, came in found]


async def to_remind(
    session: AsyncSession, *, now: datetime, limit: int
) -> Sequence[tuple[Registration, FeedbackAsked]]:
    """Those who were asked and have not answered while they still may."""
    rows = await session.execute(
        _to_remind(now, await _still_open(session, now))
        .add_columns(FeedbackAsked)
        .order_by(Registration.id)
        .limit(limit)
        .with_for_update(of=FeedbackAsked, skip_locked=True)
    )
    return [(registration, asked) for registration, asked in rows]


async def _still_open(session: AsyncSession, now: datetime) -> Sequence[int]:
    """Events of which something may be said. Looked for first, so that of all who were ever
    registered or asked only theirs are looked at.
    """
    query = select(Event.id).where(
        Event.status == Status.PUBLISHED,
        Event.over_at <= now - ASKED_AFTER,
        Event.over_at > now - OPEN_FOR,
    )
    return (await session.scalars(query)).all()


def _to_ask(now: datetime, events: Sequence[int]) -> Select[tuple[Registration]]:
    there, noted = was_there(Registration.id), _is_noted()
    missed = and_(not_(there), or_(noted, now - MISSED_AFTER >= Event.over_at))
    asked = exists().where(FeedbackAsked.registration_id == Registration.id)
    return _willing().where(
        Event.id.in_(events),
        now - KNOWN_WITHIN < Event.over_at,
        _somebody_came(),
        or_(and_(there, not_(asked.where(FeedbackAsked.came))), and_(missed, not_(asked))),
    )


def _to_remind(now: datetime, events: Sequence[int]) -> Select[tuple[Registration]]:
    return (
        _willing()
        .join(FeedbackAsked, FeedbackAsked.registration_id == Registration.id)
        .where(
            Event.id.in_(events),
            FeedbackAsked.came,
            not_(FeedbackAsked.answered),
            FeedbackAsked.reminded_at.is_(None),
            FeedbackAsked.asked_at <= now - REMINDED_AFTER,
        )
    )


async def came(session: AsyncSession, registration: Registration) -> bool:
    """To one meeting at least, as it is known now."""
    return bool(await session.scalar(select(was_there(registration.id))))


async def may_come(session: AsyncSession, event: Event, *, now: datetime) -> int:
    """How many may still say how it was, while that is open: those who came, and as long as lists
    are filled in, those of whom nobody has noted anything.
    """
    if not is_open(event, now=now):
        return 0
    answered = exists().where(
        FeedbackAsked.registration_id == Registration.id, FeedbackAsked.answered
    )
    may_be_noted = and_(not_(_is_noted()), Event.over_at > now - KNOWN_WITHIN)
    waiting = _willing().where(
        Event.id == event.id,
        not_(answered),
        or_(was_there(Registration.id), may_be_noted),
    )
    return await session.scalar(select(func.count()).select_from(waiting.subquery())) or 0


def _willing() -> Select[Any]:
    return takers().where(Person.wants_feedback)


def takers() -> Select[Any]:
    """Registrations for what was not called off, of people who can be written to."""
    return (
        select(Registration)
        .join(Event, Event.id == Registration.event_id)
        .join(Person, Person.id == Registration.person_id)
        .options(joinedload(Registration.person), selectinload(Registration.event))
        .where(
            Event.status == Status.PUBLISHED,
            Registration.state == State.CONFIRMED,
            Person.telegram_id.is_not(None),
            Person.forgotten_at.is_(None),
        )
        .execution_options(populate_existing=True)
    )


def _is_noted() -> ColumnElement[bool]:
    return exists().where(Attendance.registration_id == Registration.id)


def _somebody_came() -> ColumnElement[bool]:
    other = aliased(Registration)
    return exists().where(
        other.event_id == Event.id, other.state == State.CONFIRMED, was_there(other.id)
    )
