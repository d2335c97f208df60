"""What the tests of subscriptions have in common: people who asked, events that came."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from tests.factories import NOW, an_event, kept

KERAMIKA = {"topic": ["keramika"], "filters": {"topic": "keramika"}}
EARLIER = NOW - timedelta(days=3)


async def asked(session: AsyncSession, person: Person, **facts: Any) -> Subscription:
    """For ceramics at once, three days ago."""
    plain: dict[str, Any] = {
        "person_id": person.id,
        "words": "keramika",
        "wanted": KERAMIKA,
        "rhythm": Rhythm.INSTANT,
        "since": EARLIER,
    }
    one = Subscription(**plain | facts)
    await kept(session, one)
    return one


async def published(session: AsyncSession, **facts: Any) -> Event:
    plain: dict[str, Any] = {"title_lt": "Keramikos pradmenys", "published_at": NOW}
    event = an_event(**plain | facts)
    await kept(session, event)
    return event


async def hit(
    session: AsyncSession,
    one: Subscription,
    event: Event,
    *,
    found_at: datetime = NOW,
    planned_at: datetime | None = None,
) -> None:
    found = SubscriptionHit(
        subscription_id=one.id, event_id=event.id, found_at=found_at, planned_at=planned_at
    )
    await kept(session, found)
