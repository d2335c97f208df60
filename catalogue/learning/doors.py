"""Pictures of a meeting's codes that stand in chats: opened by staff, closed by them or in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import wake_clock
from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from catalogue.learning.codes import Way, code, window
from catalogue.learning.house_secret import ATTENDANCE, known_secret, secret_of
from catalogue.learning.marking import check_held, is_running, meeting_of
from catalogue.learning.refusals import DoorsClosed, MeetingGone
from catalogue.learning.tables import Door
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session, Status

#: Whoever forgets to close one does not show codes for ever.
LONGEST_OPEN = timedelta(hours=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a door shows at a moment: the codes to be scanned and to be typed."""

    event: Event
    meeting: Session
    to_scan: str
    to_type: str


async def open_door(
    session: AsyncSession,
    *,
    event: Event,
    meeting: Session,
    chat_id: int,
    language: str,
    by: Person,
    now: datetime,
) -> Door:
    """One a meeting and chat: an older one closes, so that the picture is the newest message.

    Raises NotHeld, TooEarly, DoorsClosed.
    """
    check_held(event, meeting, now)
    if not is_running(meeting, now):
        raise DoorsClosed(event)
    await secret_of(session, ATTENDANCE)
    for older in await open_doors(session, Door.session_id == meeting.id, Door.chat_id == chat_id):
        older.closed_at = now
    door = Door(
        session_id=meeting.id,
        chat_id=chat_id,
        language=language,
        opened_by=by.id,
        opened_at=now,
        closes_at=min(meeting.ends_at, now + LONGEST_OPEN),
    )
    session.add(door)
    await session.flush()
    note(
        session,
        Deed.DOOR_OPENED,
        by=by,
        now=now,
        event=event,
        meeting=meeting.starts_at.isoformat(),
    )
    wake_clock(session)
    return door


async def close_door(session: AsyncSession, door: Door, *, now: datetime) -> None:
    door.closed_at = door.closed_at or now
    await session.flush()
    wake_clock(session)


async def is_over(session: AsyncSession, door: Door, now: datetime) -> bool:
    """Whether an open door is to close by itself: also where the meeting was moved or is off."""
    try:
        event, meeting = await meeting_of(session, door.session_id)
    except MeetingGone:
        return True
    is_off = event.status is not Status.PUBLISHED
    return is_off or now >= door.closes_at or not is_running(meeting, now)


def minute_of(now: datetime) -> int:
    """A door's picture is made once for each of these."""
    return window(Way.SCANNED, now)


async def shown(session: AsyncSession, door: Door, now: datetime) -> Shown | None:
    """None for a door that is closed, or should be."""
    secret = await known_secret(session, ATTENDANCE)
    if secret is None or door.closed_at is not None or await is_over(session, door, now):
        return None
    event, meeting = await meeting_of(session, door.session_id)
    return Shown(
        event=event,
        meeting=meeting,
        to_scan=code(secret, Way.SCANNED, meeting=meeting.id, at=now),
        to_type=code(secret, Way.TYPED, meeting=meeting.id, at=now),
    )


async def prune(session: AsyncSession, *, before: datetime) -> None:
    """Forgets the doors that were closed before."""
    await session.execute(delete(Door).where(Door.closed_at < before))


async def open_doors(session: AsyncSession, *which: ColumnElement[bool]) -> Sequence[Door]:
    rows = await session.scalars(
        select(Door).where(Door.closed_at.is_(None), *which).order_by(Door.id)
    )
    return rows.all()
