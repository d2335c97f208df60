"""The stages of an event's life, and what staff do to bring it from one to the next.

Only three of them are written down (`Status`); the others follow from seats, hours and stamps.
"""

import enum
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing.rules import Changed, Edits, save
from catalogue.programme.refusals import StageOver
from catalogue.programme.tables import Event, Status

LONGEST_REASON = 300


class Stage(enum.StrEnum):
    """In the order in which an event goes through them; it may be cancelled at any time."""

    DRAFT = "draft"
    PUBLISHED = "published"
    FULL = "full"
    CLOSED = "closed"
    HELD = "held"
    REPORTED = "reported"
    CANCELLED = "cancelled"


class Turn(enum.StrEnum):
    """What staff do about it."""

    PUBLISH = "p"
    CLOSE = "c"
    REOPEN = "o"
    REPORT = "r"
    CANCEL = "x"


#: What may be done at each stage, what is most often wanted first.
TURNS: Mapping[Stage, tuple[Turn, ...]] = {
    Stage.DRAFT: (Turn.PUBLISH, Turn.CANCEL),
    Stage.PUBLISHED: (Turn.CLOSE, Turn.CANCEL),
    Stage.FULL: (Turn.CLOSE, Turn.CANCEL),
    Stage.CLOSED: (Turn.REOPEN, Turn.CANCEL),
    Stage.HELD: (Turn.REPORT,),
    Stage.REPORTED: (),
    Stage.CANCELLED: (Turn.PUBLISH,),
}


def stage(event: Event, *, free: int | None, now: datetime) -> Stage:
    """`free` is how many seats are left, None where they have no limit."""
    if event.status is Status.CANCELLED:
        return Stage.CANCELLED
    if event.status is Status.DRAFT:
        return Stage.DRAFT
    if event.reported_at is not None:
        return Stage.REPORTED
    if last_end(event) <= now:
        return Stage.HELD
    if event.closes_at <= now:
        return Stage.CLOSED
    return Stage.FULL if free == 0 else Stage.PUBLISHED


def turns(event: Event, *, free: int | None, now: datetime) -> tuple[Turn, ...]:
    """Registration of what has begun stays closed, and what is over is not put off any more."""
    possible = TURNS[stage(event, free=free, now=now)]
    is_over = last_end(event) <= now
    return tuple(
        turn
        for turn in possible
        if not (turn is Turn.REOPEN and event.starts_at <= now)
        and not (turn in {Turn.PUBLISH, Turn.CANCEL} and is_over)
    )


def last_end(event: Event) -> datetime:
    return max((meeting.ends_at for meeting in event.sessions), default=event.starts_at)


async def take(
    session: AsyncSession,
    event: Event,
    turn: Turn,
    *,
    free: int | None,
    now: datetime,
    zone: ZoneInfo,
    reason: str = "",
) -> Changed | None:
    """The caller `held` the event. Raises StageOver where it is at another stage by now."""
    if turn not in turns(event, free=free, now=now):
        raise StageOver(event)
    return await save(session, event, Edits(_values(turn, now, reason)), now=now, zone=zone)


def _values(turn: Turn, now: datetime, reason: str) -> dict[str, Any]:
    """A registration that is opened again goes on to the start: the old deadline has passed."""
    values: Mapping[Turn, dict[str, Any]] = {
        Turn.PUBLISH: {"status": Status.PUBLISHED},
        Turn.CLOSE: {"registration_closes": now},
        Turn.REOPEN: {"registration_closes": None},
        Turn.REPORT: {"reported_at": now},
        Turn.CANCEL: {
            "status": Status.CANCELLED,
            "cancel_reason": " ".join(reason.split())[:LONGEST_REASON],
        },
    }
    return values[turn]
