"""Looking at who wants to hear of what, and which news they have not heard yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import insert_into
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Registration, State
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit


@dataclass(frozen=True, slots=True)
class Portion:
    """What one message is to tell: new events, and the subscriptions for which they are told."""

    events: tuple[Event, ...]
    subscriptions: tuple[Subscription, ...]


class Waiting(NamedTuple):
    """As much of a subscription as finding news for it needs."""

    number: int
    wanted: dict[str, Any]
    since: datetime


async def open_of(session: AsyncSession, *, person: Person) -> Sequence[Subscription]:
    """A person's subscriptions and wishes, the oldest first."""
    query = (
        select(Subscription)
        .where(Subscription.person_id == person.id, Subscription.ended_at.is_(None))
        .order_by(Subscription.id)
    )
    return (await session.scalars(query)).all()


async def all_of(session: AsyncSession, *, person: Person) -> Sequence[Subscription]:
    """The ended ones too."""
    query = select(Subscription).where(Subscription.person_id == person.id)
    return (await session.scalars(query.order_by(Subscription.id))).all()


async def told_of(session: AsyncSession, *, person: Person) -> dict[int, list[Event]]:
    """The events a person was told of, by the subscription for which it was."""
    rows = await session.execute(
        select(Subscription.id, Event)
        .join(SubscriptionHit, SubscriptionHit.subscription_id == Subscription.id)
        .join(Event, Event.id == SubscriptionHit.event_id)
        .where(Subscription.person_id == person.id, SubscriptionHit.planned_at.is_not(None))
        .order_by(SubscriptionHit.id)
    )
    told: dict[int, list[Event]] = {}
    for number, event in rows.unique():
        told.setdefault(number, []).append(event)
    return told


async def own(session: AsyncSession, number: int, *, person: Person) -> Subscription | None:
    """The person's own, ended or not; None where it is somebody else's or was forgotten."""
    found = await session.get(Subscription, number)
    return found if found is not None and found.person_id == person.id else None


async def news_since(session: AsyncSession, revision: int, *, now: datetime) -> dict[int, datetime]:
    """When each coming event that changed after the revision was first published, by row id."""
    rows = await session.execute(
        select(Event.id, Event.published_at).where(
            Event.revision > revision,
            Event.published_at.is_not(None),
            Event.status == Status.PUBLISHED,
            Event.starts_at > now,
        )
    )
    return {number: published for number, published in rows if published is not None}


async def those_waiting(
    session: AsyncSession, *, after: int, before: datetime, limit: int
) -> list[Waiting]:
    """The next open ones that were asked before a moment, in order of number."""
    query = (
        select(Subscription.id, Subscription.wanted, Subscription.since)
        .where(
            Subscription.id > after, Subscription.ended_at.is_(None), Subscription.since < before
        )
        .order_by(Subscription.id)
        .limit(limit)
    )
    return [Waiting(*row) for row in await session.execute(query)]


async def keep_hits(
    session: AsyncSession, pairs: Iterable[tuple[int, int]], *, now: datetime
) -> None:
    """Of subscriptions and events; what was found before is left as it is."""
    rows = [
        {"subscription_id": subscription, "event_id": event, "found_at": now}
        for subscription, event in pairs
    ]
    if rows:
        await session.execute(insert_into(session, SubscriptionHit).on_conflict_do_nothing(), rows)


async def people_due(
    session: AsyncSession, due: Mapping[Rhythm, datetime], *, after: int, limit: int
) -> Sequence[Person]:
    """Those who can be reached and have something to hear, in order of their row id."""
    waiting = (
        select(Subscription.person_id)
        .join(SubscriptionHit, SubscriptionHit.subscription_id == Subscription.id)
        .where(*_is_due(due), Subscription.person_id > after)
    )
    query = (
        select(Person)
        .where(
            Person.id.in_(waiting),
            Person.telegram_id.is_not(None),
            Person.unreachable_since.is_(None),
        )
        .order_by(Person.id)
        .limit(limit)
    )
    return (await session.scalars(query)).all()


