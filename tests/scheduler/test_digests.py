import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.people.tables import Person
from catalogue.programme.revisions import stamp
from catalogue.programme.tables import Event
from catalogue.search.index import Index
from catalogue.subscriptions.queries import portion_of
from catalogue.subscriptions.tables import Rhythm, Subscription
from scheduler.digests import digests
from scheduler.outbox import Outgoing, Priority, SendState
from tests.catalogue.subscriptions.news import asked
from tests.factories import NOW, VILNIUS, a_person, an_event, kept
from tests.scheduler.watching import a_watch

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: `NOW` is a Sunday morning; the next digest is on Friday the 27th.
FRIDAY = datetime(2026, 11, 27, 15, tzinfo=VILNIUS)


class Desk:
    """The tick over a database, and what it has put into the outbox."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.said = 0
        self.restart()

    def restart(self) -> None:
        watch = a_watch(self.database, said=self._count)
        self._tick = digests(watch, Finder(Index()))

    async def look(self, now: datetime = NOW) -> list[str]:
        """The keys of all that was ever put, after this look."""
        await self._tick.work(now)
        rows = await self.database.read(self._rows)
        return [row.key or "" for row in rows]

    async def keep(self, work: Any) -> Any:
        return await self.database.write(work)

    async def publish(self, *titles: str, at: datetime = NOW) -> list[int]:
        async def work(session: AsyncSession) -> list[int]:
            starts = NOW + 40 * DAY
            events = [an_event(title_lt=one, published_at=at, starts=starts) for one in titles]
            await kept(session, *events)
            await stamp(session, *events)
            return [event.id for event in events]

        return await self.database.write(work)

    async def somebody(self, *rhythms: Rhythm, **facts: Any) -> int:
        """A person with so many subscriptions to ceramics."""

        async def work(session: AsyncSession) -> int:
            person = a_person(**facts)
            await kept(session, person)
            for rhythm in rhythms:
                await asked(session, person, rhythm=rhythm)
            return person.id

        return await self.database.write(work)

    async def portion(self, person: int, planned_at: datetime) -> list[str]:
        async def work(session: AsyncSession) -> list[str]:
            portion = await portion_of(
                session, person_id=person, planned_at=planned_at, now=planned_at
            )
            return [event.title_lt for event in portion.events]

        return await self.database.read(work)

    async def _rows(self, session: AsyncSession) -> list[Outgoing]:
        return list(await session.scalars(select(Outgoing).order_by(Outgoing.id)))

    def _count(self) -> None:
        self.said += 1


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def key(person: int, moment: datetime) -> str:
    return f"digest:{person}:{moment.astimezone(UTC).isoformat()}"


async def test_one_message_for_all_that_is_new(desk: Desk) -> None:
    """A wish and a subscription, three events: one row, once, however often it is looked."""
    ona = await desk.somebody(Rhythm.ONCE, Rhythm.INSTANT)
    await desk.publish("Keramika", "Keramikos pradmenys", "Robotika", "Keramikos paroda")
    for _ in range(2):
        assert await desk.look() == [key(ona, NOW)]
    desk.restart()
    assert await desk.look(NOW + HOUR) == [key(ona, NOW)]
    assert len(await desk.portion(ona, NOW)) == 3
    row = (await desk.database.read(desk._rows))[0]
    assert (row.priority, row.recipe_kind, desk.said) == (Priority.ANNOUNCEMENT, "digest", 1)


async def test_what_was_there_before_is_no_news(desk: Desk) -> None:
    """Nor is an old event that was edited, nor one that was published before she asked."""
    ona = await desk.somebody(Rhythm.INSTANT)
    old, _ = await desk.publish("Keramika", "Keramikos paroda", at=NOW - 5 * DAY)
    assert await desk.look() == []

    async def edit(session: AsyncSession) -> None:
        await stamp(session, await session.get_one(Event, old))

    await desk.keep(edit)
    assert await desk.look(NOW + HOUR) == []
    await desk.publish("Senoji keramika", at=NOW - 5 * DAY)
    await desk.publish("Keramika vėl", at=NOW + HOUR)
    assert await desk.look(NOW + 2 * HOUR) == [key(ona, NOW + 2 * HOUR)]
    assert await desk.portion(ona, NOW + 2 * HOUR) == ["Keramika vėl"]


async def test_a_weekly_digest_waits_for_friday(desk: Desk) -> None:
    """Asleep over the hour, it goes once when it wakes; what came later waits for the next."""
    ona = await desk.somebody(Rhythm.WEEKLY)
    await desk.publish("Keramika")
    assert await desk.look() == []
    assert await desk.look(FRIDAY - timedelta(minutes=1)) == []
    saturday = FRIDAY + 20 * HOUR
    await desk.publish("Keramikos paroda", at=saturday)
    assert await desk.look(saturday) == [key(ona, saturday)]
    assert await desk.portion(ona, saturday) == ["Keramika"]
    assert len(await desk.look(FRIDAY + 6 * DAY)) == 1
    assert len(await desk.look(FRIDAY + 7 * DAY)) == 2
    assert await desk.portion(ona, FRIDAY + 7 * DAY) == ["Keramikos paroda"]


@pytest.mark.parametrize(
    ("facts", "later", "comes"),
    [
        ({"quiet_from": 9 * 60, "quiet_until": 12 * 60}, 2 * HOUR, True),
        ({"unreachable_since": NOW}, DAY, False),
        ({"weekly_ceiling": 0}, 30 * DAY, False),
        ({"telegram_id": None, "forgotten_at": NOW}, DAY, False),
    ],
)
async def test_who_is_not_to_be_disturbed(
    desk: Desk,
    facts: dict[str, Any],
    later: timedelta,
    comes: bool,  # noqa: FBT001 -- a table
) -> None:
    """Quiet hours put it off to their end; what cannot go stays for the day it can."""
    ona = await desk.somebody(Rhythm.INSTANT, **facts)
    await desk.publish("Keramika")
    assert await desk.look() == []
    assert await desk.look(NOW + later) == ([key(ona, NOW + later)] if comes else [])

    async def again(session: AsyncSession) -> None:
        person = await session.get_one(Person, ona)
        person.unreachable_since, person.weekly_ceiling = None, None

    await desk.keep(again)
    expected = 0 if "forgotten_at" in facts else 1
    assert len(await desk.look(NOW + later + HOUR)) == expected


async def test_above_the_ceiling_news_are_packed_together(desk: Desk) -> None:
    """With one a week the second and the third come as one, when the first is a week old."""
    ona = await desk.somebody(Rhythm.INSTANT, weekly_ceiling=1)
    await desk.publish("Keramika")
    assert len(await desk.look()) == 1

    async def sent(session: AsyncSession) -> None:
        row = (await session.scalars(select(Outgoing))).one()
        row.state, row.sent_at = SendState.SENT, NOW

    await desk.keep(sent)
    for day in (1, 2):
        at = NOW + day * DAY
        await desk.publish(f"Keramika {day}", at=at)
        assert len(await desk.look(at)) == 1
    assert await desk.look(NOW + 7 * DAY) == [key(ona, NOW), key(ona, NOW + 7 * DAY)]
    assert len(await desk.portion(ona, NOW + 7 * DAY)) == 2


async def test_many_people_in_batches(desk: Desk) -> None:
    """Each of 700 is told once, and the loop turns many times meanwhile."""

    async def work(session: AsyncSession) -> None:
        people = [a_person() for _ in range(700)]
        await kept(session, *people)
        facts = {"words": "keramika", "rhythm": Rhythm.INSTANT, "since": NOW - DAY}
        wanted = {"topic": ["keramika"], "filters": {"topic": "keramika"}}
        await kept(
            session, *[Subscription(person_id=one.id, wanted=wanted, **facts) for one in people]
        )

    await desk.keep(work)
    await desk.publish("Keramika")
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as group:
        counting = group.create_task(count())
        keys = await desk.look()
        counting.cancel()
    assert (len(keys), len(set(keys))) == (700, 700)
    assert turns > 20
