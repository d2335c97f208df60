"""A plan as it is to be shown, and what was published of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.plans.entries import Change, Entry, Plan, entry_of, of_json
from catalogue.plans.stretches import Stretch
from catalogue.plans.tables import PlannedEvent, PublishedPlan
from catalogue.programme.periods import IN_ORDER, within
from catalogue.programme.tables import Event, Status
from catalogue.search.spans import Span


@dataclass(frozen=True, slots=True)
class Line:
    """An event of a plan as the programme has it now; `change` is what is otherwise than the plan
    last said, None where nothing is or no plan has been published for it.
    """

    event: Event
    entry: Entry
    change: Change | None


async def lines(
    session: AsyncSession,
    stretch: Stretch,
    centre_id: int | None,
    *,
    zone: ZoneInfo,
    first: int = 0,
    most: int | None = None,
) -> list[Line]:
    """What everybody may see of it, in order of time: all that is on, and what was cancelled after
    a plan had told of it. No centre is all of them.
    """
    query = select(Event).where(*_shown(stretch, centre_id, zone)).order_by(*IN_ORDER)
    events = (await session.scalars(query.offset(first).limit(most))).all()
    planned = await _planned(session, PlannedEvent.event_id.in_([one.id for one in events]))
    spans = await _spans(session, {one.centre_id for one in events}, not_before=stretch.first)
    return [_line(one, planned, spans.get(one.centre_id, []), zone) for one in events]


async def count(
    session: AsyncSession,
    stretch: Stretch,
    centre_id: int | None,
    *,
    zone: ZoneInfo,
    over_at: datetime | None = None,
) -> int:
    """How many `lines` there are; with `over_at` only those that have begun before then."""
    conditions = _shown(stretch, centre_id, zone)
    if over_at is not None:
        conditions.append(Event.starts_at < over_at)
    return await session.scalar(select(func.count(Event.id)).where(*conditions)) or 0


async def drafts(
    session: AsyncSession, stretch: Stretch, centre_id: int, *, zone: ZoneInfo
) -> Sequence[Event]:
    """Those that a plan published now would leave out."""
    return (
        await session.scalars(
            select(Event)
            .where(
                Event.centre_id == centre_id,
                Event.status == Status.DRAFT,
                *within(stretch.span, zone),
            )
            .order_by(*IN_ORDER)
        )
    ).all()


async def latest(
    session: AsyncSession, stretch: Stretch, centre_id: int, *, whole: bool = False
) -> PublishedPlan | None:
    """The last time that a plan was published which has these days in it; `whole` where it is the
    plan of exactly these.
    """
    first, last = PublishedPlan.first_day, PublishedPlan.last_day
    days = (
        (first == stretch.first, last == stretch.last)
        if whole
        else (first <= stretch.first, last >= stretch.last)
    )
    found: PublishedPlan | None = await session.scalar(
        select(PublishedPlan)
        .where(PublishedPlan.centre_id == centre_id, *days)
        .order_by(PublishedPlan.id.desc())
        .limit(1)
    )
    return found


async def standing(
    session: AsyncSession, centre_id: int, *, since: datetime, today: date, zone: ZoneInfo
) -> tuple[Plan, dict[int, Entry]]:
    """What the centre's plan last said of what was not over at `since`, and what is so by now. So
    what was to be held meanwhile is known to have been moved, and not taken for new.
    """
    own, was_ahead = PlannedEvent.centre_id == centre_id, PlannedEvent.ends_at > since
    spans = (await _spans(session, {centre_id}, not_before=today)).get(centre_id, [])
    inside = [and_(*within(span, zone)) for span in spans]
    planned = select(PlannedEvent.event_id).where(own, was_ahead)
    known = and_(Event.id.in_(planned), Event.status != Status.DRAFT)
    new = and_(Event.status == Status.PUBLISHED, Event.over_at > since, or_(false(), *inside))
    events = await session.scalars(
        select(Event).where(Event.centre_id == centre_id, or_(known, new))
    )
    after = {event.id: entry_of(event) for event in events}
    before = await _planned(session, own, or_(was_ahead, PlannedEvent.event_id.in_(after)))
    return before, after


def _shown(stretch: Stretch, centre_id: int | None, zone: ZoneInfo) -> list[ColumnElement[bool]]:
    was_told = Event.id.in_(select(PlannedEvent.event_id))
    conditions = [
        *within(stretch.span, zone),
        or_(Event.status == Status.PUBLISHED, and_(Event.status == Status.CANCELLED, was_told)),
    ]
    return conditions if centre_id is None else [*conditions, Event.centre_id == centre_id]


def _line(event: Event, planned: Plan, spans: Sequence[Span], zone: ZoneInfo) -> Line:
    entry, before = entry_of(event), planned.get(event.id)
    is_planned = before is not None or _is_within(entry, spans, zone)
    differs = is_planned and before != entry
    return Line(event, entry, Change(event.id, before, entry) if differs else None)


def _is_within(entry: Entry, spans: Sequence[Span], zone: ZoneInfo) -> bool:
    begin, end = (one.astimezone(zone).date() for one in (entry.starts_at, entry.ends_at))
    return any(
        span.first is not None
        and span.last is not None
        and begin <= span.last
        and end >= span.first
        for span in spans
    )


async def _planned(session: AsyncSession, *which: ColumnElement[bool]) -> dict[int, Entry]:
    rows = await session.execute(select(PlannedEvent.event_id, PlannedEvent.facts).where(*which))
    return {number: of_json(facts) for number, facts in rows}


async def _spans(
    session: AsyncSession, centre_ids: Collection[int], *, not_before: date
) -> dict[int, list[Span]]:
    """By centre, the days that it has published plans for and that are not over by then."""
    rows = await session.execute(
        select(PublishedPlan.centre_id, PublishedPlan.first_day, PublishedPlan.last_day)
        .where(PublishedPlan.centre_id.in_(centre_ids), PublishedPlan.last_day >= not_before)
        .distinct()
    )
    found: dict[int, list[Span]] = {}
    for centre_id, first, last in rows:
        found.setdefault(centre_id, []).append(Span(first, last))
    return found
