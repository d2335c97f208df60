"""Saying what one made use of, once a round; and when staff may see it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.practice.asking import ANSWERED_WITHIN, may_come, since
from catalogue.practice.refusals import UseOver, UseSaid
from catalogue.practice.tables import Round, Use, UseAsked
from catalogue.programme.holidays import school_days
from catalogue.programme.tables import Event
from catalogue.quality.scores import LEAST
from catalogue.quality.telling import may_tell
from catalogue.registrations.queue import locked
from catalogue.registrations.refusals import EventGone
from catalogue.registrations.tables import Registration


async def answer(
    session: AsyncSession,
    asked_id: int,
    use: Use,
    *,
    person: Person,
    now: datetime,
    zone: ZoneInfo,
) -> Event:
    """Once for each, for a changed answer would stand out of those that were told. Raises EventGone
    where this person was not asked, UseSaid, UseOver.
    """
    asked = await session.get(UseAsked, asked_id)
    registration = await session.get(Registration, asked.registration_id) if asked else None
    if asked is None or registration is None or registration.person_id != person.id:
        raise EventGone
    event = await locked(session, registration.event_id)
    await session.refresh(asked)
    if asked.use is not None:
        raise UseSaid(event)
    if now >= asked.asked_at + ANSWERED_WITHIN:
        raise UseOver(event)
    asked.use = use
    await session.flush()
    await tell(session, event, asked.round, now=now, zone=zone)
    return event


async def tell(
    session: AsyncSession, event: Event, round_: Round, *, now: datetime, zone: ZoneInfo
) -> None:
    """Lets staff see what they may by now; the caller holds the event."""
    if await _is_tellable(session, event, round_, now=now, zone=zone):
        said = *_of_round(event, round_), UseAsked.use.is_not(None)
        await session.execute(update(UseAsked).where(*said).values(told=True))


async def to_tell(
    session: AsyncSession, *, now: datetime, zone: ZoneInfo
) -> list[tuple[int, Round]]:
    """Events and rounds of which something may be told by now."""
    rows = await session.execute(
        select(Registration.event_id, UseAsked.round)
        .join(UseAsked, UseAsked.registration_id == Registration.id)
        .where(UseAsked.use.is_not(None), UseAsked.told.is_(False))
        .group_by(Registration.event_id, UseAsked.round)
        .having(func.count() >= LEAST)
        .order_by(Registration.event_id, UseAsked.round)
    )
    found = []
    for number, round_ in rows.all():
        event = await session.get_one(Event, number)
        if await _is_tellable(session, event, round_, now=now, zone=zone):
            found.append((number, round_))
    return found


async def _is_tellable(
    session: AsyncSession, event: Event, round_: Round, *, now: datetime, zone: ZoneInfo
) -> bool:
    counts = func.count(UseAsked.use), func.count().filter(UseAsked.told)
    query = select(*counts).where(*_of_round(event, round_))
    answers, told = (await session.execute(query)).one()
    earliest = since(now, zone, await school_days(session))
    to_come = await may_come(session, event, round_, now=now, since=earliest)
    return may_tell(told=told, answers=answers, to_come=to_come)


def _of_round(event: Event, round_: Round) -> tuple[ColumnElement[bool], ...]:
    of_event = select(Registration.id).where(Registration.event_id == event.id)
    return UseAsked.registration_id.in_(of_event), UseAsked.round == round_
