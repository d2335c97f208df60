"""How long the numbers of a school year with 100,000 registrations take, and whether anybody who
writes to the bot would feel it.
"""

import asyncio
from datetime import timedelta
from itertools import pairwise
from time import perf_counter
from typing import Any

from anyio import CapacityLimiter, to_process
from sqlalchemy import insert

import bot.app  # noqa: F401 -- all that a running bot has in memory
from bot.drawing.charts import picture
from bot.jobs.number_pages import table_chart
from bot.process import settle
from catalogue.database import Database
from catalogue.numbers.counting import Numbers, count
from catalogue.numbers.labels import Table
from catalogue.numbers.queries import Records, records
from catalogue.people.tables import Person
from catalogue.registrations.tables import Registration, State
from catalogue.search.spans import school_year
from handlers.words.speech import Speech
from tests.benchmarks.kinds import databases, is_quick
from tests.benchmarks.stalls import Stalls
from tests.factories import NOW, VILNIUS, a_centre, an_event, kept

EVENTS = 2_000
PEOPLE = 10_000
REGISTRATIONS = 10_000 if is_quick() else 100_000
TOWNS = ("Kaunas", "Vilnius", "Klaipėda", "Šiauliai", "Panevėžys", "Alytus", "Marijampolė")
GROUPS = ("pradinių klasių mokytojai", "logopedai", "mokyklų vadovai", "psichologai")


async def fill(database: Database) -> None:
    """Each person in ten events of the school year."""

    async def programme(session: Any) -> None:
        centre = a_centre()
        events = [
            an_event(
                starts=NOW - timedelta(days=60, seconds=-n),
                centre=centre,
                city=TOWNS[n % 7],
                audience=[GROUPS[n % 4], GROUPS[n % 3]],
                seats=60,
            )
            for n in range(EVENTS)
        ]
        await kept(session, *events)
        people = [
            {"id": n, "telegram_id": n, "name": "Ona", "met_at": NOW} for n in range(1, PEOPLE + 1)
        ]
        await session.execute(insert(Person), people)
        rows = [
            {
                "event_id": events[(n * 7 + n // EVENTS) % EVENTS].id,
                "person_id": 1 + n % PEOPLE,
                "state": State.CONFIRMED,
                "ticket": n,
                "access_need": "",
                "joined_at": NOW - timedelta(days=61 + n % 90),
                "changed_at": NOW - timedelta(days=61),
                "at_once": False,
            }
            for n in range(REGISTRATIONS)
        ]
        await session.execute(insert(Registration), rows)

    await database.write(programme)


async def read(database: Database) -> Records:
    async def work(session: Any) -> Records:
        span = school_year(NOW.date())
        return await records(session, centres=None, span=span, zone=VILNIUS)

    return await database.read(work)


def counted(found: Records) -> Numbers:
    return count(found.events, found.entries, zone=VILNIUS)


def drawn(numbers: Numbers) -> bytes:
    say, table = Speech("lt", VILNIUS), Table.AUDIENCE
    chart = table_chart(say, table, numbers.largest[table], under="2026–2027 m. m.", now=NOW)
    return picture(chart) if chart else b""


async def measured(database: Database) -> tuple[list[float], Stalls, int]:
    """Seconds of reading, counting and drawing, and what was drawn; as a job does it."""
    limiter, stalls = CapacityLimiter(1), Stalls()
    moments = [perf_counter()]
    async with stalls.measured():
        found = await read(database)
        moments.append(perf_counter())
        numbers = await to_process.run_sync(counted, found, limiter=limiter)
        moments.append(perf_counter())
        content = await to_process.run_sync(drawn, numbers, limiter=limiter)
        moments.append(perf_counter())
    seconds = [after - before for before, after in pairwise(moments)]
    return seconds, stalls, len(content)


async def main() -> None:
    heading = f"Numbers of {REGISTRATIONS:,} registrations".replace(",", " ")
    print(f"\n{heading:38} reading  counting  drawing   longest stall   own work     png")
    async with databases() as kinds:
        for name, source in kinds:
            database = Database(await source.fresh())
            await fill(database)
            settle()
            for what in ("a new worker", "again"):
                (reading, counting, drawing), stalls, size = await measured(database)
                figures = (
                    f"{reading:6.2f} s {counting:6.2f} s {drawing:6.2f} s"
                    f"{stalls.longest * 1000:13.0f} ms{stalls.own_work * 1000:9.0f} ms"
                    f"{size / 1024:5.0f} KB"
                )
                print(f"{name + ', ' + what:38} {figures}")
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
