"""What was wanted and is not there."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.glossary.tables import IgnoredMiss, Miss
from catalogue.numbers.wishes import Awaited, Sought, Wish, together, unmet
from catalogue.search.spans import Span
from catalogue.search.stems import stem
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from tests.factories import NOW, VILNIUS, a_person, an_event, kept

ABOUT = " ".join(sorted(map(stem, ("robotikos", "mokymai"))))
ROBOTICS = {"topic": ["robotikos", "mokymai"], "filters": {"topic": "robotikos mokymai"}}
IN_ALYTUS = {"topic": ["mokymu", "robotikos"], "filters": {"topic": "x", "city": "Alytus"}}


def test_every_form_of_a_wish_is_one() -> None:
    """Cases, order and conditions beside what it is about; people where they are known."""
    sought = [Sought(ABOUT, "", "robotikos mokymai", 5), Sought("jog", "", "joga", 4)]
    awaited = [
        *[Awaited(person, ROBOTICS) for person in range(4)],
        *[Awaited(person, IN_ALYTUS) for person in range(3, 6)],
    ]
    assert [(one.people, one.times) for one in together(sought, awaited)] == [(6, 5)]


def test_few_are_not_told() -> None:
    """Times alone where fewer than five people are known, and nothing where both are few."""
    sought = [Sought("jog", "", "joga", 2), Sought("jog", '{"city": "Kaunas"}', "jogos", 5)]
    assert together(sought, [Awaited(1, {"topic": ["joga"]})]) == [Wish("joga", {}, 0, 7)]
    assert together([Sought("jog", "", "joga", 4)], []) == []


def test_conditions_alone_are_a_wish() -> None:
    """Where nothing was said of what it is about."""
    sought = [Sought("", '{"city": "Zarasai"}', "", 5)]
    awaited = [Awaited(person, {"filters": {"city": "Zarasai"}}) for person in range(6)]
    assert together(sought, awaited) == [Wish("", {"city": "Zarasai"}, 6, 5)]


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
