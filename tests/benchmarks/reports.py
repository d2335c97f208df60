"""How long the report of a school year with 100,000 registrations takes beside the same figures of
a year before, and whether anybody who writes to the bot would feel it.
"""

import asyncio
from datetime import timedelta
from decimal import Decimal
from time import perf_counter, process_time
from typing import Any

from anyio import CapacityLimiter, to_process
from sqlalchemy import insert, select

import bot.app  # noqa: F401 -- all that a running bot has in memory
from bot.drawing.reports import report_paper
from bot.jobs.report_pages import page
from bot.jobs.report_sheets import sheets
from bot.jobs.report_tables import Account
from bot.process import settle
from catalogue.database import Database
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.numbers.workbook import workbook
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.programme.tables import Session
from catalogue.quality.queries import Satisfaction
from catalogue.registrations.tables import Registration, State
from catalogue.reports.counting import count
from catalogue.reports.periods import Kind, around
from catalogue.reports.queries import records
from catalogue.reports.records import Records
from catalogue.reports.trend import beside
from catalogue.reports.values import Report
from handlers.words.speech import Speech
from tests.benchmarks.kinds import databases, is_quick
from tests.benchmarks.stalls import Stalls
from tests.factories import NOW, VILNIUS, a_centre, an_event, kept

EVENTS = 2_000
PEOPLE = 10_000
REGISTRATIONS = 10_000 if is_quick() else 100_000
TOWNS = ("Kaunas", "Vilnius", "Klaipėda", "Šiauliai", "Panevėžys", "Alytus", "Marijampolė")
GROUPS = ("pradinių klasių mokytojai", "logopedai", "mokyklų vadovai", "psichologai")
FUNDING = ("savivaldybės lėšos", "mokymo lėšos", "rėmėjai", "")
SCHOOLS = ("Saulės gimnazija", "Ąžuolo progimnazija", "Gabijos mokykla", "Vytauto gimnazija")
PERIOD = around(NOW.date(), Kind.SCHOOL_YEAR)


async def fill(database: Database) -> None:
    """Each person registered for ten events of the school year, at nine of them; 700 schools."""

    async def programme(session: Any) -> None:
        centre = a_centre()
        events = [
            an_event(
                starts=NOW - timedelta(days=60, seconds=-n),
                centre=centre,
                audience=[GROUPS[n % 4], GROUPS[n % 3]],
                funding=FUNDING[n % 4],
                project="Tyrėjai" if n % 9 == 0 else "",
                price_eur=Decimal(n % 30),
            )
            for n in range(EVENTS)
        ]
        await kept(session, *events)
        await session.execute(insert(Person), [
            {"id": n, "telegram_id": n, "name": "Ona", "met_at": NOW} for n in range(1, PEOPLE + 1)
        ])  # fmt: skip
        await session.execute(insert(PersonTrait), [
            {"person_id": n, "kind": kind, "key": value, "value": value}
            for n in range(1, PEOPLE + 1)
            for kind, value in ((Trait.CITY, TOWNS[n % 7]),
                                (Trait.SCHOOL, f"{SCHOOLS[n % 4]} Nr. {n % 50}"))
        ])  # fmt: skip
        await session.execute(insert(Registration), [
            {"id": n + 1, "event_id": events[(n * 7 + n // EVENTS) % EVENTS].id,
             "person_id": 1 + n % PEOPLE, "state": State.CONFIRMED, "ticket": n, "access_need": "",
             "joined_at": NOW - timedelta(days=90), "changed_at": NOW - timedelta(days=90),
             "at_once": False}
            for n in range(REGISTRATIONS)
        ])  # fmt: skip
        meetings = dict((await session.execute(select(Session.event_id, Session.id))).all())
        own = (await session.execute(select(Registration.id, Registration.event_id))).all()
        await session.execute(insert(Attendance), [
            {"registration_id": number, "session_id": meetings[event], "hours": None,
             "presence": Presence.ABSENT if number % 10 == 0 else Presence.PRESENT,
             "source": Source.LIST, "marked_at": NOW}
            for number, event in own
        ])  # fmt: skip

    await database.write(programme)


async def read(database: Database) -> list[Records]:
    """This year and the year before, in one look."""

    async def work(session: Any) -> list[Records]:
        return [
            await records(session, centres=None, span=one.span, zone=VILNIUS)
            for one in (PERIOD, PERIOD.a_year_before)
        ]

    return await database.read(work)


def counted(found: list[Records]) -> tuple[list[Report], float]:
    """With the seconds that it was at work."""
    began = process_time()
    return [count(one, now=NOW) for one in found], process_time() - began


def written(reports: list[Report]) -> tuple[tuple[int, int], float]:
    """Bytes of both files, and the seconds at work."""
    began = process_time()
    say, nobody = Speech("lt", VILNIUS), Satisfaction(events=0, summary=None)
    now, before = reports
    told = Account(
        period=PERIOD, whose="Visi centrai", now=NOW, until=None, report=now,
        figures=beside(now.figures, before.figures, satisfaction=nobody,
                       satisfaction_before=nobody),
        liked=nobody, liked_before=nobody, use={}, wishes=[],
    )  # fmt: skip
    paper = report_paper(page(say, told))
    book = workbook(sheets(say, told), made_at=NOW)
    return (len(paper), len(book)), process_time() - began


async def measured(database: Database) -> tuple[list[float], Stalls, tuple[int, int]]:
    """Seconds at work for reading, counting, writing, and those of all together; as a job does."""
    limiter, stalls = CapacityLimiter(1), Stalls()
    began, worked = perf_counter(), process_time()
    async with stalls.measured():
        found = await read(database)
        reading = process_time() - worked
        reports, counting = await to_process.run_sync(counted, found, limiter=limiter)
        sizes, writing = await to_process.run_sync(written, reports, limiter=limiter)
    return [reading, counting, writing, perf_counter() - began], stalls, sizes


async def main() -> None:
    heading = f"Report of {REGISTRATIONS:,} registrations".replace(",", " ")
    print(
        f"\n{heading:36}CPU: reading counting writing    in all   longest stall   own work"
        "   pdf xlsx"
    )
    async with databases() as kinds:
        for name, source in kinds:
            database = Database(await source.fresh())
            await fill(database)
            settle()
            for what in ("a new worker", "again"):
                seconds, stalls, (paper, book) = await measured(database)
                told = " ".join(f"{one:7.2f} s" for one in seconds)
                print(
                    f"{name + ', ' + what:38} {told}"
                    f"{stalls.longest * 1000:13.0f} ms{stalls.own_work * 1000:9.0f} ms"
                    f"{paper / 1024:6.0f}{book / 1024:5.0f} KB"
                )
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
