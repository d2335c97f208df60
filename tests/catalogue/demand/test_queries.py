"""What was wanted and is not there."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.demand.queries import unmet
from catalogue.demand.wishes import Wish
from catalogue.glossary.tables import IgnoredMiss, Miss
from catalogue.search.spans import Span
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from tests.factories import NOW, VILNIUS, a_person, an_event, kept

ROBOTICS = {"topic": ["robotikos", "mokymai"], "filters": {"topic": "robotikos mokymai"}}


async def test_what_is_unmet(database: Database) -> None:
    """Of the span; without what was put aside, and without subscriptions that were answered."""

    async def fill(session: AsyncSession) -> None:
        people, event = [a_person() for _ in range(6)], an_event()
        ignored = IgnoredMiss(key="tang", since=NOW.date())
        await kept(session, *people, event, ignored)
        for words, key, days in (("joga", "jog", 0), ("tango", "tang", 0), ("šokis", "sok", 90)):
            day = NOW.date() - timedelta(days=days)
            plain: dict[str, Any] = {"filters": "", "is_known": False, "count": 7}
            await kept(session, Miss(key=key, words=words, day=day, **plain))
        for wanted, is_answered in ((ROBOTICS, False), ({"topic": ["etika"]}, True)):
            for one in people:
                found = Subscription(
                    person_id=one.id, words="x", wanted=wanted, rhythm=Rhythm.ONCE, since=NOW
                )
                await kept(session, found)
                if is_answered:
                    hit = SubscriptionHit(subscription_id=found.id, event_id=event.id, found_at=NOW)
                    await kept(session, hit)

    async def look(session: AsyncSession) -> list[Wish]:
        span = Span(NOW.date() - timedelta(days=9), NOW.date())
        return await unmet(session, span=span, zone=VILNIUS)

    await database.write(fill)
    wishes = await database.read(look)
    assert wishes == [Wish("joga", {}, 0, 7), Wish("robotikos mokymai", {}, 6, 0)]
