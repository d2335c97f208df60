"""Offered seats: answered, run out, or taken back. The event's row is locked first."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.notices import note
from catalogue.registrations.queue import back_in_line, give, locked, move_up, offers_close
from catalogue.registrations.rules import end, registration_of
from catalogue.registrations.tables import NoticeKind, Registration, State

LONGEST = timedelta(hours=12)
SHORTEST = timedelta(minutes=30)


def answer_by(event: Event, delivered_at: datetime) -> datetime:
    """12 hours from the delivery, shorter as the event nears, and never after its start."""
    left = (event.starts_at - delivered_at) / 4
    return min(delivered_at + min(LONGEST, max(SHORTEST, left)), event.starts_at)


async def answer(
    session: AsyncSession,
    *,
    event_id: int,
    person: Person,
    ticket: int,
    accept: bool,
    now: datetime,
) -> Registration | None:
    """The seat is theirs, or goes on to the next one; None where this offer stands no longer.

    An offer is known by its ticket: who was offered a seat, let it go and came back holds another
    one, so an old button neither gives nor takes anything.
    """
    event = await locked(session, event_id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    if own is None or own.state is not State.OFFERED or own.ticket != ticket:
        return None
    is_over = _is_over(own, event, now) or event.status is not Status.PUBLISHED
    if accept and not is_over:
        give(own, event, now=now)
        await session.flush()
        return own
    end(own, now=now)
    await move_up(session, event=event, now=now)
    return None if is_over else own


async def take_at_once(
    session: AsyncSession, *, event_id: int, person: Person, wanted: bool, now: datetime
) -> None:
    """Whether a seat is to be given without asking; nothing where the person does not wait."""
    event = await locked(session, event_id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    if own is not None and own.state is State.WAITING:
        own.at_once = wanted
        await move_up(session, event=event, now=now)


async def settle(
    session: AsyncSession,
    *,
    event: Event,
    delivered: Mapping[int, datetime],
    failed: Collection[int] = (),
    dropped: Collection[int] = (),
    now: datetime,
) -> list[Registration]:
    """Starts the time of delivered offers, ends those that are over, and lets the queue move.

    The three go by the registration's id. Who did not answer is out, and so is one whom a message
    does not get through to; who was not told because it was `dropped` or came to be too late waits
    on, as does one who cannot be reached. Returns who got a seat or the offer of one. The caller
    holds the event's lock.
    """
    too_late = offers_close(event) <= now
    for own in await open_offers(session, event):
        if own.offer_until is None and own.id in delivered:
            own.offer_until = answer_by(event, delivered[own.id])
        if own.offer_until is None and own.id not in failed:
            if too_late or own.id in dropped:
                back_in_line(own, now=now)
        elif own.id in failed or _is_over(own, event, now):
            _run_out(session, own, now)
    await session.flush()
    return await move_up(session, event=event, now=now)


async def open_offers(session: AsyncSession, event: Event) -> list[Registration]:
    """With their people, in order of the queue."""
    rows = await session.scalars(
        select(Registration)
        .where(Registration.event_id == event.id, Registration.state == State.OFFERED)
        .options(joinedload(Registration.person))
        .order_by(Registration.ticket)
        .execution_options(populate_existing=True)
    )
    return list(rows)


def _run_out(session: AsyncSession, own: Registration, now: datetime) -> None:
    if own.person.unreachable_since is not None:
        back_in_line(own, now=now)
        return
    end(own, now=now)
    note(session, own, NoticeKind.OFFER_OVER, now=now)


def _is_over(own: Registration, event: Event, now: datetime) -> bool:
    return event.starts_at <= now or (own.offer_until is not None and own.offer_until <= now)
