"""What is said of one person at one meeting, by themselves or by staff, and when it may be said."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from catalogue.learning.hours import shares
from catalogue.learning.issuing import look_again
from catalogue.learning.refusals import (
    MeetingGone,
    NamesSomebody,
    NotAReason,
    NotHeld,
    NotPartOfMeeting,
    NotTakingPart,
    ReasonNeeded,
    TooEarly,
)
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.people.named import is_named
from catalogue.people.tables import Person
from catalogue.programme.queries import by_id
from catalogue.programme.tables import Event, Session, Status
from catalogue.registrations.refusals import RegistrationGone
from catalogue.registrations.tables import Registration, State

#: People come before it begins.
OPENS_BEFORE = timedelta(minutes=30)
LONGEST_REASON = 200
_SHORTEST_REASON = 3
_DIGITS = 2


def opens_at(meeting: Session) -> datetime:
    return meeting.starts_at - OPENS_BEFORE


def is_running(meeting: Session, now: datetime) -> bool:
    """Whether one can show that one is there: from half an hour before the start to the end."""
    return opens_at(meeting) <= now <= meeting.ends_at


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be kept of somebody; `hours` are academic ones, None is the whole meeting."""

    presence: Presence
    hours: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person at one meeting; `mark` is what was said last, None where nothing was."""

    event: Event
    meeting: Session
    own: Registration
    person: Person
    mark: Attendance | None

    @property
    def said(self) -> Said | None:
        return Said(self.mark.presence, self.mark.hours) if self.mark else None


async def meeting_of(session: AsyncSession, meeting_id: int) -> tuple[Event, Session]:
    """Raises MeetingGone."""
    event_id = await session.scalar(select(Session.event_id).where(Session.id == meeting_id))
    event = await by_id(session, event_id) if event_id else None
    if event is None:
        raise MeetingGone
    return event, next(one for one in event.sessions if one.id == meeting_id)


async def entry_of(session: AsyncSession, registration_id: int, meeting_id: int) -> Entry:
    """Locked, so that of two who say something at once each sees what the other said. The event
    is held first, as wherever both are: whoever decides about its people holds it too.

    Raises MeetingGone, RegistrationGone.
    """
    event, meeting = await meeting_of(session, meeting_id)
    await session.refresh(event, ["status", "reported_at"], with_for_update={"read": True})
    own = await session.scalar(
        select(Registration)
        .where(Registration.id == registration_id, Registration.event_id == event.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    person = await session.get(Person, own.person_id) if own else None
    if own is None or person is None or person.forgotten_at is not None:
        raise RegistrationGone
    mark = await session.scalar(
        select(Attendance)
        .where(Attendance.registration_id == own.id, Attendance.session_id == meeting.id)
        .execution_options(populate_existing=True)
    )
    return Entry(event=event, meeting=meeting, own=own, person=person, mark=mark)


def check_held(event: Event, meeting: Session, now: datetime) -> None:
    """Raises NotHeld, TooEarly."""
    if event.status is not Status.PUBLISHED:
        raise NotHeld(event)
    if now < opens_at(meeting):
        raise TooEarly(event, opens_at(meeting))


def is_correction(entry: Entry, now: datetime, zone: ZoneInfo) -> bool:
    """Whether a reason is asked for: once the event was reported, always; before, where something
    else was said than now, and the day of the meeting is over.

    On the day itself the list is still being made, and a slip of the thumb needs no reason.
    """
    if entry.event.reported_at is not None:
        return True
    last_day = entry.meeting.ends_at.astimezone(zone).date()
    return entry.mark is not None and now.astimezone(zone).date() > last_day


def check_hours(event: Event, meeting: Session, hours: float) -> float | None:
    """As they are printed, to a hundredth; None where it is all of the meeting.

    Raises NotPartOfMeeting.
    """
    said, most = round(hours, _DIGITS), round(shares(event)[meeting.id], _DIGITS)
    if not 0 < said <= most:
        raise NotPartOfMeeting(most)
    return None if said == most else said


def check_reason(written: str, person: Person) -> str:
    """On one line. Raises NotAReason, NamesSomebody.

    The journal is never changed, and who is forgotten must have no name in it.
    """
    reason = " ".join(written.split())
    if not _SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise NotAReason
    if is_named(person.name, reason):
        raise NamesSomebody
    return reason


async def mark(
    session: AsyncSession,
    entry: Entry,
    said: Said,
    *,
    by: Person | None,
    now: datetime,
    zone: ZoneInfo,
    reason: str = "",
) -> bool:
    """What staff say of a person; whether it is anything new.

    Who says what first stands with the mark; what it was before it was changed, in the journal.
    Raises NotHeld, TooEarly, NotTakingPart, ReasonNeeded, NotAReason, NamesSomebody.
    """
    check_held(entry.event, entry.meeting, now)
    if entry.own.state is not State.CONFIRMED:
        raise NotTakingPart(entry.event)
    if said == entry.said:
        return False
    told = check_reason(reason, entry.person) if reason else ""
    if not told and is_correction(entry, now, zone):
        raise ReasonNeeded
    if by is not None and (entry.mark is not None or told):
        note(
            session,
            Deed.ATTENDANCE_CHANGED,
            by=by,
            now=now,
            event=entry.event,
            about=entry.person,
            meeting=entry.meeting.starts_at.isoformat(),
            changed=_changed(entry, said),
            reason=told,
        )
    _keep(session, entry, said, Source.LIST, now=now, by=by)
    await session.flush()
    await look_again(session, entry.event)
    return True


async def show_up(session: AsyncSession, entry: Entry, source: Source, *, now: datetime) -> bool:
    """What a code says of the person who brought it; whether it is anything new.

    It proves that they are there, also where staff had looked for them before they came; what
    staff said of one who came stands.
    """
    if entry.mark is not None and entry.mark.presence.is_there:
        return False
    _keep(session, entry, Said(Presence.PRESENT), source, now=now, by=None)
    await session.flush()
    return True


def _keep(
    session: AsyncSession,
    entry: Entry,
    said: Said,
    source: Source,
    *,
    now: datetime,
    by: Person | None,
) -> None:
    kept = entry.mark or Attendance(registration_id=entry.own.id, session_id=entry.meeting.id)
    kept.presence, kept.hours, kept.source = said.presence, said.hours, source
    kept.marked_at, kept.marked_by = now, by.id if by else None
    session.add(kept)


def _changed(entry: Entry, said: Said) -> list[dict[str, Any] | None]:
    """What was said before, if anything, and what is said now."""
    return [
        {"presence": one.presence.value, "hours": one.hours} if one else None
        for one in (entry.said, said)
    ]
