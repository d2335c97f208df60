"""Transactions on real databases: nothing torn, nothing lost, moments always aware."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.database import Database, is_passing
from catalogue.people.tables import Person

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=2)))
NAIVE = datetime(2026, 11, 22, 12)  # noqa: DTZ001 -- what is to be refused


async def add(session: AsyncSession, slug: str = "a") -> None:
    session.add(Centre(slug=slug, name=slug))
    await session.flush()


async def slugs(session: AsyncSession) -> list[str]:
    return list(await session.scalars(select(Centre.slug).order_by(Centre.id)))


class Held:
    """A transaction that has added a centre and stays open until it may go on."""

    def __init__(self, slug: str = "held") -> None:
        self.slug = slug
        self.is_open = asyncio.Event()
        self.may_end = asyncio.Event()

    async def __call__(self, session: AsyncSession) -> None:
        await add(session, self.slug)
        self.is_open.set()
        await self.may_end.wait()


@asynccontextmanager
async def held_open(database: Database, slug: str = "held") -> AsyncIterator[asyncio.Task[None]]:
    """The caller of an open transaction, which goes on when the block ends."""
    held = Held(slug)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(database.write(held))
        await held.is_open.wait()
        try:
            yield task
        finally:
            held.may_end.set()


@pytest.mark.parametrize("moment", [NOON, NOON.astimezone(UTC)])
async def test_a_moment_comes_back_aware_in_utc(database: Database, moment: datetime) -> None:
    """Whatever its time zone was, a moment that was kept is the same moment in UTC."""

    async def keep(session: AsyncSession) -> None:
        session.add(Person(telegram_id=1, met_at=moment))

    await database.write(keep)
    (found,) = await database.read(lambda session: session.scalars(select(Person.met_at)))
    assert found == NOON
    assert found.utcoffset() == timedelta()


async def test_no_moment_is_no_moment(database: Database) -> None:
    """What has not happened yet comes back as None."""

    async def keep(session: AsyncSession) -> None:
        session.add(Person(telegram_id=1, met_at=NOON, forgotten_at=None))

    await database.write(keep)
    found = await database.read(lambda session: session.scalars(select(Person.forgotten_at)))
    assert list(found) == [None]


async def test_a_naive_moment_is_refused(database: Database) -> None:
    """Neither a row nor a question with a moment of no time zone goes through: it would be hours
    off."""

    async def row(session: AsyncSession) -> None:
        session.add(Person(telegram_id=1, met_at=NAIVE))

    async def rows(session: AsyncSession) -> None:
        some = [{"telegram_id": 1, "met_at": NOON}, {"telegram_id": 2, "met_at": NAIVE}]
        await session.execute(insert(Person), some)

    async def question(session: AsyncSession) -> None:
        await session.scalars(select(Person).where(Person.met_at < NAIVE))

    for work in (row, rows, question):
        with pytest.raises(StatementError, match="without a time zone"):
            await database.write(work)
    count = await database.read(lambda session: session.scalar(select(func.count(Person.id))))
    assert count == 0


async def test_what_fails_leaves_nothing(database: Database) -> None:
    """Of a deed that was refused halfway no half is kept."""

    async def work(session: AsyncSession) -> None:
        await add(session)
        raise LookupError

    with pytest.raises(LookupError):
        await database.write(work)
    assert await database.read(slugs) == []


async def test_a_reader_waits_for_nobody(database: Database) -> None:
    """While somebody writes, others read what was before."""
    await database.write(add)
    async with held_open(database):
        assert await database.read(slugs) == ["a"]
    assert await database.read(slugs) == ["a", "held"]


async def test_a_look_is_of_one_moment(database: Database) -> None:
    """Two questions in one look do not see what changed between them."""

    async def look(session: AsyncSession) -> list[list[str]]:
        before = await slugs(session)
        await database.write(add)
        return [before, await slugs(session)]

    assert await database.read(look) == [[], []]
    assert await database.read(slugs) == ["a"]


async def test_a_cancelled_caller_tears_nothing(database: Database) -> None:
    """Who goes away in the middle leaves a deed that is done to its end."""
    async with held_open(database) as caller:
        caller.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await caller
    await database.write(add)
    assert sorted(await database.read(slugs)) == ["a", "held"]


async def test_a_cancelled_caller_leaves_no_lock(sqlite_database: Database) -> None:
    """The file can be written by another program once the deed is done."""
    async with held_open(sqlite_database) as caller:
        caller.cancel()
    await sqlite_database.close()
    with contextlib.closing(sqlite3.connect(str(sqlite_database.url.database), timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT slug FROM centres").fetchall() == [("held",)]


async def test_writers_take_their_turn_in_order(sqlite_database: Database) -> None:
    """Of many who write at once nobody is refused, overtaken, or overwritten."""
    running = 0

    async def write(number: int) -> None:
        async def work(session: AsyncSession) -> None:
            nonlocal running
            held = await slugs(session)  # the first statement begins the transaction
            running += 1
            assert running == 1
            await asyncio.sleep(0)
            await add(session, f"{number} after {len(held)}")
            running -= 1

        await sqlite_database.write(work)

    async with asyncio.TaskGroup() as group:
        for number in range(30):
            group.create_task(write(number))
    assert await sqlite_database.read(slugs) == [f"{n} after {n}" for n in range(30)]


async def test_a_writer_has_the_file_from_its_first_word(sqlite_database: Database) -> None:
    """What was read before writing stays true until it is written, for other programs too."""

    async def work(session: AsyncSession) -> None:
        await slugs(session)
        path = str(sqlite_database.url.database)
        with (
            contextlib.closing(sqlite3.connect(path, timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")
        await add(session)

    await sqlite_database.write(work)
    assert await sqlite_database.read(slugs) == ["a"]


async def test_what_is_deleted_is_gone_from_the_file(sqlite_database: Database) -> None:
    """Words that nobody shall keep do not stay in the room that their row has left."""
    await sqlite_database.write(partial(add, slug="words-of-somebody"))
    await sqlite_database.write(partial(add, slug="words-that-stay"))
    await sqlite_database.write(
        lambda session: session.execute(delete(Centre).where(Centre.slug == "words-of-somebody"))
    )
    await sqlite_database.close()
    path = Path(str(sqlite_database.url.database))
    content = await asyncio.to_thread(path.read_bytes)
    assert b"words-that-stay" in content
    assert b"words-of-somebody" not in content


async def test_closing_waits_for_what_runs(sqlite_database: Database) -> None:
    """A programme that stops first brings to its end what it has begun."""
    async with asyncio.TaskGroup() as group, held_open(sqlite_database) as caller:
        caller.cancel()
        closing = group.create_task(sqlite_database.close())
        await asyncio.sleep(0)
        assert not closing.done()
    again = Database(sqlite_database.url.render_as_string())
    assert await again.read(slugs) == ["held"]
    await again.close()


@pytest.mark.parametrize("error", [ConnectionRefusedError(), PoolTimeout(), TimeoutError()])
def test_being_away_passes(error: Exception) -> None:
    """A database that does not answer may answer later."""
    assert is_passing(error)


@pytest.mark.parametrize("error", [ValueError(), KeyError(), LookupError(), AssertionError()])
def test_a_mistake_of_ours_does_not_pass(error: Exception) -> None:
    """What is wrong in the code is as wrong the second time."""
    assert not is_passing(error)


async def test_a_refused_duplicate_does_not_pass(database: Database) -> None:
    """What the database refuses it will refuse again."""
    await database.write(add)
    with pytest.raises(IntegrityError) as refused:
        await database.write(add)
    assert not is_passing(refused.value)


@pytest.mark.parametrize("statement", ["SELECT * FROM nowhere", "SELECT nothing FROM centres"])
async def test_a_wrong_statement_does_not_pass(database: Database, statement: str) -> None:
    """An unknown table is no passing trouble, on SQLite neither."""
    with pytest.raises(StatementError) as wrong:
        await database.read(lambda session: session.execute(text(statement)))
    assert not is_passing(wrong.value)


async def test_a_locked_file_passes(sqlite_database: Database) -> None:
    """Another program that holds the file lets go of it some time."""
    await sqlite_database.write(lambda session: session.execute(text("PRAGMA busy_timeout=1")))
    with contextlib.closing(sqlite3.connect(str(sqlite_database.url.database))) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StatementError) as locked:
            await sqlite_database.write(add)
    assert is_passing(locked.value)
    await sqlite_database.write(add)


async def test_nobody_listening_passes(unused_tcp_port: int) -> None:
    """A server that restarts is there again soon."""
    database = Database(f"postgresql+asyncpg://nobody@127.0.0.1:{unused_tcp_port}/none")
    with pytest.raises(OSError, match=r"refused|failed") as away:
        await database.read(slugs)
    assert is_passing(away.value)
    await database.close()


async def test_a_lost_connection_passes(postgres_database: Database) -> None:
    """A server that ends our connection in the middle lets us come back."""

    async def end(session: AsyncSession) -> None:
        await add(session)
        number = await session.scalar(text("SELECT pg_backend_pid()"))
        ending = text("SELECT pg_terminate_backend(:number)").bindparams(number=number)
        await postgres_database.write(lambda other: other.execute(ending))
        await slugs(session)

    with pytest.raises(Exception) as lost:  # noqa: PT011 -- which one it is decides the driver
        await postgres_database.write(end)
    assert is_passing(lost.value)
    assert await postgres_database.read(slugs) == []


async def _rename(session: AsyncSession, slug: str) -> None:
    await session.execute(update(Centre).where(Centre.slug == slug).values(name="kitaip"))


async def test_a_deadlock_passes(postgres_database: Database) -> None:
    """Of two who wait for each other one is sent away, and succeeds the second time."""
    met = asyncio.Barrier(2)

    async def both(first: str, second: str) -> Exception | None:
        async def work(session: AsyncSession) -> None:
            await session.execute(text("SET LOCAL deadlock_timeout = '10ms'"))
            await _rename(session, first)
            await met.wait()
            await _rename(session, second)

        try:
            await postgres_database.write(work)
        except Exception as error:  # noqa: BLE001 -- it is what is looked at
            return error
        return None

    for slug in ("a", "b"):
        await postgres_database.write(partial(add, slug=slug))
    async with asyncio.timeout(20):
        errors = await asyncio.gather(both("a", "b"), both("b", "a"))
    (sent_away,) = filter(None, errors)
    assert is_passing(sent_away)


async def test_a_lock_held_by_another_passes(postgres_database: Database) -> None:
    """Who would not wait for a row may have it later."""
    await postgres_database.write(add)
    mine = select(Centre).where(Centre.slug == "a").with_for_update(nowait=True)

    async def work(session: AsyncSession) -> None:
        await _rename(session, "a")
        await postgres_database.write(lambda other: other.execute(mine))

    with pytest.raises(StatementError) as held:
        await postgres_database.write(work)
    assert is_passing(held.value)


async def test_two_who_saw_the_same_pass(postgres_database: Database) -> None:
    """A change based on what another has changed meanwhile is refused, and may be tried again."""
    await postgres_database.write(add)

    async def late(session: AsyncSession) -> None:
        await slugs(session)
        await postgres_database.write(lambda other: _rename(other, "a"))
        await _rename(session, "a")

    with pytest.raises(StatementError) as refused:
        await postgres_database.read(late)
    assert is_passing(refused.value)
