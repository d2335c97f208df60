"""What was wanted and is not there, as it stands in the tables."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.demand.queries import awaited, demand, fresh, of_waiting, unmet
from catalogue.demand.rules import set_aside
from catalogue.demand.tables import Gathering
from catalogue.demand.wishes import Wish, by_group, by_town
from catalogue.glossary.tables import IgnoredMiss, Miss
from catalogue.numbers.groups import Group
from catalogue.people.tables import PersonTrait, Trait
from catalogue.search.spans import Span
from catalogue.subscriptions import rules
from catalogue.subscriptions.tables import Rhythm, SubscriptionHit
from tests.factories import NOW, VILNIUS, a_person, an_event, kept

ROBOTICS = {"topic": ["robotikos", "mokymai"], "filters": {"topic": "robotikos mokymai"}}
SPAN = Span(NOW.date() - timedelta(days=9), NOW.date())


async def wished(session: AsyncSession, person: Any, wanted: Any) -> Any:
    """As the bot notes it."""
    return await rules.subscribe(
        session, person=person, words="x", wanted=wanted, rhythm=Rhythm.ONCE, now=NOW
    )


async def test_what_is_unmet(database: Database) -> None:
    """Of the span; without what was put aside, and without subscriptions that were answered."""

    async def fill(session: AsyncSession) -> None:
        people, event = [a_person() for _ in range(6)], an_event()
        ignored = IgnoredMiss(key="tang", since=NOW.date())
        await kept(session, *people, event, ignored)
        for words, key, days in (
            *(("joga", "jog", 0), ("tango", "tang", 0)),
            *(("šokis", "sok", 90), ("derybos", "deryb", 1)),
        ):
            day = NOW.date() - timedelta(days=days)
            plain: dict[str, Any] = {"filters": "", "is_known": False, "count": 7}
            await kept(session, Miss(key=key, words=words, day=day, **plain))
        for one in people:
            await wished(session, one, ROBOTICS)
            answered = await wished(session, one, {"topic": ["etika"]})
            await kept(
                session,
                SubscriptionHit(subscription_id=answered.id, event_id=event.id, found_at=NOW),
            )

    async def look(session: AsyncSession) -> list[Wish]:
        return await unmet(session, span=SPAN, zone=VILNIUS)

    async def put_aside(session: AsyncSession) -> None:
        (one,) = [
            each
            for each in await demand(session, span=SPAN, zone=VILNIUS)
            if each.words == "derybos"
        ]
        await set_aside(session, one.key, day=NOW.date() - timedelta(days=1))

    await database.write(fill)
    await database.write(put_aside)
    found = [(one.words, one.people, one.times) for one in await database.read(look)]
    assert found == [("joga", 0, 7), ("robotikos mokymai", 6, 0)]


async def test_who_waits(sqlite_database: Database) -> None:
    """By group and town as they said it with the wish, else as they told it of themselves."""

    async def fill(session: AsyncSession) -> None:
        people = [a_person() for _ in range(5)]
        await kept(session, *people)
        for one in people:
            await kept(
                session,
                *[
                    PersonTrait(person_id=one.id, kind=kind, value=value, key=value.casefold())
                    for kind, value in ((Trait.GROUP, "logopedai"), (Trait.CITY, "Utena"))
                ],
            )
            in_kaunas = {
                "topic": ["robotikos"],
                "filters": {"topic": "robotikos", "city": "Kaunas"},
            }
            await wished(session, one, in_kaunas)

    async def look(session: AsyncSession) -> list[list[Group]]:
        gathering = Gathering(theme="=robotika", words="robotika")
        found = await of_waiting(session, gathering)
        return [by_group(found), by_town(found)]

    await sqlite_database.write(fill)
    assert await sqlite_database.read(look) == [
        [Group("logopedai", 0, 5, 5)],
        [Group("Kaunas", 0, 5, 5)],
    ]


def test_a_wish_without_written_words() -> None:
    """Its folded ones stand for them; a year is how long a wish is fresh."""
    assert awaited(7, {"topic": ["joga"]}).words == "joga"
    assert fresh(NOW.date()) == Span(NOW.date() - timedelta(days=365), NOW.date())
