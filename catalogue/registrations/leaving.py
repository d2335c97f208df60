"""Asking to be let go when one may no longer leave by oneself. The event's row is locked first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import wake_clock
from catalogue.journal.tables import Deed
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.decisions import Case, decided
from catalogue.registrations.queue import TAKES_PART, locked, move_up
from catalogue.registrations.refusals import (
    EventStarted,
    LeaveRefused,
    NotRegistered,
)
from catalogue.registrations.rules import end, registration_of
from catalogue.registrations.tables import LeaveRequest, NoticeKind, Registration

LONGEST_REASON = 300


async def ask(
    session: AsyncSession, *, event_id: int, person: Person, reason: str, now: datetime
) -> LeaveRequest:
    """The place stays theirs until the organiser has decided; asking again changes nothing.

    Raises NotRegistered, EventStarted, LeaveRefused.
    """
    event = await locked(session, event_id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    if own is None or own.state not in TAKES_PART:
        raise NotRegistered(event)
    if event.starts_at <= now:
        raise EventStarted(event)
    request = await request_of(session, own)
    if request is not None and request.granted is False:
        raise LeaveRefused(event)
    if request is None:
        request = LeaveRequest(
            registration_id=own.id,
            ticket=own.ticket,
            reason=" ".join(reason.split())[:LONGEST_REASON],
            asked_at=now,
        )
        session.add(request)
        await session.flush()
        wake_clock(session)  # the coordinators hear of it
    return request


async def request_of(session: AsyncSession, own: Registration) -> LeaveRequest | None:
    """What was asked since the person joined last."""
    row: LeaveRequest | None = await session.scalar(
        select(LeaveRequest)
        .where(LeaveRequest.registration_id == own.id, LeaveRequest.ticket == own.ticket)
        .execution_options(populate_existing=True)
    )
    return row


async def take_back(session: AsyncSession, *, event_id: int, person: Person) -> bool:
    """They come after all; False where there is nothing open to take back."""
    event = await locked(session, event_id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    request = await request_of(session, own) if own else None
    if request is None or request.granted is not None:
        return False
    await session.delete(request)
    await session.flush()
    return True


def is_asked() -> ColumnElement[bool]:
    """Of a request joined with its registration: whether it waits for an answer."""
    return and_(
        LeaveRequest.ticket == Registration.ticket,
        LeaveRequest.granted.is_(None),
        Registration.state.in_(TAKES_PART),
    )


def asks_to_leave() -> ColumnElement[bool]:
    """Of a registration in a query: whether it waits for such an answer."""
    return exists().where(LeaveRequest.registration_id == Registration.id, is_asked())


@dataclass(frozen=True, slots=True)
class Asking:
    """One who waits for an answer."""

    request: LeaveRequest
    person: Person


async def who_ask(session: AsyncSession, event: Event) -> list[Asking]:
    """Who has waited longest comes first."""
    rows = await session.execute(
        select(LeaveRequest, Person)
        .join(Registration, Registration.id == LeaveRequest.registration_id)
        .join(Person, Person.id == Registration.person_id)
        .where(Registration.event_id == event.id, is_asked())
        .order_by(LeaveRequest.asked_at, LeaveRequest.id)
        .execution_options(populate_existing=True)
    )
    return [Asking(request, person) for request, person in rows]


async def answer(session: AsyncSession, case: Case, *, ticket: int, granted: bool) -> bool:
    """Let go, the seat goes to the next in the queue; else it stays theirs.

    False where there was nothing to answer any more: a colleague was quicker, the request was
    taken back, the person is out or has come anew with another `ticket`, the event has started.
    """
    request = await request_of(session, case.own)
    is_open = request is not None and request.granted is None and request.ticket == ticket
    if request is None or not is_open or case.own.state not in TAKES_PART or not case.is_open:
        return False
    request.granted, request.decided_at, request.decided_by = granted, case.now, case.by.id
    if not granted:
        await decided(session, case, Deed.LEAVE_REFUSED, NoticeKind.LEAVE_REFUSED)
        return True
    end(case.own, now=case.now)
    await decided(session, case, Deed.LEAVE_GRANTED, NoticeKind.LEAVE_GRANTED)
    await move_up(session, event=case.event, now=case.now)
    return True
