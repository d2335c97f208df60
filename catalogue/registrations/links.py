"""Links by which seats are passed on: which of them are open, and what ends them."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.notices import note
from catalogue.registrations.tables import Ending, NoticeKind, Registration, SeatPass, State


async def open_link(session: AsyncSession, own: Registration, *, now: datetime) -> SeatPass | None:
    """The one that may still be used; a registration has one at a time."""
    row: SeatPass | None = await session.scalar(
        select(SeatPass)
        .join(Registration, Registration.id == SeatPass.registration_id)
        .where(SeatPass.registration_id == own.id, _is_open(now))
    )
    return row


def close(link: SeatPass, ending: Ending, *, now: datetime) -> None:
    link.ended_at, link.ending = now, ending


async def end_for_the_queue(session: AsyncSession, *, event: Event, now: datetime) -> None:
    """Somebody has come to wait, and goes before any colleague: whoever sent a link is told."""
    rows = await session.execute(
        select(SeatPass, Registration)
        .join(Registration, Registration.id == SeatPass.registration_id)
        .where(Registration.event_id == event.id, _is_open(now))
    )
    for link, giver in rows.all():
        close(link, Ending.QUEUE, now=now)
        note(session, giver, NoticeKind.LINK_OVER, now=now)


def was_passed_on() -> ColumnElement[bool]:
    """Of a registration in a query: whether it ended by being passed on."""
    return and_(
        Registration.state == State.CANCELLED,
        exists().where(
            SeatPass.registration_id == Registration.id,
            SeatPass.ending == Ending.TAKEN,
            SeatPass.ended_at == Registration.changed_at,
        ),
    )


async def passed_to(session: AsyncSession, giver: Registration) -> Person | None:
    """Who took the seat that this registration had last; None where nobody did."""
    row: Person | None = await session.scalar(
        select(Person)
        .join(Registration, Registration.person_id == Person.id)
        .join(SeatPass, SeatPass.taken_by == Registration.id)
        .where(SeatPass.registration_id == giver.id, SeatPass.ticket == giver.ticket)
    )
    return row


async def passed_by(session: AsyncSession, own: Registration) -> Person | None:
    """Whose seat it was; None where it came by registering."""
    row: Person | None = await session.scalar(
        select(Person)
        .join(Registration, Registration.person_id == Person.id)
        .join(SeatPass, SeatPass.registration_id == Registration.id)
        .where(SeatPass.taken_by == own.id, SeatPass.ended_at == own.joined_at)
    )
    return row


def _is_open(now: datetime) -> ColumnElement[bool]:
    """Of a link joined with its giver, whose seat must still be the one it was made for."""
    return and_(
        SeatPass.ended_at.is_(None),
        SeatPass.expires_at > now,
        SeatPass.ticket == Registration.ticket,
        Registration.state == State.CONFIRMED,
    )
