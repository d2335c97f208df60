"""Whom to ask what they made use of, and when: rarely, and never in holidays."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, exists, func, not_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from catalogue.learning.attendance import was_there
from catalogue.people.tables import Person
from catalogue.practice.tables import Round, UseAsked
from catalogue.programme.holidays import SchoolYear
from catalogue.programme.spans import midnight
from catalogue.programme.tables import Event
from catalogue.quality.asking import takers
from catalogue.registrations.tables import Registration

#: After the end of the last meeting.
AFTER = {Round.SIX_WEEKS: timedelta(weeks=6), Round.SIX_MONTHS: timedelta(weeks=26)}
#: One question a person within these days, whatever events they came to.
APART = timedelta(days=7)
#: What has waited longer for its turn is asked no more; counted in days on which one is asked at
#: all, so that holidays take nothing off.
WAITS = timedelta(weeks=4)
ANSWERED_WITHIN = timedelta(weeks=4)
#: When lessons are over, as digests.
AT = time(15)

_DAY = timedelta(days=1)


def is_time_to_ask(now: datetime, zone: ZoneInfo, school_year: SchoolYear) -> bool:
    """In the afternoon of a working day."""
    local = now.astimezone(zone)
    return local.time() >= AT and school_year.is_working(local.date())


def first_due(today: date, school_year: SchoolYear) -> date:
    """What was due before this day has waited too long; a turn that comes on a day off begins on
    the first working day after it.
    """
    day = today - WAITS
    while not school_year.is_working(day - _DAY):
        day -= _DAY
    return day


async def whose_turn(
    session: AsyncSession, *, now: datetime, since: datetime
) -> list[tuple[int, Round]]:
    """The oldest question of each person whose turn it is, as registration and round; `since` is
    when it came at the earliest.
    """
    found: list[tuple[datetime, int, int, Round]] = []
    for round_, after in AFTER.items():
        query = (
            _may_be_asked(round_)
            .with_only_columns(Event.over_at, Registration.id, Registration.person_id)
            .where(
                Event.over_at <= now - after,
                Event.over_at >= since - after,
                not_(_asked_lately(now)),
            )
        )
        rows = await session.execute(query)
        found += [(end + after, number, person, round_) for end, number, person in rows]
    oldest: dict[int, tuple[int, Round]] = {}
    for _, number, person, round_ in sorted(found):
        oldest.setdefault(person, (number, round_))
    return list(oldest.values())


async def to_ask(
    session: AsyncSession, turns: Sequence[tuple[int, Round]], *, now: datetime
) -> list[tuple[Registration, Round]]:
    """Those of `whose_turn` who may still be asked. Rows that a turn has in its hands just now wait
    for the next look; whom another clock asked meanwhile is seen only once the rows are held.
    """
    rounds = dict(turns)
    held = await session.scalars(
        _willing()
        .where(Registration.id.in_(rounds))
        .order_by(Registration.id)
        .with_for_update(of=Registration, skip_locked=True)
    )
    free = await session.scalars(
        select(Registration.id).where(Registration.id.in_(rounds), not_(_asked_lately(now)))
    )
    unasked = set(free)
    return [(one, rounds[one.id]) for one in held if one.id in unasked]


async def may_come(
    session: AsyncSession, event: Event, round_: Round, *, now: datetime, since: datetime
) -> int:
    """How many may still answer: those asked lately, and those whose turn is yet to come."""
    asked = (
        _willing()
        .join(UseAsked, UseAsked.registration_id == Registration.id)
        .where(
            Event.id == event.id,
            UseAsked.round == round_,
            UseAsked.use.is_(None),
            UseAsked.asked_at > now - ANSWERED_WITHIN,
        )
    )
    unasked = _may_be_asked(round_).where(
        Event.id == event.id, Event.over_at >= since - AFTER[round_]
    )
    return sum([await _count(session, query) for query in (asked, unasked)])


async def _count(session: AsyncSession, query: Select[Any]) -> int:
    rows = query.with_only_columns(Registration.id).subquery()
    return await session.scalar(select(func.count()).select_from(rows)) or 0


def since(now: datetime, zone: ZoneInfo, school_year: SchoolYear) -> datetime:
    """The moment of `first_due`."""
    return midnight(first_due(now.astimezone(zone).date(), school_year), zone)


def _willing() -> Select[Any]:
    return takers().where(Person.wants_use)


def _may_be_asked(round_: Round) -> Select[Any]:
    asked = exists().where(UseAsked.registration_id == Registration.id, UseAsked.round == round_)
    return _willing().where(was_there(Registration.id), not_(asked))


def _asked_lately(now: datetime) -> ColumnElement[bool]:
    other = aliased(Registration)
    return (
        exists()
        .where(other.person_id == Registration.person_id)
        .where(UseAsked.registration_id == other.id, UseAsked.asked_at > now - APART)
    )
