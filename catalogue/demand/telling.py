"""Whom the house tells of a gathering, and what becomes of it: the event, the end of the year."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand.gatherings import waiting
from catalogue.demand.tables import Gathering
from catalogue.enquiries.topics import suits
from catalogue.people.rights import Right, roles_with
from catalogue.people.staff import owners
from catalogue.people.tables import Person, StaffMember
from catalogue.programme.tables import Event, Status
from catalogue.subscriptions.queries import keep_hits
from catalogue.subscriptions.tables import Rhythm, Subscription
from catalogue.subscriptions.themes import theme_of

#: Of a school year; from that hour on.
LAST_DAY, AT = (8, 31), time(10)
#: If the clock stood still on that day.
FOR_LONG = timedelta(days=14)


async def coordinators(
    session: AsyncSession, gathering: Gathering, *, owner_ids: Collection[int]
) -> Sequence[Person]:
    """Those of the topic at its centre, else all who make its programme; where nobody does, those
    of all centres and the owners of the house.
    """
    rows = await session.execute(
        select(Person, StaffMember.topics, StaffMember.centre_id)
        .join(StaffMember, StaffMember.person_id == Person.id)
        .where(
            StaffMember.role.in_(roles_with(Right.PROGRAMME)),
            Person.telegram_id.is_not(None),
            Person.unreachable_since.is_(None),
        )
        .order_by(Person.id)
    )
    staff = rows.all()
    known = gathering.centre_id
    own = [(one, topics) for one, topics, centre in staff if known and centre == known]
    house = await owners(session, owner_ids)
    circles = (
        [one for one, topics in own if suits(topics, gathering.words)],
        [one for one, _ in own],
        [*(one for one, _, centre in staff if centre is None), *house],
    )
    found = next(filter(None, circles), [])
    return list({one.id: one for one in found}.values())


async def to_note(session: AsyncSession) -> Sequence[Gathering]:
    """Those whose event was published and that nobody has been noted for yet."""
    query = (
        select(Gathering)
        .join(Event, Event.id == Gathering.event_id)
        .where(Event.status == Status.PUBLISHED, Gathering.told_at.is_(None))
    )
    return (await session.scalars(query.order_by(Gathering.id))).all()


async def note_event(session: AsyncSession, number: int, *, now: datetime) -> int:
    """The event is news to all who wait, whatever else they asked for; it is told as all news are,
    and to nobody twice. Returns for how many it was noted.
    """
    gathering = await session.get_one(
        Gathering, number, with_for_update=True, populate_existing=True
    )
    if gathering.told_at is not None or gathering.event_id is None:
        return 0
    own = await waiting(session, gathering.theme)
    await keep_hits(session, [(one.id, gathering.event_id) for one in own], now=now)
    gathering.told_at = now
    return len(own)


async def without_theme(session: AsyncSession, *, limit: int) -> Sequence[Subscription]:
    """What was asked for before themes were kept, as far as it has none yet."""
    query = select(Subscription).where(Subscription.theme.is_(None)).limit(limit)
    return (await session.scalars(query)).all()


async def work_out(session: AsyncSession, *, limit: int) -> int:
    """What was asked for before themes were kept gets its own, if it surely found nothing; how many
    there were.
    """
    found = await without_theme(session, limit=limit)
    for one in found:
        is_wish = one.rhythm is Rhythm.ONCE
        one.theme = theme_of(tuple(one.wanted.get("topic", ()))) if is_wish else ""
    return len(found)


def year_over(now: datetime, zone: ZoneInfo) -> datetime | None:
    """When the school year ended, where that is so little ago that wishes of it may end now."""
    local = now.astimezone(zone)
    ended = datetime.combine(date(local.year, *LAST_DAY), AT, zone)
    return ended if ended <= local < ended + FOR_LONG else None


def before_of(ended: datetime) -> datetime:
    """Who asks in the last month looks ahead already."""
    return ended.replace(day=1, hour=0, minute=0)


async def people_to_end(session: AsyncSession, *, before: datetime, limit: int) -> Sequence[Person]:
    """Who has wishes from before then, in order of their row id."""
    own = select(Subscription.person_id).where(*_of_the_year(before))
    query = select(Person).where(Person.id.in_(own)).order_by(Person.id).limit(limit)
    return (await session.scalars(query)).all()


async def end_wishes(
    session: AsyncSession, person: Person, *, before: datetime, now: datetime
) -> Sequence[Subscription]:
    """A person's wishes of the school year end; what they asked to hear of lastingly goes on."""
    own = select(Subscription).where(*_of_the_year(before), Subscription.person_id == person.id)
    ended = (await session.scalars(own.order_by(Subscription.id))).all()
    numbers = [one.id for one in ended]
    await session.execute(
        update(Subscription).where(Subscription.id.in_(numbers)).values(ended_at=now)
    )
    return ended


def _of_the_year(before: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Subscription.ended_at.is_(None),
        Subscription.rhythm == Rhythm.ONCE,
        Subscription.since < before,
    )
