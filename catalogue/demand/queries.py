"""Reading what was wanted and is not there.

Of all centres together, for whoever looks for something seldom says at which.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand.gatherings import waiting
from catalogue.demand.tables import Gathering, SetAside
from catalogue.demand.wishes import Demand, Voice, Wish, together, told
from catalogue.glossary.tables import IgnoredMiss, Miss
from catalogue.needs.queries import said
from catalogue.numbers.spans import moments
from catalogue.people.tables import PersonTrait, Trait
from catalogue.search.spans import Span
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit

#: What was wanted longer ago is hardly wanted still.
FRESH = timedelta(days=365)


def fresh(today: date) -> Span:
    return Span(today - FRESH, today)


async def unmet(session: AsyncSession, *, span: Span, zone: ZoneInfo) -> list[Wish]:
    """What may be told of the demand of the span, the largest first."""
    return told(await demand(session, span=span, zone=zone))


async def demand(session: AsyncSession, *, span: Span, zone: ZoneInfo) -> list[Demand]:
    """All of the span, however few want it; without what staff have put aside."""
    voices = [
        *await _sought(session, span),
        *await _awaited(session, span, zone),
        *await _surveyed(session, span, zone),
    ]
    aside = {one.key: one.since for one in await session.scalars(select(SetAside))}
    return together(voices, aside)


async def _sought(session: AsyncSession, span: Span) -> list[Voice]:
    query = (
        select(Miss.filters, Miss.words, Miss.day, Miss.count)
        .outerjoin(IgnoredMiss, IgnoredMiss.key == Miss.key)
        .where(or_(IgnoredMiss.since.is_(None), Miss.day > IgnoredMiss.since), Miss.count > 0)
    )
    if span.first is not None:
        query = query.where(Miss.day >= span.first)
    if span.last is not None:
        query = query.where(Miss.day <= span.last)
    return [
        Voice(
            topic=tuple(words.split()),
            words=words,
            filters=json.loads(filters or "{}"),
            times=count,
            day=day,
        )
        for filters, words, day, count in await session.execute(query)
    ]


async def _awaited(session: AsyncSession, span: Span, zone: ZoneInfo) -> list[Voice]:
    """What found nothing then nor since; who hears of more of what there is lacks nothing."""
    answered = select(SubscriptionHit.id).where(SubscriptionHit.subscription_id == Subscription.id)
    query = select(Subscription.person_id, Subscription.wanted, Subscription.since).where(
        ~answered.exists(),
        or_(Subscription.rhythm == Rhythm.ONCE, Subscription.theme != ""),
        *moments(Subscription.since, span, zone),
    )
    rows = (await session.execute(query)).all()
    groups = await _traits(session, Trait.GROUP, {person for person, _, _ in rows})
    towns = await _traits(session, Trait.CITY, {person for person, _, _ in rows})
    return [
        awaited(
            person,
            wanted,
            groups=groups[person],
            towns=towns[person],
            day=since.astimezone(zone).date(),
        )
        for person, wanted, since in rows
    ]


def awaited(
    person: int,
    wanted: Mapping[str, Any],
    *,
    groups: Iterable[str] = (),
    towns: Iterable[str] = (),
    **facts: Any,
) -> Voice:
    """What a person asked to hear of (see `subscriptions.wanted`): for whom and where as they said
    it with that, else what they have told of themselves.
    """
    topic, filters = tuple(wanted.get("topic", ())), dict(wanted.get("filters", {}))
    written = filters.pop("topic", " ".join(topic))
    named, town = filters.get("audience"), filters.get("city")
    return Voice(
        topic=topic,
        words=written,
        filters=filters,
        who=_one(person),
        groups=(named,) if named else tuple(groups),
        town=town or next(iter(towns), ""),
        **facts,
    )


async def of_waiting(session: AsyncSession, gathering: Gathering) -> Demand:
    """Those who wait for it now."""
    own = await waiting(session, gathering.theme)
    people = {one.person_id for one in own}
    groups = await _traits(session, Trait.GROUP, people)
    towns = await _traits(session, Trait.CITY, people)
    voices = [
        awaited(one.person_id, one.wanted, groups=groups[one.person_id], towns=towns[one.person_id])
        for one in own
    ]
    return Demand(gathering.theme, gathering.words, {}, tuple(voices))


async def _surveyed(session: AsyncSession, span: Span, zone: ZoneInfo) -> list[Voice]:
    return [
        Voice(
            topic=one.topic,
            words=" ".join(one.words.split()),
            who=_one(one.person) if one.person is not None else f"answer {one.answer}",
            groups=one.groups,
            town=one.town or "",
        )
        for one in await said(session, span=span, zone=zone)
        if one.topic
    ]


async def _traits(
    session: AsyncSession, kind: Trait, people: set[int]
) -> defaultdict[int, tuple[str, ...]]:
    """By person; read of everybody where it is of many, for a statement takes only so many."""
    query = select(PersonTrait.person_id, PersonTrait.value).where(PersonTrait.kind == kind)
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for person, value in await session.execute(query.order_by(PersonTrait.id)):
        if person in people:
            found[person] += (value,)
    return found


def _one(person: int) -> str:
    return f"person {person}"
