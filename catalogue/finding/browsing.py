"""Looking through the coming programme month by month, with filters."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Text, bindparam, cast, func, inspect, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from catalogue.programme.spans import midnight
from catalogue.programme.tables import Event, Mode, Status
from catalogue.registrations.queue import HOLDS_A_SEAT
from catalogue.registrations.tables import Registration, State

#: Made once: every list asks it, and has the sessions in the same answer.
_THESE = (
    select(Event)
    .options(joinedload(Event.sessions))
    .where(Event.id.in_(bindparam("ids", expanding=True)))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; what is empty is open. Online and on site both admit hybrid."""

    mode: Mode | None = None
    free: bool = False
    seats: bool = False
    city: str = ""
    audience: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A page (from 0) of one month. `before` and `after` are the nearest months with something."""

    first_day: date
    page: int
    events: tuple[Event, ...]
    total: int
    before: date | None
    after: date | None


async def month(
    session: AsyncSession,
    *,
    wanted: Wanted,
    first_day: date | None,
    page: int,
    per_page: int,
    now: datetime,
    timezone: ZoneInfo,
) -> Month | None:
    """The month of `first_day`, else the nearest later one, else the first; None: nothing at all.

    Months are of the wall clock in `timezone`. A page past the end, which a month may have lost
    meanwhile, is its last one.
    """
    conditions = _conditions(wanted, now)

    async def edge(moment: ColumnElement[datetime], *more: ColumnElement[bool]) -> date | None:
        found = await session.scalar(select(moment).where(*conditions, *more))
        return found.astimezone(timezone).date().replace(day=1) if found else None

    asked = midnight(first_day, timezone) if first_day else now
    first = await edge(func.min(Event.starts_at), Event.starts_at >= asked)
    first = first or await edge(func.min(Event.starts_at))
    if first is None:
        return None
    start, end = midnight(first, timezone), midnight(_next_month(first), timezone)
    inside = (*conditions, Event.starts_at >= start, Event.starts_at < end)
    total = await session.scalar(select(func.count()).select_from(Event).where(*inside)) or 0
    page = min(page, max(0, total - 1) // per_page)
    events = await session.scalars(
        select(Event)
        .where(*inside)
        .order_by(Event.starts_at, Event.id)
        .offset(page * per_page)
        .limit(per_page)
    )
    return Month(
        first_day=first,
        page=page,
        events=tuple(events),
        total=total,
        before=await edge(func.max(Event.starts_at), Event.starts_at < start),
        after=await edge(func.min(Event.starts_at), Event.starts_at >= end),
    )


async def events_of(session: AsyncSession, ids: Sequence[int]) -> list[Event]:
    """The events of these row ids, in that order; those gone meanwhile are left out.

    What the session holds is not read again: its transaction sees nothing newer.
    """
    found = {number: event for number in ids if (event := _held(session, number))}
    if missing := [number for number in ids if number not in found]:
        rows = await session.scalars(_THESE, {"ids": missing})
        found |= {event.id: event for event in rows.unique()}
    return [found[number] for number in ids if number in found]


def _held(session: AsyncSession, event_id: int) -> Event | None:
    key = Event.__mapper__.identity_key_from_primary_key((event_id,))
    event: Event | None = session.identity_map.get(key)
    return None if event is None or inspect(event).expired else event


async def event_seen(
    session: AsyncSession, event_id: int, *, person_id: int | None = None
) -> Event | None:
    """The event if it is for this person's eyes: a cancelled one is, a draft only for those who
    had joined before it was taken back.
    """
    event = await session.get(Event, event_id)
    if event is None or event.status is not Status.DRAFT:
        return event
    own = select(Registration.id).where(
        Registration.event_id == event_id,
        Registration.person_id == person_id,
        Registration.state != State.CANCELLED,
    )
    return event if await session.scalar(own) is not None else None


async def count(session: AsyncSession, *, now: datetime) -> int:
    """How many published events are still to come."""
    query = select(func.count()).select_from(Event).where(*_conditions(Wanted(), now))
    return await session.scalar(query) or 0


async def cities(session: AsyncSession, *, now: datetime) -> list[str]:
    """The towns of the coming events, those with the most events first."""
    rows = await session.execute(
        select(Event.city, func.count())
        .where(*_conditions(Wanted(), now), Event.city != "")
        .group_by(Event.city)
        .order_by(func.count().desc(), Event.city)
    )
    return [city for city, _ in rows]


async def audiences(session: AsyncSession, *, now: datetime) -> list[str]:
    """The groups the coming events are for, the most frequent first."""
    rows = await session.scalars(select(Event.audience).where(*_conditions(Wanted(), now)))
    tally: dict[str, int] = {}
    for groups in rows:
        for group in groups:
            tally[group] = tally.get(group, 0) + 1
    return sorted(tally, key=lambda group: (-tally[group], group))


def _conditions(wanted: Wanted, now: datetime) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        Event.status == Status.PUBLISHED,
        Event.starts_at > now,
    ]
    if wanted.mode:
        conditions.append(Event.mode.in_([wanted.mode, Mode.HYBRID]))
    if wanted.free:
        conditions.append(Event.price_eur == 0)
    if wanted.city:
        conditions.append(Event.city == wanted.city)
    if wanted.audience:
        # The list is kept as JSON text, so one of its values stands there with its quotes.
        written = json.dumps(wanted.audience)
        conditions.append(cast(Event.audience, Text).contains(written, autoescape=True))
    if wanted.seats:
        taken = (
            select(func.count())
            .where(Registration.event_id == Event.id, Registration.state.in_(HOLDS_A_SEAT))
            .scalar_subquery()
        )
        conditions.append(or_(Event.seats.is_(None), Event.seats > taken))
    return conditions


def _next_month(day: date) -> date:
    return day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1, day=1)
