"""How long the papers of an event with 10,000 people take: to be issued and put in line, to be
drawn for printing, and to be drawn one by one as they are sent; and whether anybody who writes to
the bot would feel it. Work is that of this process, and of the one that draws what is printed.
"""

import asyncio
import resource
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import insert, select

import bot.app  # noqa: F401 -- all that a running bot has in memory
from bot.compose import composer
from bot.jobs.certificates import of_whole_event
from bot.process import settle
from catalogue.database import Database
from catalogue.learning import issuing
from catalogue.learning.tables import Attendance, CertificateIssue, Presence, Source
from catalogue.people.tables import Person
from catalogue.registrations.tables import Registration, State
from handlers.words.speech import Speech
from scheduler.certificates import KIND, certificates
from scheduler.outbox import Recipe
from tests.benchmarks.intake import WORKERS, Timed
from tests.benchmarks.kinds import databases, is_quick
from tests.benchmarks.stalls import Stalls
from tests.bot.jobs.running import a_run, means
from tests.factories import NOW, VILNIUS, a_centre, an_event, kept
from tests.handlers.talking import a_house
from tests.scheduler.watching import a_watch

PEOPLE = 500 if is_quick() else 10_000
SENT = 100 if is_quick() else 1_000
NAMES = ("Ona Petraitienė", "Žydrūnė Ąžuolaitė-Kazlauskienė", "Jonas Jonaitis")
#: Made at the same time, as the sender does.
ABREAST = 4


async def fill(database: Database) -> int:
    """All of them were there; the report has just been handed in."""

    async def work(session: Any) -> int:
        event = an_event(
            starts=NOW - timedelta(days=3), centre=a_centre(), reported_at=NOW, lecturer="dr. Rita",
            title_lt="Įtraukusis ugdymas: kaip planuoti pamoką kiekvienam mokiniui", place="Aula",
            summary="Universalus dizainas mokymuisi, pagalba mokiniui, bendradarbiavimas. " * 4,
        )  # fmt: skip
        event.hours = 6
        await kept(session, event)
        numbers = range(1, PEOPLE + 1)
        for table, rows in (
            (Person, [{"id": n, "telegram_id": n, "name": NAMES[n % 3], "met_at": NOW,
                       "consented_at": NOW} for n in numbers]),
            (Registration, [{"id": n, "event_id": event.id, "person_id": n, "ticket": n,
                             "state": State.CONFIRMED, "joined_at": NOW, "changed_at": NOW}
                            for n in numbers]),
            (Attendance, [{"registration_id": n, "session_id": event.sessions[0].id,
                           "presence": Presence.PRESENT, "source": Source.LIST, "marked_at": NOW}
                          for n in numbers]),
        ):  # fmt: skip
            await session.execute(insert(table), rows)
        await issuing.look_again(session, event)
        return event.id

    return await database.write(work)


@asynccontextmanager
async def told(name: str, papers: int) -> AsyncIterator[None]:
    """What it took, when it is done."""
    stalls, start, worked = Stalls(), perf_counter(), process_time() + sum(WORKERS.values())
    async with stalls.measured():
        yield
    seconds, worked = perf_counter() - start, process_time() + sum(WORKERS.values()) - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:35}{papers:7,}{seconds:8.1f} s{worked:9.1f} s{papers / seconds:8.0f}/s"
        f"{stalls.longest * 1000:10.0f} ms{stalls.own_work * 1000:8.0f} ms{memory:9.0f} MB"
    )


async def measured(name: str, database: Database) -> None:
    event = await fill(database)
    settle()
    async with told(f"{name}, issued and in line", PEOPLE):
        await certificates(a_watch(database)).work(NOW)
    async with told(f"{name}, drawn to be printed", PEOPLE):
        run = a_run(database, {"event": event}, [], Timed)
        await database.write(await of_whole_event(replace(means(), house=a_house()))(run))
    await one_by_one(name, database)


async def one_by_one(name: str, database: Database) -> None:
    voices = {"lt": Speech("lt", VILNIUS)}
    compose, abreast = composer(database, voices, a_house()), asyncio.Semaphore(ABREAST)

    async def issues(session: Any) -> list[int]:
        every = select(CertificateIssue.id).order_by(CertificateIssue.id).limit(SENT)
        return list(await session.scalars(every))

    async def made(issue: int) -> None:
        async with abreast:
            await compose(Recipe(KIND, str(issue), "lt"), NOW)

    every = await database.read(issues)
    await made(every[0])  # the other process stands ready
    async with told(f"{name}, drawn as they are sent", len(every)):
        await asyncio.gather(*map(made, every))


async def main() -> None:
    heading = "Papers of an event"
    print(f"\n{heading:35} papers  by clock      work  a second  longest stall, work   memory")
    async with databases() as kinds:
        for name, source in kinds:
            database = Database(await source.fresh())
            await measured(name, database)
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
