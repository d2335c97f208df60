"""The list that staff tick: who is expected at a meeting, and what was said of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from catalogue.learning.attendance import presence_of
from catalogue.learning.marking import Entry, Said, check_held, entry_of, is_correction, mark
from catalogue.learning.refusals import ReasonNeeded
from catalogue.learning.tables import Attendance, Presence
from catalogue.participants.queries import answers, everybody
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session
from catalogue.registrations.tables import State


@dataclass(frozen=True, slots=True)
class Line:
    """One who is expected, or who `walked_in`; `mark` None where nothing was said of them."""

    registration_id: int
    name: str
    mark: Attendance | None
    school: str = ""
    walked_in: bool = False

    @property
    def is_there(self) -> bool:
        return self.mark is not None and self.mark.presence.is_there

    def answers(self, words: str, *, by_school: bool) -> bool:
        return answers(words, self.name, self.school if by_school else "")


async def roll_of(session: AsyncSession, event: Event, meeting: Session) -> Sequence[Line]:
    """By surname, and last those who came without a registration. Whoever waits is not expected."""
    marks = {
        number: one
        for number, own in (await presence_of(session, event)).items()
        for one in own
        if one.session_id == meeting.id
    }
    return [
        Line(
            one.registration_id,
            one.name,
            marks.get(one.registration_id),
            school=one.school,
            walked_in=one.walked_in,
        )
        for one in await everybody(session, event)
        if one.state is State.CONFIRMED
    ]


def ticked(entry: Entry) -> Said:
    """What one more press says: there, or not there after all."""
    is_there = entry.mark is not None and entry.mark.presence.is_there
    return Said(Presence.ABSENT if is_there else Presence.PRESENT)


async def say_of(
    session: AsyncSession,
    entry: Entry,
    said: Said,
    *,
    by: Person,
    now: datetime,
    zone: ZoneInfo,
    reason: str = "",
) -> bool:
    """As `mark`; that one of staff keeps the list of a meeting is noted with their first tick.

    Each tick stands with whoever made it: the journal would be full of them.
    """
    is_first = await _is_first(session, entry.meeting, by)
    is_new = await mark(session, entry, said, by=by, now=now, zone=zone, reason=reason)
    if is_new and is_first:
        starts_at = entry.meeting.starts_at.isoformat()
        note(session, Deed.ROLL_KEPT, by=by, now=now, event=entry.event, meeting=starts_at)
    return is_new


async def all_came(
    session: AsyncSession,
    event: Event,
    meeting: Session,
    *,
    by: Person,
    now: datetime,
    zone: ZoneInfo,
) -> int:
    """Of whom nothing was said yet, nor by a colleague meanwhile; how many they were.

    Raises NotHeld, TooEarly, ReasonNeeded.
    """
    check_held(event, meeting, now)
    roll = await roll_of(session, event, meeting)
    came = 0
    for number in sorted(one.registration_id for one in roll if one.mark is None):
        entry = await entry_of(session, number, meeting.id)
        if entry.mark is not None:
            continue
        if is_correction(entry, now, zone):
            raise ReasonNeeded
        await mark(session, entry, Said(Presence.PRESENT), by=by, now=now, zone=zone)
        came += 1
    if came:
        note(
            session,
            Deed.ALL_CAME,
            by=by,
            now=now,
            event=event,
            meeting=meeting.starts_at.isoformat(),
            people=came,
        )
    return came


async def _is_first(session: AsyncSession, meeting: Session, by: Person) -> bool:
    own = select(Attendance.id).where(
        Attendance.session_id == meeting.id, Attendance.marked_by == by.id
    )
    return await session.scalar(own.limit(1)) is None
