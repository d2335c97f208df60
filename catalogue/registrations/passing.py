"""A seat passed on to a colleague by a one-time link. The event's row is locked first.

A link that is open says that nobody waits: it is made only then, and ends when somebody comes to
wait (`rules.join`), so a colleague never passes the queue.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.one_time import hashed, new_secret
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.links import close, open_link
from catalogue.registrations.notices import note
from catalogue.registrations.queue import IN_QUEUE, confirm, locked, place_of
from catalogue.registrations.refusals import (
    AlreadyRegistered,
    Hindrance,
    OwnPass,
    PassGone,
    QueueFirst,
    SeatNotPassed,
)
from catalogue.registrations.rules import (
    Joined,
    arrive,
    check_open,
    check_person,
    end,
    registration_of,
)
from catalogue.registrations.tables import Ending, NoticeKind, Registration, SeatPass, State

LIVES = timedelta(hours=48)

_ENDED = {
    Ending.TAKEN: Hindrance.USED,
    Ending.WITHDRAWN: Hindrance.WITHDRAWN,
    Ending.QUEUE: Hindrance.QUEUE,
}


@dataclass(frozen=True, slots=True)
class Link:
    """What is sent to the colleague: the secret is known now and never again."""

    event: Event
    secret: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A seat that waits for whoever looks at the link; `own` is their row of an earlier time."""

    event: Event
    link: SeatPass
    giver: Registration
    own: Registration | None


def may_pass(own: Registration, event: Event, *, now: datetime) -> bool:
    """Whether it is worth asking: the queue is looked at when the link is made.

    When registration is over, the list stands, and only staff change it; where the organiser
    approves each registration, nobody else decides who comes.
    """
    is_open = event.status is Status.PUBLISHED and event.closes_at > now
    return is_open and own.state is State.CONFIRMED and not event.needs_approval


async def make(session: AsyncSession, *, event_id: int, person: Person, now: datetime) -> Link:
    """A link for one colleague, in the place of an earlier one. Raises a Refusal."""
    event = await locked(session, event_id)
    check_open(event, now)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    if own is None or own.state is not State.CONFIRMED:
        raise SeatNotPassed(event, Hindrance.NO_SEAT)
    if event.needs_approval:
        raise SeatNotPassed(event, Hindrance.APPROVAL)
    waits = exists().where(Registration.event_id == event.id, Registration.state.in_(IN_QUEUE))
    if await session.scalar(select(waits)):
        raise QueueFirst(event)
    if earlier := await open_link(session, own, now=now):
        close(earlier, Ending.WITHDRAWN, now=now)
    secret, expires_at = new_secret(), min(now + LIVES, event.closes_at)
    session.add(
        SeatPass(
            registration_id=own.id,
            ticket=own.ticket,
            secret_hash=hashed(secret),
            made_at=now,
            expires_at=expires_at,
        )
    )
    await session.flush()
    return Link(event, secret, expires_at)


async def withdraw(session: AsyncSession, *, event_id: int, person: Person, now: datetime) -> bool:
    """False where there was no link any more."""
    event = await locked(session, event_id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    link = await open_link(session, own, now=now) if own else None
    if link is not None:
        close(link, Ending.WITHDRAWN, now=now)
    return link is not None


async def offered(session: AsyncSession, *, secret: str, person: Person, now: datetime) -> Passed:
    """The seat behind the link, where it is for this person to take. Raises a Refusal."""
    found = (
        select(SeatPass, Registration)
        .join(Registration, Registration.id == SeatPass.registration_id)
        .where(SeatPass.secret_hash == hashed(secret))
        .execution_options(populate_existing=True)
    )
    row = (await session.execute(found)).one_or_none()
    if row is None:
        raise PassGone
    event = await locked(session, row[1].event_id)
    link, giver = (await session.execute(found)).one()
    check_open(event, now)
    if giver.person_id == person.id:
        raise OwnPass
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    if own and own.state is not State.CANCELLED:
        raise AlreadyRegistered(own, await place_of(session, own))
    if why := _hindrance(link, giver, event, now):
        raise SeatNotPassed(event, why)
    return Passed(event=event, link=link, giver=giver, own=own)


async def take(
    session: AsyncSession,
    *,
    secret: str,
    person: Person,
    now: datetime,
    despite_clash: bool = False,
) -> Joined:
    """The seat changes hands in one transaction, so that it is nobody else's for a moment.

    The colleague draws a ticket as anybody who comes; what the giver said of who pays stays with
    the giver. Raises a Refusal.
    """
    there = await offered(session, secret=secret, person=person, now=now)
    event, giver = there.event, there.giver
    await check_person(session, event=event, person=person, despite_clash=despite_clash)
    end(giver, now=now)
    own = await arrive(session, event=event, person=person, own=there.own, now=now)
    confirm(own, now=now)
    close(there.link, Ending.TAKEN, now=now)
    there.link.taken_by = own.id
    note(session, giver, NoticeKind.PASSED_ON, now=now)
    await session.flush()
    return Joined(event, own, None)


def _hindrance(
    link: SeatPass, giver: Registration, event: Event, now: datetime
) -> Hindrance | None:
    if link.ending is not None:
        return _ENDED[link.ending]
    if giver.state is not State.CONFIRMED or giver.ticket != link.ticket:
        return Hindrance.LEFT
    if link.expires_at <= now:
        return Hindrance.EXPIRED
    return Hindrance.APPROVAL if event.needs_approval else None
