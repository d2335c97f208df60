"""Somebody shows that they are at a meeting: by the code in the picture, or one that they type."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning import tries
from catalogue.learning.codes import Way, holds
from catalogue.learning.house_secret import ATTENDANCE, secret_of
from catalogue.learning.marking import (
    OPENS_BEFORE,
    entry_of,
    is_running,
    meeting_of,
    opens_at,
    show_up,
)
from catalogue.learning.refusals import MeetingGone
from catalogue.learning.tables import Attendance, CodeKind, Door, Presence, Source
from catalogue.people.tables import Person
from catalogue.programme.queries import by_id
from catalogue.programme.tables import Event, Session, Status
from catalogue.registrations.queue import TAKES_PART, confirm, free_seats, locked
from catalogue.registrations.refusals import IntroductionNeeded
from catalogue.registrations.rules import registration_of
from catalogue.registrations.tables import Registration, State


class Outcome(enum.Enum):
    """What has become of a code that somebody brought."""

    MARKED = enum.auto()
    MARKED_BEFORE = enum.auto()
    WRONG = enum.auto()
    TOO_OFTEN = enum.auto()
    NOT_NOW = enum.auto()
    OFF = enum.auto()
    NOT_CONFIRMED = enum.auto()
    UNREGISTERED = enum.auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """`event` and `meeting` are None where the code was of none; `has_seat` where one is free for
    somebody who is not registered; `again_at` is when one who was wrong too often may try again.
    """

    outcome: Outcome
    event: Event | None = None
    meeting: Session | None = None
    has_seat: bool = False
    again_at: datetime | None = None


Running = tuple[Event, Session, Registration]

#: Who says that they are there so long before or after a meeting of theirs means this one.
_NEAR = timedelta(hours=12)


async def running(session: AsyncSession, person: Person, now: datetime) -> Sequence[Running]:
    """The meetings that go on now and that the person takes part in, the earliest first."""
    return await _held(session, person, first=now, last=now + OPENS_BEFORE)


async def nearest(session: AsyncSession, *, person: Person, now: datetime) -> Arrival | None:
    """How it stands with the meeting of the person that goes on, else with the nearest one. None
    where there is none before or after within half a day.
    """
    found = await _held(session, person, first=now - _NEAR, last=now + _NEAR)
    if not found:
        return None
    nearest = min(found, key=lambda one: max(opens_at(one[1]) - now, now - one[1].ends_at))
    is_new = nearest in await _not_seen(session, found)
    return Arrival(
        outcome=Outcome.NOT_NOW if is_new else Outcome.MARKED_BEFORE,
        event=nearest[0],
        meeting=nearest[1],
    )


async def _held(
    session: AsyncSession, person: Person, *, first: datetime, last: datetime
) -> Sequence[Running]:
    """Those that begin until `last` and do not end before `first`."""
    rows = await session.execute(
        select(Registration, Session)
        .join(Session, Session.event_id == Registration.event_id)
        .join(Event, Event.id == Registration.event_id)
        .where(
            Registration.person_id == person.id,
            Registration.state.in_(TAKES_PART),
            Event.status == Status.PUBLISHED,
            Session.starts_at <= last,
            Session.ends_at >= first,
        )
        .order_by(Session.starts_at, Session.id)
    )
    found = []
    for own, meeting in rows.all():
        event = await by_id(session, own.event_id)
        assert event is not None  # noqa: S101 -- it was joined above
        found.append((event, meeting, own))
    return found


async def unmarked(session: AsyncSession, person: Person, now: datetime) -> Sequence[Running]:
    """Those of them at which nobody knows yet that the person is there."""
    return await _not_seen(session, await running(session, person, now))


async def _not_seen(session: AsyncSession, found: Sequence[Running]) -> Sequence[Running]:
    there = await session.execute(
        select(Attendance.registration_id, Attendance.session_id).where(
            Attendance.registration_id.in_([own.id for _, _, own in found]),
            Attendance.presence != Presence.ABSENT,
        )
    )
    known = {tuple(row) for row in there}
    return [one for one in found if (one[2].id, one[1].id) not in known]


async def waits_until(session: AsyncSession, *, person: Person, now: datetime) -> datetime | None:
    """When one who was wrong too often may type again; None for at once."""
    return await tries.may_try_at(session, CodeKind.DOOR, tries.by_person(person), now)


async def scanned(
    session: AsyncSession, *, person: Person, meeting_id: int, said: str, now: datetime
) -> Arrival:
    """Nothing is told of a meeting to one whose code is not good."""
    secret = await secret_of(session, ATTENDANCE)
    try:
        event, meeting = await meeting_of(session, meeting_id)
    except MeetingGone:
        return Arrival(outcome=Outcome.WRONG)
    if not holds(said, secret, Way.SCANNED, meeting=meeting.id, now=now):
        return Arrival(outcome=Outcome.WRONG)
    return await _arrived(session, person, event, meeting, source=Source.QR, now=now)


async def typed(session: AsyncSession, *, person: Person, said: str, now: datetime) -> Arrival:
    """The code of any meeting that the person takes part in now; `said` as `codes.typed_in` has it.

    What was wrong is counted, so it is returned and not raised.
    """
    if (again_at := await waits_until(session, person=person, now=now)) is not None:
        return Arrival(outcome=Outcome.TOO_OFTEN, again_at=again_at)
    if at := await shown_at(session, person=person, said=said, now=now):
        return await _arrived(session, person, *at, source=Source.CODE, now=now)
    await tries.failed(session, CodeKind.DOOR, tries.by_person(person), now)
    return Arrival(
        outcome=Outcome.WRONG, again_at=await waits_until(session, person=person, now=now)
    )


async def shown_at(
    session: AsyncSession, *, person: Person, said: str, now: datetime
) -> tuple[Event, Session] | None:
    """The meeting that the person takes part in now and whose code this is."""
    secret = await secret_of(session, ATTENDANCE)
    for event, meeting, _ in await running(session, person, now):
        if said and holds(said, secret, Way.TYPED, meeting=meeting.id, now=now):
            return event, meeting
    return None


async def register_at_door(
    session: AsyncSession, *, meeting_id: int, person: Person, now: datetime
) -> Arrival:
    """A seat for one who stands at the door and has scanned its code; then they are marked.

    Neither the end of registration nor the start holds here: so late a free seat is offered to
    nobody else. Raises MeetingGone, IntroductionNeeded.
    """
    event, meeting = await meeting_of(session, meeting_id)
    event = await locked(session, event.id)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    is_open = event.status is Status.PUBLISHED and is_running(meeting, now)
    if is_open and await _has_seat(session, event, own):
        if not person.name or not person.consented_at:
            raise IntroductionNeeded(event, name_missing=not person.name)
        await seat(session, event, own, person, now=now)
    return await _arrived(session, person, event, meeting, source=Source.QR, now=now)


async def seat(
    session: AsyncSession,
    event: Event,
    own: Registration | None,
    person: Person,
    *,
    now: datetime,
) -> Registration:
    """Who comes anew draws a ticket, and has walked in; who waited keeps theirs. The caller holds
    the event's lock.
    """
    if own is None or own.state is State.CANCELLED:
        own = own or Registration(event_id=event.id, person_id=person.id, access_need="")
        own.ticket, own.joined_at, own.walked_in = event.next_ticket, now, True
        event.next_ticket += 1
    confirm(own, now=now)
    session.add(own)
    await session.flush()
    return own


async def forget(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """The codes they typed in vain go, and what they showed at doors closes. That somebody was
    at a meeting stays, as a count.
    """
    await tries.forget(session, person=person)
    await session.execute(
        update(Door)
        .where(Door.opened_by == person.id, Door.closed_at.is_(None))
        .values(closed_at=now)
    )


async def _arrived(
    session: AsyncSession,
    person: Person,
    event: Event,
    meeting: Session,
    *,
    source: Source,
    now: datetime,
) -> Arrival:
    """With a code that is good. Staff may be taking them off just now: the state is that of the
    registration once it is held.
    """

    def is_so(outcome: Outcome, *, has_seat: bool = False) -> Arrival:
        return Arrival(outcome=outcome, event=event, meeting=meeting, has_seat=has_seat)

    if event.status is not Status.PUBLISHED:
        return is_so(Outcome.OFF)
    if not is_running(meeting, now):
        return is_so(Outcome.NOT_NOW)
    own = await registration_of(session, event_id=event.id, person_id=person.id)
    entry = await entry_of(session, own.id, meeting.id) if own else None
    if entry is None or entry.own.state not in TAKES_PART:
        return is_so(Outcome.UNREGISTERED, has_seat=await _has_seat(session, event, own))
    if entry.own.state is not State.CONFIRMED:
        return is_so(Outcome.NOT_CONFIRMED)
    is_new = await show_up(session, entry, source, now=now)
    return is_so(Outcome.MARKED if is_new else Outcome.MARKED_BEFORE)


async def _has_seat(session: AsyncSession, event: Event, own: Registration | None) -> bool:
    """For one who has none; where the organiser approves, the door cannot."""
    if own is not None and own.state in {*TAKES_PART, State.OFFERED}:
        return own.state is State.OFFERED and not event.needs_approval
    return not event.needs_approval and await free_seats(session, event) != 0
