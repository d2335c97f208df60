"""How long one tick takes to plan the reminders of 100,000 registrations, and whether anybody who
writes to the bot would feel it.
"""

import asyncio
from datetime import timedelta
from time import perf_counter
from typing import Any

from sqlalchemy import func, insert, select, update

import bot.app  # noqa: F401 -- all that a running bot has in memory
from bot.process import settle
from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.registrations.tables import Registration, State
from scheduler.outbox import Outgoing
from scheduler.reminders import reminders
from tests.benchmarks.kinds import databases, is_quick
from tests.benchmarks.stalls import Stalls
from tests.factories import NOW, a_centre, an_event, kept
from tests.scheduler.watching import a_watch

EVENTS = 2_000
PEOPLE = 10_000
REGISTRATIONS = 10_000 if is_quick() else 100_000
LEADS = (timedelta(days=7), timedelta(days=1), timedelta(hours=2))


async def fill(database: Database) -> None:
    """Each person in ten events of the next month, each with the day-before reminder due."""

    async def programme(session: Any) -> None:
        tomorrow = NOW + timedelta(hours=20)
        centre = a_centre()
        events = [
            an_event(starts=tomorrow + timedelta(seconds=n), centre=centre) for n in range(EVENTS)
        ]
        await kept(session, *events)
        people = [{"id": n, "telegram_id": n, "name": "Ona", "met_at": NOW} for n in _to(PEOPLE)]
        await session.execute(insert(Person), people)
        rows = [
            {
                "event_id": events[(n * 7 + n // EVENTS) % EVENTS].id,
                "person_id": 1 + n % PEOPLE,
                "state": State.CONFIRMED,
                "ticket": n,
                "access_need": "",
                "joined_at": NOW - timedelta(days=20),
                "changed_at": NOW - timedelta(days=20),
                "at_once": False,
            }
            for n in range(REGISTRATIONS)
        ]
        await session.execute(insert(Registration), rows)

    await database.write(programme)


def _to(number: int) -> range:
    return range(1, number + 1)


async def planned(database: Database) -> tuple[float, Stalls, int]:
    """Seconds for the tick, its stalls, and how many reminders stand in the outbox."""
    watch = a_watch(database, reminders=LEADS)
    stalls, start = Stalls(), perf_counter()
    async with stalls.measured():
        await reminders(watch).work(NOW)
    seconds = perf_counter() - start
    count = await database.read(lambda s: s.scalar(select(func.count()).select_from(Outgoing)))
    return seconds, stalls, int(count or 0)


async def all_due(database: Database, since: timedelta) -> None:
    """As if nobody had looked for so long."""
    then = NOW - since
    await database.write(
        lambda session: session.execute(update(Registration).values(remind_at=then))
    )


async def main() -> None:
    heading = f"Reminders of {REGISTRATIONS:,} registrations".replace(",", " ")
    print(f"\n{heading:38} seconds    per s   longest stall   own work   in the outbox")
    async with databases() as kinds:
        for name, source in kinds:
            database = Database(await source.fresh())
            await planned(database)  # only notes which reminders are usual
            await fill(database)
            settle()
            for what in ("all of them due", "looked at again"):
                await all_due(database, timedelta(days=1))
                seconds, stalls, count = await planned(database)
                rate = REGISTRATIONS / seconds
                figures = (
                    f"{seconds:7.1f} {rate:8.0f} {stalls.longest * 1000:12.0f} ms"
                    f"{stalls.own_work * 1000:8.0f} ms {count:15}"
                )
                print(f"{name + ', ' + what:38} {figures}")
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
