"""Joining, waiting and leaving. The event's row is locked first, so nobody oversells it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import wake_clock
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session, Status
from catalogue.registrations.links import end_for_the_queue
from catalogue.registrations.queue import TAKES_PART, free_seats, locked, move_up, place_of
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
from catalogue.registrations.tables import LeaveRequest, Payment, Registration, State


@dataclass(frozen=True, slots=True)
class Joined:
    """`place` counts from 1 and is None for one who is not waiting."""

    event: Event
    registration: Registration
    place: int | None


async def join(
    session: AsyncSession,
    *,
    event_id: int,
    person: Person,
    now: datetime,
    despite_clash: bool = False,
    past_deadline: bool = False,
) -> Joined:
    """Stands the person at the end of the queue and lets the queue move.

    Whoever comes while a seat is free passes straight through it. Those whom staff add are not
    bound by the end of registration, only by the start. Raises a Refusal.
    """
    event = await locked(session, event_id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    if own and own.state is not State.CANCELLED:
        raise AlreadyRegistered(own, await place_of(session, own))
    check_open(event, now, past_deadline=past_deadline)
    if not event.waiting_list and await free_seats(session, event) == 0:
        raise EventFull(event)
    await check_person(session, event=event, person=person, despite_clash=despite_clash)
    own = await arrive(session, event=event, person=person, own=own, now=now)
    await move_up(session, event=event, now=now, newcomer=own)
    if own.state is State.PENDING:
        wake_clock(session)  # the coordinators hear of it
    if own.state is State.WAITING:
        await end_for_the_queue(session, event=event, now=now)
    return Joined(event, own, await place_of(session, own))


async def check_person(
    session: AsyncSession, *, event: Event, person: Person, despite_clash: bool
) -> None:
    """Raises IntroductionNeeded, Clash."""
    if not person.name or not person.consented_at:
        raise IntroductionNeeded(event, name_missing=not person.name)
    if not despite_clash and (others := await clashes(session, event=event, person=person)):
        raise Clash(event, others)


async def arrive(
    session: AsyncSession, *, event: Event, person: Person, own: Registration | None, now: datetime
) -> Registration:
    """At the end of the queue, with a new ticket; `own` is the row of one who was here before."""
    own = own or Registration(event_id=event.id, person_id=person.id, access_need="")
    own.state, own.ticket, own.at_once = State.WAITING, event.next_ticket, False
    own.joined_at, own.changed_at, own.walked_in = now, now, False
    event.next_ticket += 1
    session.add(own)
    await session.flush()
    return own


async def leave(
    session: AsyncSession,
    *,
    event_id: int,
    person: Person,
    now: datetime,
    after_change: bool = False,
) -> Registration:
    """Frees the place and lets the queue move in the same transaction. Raises a Refusal.

    One who only waits may leave until the start: nobody counted on them. The limit of leaving
    does not hold `after_change` either: the event is no longer what was joined.
    """
    event = await locked(session, event_id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    if own is None or own.state is State.CANCELLED:
        raise NotRegistered(event)
    check_leaving(own, event, now=now, after_change=after_change)
    end(own, now=now)
    await move_up(session, event=event, now=now)
    return own


def check_leaving(
    own: Registration, event: Event, *, now: datetime, after_change: bool = False
) -> None:
    """Raises the Refusal that leaving would meet now."""
    if event.starts_at <= now:
        raise EventStarted(event)
    if own.state in TAKES_PART and event.leaving_until <= now and not after_change:
        raise LeavingClosed(event, event.leaving_until)


def end(own: Registration, *, now: datetime) -> None:
    """For good: who comes back draws another ticket. The caller lets the queue move."""
    own.state, own.changed_at, own.access_need = State.CANCELLED, now, ""
    own.offer_until = own.remind_at = None


async def withdraw_all(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Takes a person out of everything not yet started.

    No limit of leaving holds here: nobody may be kept who asks to be forgotten.
    """
    event_ids = await session.scalars(
        select(Registration.event_id)
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
    for event_id in event_ids.all():
        event = await locked(session, event_id)
        own = await registration_of(session, event_id=event_id, person_id=person.id)
        if own is not None and own.state is not State.CANCELLED:
            end(own, now=now)
            await move_up(session, event=event, now=now)


async def forget(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Their seats go to the queues, and nothing of what they said of them stays."""
    await withdraw_all(session, person=person, now=now)
    mine = select(Registration.id).where(Registration.person_id == person.id)
    for table, column, nothing in (
        (Registration, Registration.id, {"access_need": ""}),
        (Payment, Payment.registration_id, {"school": "", "contact": ""}),
        (LeaveRequest, LeaveRequest.registration_id, {"reason": ""}),
    ):
        await session.execute(update(table).where(column.in_(mine)).values(nothing))


async def registration_of(
    session: AsyncSession, *, event_id: int, person_id: int
) -> Registration | None:
    """As it is in the database now, whatever this transaction read before it had the lock."""
    row: Registration | None = await session.scalar(
        select(Registration)
        .where(Registration.event_id == event_id, Registration.person_id == person_id)
        .execution_options(populate_existing=True)
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
            Registration.state.in_(TAKES_PART),
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


def check_open(event: Event, now: datetime, *, past_deadline: bool = False) -> None:
    """Whether one can come to take part. Raises the Refusal."""
    if event.status is Status.DRAFT:
        raise EventGone
    if event.status is Status.CANCELLED:
        raise EventCancelled(event)
    if event.starts_at <= now:
        raise EventStarted(event)
    if event.closes_at <= now and not past_deadline:
        raise RegistrationClosed(event, event.closes_at)
