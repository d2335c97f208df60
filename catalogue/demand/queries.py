"""Reading what was wanted and is not there."""

from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand.wishes import Awaited, Sought, Wish, together
from catalogue.glossary.tables import IgnoredMiss, Miss
from catalogue.numbers.spans import moments
from catalogue.search.spans import Span
from catalogue.subscriptions.tables import Subscription, SubscriptionHit


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
