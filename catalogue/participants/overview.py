"""An event as its staff see it: who is in, why the queue moves or not, who has not answered."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.programme.tables import Change, Event, Status
from catalogue.registrations.offers import open_offers
from catalogue.registrations.queue import TAKES_PART, free_seats, offers_close
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State


class Standstill(enum.StrEnum):
    """Why nobody moves up now."""

    NOT_PUBLISHED = "not published"
    STARTED = "started"
    NOBODY_WAITS = "nobody waits"
    NO_FREE_SEAT = "no free seat"
    CUT_OFF = "cut-off"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """`standstill` None: the queue is moving. `unanswered` did not answer the newest change, made
    at `changed_at`.
    """

    counts: Mapping[State, int]
    offers: list[tuple[Registration, Person]]
    offers_close: datetime
    standstill: Standstill | None
    changed_at: datetime | None
    unanswered: list[Person]


async def overview(session: AsyncSession, *, event: Event, now: datetime) -> Overview:
    counted = await session.execute(
        select(Registration.state, func.count().label("number"))
        .where(Registration.event_id == event.id)
        .group_by(Registration.state)
    )
    counts: dict[State, int] = {row.state: row.number for row in counted}
    change = await _newest_change(session, event)
    return Overview(
        counts=counts,
        offers=[(one, one.person) for one in await open_offers(session, event)],
        offers_close=offers_close(event),
        standstill=await _standstill(session, event, counts, now),
        changed_at=change.made_at if change else None,
        unanswered=await _unanswered(session, change) if change else [],
    )


async def _standstill(
    session: AsyncSession, event: Event, counts: Mapping[State, int], now: datetime
) -> Standstill | None:
    reasons = (
        (Standstill.NOT_PUBLISHED, event.status is not Status.PUBLISHED),
        (Standstill.STARTED, event.starts_at <= now),
        (Standstill.NOBODY_WAITS, counts.get(State.WAITING, 0) == 0),
        (Standstill.NO_FREE_SEAT, await free_seats(session, event) == 0),
        (Standstill.CUT_OFF, offers_close(event) <= now),
        (Standstill.UNREACHABLE, not await _somebody_reachable(session, event)),
    )
    return next((reason for reason, is_so in reasons if is_so), None)


async def _somebody_reachable(session: AsyncSession, event: Event) -> bool:
    found = await session.scalar(
        select(Registration.id)
        .join(Person)
        .where(
            Registration.event_id == event.id,
            Registration.state == State.WAITING,
            Person.unreachable_since.is_(None),
        )
        .limit(1)
    )
    return found is not None


async def _newest_change(session: AsyncSession, event: Event) -> Change | None:
    """Of those that were told and ask for an answer."""
    row: Change | None = await session.scalar(
        select(Change)
        .join(Notice, Notice.change_id == Change.id)
        .where(
            Change.event_id == event.id,
            Notice.kind.in_({NoticeKind.CHANGED, NoticeKind.REOPENED}),
        )
        .order_by(Change.id.desc())
        .limit(1)
    )
    return row


async def _unanswered(session: AsyncSession, change: Change) -> list[Person]:
    """Who joined after the change knew it already."""
    rows = await session.scalars(
        select(Person)
        .join(Registration, Registration.person_id == Person.id)
        .join(Notice, Notice.registration_id == Registration.id)
        .where(
            Notice.change_id == change.id,
            Notice.is_fine.is_(None),
            Registration.state.in_(TAKES_PART),
            Registration.joined_at <= Notice.made_at,
        )
        .order_by(Person.name, Person.id)
    )
    return list(rows)
