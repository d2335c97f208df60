"""What is kept of the seats a person took: what they said of each, and what they were told."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.attendance import marks_of
from catalogue.people.tables import Person
from catalogue.practice.tables import UseAsked
from catalogue.privacy.facts import Facts, said
from catalogue.quality.tables import FeedbackAsked
from catalogue.registrations.queries import own_registrations
from catalogue.registrations.tables import (
    LeaveRequest,
    Notice,
    Payment,
    Registration,
    SeatPass,
)

OfSeat = TypeVar("OfSeat", Notice, LeaveRequest, SeatPass, UseAsked)


async def of_seats(session: AsyncSession, person: Person) -> list[Facts]:
    """Each registration, with all that hangs on it."""
    notices = await _of_each(session, person, Notice, _notice)
    paying = await _payments(session, person)
    attended = await _attendance(session, person)
    asked = await _of_each(session, person, LeaveRequest, _request)
    links = await _of_each(session, person, SeatPass, _seat_pass)
    feedback = await _feedback(session, person)
    used = await _of_each(session, person, UseAsked, _use)
    return [
        {
            "title": own.event.title,
            "centre": own.event.centre.name,
            "starts_at": said(own.event.starts_at),
            "state": own.state.value,
            "joined_at": said(own.joined_at),
            "changed_at": said(own.changed_at),
            "access_need": own.access_need,
            "at_once": own.at_once,
            "walked_in": own.walked_in,
            "offer_until": said(own.offer_until),
            "payment": paying.get(own.id, {}),
            "leave_requests": asked.get(own.id, []),
            "seat_passes": links.get(own.id, []),
            "attendance": attended.get(own.id, []),
            "feedback": feedback.get(own.id, {}),
            "use_asked": used.get(own.id, []),
            "notices": notices.get(own.id, []),
        }
        for own in await own_registrations(session, person=person)
    ]


async def _attendance(session: AsyncSession, person: Person) -> Mapping[int, list[Facts]]:
    """What was said of them at each meeting."""
    found: dict[int, list[Facts]] = {}
    for mark, meeting in await marks_of(session, person):
        facts = {
            "starts_at": said(meeting.starts_at),
            "presence": mark.presence.value,
            "hours": mark.hours,
            "source": mark.source.value,
            "marked_at": said(mark.marked_at),
        }
        found.setdefault(mark.registration_id, []).append(facts)
    return found


async def _feedback(session: AsyncSession, person: Person) -> Mapping[int, Facts]:
    """That they were asked, and whether they answered; what they said nobody can find."""
    rows = await session.scalars(
        select(FeedbackAsked)
        .join(Registration, Registration.id == FeedbackAsked.registration_id)
        .where(Registration.person_id == person.id)
    )
    return {
        one.registration_id: {
            "asked_at": said(one.asked_at),
            "reminded_at": said(one.reminded_at),
            "answered": one.answered,
        }
        for one in rows
    }


async def _payments(session: AsyncSession, person: Person) -> Mapping[int, Facts]:
    """Who pays for each registration where that was said or paid."""
    rows = await session.scalars(
        select(Payment)
        .join(Registration, Registration.id == Payment.registration_id)
        .where(Registration.person_id == person.id)
    )
    return {
        one.registration_id: {
            "payer": one.payer.value if one.payer else None,
            "payer_name": one.school,
            "payer_contact": one.contact,
            "said_at": said(one.said_at),
            "paid_at": said(one.paid_at),
        }
        for one in rows
    }


async def _of_each(
    session: AsyncSession,
    person: Person,
    table: type[OfSeat],
    facts: Callable[[OfSeat], Facts],
) -> Mapping[int, list[Facts]]:
    """What stands in a table of each registration, the oldest first."""
    rows = await session.scalars(
        select(table)
        .join(Registration, Registration.id == table.registration_id)
        .where(Registration.person_id == person.id)
        .order_by(table.id)
    )
    found: dict[int, list[Facts]] = {}
    for one in rows:
        found.setdefault(one.registration_id, []).append(facts(one))
    return found


def _request(one: LeaveRequest) -> Facts:
    return {"reason": one.reason, "asked_at": said(one.asked_at), "granted": one.granted}


def _seat_pass(one: SeatPass) -> Facts:
    return {"made_at": said(one.made_at), "used": one.taken_by is not None}


def _notice(one: Notice) -> Facts:
    """What the person was told, and what they answered."""
    return {
        "notice": one.kind.value,
        "made_at": said(one.made_at),
        "is_fine": one.is_fine,
        "answered_at": said(one.answered_at),
    }


def _use(one: UseAsked) -> Facts:
    """That they were asked what they made use of, and what they said."""
    return {
        "asked_at": said(one.asked_at),
        "round": one.round.value,
        "use": one.use.value if one.use else None,
    }
