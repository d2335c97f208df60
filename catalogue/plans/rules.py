"""Publishing a plan, and comparing it with the programme afterwards."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.database import insert_into, wake_clock
from catalogue.people.tables import Person
from catalogue.plans import queries
from catalogue.plans.entries import Change, as_json, changes, changes_as_json
from catalogue.plans.stretches import Stretch
from catalogue.plans.tables import PlannedEvent, PlanNews, PublishedPlan
from catalogue.programme.holidays import is_workday

#: By the clock on the wall, on working days: when followers are told what has changed.
MORNING = time(8)


async def hold(session: AsyncSession, centre_id: int) -> None:
    """One at a time changes what a centre's plan says; its events go on being changed.

    Whoever looks at a plan in order to publish it holds it first.
    """
    own = select(Centre.id).where(Centre.id == centre_id)
    await session.execute(own.with_for_update(key_share=True))


async def publish(
    session: AsyncSession,
    stretch: Stretch,
    centre_id: int,
    *,
    by: Person,
    zone: ZoneInfo,
    now: datetime,
) -> PublishedPlan:
    """The plan says from now on what the programme has for these days. What was cancelled before
    is no longer listed; what else of an older plan is gone meanwhile is told in the morning.
    """
    await hold(session, centre_id)
    shown = await queries.lines(session, stretch, centre_id, zone=zone)
    on = [line for line in shown if not line.entry.is_off]
    old = [line.event.id for line in shown if line.entry.is_off and line.change is None]
    await session.execute(delete(PlannedEvent).where(PlannedEvent.event_id.in_(old)))
    await _say(session, centre_id, [Change(line.event.id, None, line.entry) for line in on])
    looked_at = await session.scalar(
        select(func.max(PublishedPlan.looked_at)).where(PublishedPlan.centre_id == centre_id)
    )
    plan = PublishedPlan(
        centre_id=centre_id,
        first_day=stretch.first,
        last_day=stretch.last,
        published_at=now,
        published_by=by.id,
        # A press just before eight may have waited here until this morning was looked at.
        looked_at=max(now, looked_at or now),
    )
    session.add(plan)
    await session.flush()
    wake_clock(session)
    return plan


def morning(now: datetime, zone: ZoneInfo) -> datetime | None:
    """When this day's news were due (UTC); None before that, and on days when nobody works.

    Pupils' holidays are no reason to wait: teachers learn most in them, and a summer is long.
    """
    local = now.astimezone(zone)
    due = datetime.combine(local.date(), MORNING, zone)
    return due.astimezone(UTC) if is_workday(local.date()) and due <= local else None


async def centres_due(session: AsyncSession, *, due: datetime, today: date) -> list[int]:
    """Those with a plan that was not compared since then, and is not over."""
    query = select(PublishedPlan.centre_id).where(*_is_due(due, today)).distinct()
    return list(await session.scalars(query.order_by(PublishedPlan.centre_id)))


async def note_changes(
    session: AsyncSession, centre_id: int, *, due: datetime, zone: ZoneInfo, now: datetime
) -> PlanNews | None:
    """What is otherwise than the plan last said becomes what it says; the news of it, if any.

    Once after each `due`, whoever asks: None the second time.
    """
    await hold(session, centre_id)
    today = now.astimezone(zone).date()
    since = await session.scalar(
        select(func.min(PublishedPlan.looked_at)).where(
            PublishedPlan.centre_id == centre_id, *_is_due(due, today)
        )
    )
    if since is None:
        return None
    before, after = await queries.standing(session, centre_id, since=since, today=today, zone=zone)
    made = changes(before, after)
    await _say(session, centre_id, made)
    await session.execute(
        update(PublishedPlan).where(PublishedPlan.centre_id == centre_id).values(looked_at=now)
    )
    told = [one for one in made if one.kind is not None and not one.is_over(now)]
    return await _news(session, centre_id, told, since, today)


def _is_due(due: datetime, today: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return PublishedPlan.looked_at < due, PublishedPlan.last_day >= today


async def _news(
    session: AsyncSession, centre_id: int, told: Iterable[Change], since: datetime, day: date
) -> PlanNews | None:
    facts = changes_as_json(told)
    if not facts:
        return None
    news = PlanNews(centre_id=centre_id, day=day, since=since, changes=facts)
    session.add(news)
    await session.flush()
    return news


async def _say(session: AsyncSession, centre_id: int, made: Collection[Change]) -> None:
    """The plan has the events so from now on, or not any more."""
    gone = [one.event_id for one in made if one.after is None]
    await session.execute(delete(PlannedEvent).where(PlannedEvent.event_id.in_(gone)))
    rows = [
        {
            "event_id": one.event_id,
            "centre_id": centre_id,
            "facts": as_json(one.after),
            "ends_at": one.after.ends_at,
        }
        for one in made
        if one.after is not None
    ]
    if not rows:
        return
    statement = insert_into(session, PlannedEvent)
    new = {name: statement.excluded[name] for name in ("facts", "ends_at")}
    await session.execute(
        statement.on_conflict_do_update(index_elements=[PlannedEvent.event_id], set_=new), rows
    )
