"""Joining, waiting and leaving. The event's row is locked first, so nobody oversells it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session, Status
from catalogue.registrations.refusals import (
    AlreadyRegistered,
    Clash,
    EventCancelled,
    EventFull,
    EventGone,
    EventStarted,
    IntroductionNeeded,
    LeavingClosed,
    NotRegistered,
    RegistrationClosed,
)
from catalogue.registrations.tables import Registration, State

HOLDS_A_SEAT = (State.CONFIRMED, State.PENDING)


@dataclass(frozen=True, slots=True)
class Joined:
    """`place` counts from 1 and is None for one who is not waiting."""

    event: Event
    registration: Registration
    place: int | None
    moved_up: tuple[Registration, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    registration: Registration
    moved_up: tuple[Registration, ...]


async def join(
    session: AsyncSession,
    *,
    event_id: int,
    person: Person,
    now: datetime,
    despite_clash: bool = False,
) -> Joined:
    """Stands the person at the end of the queue and lets the queue move.

    Whoever comes while a seat is free passes straight through it. Raises a Refusal.
    """
    event = await _locked(session, event_id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    if own and own.state is not State.CANCELLED:
        raise AlreadyRegistered(own, await place_of(session, own))
    _check_open(event, now)
    if not event.waiting_list and await free_seats(session, event) == 0:
        raise EventFull(event)
    if not person.name or not person.consented_at:
        raise IntroductionNeeded(event, not person.name, not person.consented_at)
    if not despite_clash and (others := await clashes(session, event=event, person=person)):
        raise Clash(event, others)
    own = own or Registration(event_id=event.id, person_id=person.id, access_need="")
    own.state, own.ticket, own.joined_at, own.changed_at = (
        State.WAITING,
        event.next_ticket,
        now,
        now,
    )
    event.next_ticket += 1
    session.add(own)
    await session.flush()
    moved = await move_up(session, event=event, now=now)
    place = await place_of(session, own)
    return Joined(event, own, place, tuple(other for other in moved if other is not own))


async def leave(session: AsyncSession, *, event_id: int, person: Person, now: datetime) -> Left:
    """Frees the place and lets the queue move in the same transaction. Raises a Refusal.

    One who only waits may leave until the start: nobody counted on them.
    """
    event = await _locked(session, event_id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    if own is None or own.state is State.CANCELLED:
        raise NotRegistered(event)
    check_leaving(own, event, now=now)
    return await _withdraw(session, own, event, now)


def check_leaving(own: Registration, event: Event, *, now: datetime) -> None:
    """Raises the Refusal that leaving would meet now."""
    if event.starts_at <= now:
        raise EventStarted(event)
    if own.state in HOLDS_A_SEAT and event.leaving_until <= now:
        raise LeavingClosed(event, event.leaving_until)


async def withdraw_all(
    session: AsyncSession, *, person: Person, now: datetime
) -> list[Registration]:
    """Takes a person out of everything not yet started and returns whoever moved up.

    No limit of leaving holds here: nobody may be kept who asks to be forgotten.
    """
    rows = await session.scalars(
        select(Registration)
        .join(Event)
        .where(
            Registration.person_id == person.id,
            Registration.state != State.CANCELLED,
            Event.starts_at > now,
        )
        .order_by(
            Registration.event_id
        )  # always in one order, so that two of these cannot deadlock
    )
    moved: list[Registration] = []
    for own in rows.all():
        event = await _locked(session, own.event_id)
        moved.extend((await _withdraw(session, own, event, now)).moved_up)
    return moved


async def move_up(session: AsyncSession, *, event: Event, now: datetime) -> list[Registration]:
    """Gives every free seat to the next in the queue, in order of arrival.

    The caller holds the event's lock. A started or cancelled event moves nobody.
    """
    if event.status is not Status.PUBLISHED or event.starts_at <= now:
        return []
    free = await free_seats(session, event)
    waiting = select(Registration).where(
        Registration.event_id == event.id, Registration.state == State.WAITING
    )
    moved = (
        await session.scalars(waiting.order_by(Registration.ticket).limit(free))
    ).all()  # no limit where seats have none
    for registration in moved:
        registration.state = State.PENDING if event.needs_approval else State.CONFIRMED
        registration.changed_at = now
    await session.flush()
    return list(moved)


async def free_seats(session: AsyncSession, event: Event) -> int | None:
    """None where seats have no limit; never below 0, also after the seats were cut."""
    if event.seats is None:
        return None
    taken = await session.scalar(
        select(func.count()).where(
            Registration.event_id == event.id, Registration.state.in_(HOLDS_A_SEAT)
        )
    )
    return max(0, event.seats - (taken or 0))


async def place_of(session: AsyncSession, registration: Registration) -> int | None:
    """The true place in the queue, from 1; None for one who does not wait."""
    if registration.state is not State.WAITING:
        return None
    before = await session.scalar(
        select(func.count()).where(
            Registration.event_id == registration.event_id,
            Registration.state == State.WAITING,
            Registration.ticket < registration.ticket,
        )
    )
    return 1 + (before or 0)


async def registration_of(
    session: AsyncSession, *, event_id: int, person_id: int
) -> Registration | None:
    row: Registration | None = await session.scalar(
        select(Registration).where(
            Registration.event_id == event_id, Registration.person_id == person_id
        )
    )
    return row


async def clashes(session: AsyncSession, *, event: Event, person: Person) -> tuple[Event, ...]:
    """The person's other events with a session at the time of a session of this one."""
    mine = (
        select(Session)
        .join(Registration, Registration.event_id == Session.event_id)
        .join(Event, Event.id == Session.event_id)
        .where(
            Registration.person_id == person.id,
            Registration.event_id != event.id,
            Registration.state.in_(HOLDS_A_SEAT),
            Event.status == Status.PUBLISHED,
            Session.ends_at > event.starts_at,
        )
        .order_by(Session.starts_at)
    )
    ids = {
        other.event_id: None
        for other in await session.scalars(mine)
        for own in event.sessions
        if other.starts_at < own.ends_at and own.starts_at < other.ends_at
    }
    return tuple([await session.get_one(Event, event_id) for event_id in ids])


def _check_open(event: Event, now: datetime) -> None:
    if event.status is Status.DRAFT:
        raise EventGone
    if event.status is Status.CANCELLED:
        raise EventCancelled(event)
    if event.starts_at <= now:
        raise EventStarted(event)
    if event.closes_at <= now:
        raise RegistrationClosed(event, event.closes_at)


async def _locked(session: AsyncSession, event_id: int) -> Event:
    event = await session.scalar(
        select(Event)
        .where(Event.id == event_id)
        .with_for_update(of=Event)
        .execution_options(populate_existing=True)
    )
    if event is None:
        raise EventGone
    return event


async def _withdraw(session: AsyncSession, own: Registration, event: Event, now: datetime) -> Left:
    own.state, own.changed_at, own.access_need = State.CANCELLED, now, ""
    await session.flush()
    return Left(own, tuple(await move_up(session, event=event, now=now)))
