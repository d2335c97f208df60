"""Reading what was wanted and is not there.

Of all centres together, for whoever looks for something seldom says at which.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import String, cast, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand.gatherings import waiting
from catalogue.demand.tables import Gathering, SetAside
from catalogue.demand.wishes import Demand, Voice, Wish, together, told
from catalogue.glossary.tables import IgnoredMiss, Miss
from catalogue.needs.queries import said
from catalogue.people.tables import PersonTrait, Trait
from catalogue.programme.spans import moments
from catalogue.search.normalise import words as words_of
from catalogue.search.spans import Span
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit

#: What was wanted longer ago is hardly wanted still.
FRESH = timedelta(days=365)
#: People in a statement, which takes only so many.
AT_ONCE = 5_000


def fresh(today: date) -> Span:
    return Span(today - FRESH, today)


async def unmet(session: AsyncSession, *, span: Span, zone: ZoneInfo) -> list[Wish]:
    """What may be told of the demand of the span, the largest first."""
    return told(await demand(session, span=span, zone=zone))


async def demand(session: AsyncSession, *, span: Span, zone: ZoneInfo) -> list[Demand]:
    """All of the span, however few want it; without what staff have put aside. Whom of it each is
    is told by `with_profiles`.
    """
    voices = [
        *await _sought(session, span),
        *await _awaited(session, span, zone),
        *await _surveyed(session, span, zone),
    ]
    return together(voices, {one.key: one.since for one in await aside(session)})


async def aside(session: AsyncSession) -> Sequence[SetAside]:
    """All that staff have put aside and not taken back."""
    return (await session.scalars(select(SetAside))).all()


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
            topic=tuple(words_of(words)),
            words=words,
            filters=json.loads(filters or "{}"),
            times=count,
            day=day,
        )
        for filters, words, day, count in await session.execute(query)
    ]


async def _awaited(session: AsyncSession, span: Span, zone: ZoneInfo) -> list[Voice]:
    """What found nothing then nor since; who hears of more of what there is lacks nothing.

    Many ask in the same words, and those are taken apart once.
    """
    answered = select(SubscriptionHit.id).where(SubscriptionHit.subscription_id == Subscription.id)
    as_written = cast(Subscription.wanted, String)
    query = select(Subscription.person_id, as_written, Subscription.since).where(
        ~answered.exists(),
        or_(Subscription.rhythm == Rhythm.ONCE, Subscription.theme != ""),
        *moments(Subscription.since, span, zone),
    )
    rows = (await session.execute(query)).all()
    every = {written for _, written, _ in rows}
    parts = {written: _parts(json.loads(written)) for written in every}
    return [
        _of_person(person, parts[written], day=since.astimezone(zone).date())
        for person, written, since in rows
    ]


def awaited(person: int, wanted: Mapping[str, Any], **facts: Any) -> Voice:
    """What a person asked to hear of (see `subscriptions.wanted`): for whom and where as they said
    it with that; what they have told of themselves is known by `with_profiles`.
    """
    return _of_person(person, _parts(wanted), **facts)


def _of_person(person: int, parts: Mapping[str, Any], **facts: Any) -> Voice:
    return Voice(who=_one(person), person=person, **parts, **facts)


def _parts(wanted: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of a voice, whosever it is."""
    topic, filters = tuple(wanted.get("topic", ())), dict(wanted.get("filters", {}))
    written = filters.pop("topic", " ".join(topic))
    named, town = filters.get("audience"), filters.get("city")
    return {
        "topic": topic,
        "words": written,
        "filters": filters,
        "groups": (named,) if named else (),
        "town": town or "",
    }


async def with_profiles(session: AsyncSession, found: Sequence[Demand]) -> list[Demand]:
    """With the groups and towns that people have told of themselves, where they said none with what
    they want.
    """
    people = {one.person for each in found for one in each.voices if one.person is not None}
    groups = await _traits(session, Trait.GROUP, people)
    towns = await _traits(session, Trait.CITY, people)

    def known(one: Voice) -> Voice:
        if one.person is None:
            return one
        town = one.town or next(iter(towns[one.person]), "")
        return replace(one, groups=one.groups or groups[one.person], town=town)

    return [replace(each, voices=tuple(map(known, each.voices))) for each in found]


async def of_waiting(session: AsyncSession, gathering: Gathering) -> Demand:
    """Those who wait for it now."""
    own = await waiting(session, gathering.theme)
    voices = tuple(awaited(one.person_id, one.wanted) for one in own)
    (found,) = await with_profiles(session, [Demand(gathering.theme, gathering.words, {}, voices)])
    return found


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
    session: AsyncSession, kind: Trait, people: Collection[int]
) -> defaultdict[int, tuple[str, ...]]:
    """By person."""
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    numbers = sorted(people)
    for first in range(0, len(numbers), AT_ONCE):
        some = numbers[first : first + AT_ONCE]
        query = select(PersonTrait.person_id, PersonTrait.value).where(
            PersonTrait.kind == kind, PersonTrait.person_id.in_(some)
        )
        for person, value in await session.execute(query.order_by(PersonTrait.id)):
            found[person] += (value,)
    return found


def _one(person: int) -> str:
    return f"person {person}"
