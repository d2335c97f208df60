"""Asking to hear of new events, how often, and asking no longer."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.subscriptions.queries import open_of
from catalogue.subscriptions.refusals import TooManySubscriptions
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from catalogue.subscriptions.themes import theme_of
from catalogue.subscriptions.wanted import Wanted, same_as

MOST = 30
LONGEST_WORDS = 200


async def subscribe(
    session: AsyncSession,
    *,
    person: Person,
    words: str,
    wanted: Wanted,
    rhythm: Rhythm,
    now: datetime,
) -> Subscription:
    """One for each thing wanted: what a person asked for already is made lasting, or stays.

    What found nothing gets its theme, by which those who want the same are gathered; once it has
    one it keeps it. Where they have as many as one may, the oldest wish gives way.

    Raises TooManySubscriptions.
    """
    theme = theme_of(tuple(wanted.get("topic", ()))) if rhythm is Rhythm.ONCE else ""
    own = await open_of(session, person=person)
    for one in own:
        if same_as(one.wanted) == same_as(wanted):
            if one.rhythm is Rhythm.ONCE:
                one.rhythm = rhythm
            one.theme = one.theme or theme
            return one
    if len(own) >= MOST:
        wishes = [one for one in own if one.rhythm is Rhythm.ONCE]
        if not wishes:
            raise TooManySubscriptions
        await forget(session, wishes[0])
    new = Subscription(
        person_id=person.id,
        words=words[:LONGEST_WORDS],
        wanted=dict(wanted),
        rhythm=rhythm,
        since=now,
        theme=theme,
    )
    session.add(new)
    await session.flush()
    return new


def tune(subscription: Subscription, rhythm: Rhythm) -> None:
    """A wish that was answered, and what was stopped, begins again."""
    subscription.rhythm, subscription.ended_at = rhythm, None


async def keep_waiting(
    session: AsyncSession, wish: Subscription, *, others: bool
) -> Sequence[Subscription]:
    """A wish that ended begins again; with the others that ended at the same moment."""
    wishes = [wish]
    if others and wish.ended_at is not None:
        ended = select(Subscription).where(
            Subscription.person_id == wish.person_id, Subscription.ended_at == wish.ended_at
        )
        wishes = list(await session.scalars(ended.order_by(Subscription.id)))
    for one in wishes:
        one.ended_at = None
    return wishes


def end(subscription: Subscription, *, now: datetime) -> None:
    """Ending twice keeps the first moment."""
    subscription.ended_at = subscription.ended_at or now


async def forget(session: AsyncSession, *subscriptions: Subscription) -> None:
    """Leaves no trace of them."""
    numbers = [one.id for one in subscriptions]
    hits = delete(SubscriptionHit).where(SubscriptionHit.subscription_id.in_(numbers))
    await session.execute(hits)
    await session.execute(delete(Subscription).where(Subscription.id.in_(numbers)))
