"""How long one tick takes to find and tell for whom new events are, and whether anybody who
writes to the bot would feel it.
"""

import asyncio
from datetime import timedelta
from time import perf_counter
from typing import Any

from sqlalchemy import func, insert, select

import bot.app  # noqa: F401 -- all that a running bot has in memory
from bot.process import settle
from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.people.tables import Person
from catalogue.programme.revisions import stamp
from catalogue.search.documents import Document
from catalogue.search.index import Index
from catalogue.search.questions import understand
from catalogue.subscriptions.tables import Rhythm, Subscription
from catalogue.subscriptions.wanted import wanted_of
from scheduler.digests import digests
from scheduler.outbox import Outgoing
from scheduler.ticks import Tick
from tests.benchmarks.catalogues import OWN, grown, read_documents
from tests.benchmarks.kinds import databases
from tests.benchmarks.stalls import Stalls
from tests.factories import NOW, VILNIUS, an_event, kept
from tests.scheduler.watching import a_watch

EVENTS, NEW = 1_000, 20
PEOPLE = 10_000


def _programme() -> tuple[Document, ...]:
    return grown(read_documents(OWN[0]), EVENTS).documents


async def fill(database: Database) -> None:
    """A year's programme, and 10,000 people who ask for 2,000 things: the themes of its events,
    anywhere or in Kaunas.
    """
    found = _programme()
    wanted = [
        wanted_of(understand(f"{' '.join(one.title_lt.split()[:2])} {where}", asked_at=NOW))
        for one in found
        for where in ("", "Kaune")
    ]

    async def work(session: Any) -> None:
        events = [
            an_event(title_lt=one.title_lt, city=one.city, starts=one.starts[0], revision=0)
            for one in found
        ]
        await kept(session, *events)
        people = [{"telegram_id": n, "name": "Ona", "met_at": NOW} for n in range(1, PEOPLE + 1)]
        await session.execute(insert(Person), people)
        numbers = (await session.scalars(select(Person.id).order_by(Person.id))).all()
        rows = [
            {
                "person_id": number,
                "words": "…",
                "wanted": wanted[at % len(wanted)],
                "rhythm": Rhythm.INSTANT,
                "since": NOW - timedelta(days=1),
            }
            for at, number in enumerate(numbers)
        ]
        await session.execute(insert(Subscription), rows)

    await database.write(work)


async def publish(database: Database) -> None:
    async def work(session: Any) -> None:
        events = [
            an_event(title_lt=one.title_lt, city=one.city, published_at=NOW)
            for one in _programme()[:: EVENTS // NEW]
        ]
        await kept(session, *events)
        await stamp(session, *events)

    await database.write(work)


async def look(tick: Tick) -> tuple[float, float]:
    """Seconds, and the longest stall of the loop in milliseconds."""
    stalls, start = Stalls(), perf_counter()
    async with stalls.measured():
        await tick.work(NOW)
    return perf_counter() - start, stalls.longest * 1000


async def main() -> None:
    heading = f"News for {PEOPLE:,} subscriptions".replace(",", " ")
    print(f"\n{heading:38} seconds   longest stall   in the outbox")
    async with databases() as kinds:
        for name, source in kinds:
            database = Database(await source.fresh())
            await fill(database)
            finder = Finder(Index(timezone=VILNIUS))
            await database.read(finder.index)
            watch = a_watch(database)
            tick = digests(watch, finder)
            await tick.work(NOW - timedelta(hours=1))
            settle()
            await publish(database)
            for what in (f"{NEW} new events", "looked at again"):
                seconds, stall = await look(tick)
                rows = await database.read(lambda s: s.scalar(select(func.count(Outgoing.id))))
                print(f"{name + ', ' + what:38} {seconds:7.2f} {stall:12.0f} ms {rows:15}")
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
