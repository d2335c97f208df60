"""Who came without a registration: staff write them down at the list, with a seat and a mark."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from catalogue.learning.arriving import seat
from catalogue.learning.marking import Entry, Said, check_held, entry_of, mark, meeting_of
from catalogue.learning.refusals import ReasonNeeded
from catalogue.learning.tables import Presence
from catalogue.participants.adding import alike, new_person
from catalogue.participants.pasted import Pasted
from catalogue.participants.queries import Listed, everybody
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session
from catalogue.registrations.queue import HOLDS_A_SEAT, free_seats, locked
from catalogue.registrations.tables import Registration, State


def check_open(event: Event, meeting: Session, now: datetime) -> None:
    """Until the report is handed in. Raises NotHeld, TooEarly, ReasonNeeded."""
    check_held(event, meeting, now)
    if event.reported_at is not None:
        raise ReasonNeeded


async def known_as(session: AsyncSession, event: Event, given: Pasted) -> Listed | None:
    """Who stands in the event's lists by this name already; whoever has cancelled only where
    nobody else does.
    """
    found = alike(await everybody(session, event), given)
    return min(found, key=lambda one: one.state is State.CANCELLED, default=None)


async def goes_over(session: AsyncSession, event: Event, there: Listed | None) -> bool:
    """Whether there would be more people than seats; at the door that is for staff to know, and
    nobody is sent home.
    """
    has_seat = there is not None and there.state in HOLDS_A_SEAT
    return not has_seat and await free_seats(session, event) == 0


async def write_down(
    session: AsyncSession,
    *,
    meeting_id: int,
    given: Pasted,
    by: Person,
    now: datetime,
    zone: ZoneInfo,
) -> Entry:
    """There, whether seats are left or not; one who stands in a list already is that very person.

    `by` says that somebody new agrees. Raises MeetingGone, NotHeld, TooEarly, ReasonNeeded.
    """
    event, meeting = await meeting_of(session, meeting_id)
    event = await locked(session, event.id)
    check_open(event, meeting, now)
    there = await known_as(session, event, given)
    over = await goes_over(session, event, there)
    if there is None:
        person, own = await new_person(session, given, by=by, now=now), None
        note(session, Deed.PERSON_ADDED, by=by, now=now, event=event, about=person)
    else:
        person = await session.get_one(Person, there.person_id)
        own = await session.get_one(Registration, there.registration_id)
    if own is None or own.state is not State.CONFIRMED:
        if own is not None:
            note(session, Deed.SEAT_GIVEN, by=by, now=now, event=event, about=person, over=over)
        own = await seat(session, event, own, person, now=now)
    entry = await entry_of(session, own.id, meeting.id)
    await mark(session, entry, Said(Presence.PRESENT), by=by, now=now, zone=zone)
    return await entry_of(session, own.id, meeting.id)
