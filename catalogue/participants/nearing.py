"""Events that come near with few registered or none, while there is time to do something."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.holidays import is_workday
from catalogue.programme.tables import Event, Status
from catalogue.registrations.queue import HOLDS_A_SEAT
from catalogue.registrations.tables import Registration
from catalogue.search.normalise import words

#: Before the first meeting: while an announcement still helps, and to decide whether it is held.
DAYS_BEFORE = (7, 2)
#: Hours of an office's day, as the clock on the wall has it.
OFFICE_HOURS = range(8, 18)
#: A smaller group cannot work in pairs or groups.
SMALL_GROUP = 5

_DAY = timedelta(days=1)
#: The longest row of days off, so that a working day before it is looked at in time.
_DAYS_OFF = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Nearing:
    """An event with few registered, and how many they are."""

    event: Event
    registered: int


def is_few(registered: int, seats: int) -> bool:
    """Under a third of the seats, or a small group where that is not half of them already."""
    return registered < max(seats / 3, min(SMALL_GROUP, seats / 2))


def is_office_time(now: datetime, zone: ZoneInfo) -> bool:
    """Pupils' holidays are working days of an office."""
    local = now.astimezone(zone)
    return local.hour in OFFICE_HOURS and is_workday(local.date())


def due(event: Event, *, now: datetime, zone: ZoneInfo) -> int | None:
    """The nearest of `DAYS_BEFORE` that has come and of which staff have not heard yet.

    What falls on a day off comes on the working day before. Teachers must have known of the event
    before that day: of what was published late it would be no news.
    """
    today, starts = now.astimezone(zone).date(), event.starts_at.astimezone(zone).date()
    known = event.published_at.astimezone(zone).date() if event.published_at else date.min
    come = [days for days in DAYS_BEFORE if known < _working_day(starts, days) <= today]
    nearest = min(come, default=None)
    is_told = nearest is None or (event.few_told is not None and event.few_told <= nearest)
    return None if is_told else nearest


async def to_tell(session: AsyncSession, *, now: datetime, zone: ZoneInfo) -> Sequence[Event]:
    """In order of their numbers."""
    soon = now + timedelta(days=max(DAYS_BEFORE)) + _DAYS_OFF
    rows = await session.scalars(
        select(Event)
        .where(
            _open(now),
            Event.starts_at < soon,
            or_(Event.few_told.is_(None), Event.few_told > min(DAYS_BEFORE)),
        )
        .order_by(Event.id)
    )
    coming = [event for event in rows if due(event, now=now, zone=zone) is not None]
    return [one.event for one in await _few(session, coming)]


async def still(session: AsyncSession, ids: Collection[int], *, now: datetime) -> list[Nearing]:
    """Those of these events of which it is still true, the soonest first."""
    rows = await session.scalars(
        select(Event).where(_open(now), Event.id.in_(ids)).order_by(Event.starts_at, Event.id)
    )
    return await _few(session, rows.all())


def is_coordinator(event: Event, name: str) -> bool:
    """Whether the programme names this person as the event's coordinator, however it is spelt."""
    own = set(words(name))
    return bool(own) and own <= set(words(event.coordinator))


def _open(now: datetime) -> ColumnElement[bool]:
    """Without a number of seats registration may be kept elsewhere, so nothing can be said."""
    return and_(Event.status == Status.PUBLISHED, Event.starts_at > now, Event.seats > 0)


async def _few(session: AsyncSession, events: Sequence[Event]) -> list[Nearing]:
    counted = await session.execute(
        select(Registration.event_id, func.count().label("number"))
        .where(
            Registration.event_id.in_([event.id for event in events]),
            Registration.state.in_(HOLDS_A_SEAT),
        )
        .group_by(Registration.event_id)
    )
    counts: dict[int, int] = {row.event_id: row.number for row in counted}
    found = [Nearing(event, counts.get(event.id, 0)) for event in events]
    return [one for one in found if one.event.seats and is_few(one.registered, one.event.seats)]


def _working_day(starts: date, days: int) -> date:
    """So many days before the start, or the working day before that."""
    day = starts - timedelta(days=days)
    while not is_workday(day):
        day -= _DAY
    return day