async def take_portions(
    session: AsyncSession,
    people: Iterable[Person],
    due: Mapping[Rhythm, datetime],
    *,
    now: datetime,
) -> set[int]:
    """Marks what is due to these people as planned at `now`, and ends the wishes it answers.

    Returns the row ids of those to whom there is something to tell: an event that was cancelled or
    has started meanwhile is no news, nor is one that a person was told of for something else.
    """
    numbers = [one.id for one in people]
    rows = await session.execute(
        select(
            SubscriptionHit.id, Subscription.id, Subscription.person_id, SubscriptionHit.event_id
        )
        .join(Subscription, Subscription.id == SubscriptionHit.subscription_id)
        .where(*_is_due(due), Subscription.person_id.in_(numbers))
    )
    found = rows.all()
    events = {event for _, _, _, event in found}
    coming, told = await _coming(session, events, now=now), await _told(session, numbers, events)
    await session.execute(
        update(SubscriptionHit)
        .where(SubscriptionHit.id.in_([hit for hit, _, _, _ in found]))
        .values(planned_at=now)
    )
    await session.execute(
        update(Subscription)
        .where(
            Subscription.id.in_({number for _, number, _, event in found if event in coming}),
            Subscription.rhythm == Rhythm.ONCE,
        )
        .values(ended_at=now)
    )
    return {
        person for _, _, person, event in found if event in coming and (person, event) not in told
    }


async def portion_of(
    session: AsyncSession, *, person_id: int, planned_at: datetime, now: datetime
) -> Portion:
    """What was planned at that moment, as far as it still is news.

    Events that were cancelled, have started, were told before or are the person's own drop out,
    and so does all that was asked for by what is ended; a wish ends with its answer.
    """
    rows = await session.execute(
        select(Event, Subscription)
        .join(SubscriptionHit, SubscriptionHit.event_id == Event.id)
        .join(Subscription, Subscription.id == SubscriptionHit.subscription_id)
        .where(
            Subscription.person_id == person_id,
            SubscriptionHit.planned_at == planned_at,
            Event.status == Status.PUBLISHED,
            Event.starts_at > now,
            or_(Subscription.ended_at.is_(None), Subscription.rhythm == Rhythm.ONCE),
            ~_is_own(person_id),
        )
        .order_by(Event.starts_at, Event.id, Subscription.id)
    )
    found = rows.unique().all()
    told = await _told(session, [person_id], {e.id for e, _ in found}, before=planned_at)
    news = [(event, one) for event, one in found if (person_id, event.id) not in told]
    return Portion(
        events=tuple(dict.fromkeys(event for event, _ in news)),
        subscriptions=tuple(dict.fromkeys(one for _, one in news)),
    )


async def asked_for(
    session: AsyncSession, *, person_id: int, planned_at: datetime
) -> Sequence[Subscription]:
    """For what was planned at that moment, ended or not."""
    hits = select(SubscriptionHit.subscription_id).where(SubscriptionHit.planned_at == planned_at)
    query = select(Subscription).where(
        Subscription.person_id == person_id, Subscription.id.in_(hits)
    )
    return (await session.scalars(query.order_by(Subscription.id))).all()


def _is_due(due: Mapping[Rhythm, datetime]) -> tuple[ColumnElement[bool], ...]:
    return (
        SubscriptionHit.planned_at.is_(None),
        Subscription.ended_at.is_(None),
        or_(
            *(
                and_(Subscription.rhythm == rhythm, SubscriptionHit.found_at <= moment)
                for rhythm, moment in due.items()
            )
        ),
    )


async def _coming(session: AsyncSession, events: Iterable[int], *, now: datetime) -> set[int]:
    query = select(Event.id).where(
        Event.id.in_(list(events)), Event.status == Status.PUBLISHED, Event.starts_at > now
    )
    return set(await session.scalars(query))


def _is_own(person_id: int) -> ColumnElement[bool]:
    return (
        select(Registration.id)
        .where(
            Registration.event_id == Event.id,
            Registration.person_id == person_id,
            Registration.state != State.CANCELLED,
        )
        .exists()
    )


async def _told(
    session: AsyncSession,
    people: Sequence[int],
    events: Iterable[int],
    *,
    before: datetime | None = None,
) -> set[tuple[int, int]]:
    """Person and event of what was planned before, for whichever subscription."""
    earlier = (
        SubscriptionHit.planned_at < before if before else SubscriptionHit.planned_at.is_not(None)
    )
    rows = await session.execute(
        select(Subscription.person_id, SubscriptionHit.event_id)
        .join(Subscription, Subscription.id == SubscriptionHit.subscription_id)
        .where(
            Subscription.person_id.in_(people), SubscriptionHit.event_id.in_(list(events)), earlier
        )
    )
    return {(person, event) for person, event in rows}
