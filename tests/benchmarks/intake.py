"""How long a workbook of 5,000 events takes from being sent to being in the programme, and back
out of it; and how long nobody else got a word in meanwhile.
"""

import asyncio
import os
from collections.abc import Callable
from datetime import timedelta
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import func, select

from bot.jobs import exporting
from bot.jobs import intake as jobs
from bot.process import settle
from catalogue.database import Database
from catalogue.intake import rules
from catalogue.intake.tables import Intake, IntakeState
from scheduler.jobs import Run
from tests.benchmarks.kinds import databases, is_quick
from tests.benchmarks.stalls import Stalls
from tests.bot.jobs.running import done, somebody
from tests.catalogue.files.made_up import workbook
from tests.factories import NOW, a_person

HEADINGS = ["Kodas", "Pavadinimas", "Aprašymas", "Forma", "Kam skirta", "Miestas", "Vieta",
            "Pradžia", "Akad. val.", "Kaina, Eur", "Vietų skaičius", "Organizatorius",
            "Lektorius", "KTPRR kodas"]  # fmt: skip


#: Seconds of work of each process that computes apart.
WORKERS: dict[int, float] = {}


def plan(rows: int, *, place: str) -> bytes:
    start = NOW.replace(hour=9, tzinfo=None) + timedelta(days=10)
    return workbook(
        [
            HEADINGS,
            *(
                [f"R-{n}", f"Renginys apie vertinimą pamokoje Nr. {n}", "Ko išmoksite. " * 12,
                 "seminaras", "pradinių klasių mokytojai; logopedai", "Kaunas", place,
                 start + timedelta(days=n // 9, hours=n % 9), 6, 25.5, 30, "Kauno centras",
                 "Ona Petraitienė", f"2100{n:05}"]
                for n in range(rows)
            ),
        ]
    )  # fmt: skip


async def one(database: Database, rows: int) -> None:
    person = await somebody(database, a_person())
    facts = {"file": "F", "name": "planas.xlsx", "person": person, "centres": None, "founds": True}
    for title, content in (("new", plan(rows, place="Aula")), ("moved", plan(rows, place="Salė"))):
        tell(
            f"{rows} {title}",
            "read and compared",
            await measured(database, jobs.read, facts, content),
        )
        given = {"intake": await begun(database)}
        tell(f"{rows} {title}", "taken in", await measured(database, jobs.take, given, b""))
    number = await begun(database, state=IntakeState.UNDOING)
    tell(f"{rows} moved", "undone", await measured(database, jobs.undo, {"intake": number}, b""))


class Timed(Run):
    """Knows what its computing apart has cost."""

    async def apart(self, compute: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
        found, (number, worked) = await super().apart(timed, compute, *arguments, **keywords)
        WORKERS[number] = worked
        return found


def timed(
    compute: Callable[..., Any], *arguments: Any, **keywords: Any
) -> tuple[Any, tuple[int, float]]:
    """With the number of this process, and the seconds that it has worked since its start."""
    found = compute(*arguments, **keywords)
    return found, (os.getpid(), process_time())


async def measured(
    database: Database, make: Any, facts: dict[str, Any], content: bytes
) -> tuple[float, float, Stalls]:
    """By the clock, of work in both processes, and the stalls."""
    stalls, start, worked = Stalls(), perf_counter(), process_time() + sum(WORKERS.values())
    async with stalls.measured():
        await done(database, make, facts, content=content, kind=Timed)
    worked = process_time() + sum(WORKERS.values()) - worked
    return perf_counter() - start, worked, stalls


async def begun(database: Database, *, state: IntakeState | None = None) -> int:
    """The newest file, as if its button had been pressed."""

    async def work(session: Any) -> int:
        intake = await session.get_one(Intake, await session.scalar(select(func.max(Intake.id))))
        if state is None:
            rules.begin(intake, as_drafts=False, now=NOW)
        else:
            intake.state = state
        return int(intake.id)

    return await database.write(work)


def tell(title: str, step: str, took: tuple[float, float, Stalls]) -> None:
    seconds, worked, stalls = took
    print(
        f"{title:>12} {step:<18} {seconds:6.1f} s, of it work {worked:5.1f} s   longest stall "
        f"{stalls.longest * 1000:4.0f} ms, of it work {stalls.own_work * 1000:4.0f} ms"
    )


async def main(rows: int) -> None:
    async with databases() as kinds:
        for name, source in kinds:
            print(f"\nA workbook of {rows:,} events, {name}".replace(",", " ", 1))
            database = Database(await source.fresh())
            await measured(database, exporting.headings, {}, b"")  # the other process stands ready
            settle()
            await one(database, rows)
            await database.close()


if __name__ == "__main__":
    asyncio.run(main(500 if is_quick() else 5_000))
