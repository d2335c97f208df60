"""What was wanted and is not there: searches in vain, and subscriptions that found nothing.

Of all centres together, for whoever looks for something seldom says at which. A search in vain is
counted by nobody in particular, so that its number is of times; a subscription is a person's.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.glossary.tables import IgnoredMiss, Miss
from catalogue.numbers.groups import LEAST
from catalogue.numbers.spans import moments
from catalogue.search.spans import Span
from catalogue.search.stems import stem
from catalogue.subscriptions.tables import Subscription, SubscriptionHit


@dataclass(frozen=True, slots=True)
class Wish:
    """`words` say what about; where they are empty, `filters` are all that was wanted.

    One of the numbers is five at least. `people` is 0 where nobody is known, or too few are.
    """

    words: str
    filters: Mapping[str, Any]
    people: int
    times: int

    @property
    def size(self) -> int:
        """How many people want it where that is known, else how often it was asked for."""
        return self.people or self.times


class Sought(NamedTuple):
    """One form of a search in vain, and how often; `filters` are JSON."""

    key: str
    filters: str
    words: str
    times: int


class Awaited(NamedTuple):
    """What a person asked to hear of, as `catalogue.subscriptions.wanted.wanted_of` has it."""

    person: int
    wanted: Mapping[str, Any]


@dataclass(slots=True)
class _Counted:
    words: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)
    people: set[int] = field(default_factory=set)
    times: int = 0


def together(sought: Iterable[Sought], awaited: Iterable[Awaited]) -> list[Wish]:
    """Every case, order and filter of the same words as one wish, the largest first."""
    found: defaultdict[str, _Counted] = defaultdict(_Counted)
    for one in sought:
        wish = found[one.key or one.filters]
        wish.words, wish.times = one.words if one.key else "", wish.times + one.times
        wish.filters = {} if one.key else json.loads(one.filters or "{}")
    for other in awaited:
        topic = other.wanted.get("topic", ())
        filters = dict(other.wanted.get("filters", {}))
        written = filters.pop("topic", " ".join(topic))
        wish = found[_key(topic) or json.dumps(filters, ensure_ascii=False, sort_keys=True)]
        wish.words, wish.filters = (written, {}) if topic else ("", filters)
        wish.people.add(other.person)
    return sorted(filter(None, map(_wish, found.values())), key=lambda one: (-one.size, one.words))


def _key(topic: Sequence[str]) -> str:
    """As the key of a `Miss`."""
    return " ".join(sorted(map(stem, topic)))


def _wish(counted: _Counted) -> Wish | None:
    people = len(counted.people) if len(counted.people) >= LEAST else 0
    times = counted.times if counted.times >= LEAST else 0
    return Wish(counted.words, counted.filters, people, times) if people or times else None


async def unmet(session: AsyncSession, *, span: Span, zone: ZoneInfo) -> list[Wish]:
    """Those of the span; without what staff have put aside."""
    return together(await _sought(session, span), await _awaited(session, span, zone))


async def _sought(session: AsyncSession, span: Span) -> list[Sought]:
    query = (
        select(Miss.key, Miss.filters, func.max(Miss.words), func.sum(Miss.count))
        .outerjoin(IgnoredMiss, IgnoredMiss.key == Miss.key)
        .where(or_(IgnoredMiss.since.is_(None), Miss.day > IgnoredMiss.since), Miss.count > 0)
        .group_by(Miss.key, Miss.filters)
    )
    if span.first is not None:
        query = query.where(Miss.day >= span.first)
    if span.last is not None:
        query = query.where(Miss.day <= span.last)
    rows = await session.execute(query)
    return [Sought(key, filters, words, int(times)) for key, filters, words, times in rows]


async def _awaited(session: AsyncSession, span: Span, zone: ZoneInfo) -> list[Awaited]:
    answered = select(SubscriptionHit.id).where(SubscriptionHit.subscription_id == Subscription.id)
    query = select(Subscription.person_id, Subscription.wanted).where(
        ~answered.exists(), *moments(Subscription.since, span, zone)
    )
    return [Awaited(person, wanted) for person, wanted in await session.execute(query)]
