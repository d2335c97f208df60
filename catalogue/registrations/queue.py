"""The queue of an event: who holds a seat, who waits, and the one place that lets it move."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.notices import note
from catalogue.registrations.refusals import EventGone
from catalogue.registrations.tables import NoticeKind, Registration, State

HOLDS_A_SEAT = (State.CONFIRMED, State.PENDING, State.OFFERED)
TAKES_PART = (State.CONFIRMED, State.PENDING)
#: To the people themselves one who has been offered a seat still waits.
IN_QUEUE = (State.WAITING, State.OFFERED)

#: Further ahead than this, a freed seat is simply given: there is time enough to cancel.
SURE_BEFORE = timedelta(days=7)
OFFERS_CLOSE_BEFORE = timedelta(hours=12)


def offers_close(event: Event) -> datetime:
    """From when on a freed seat stays empty: nobody can be expected to set out so late."""
    return min(event.offers_close or event.starts_at - OFFERS_CLOSE_BEFORE, event.starts_at)


def late_from(event: Event) -> datetime:
    """Who leaves from then on leaves a seat that nobody is offered, or leaves when one no longer
    may.
    """
    return min(offers_close(event), event.leaving_until)


class Leaver(Protocol):
    """Somebody of a list, who may have left."""

    @property
    def state(self) -> State: ...
    @property
    def changed_at(self) -> datetime: ...
    @property
    def passed_on(self) -> bool: ...


def left_late(one: Leaver, *, late_from: datetime) -> bool:
    """Whoever passed the seat on to a colleague left none empty."""
    return one.state is State.CANCELLED and not one.passed_on and one.changed_at >= late_from


async def move_up(
    session: AsyncSession,
    *,
    event: Event,
    now: datetime,
    newcomer: Registration | None = None,
) -> list[Registration]:
    """Gives every free seat to the next in the queue; returns who got one, or the offer of one.

    The caller holds the event's lock. A seat is given at once where the event is far ahead, where
    the person asked for that, and to the `newcomer` who has passed nobody; else it is offered.
    After `offers_close` nobody moves but such a newcomer. One who cannot be reached is passed
    over and keeps the ticket. Offers for which there is no seat any more are taken back first.
    """
    if event.starts_at <= now:
        return []
    free = await _left(session, event, event.seats if event.status is Status.PUBLISHED else 0)
    if free is not None and free <= 0:
        await _take_back(session, event, how_many=-free, now=now)
        return []
    moved = await _of_state(session, event, State.WAITING, limit=free, reachable=True)
    if offers_close(event) <= now:
        moved = [one for one in moved[:1] if one is newcomer]
    for one in moved:
        if one is newcomer:
            give(one, event, now=now)
        elif one.at_once or event.starts_at - now > SURE_BEFORE:
            give(one, event, now=now)
            note(session, one, NoticeKind.MOVED_UP, now=now)
        else:
            one.state, one.changed_at, one.offer_until = State.OFFERED, now, None
            note(session, one, NoticeKind.OFFERED, now=now)
    await session.flush()
    return list(moved)


def give(registration: Registration, event: Event, *, now: datetime) -> None:
    """The seat is theirs, or kept for them where the organiser approves."""
    confirm(registration, now=now)
    if event.needs_approval:
        registration.state, registration.remind_at = State.PENDING, None


def confirm(registration: Registration, *, now: datetime) -> None:
    """The seat is theirs."""
    registration.state, registration.changed_at = State.CONFIRMED, now
    registration.offer_until, registration.remind_at = None, now


async def to_the_front(session: AsyncSession, *, event: Event, own: Registration) -> bool:
    """Those who waited before stand one place further back, on each other's tickets.

    So no number is drawn that was not, and whoever has been offered a seat keeps theirs. False
    for one who does not wait, or is the first already. The caller holds the event's lock.
    """
    line = await _of_state(session, event, State.WAITING, limit=None)
    if own not in line or line[0] is own:
        return False
    ahead = [one for one in line if one.ticket <= own.ticket]
    tickets = [one.ticket for one in ahead]
    for one, ticket in zip((own, *ahead[:-1]), tickets, strict=True):
        one.ticket = ticket
    await session.flush()
    return True


def back_in_line(registration: Registration, *, now: datetime) -> None:
    """An offer is off through no fault of the person: the ticket is theirs as before."""
    registration.state, registration.changed_at = State.WAITING, now
    registration.offer_until = None


async def locked(session: AsyncSession, event_id: int) -> Event:
    """Everything about an event's seats is decided by whoever holds its row. Raises EventGone."""
    event = await session.scalar(
        select(Event)
        .where(Event.id == event_id)
        .with_for_update(of=Event)
        .execution_options(populate_existing=True)
    )
    if event is None:
        raise EventGone
    return event


async def free_seats(session: AsyncSession, event: Event) -> int | None:
    """None where seats have no limit; never below 0, also after the seats were cut."""
    left = await _left(session, event, event.seats)
    return None if left is None else max(0, left)


async def place_of(session: AsyncSession, registration: Registration) -> int | None:
    """The true place in the queue, from 1; None for one who is not in it.

    Whoever has been offered a seat is at the head of it.
    """
    if registration.state is State.OFFERED:
        return 1
    if registration.state is not State.WAITING:
        return None
    before = await session.scalar(
        select(func.count()).where(
            Registration.event_id == registration.event_id,
            Registration.state.in_(IN_QUEUE),
            Registration.ticket < registration.ticket,
        )
    )
    return 1 + (before or 0)


async def _take_back(session: AsyncSession, event: Event, *, how_many: int, now: datetime) -> None:
    """The seats were cut or the event is off: the latest come is the first to lose an offer."""
    if how_many == 0:
        return
    for one in await _of_state(session, event, State.OFFERED, limit=how_many, latest_first=True):
        back_in_line(one, now=now)
        note(session, one, NoticeKind.OFFER_OVER, now=now)
    await session.flush()


async def _of_state(
    session: AsyncSession,
    event: Event,
    state: State,
    *,
    limit: int | None,
    latest_first: bool = False,
    reachable: bool = False,
) -> Sequence[Registration]:
    """As they are in the database now, whatever this transaction read before it had the lock."""
    query = select(Registration).where(
        Registration.event_id == event.id, Registration.state == state
    )
    if reachable:
        query = query.join(Person).where(Person.unreachable_since.is_(None))
    order = Registration.ticket.desc() if latest_first else Registration.ticket
    query = query.order_by(order).limit(limit).execution_options(populate_existing=True)
    return (await session.scalars(query)).all()


async def _left(session: AsyncSession, event: Event, seats: int | None) -> int | None:
    """None without limit; below 0 where more are taken than there are."""
    if seats is None:
        return None
    taken = await session.scalar(
        select(func.count()).where(
            Registration.event_id == event.id, Registration.state.in_(HOLDS_A_SEAT)
        )
    )
    return seats - (taken or 0)
