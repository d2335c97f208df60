"""Heads are written to on the first working day of a month, once, whichever process does it."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.heads.tables import Head, HeadMonth
from catalogue.people.tables import Person, Role
from scheduler.heads import LOOK_AGAIN, heads
from scheduler.outbox import Outgoing, Priority
from scheduler.ticks import Tick
from tests.catalogue.heads.made_up import a_head, a_teacher, held, teachers
from tests.factories import NOW, VILNIUS, a_centre, a_person, kept
from tests.handlers.office.people import membership
from tests.scheduler.watching import a_watch

#: The first working day of December, as it begins.
MORNING = datetime(2026, 12, 1, 8, tzinfo=VILNIUS)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def tick(database: Database) -> Tick:
    watch = a_watch(database, owner_ids=frozenset({777}))
    return heads(watch)


async def rows(database: Database, kind: str) -> list[Outgoing]:
    async def work(session: AsyncSession) -> list[Outgoing]:
        found = select(Outgoing).where(Outgoing.recipe_kind == kind).order_by(Outgoing.id)
        return list(await session.scalars(found))

    return await database.read(work)


async def put(database: Database, **facts: Any) -> int:
    async def work(session: AsyncSession) -> int:
        return (await a_head(session, **facts)).id

    return await database.write(work)


async def test_a_letter_on_the_first_working_day(sqlite_database: Database) -> None:
    """Not before it, and once; in its time for each: after quiet hours, under their ceiling, not to
    those who want none.
    """
    database = sqlite_database
    usual = await put(database)
    late = await put(database, quiet_from=21 * 60, quiet_until=10 * 60)
    await put(database, weekly_ceiling=0)
    stopped = await put(database)

    async def stop(session: AsyncSession) -> None:
        (await session.get_one(Head, stopped)).wants_letters = False

    await database.write(stop)
    for early in (NOW, MORNING - timedelta(minutes=1)):
        await tick(database).work(early)
    assert await rows(database, "head_month") == []
    for now in (MORNING, MORNING + HOUR, MORNING + DAY):
        await tick(database).work(now)
    found = await rows(database, "head_month")
    assert [(one.recipe_key, one.not_before) for one in found] == [
        (f"{usual}:2026-12-01", MORNING.astimezone(UTC)),
        (f"{late}:2026-12-01", (MORNING + 2 * HOUR).astimezone(UTC)),
    ]
    assert {one.priority for one in found} == {Priority.ANNOUNCEMENT}
    await tick(database).work(datetime(2027, 1, 4, 9, tzinfo=VILNIUS))
    keys = [one.recipe_key for one in await rows(database, "head_month")]
    assert keys[2:] == [f"{usual}:2027-01-01", f"{late}:2027-01-01"]


@pytest.mark.parametrize(("days", "letters"), [(0, 1), (3, 1), (10, 1), (13, 0)])
async def test_after_an_outage(sqlite_database: Database, days: int, letters: int) -> None:
    """Some days late it is still of use, after a fortnight no more."""
    await put(sqlite_database)
    await tick(sqlite_database).work(MORNING + days * DAY)
    assert len(await rows(sqlite_database, "head_month")) == letters


async def test_one_letter_of_many_processes(database: Database) -> None:
    """Whoever claims the month counts what was completed before it; nobody does it twice."""

    async def work(session: AsyncSession) -> None:
        await a_head(session)
        await held(session, *await teachers(session, 5), starts=NOW - DAY)

    await database.write(work)
    await asyncio.gather(*(tick(database).work(MORNING) for _ in range(4)))
    assert len(await rows(database, "head_month")) == 1
    counted = await database.read(lambda session: session.scalars(select(HeadMonth)))
    assert [(one.month.isoformat(), one.people) for one in counted] == [("2026-11-01", 5)]


async def test_a_teacher_is_asked_once(sqlite_database: Database) -> None:
    """After what they were at is over, by day; others are found at a later look."""
    database = sqlite_database

    async def more(session: AsyncSession) -> int:
        ona = await a_teacher(session, quiet_from=21 * 60, quiet_until=12 * 60)
        await held(session, ona, starts=NOW - DAY)
        return ona.id

    await put(database)
    ona, clock = await database.write(more), tick(database)
    for now in (NOW, NOW + LOOK_AGAIN):
        await clock.work(now)
    (row,) = await rows(database, "head_naming")
    assert (row.recipe_key, row.not_before) == (str(ona), (NOW + 2 * HOUR).astimezone(UTC))
    await database.write(more)
    await clock.work(NOW + 1.5 * LOOK_AGAIN)
    assert len(await rows(database, "head_naming")) == 1
    await clock.work(NOW + 2 * LOOK_AGAIN)
    assert len(await rows(database, "head_naming")) == 2


async def test_staff_hear_of_each_head_once(sqlite_database: Database) -> None:
    """Those of the centres that know the person, where there are any; and the owners."""
    database = sqlite_database

    async def work(session: AsyncSession) -> tuple[int, int, list[int]]:
        centre, other = a_centre(), a_centre()
        here, there, owner = a_person(), a_person(), a_person(telegram_id=777)
        door = a_person()
        await kept(session, centre, other, here, there, owner, door)
        await kept(session, membership(here, Role.COORDINATOR, centre))
        await kept(session, membership(there, Role.OWNER, other))
        await kept(session, membership(door, Role.DOOR, centre))
        known, unknown = [await a_head(session, confirmed=False) for _ in range(2)]
        await held(session, await session.get_one(Person, known.person_id), centre=centre)
        return known.id, unknown.id, [here.id, there.id, owner.id]

    known, unknown, (here, there, owner) = await database.write(work)
    for _ in range(2):
        await tick(database).work(NOW)
    assert [one.recipe_key for one in await rows(database, "head_asks")] == [
        f"{known}:{here}", f"{known}:{owner}",
        f"{unknown}:{here}", f"{unknown}:{there}", f"{unknown}:{owner}",
    ]  # fmt: skip


async def test_the_first_of_staff_hears_of_whoever_waits(sqlite_database: Database) -> None:
    """A head who said so while there was nobody to confirm it is not forgotten."""
    database = sqlite_database
    head = await put(database, confirmed=False)
    await tick(database).work(NOW)
    assert await rows(database, "head_asks") == []
    await database.write(lambda session: kept(session, a_person(telegram_id=777)))
    await tick(database).work(NOW)
    (row,) = await rows(database, "head_asks")
    assert (row.recipe_key or "").startswith(f"{head}:")
