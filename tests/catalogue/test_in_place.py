"""SQLite without a thread: the same answers, and nothing beside it."""

import threading
from pathlib import Path

from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.database import Base, Database


async def test_what_one_writes_in_place_is_read_without_a_thread(tmp_path: Path) -> None:
    """A row is written and read again by the thread that asks; no other is begun."""

    async def write(session: AsyncSession) -> None:
        await session.run_sync(lambda own: Base.metadata.create_all(own.connection()))
        session.add(Centre(slug="a", name="A"))

    async def read(session: AsyncSession) -> tuple[int | None, int]:
        found = await session.scalar(select(func.count(Centre.id)))
        return found, threading.active_count()

    before = threading.active_count()
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/a.db", alone=True)
    try:
        await database.write(write)
        assert await database.read(read) == (1, before)
    finally:
        await database.close()


async def test_rows_left_unread_are_not_in_the_way(tmp_path: Path) -> None:
    """What wrote and told of many rows is kept, though only the first was looked at; each way to
    read them gives the rest.
    """

    async def write(session: AsyncSession) -> tuple[list[int], list[int], int]:
        await session.run_sync(lambda own: Base.metadata.create_all(own.connection()))
        session.add_all(Centre(slug=f"s{number}", name="A") for number in range(4))
        await session.flush()
        rows = (await session.execute(text("SELECT id FROM centres ORDER BY id"))).scalars()
        some = [*rows.fetchmany(1), *rows.fetchmany(2)], list(rows)
        changed = await session.execute(update(Centre).values(name="B").returning(Centre.id))
        return *some, changed.scalars().first() or 0

    database = Database(f"sqlite+aiosqlite:///{tmp_path}/a.db", alone=True)
    try:
        assert await database.write(write) == ([1, 2, 3], [4], 1)
        names = await database.read(lambda session: session.scalars(select(Centre.name)))
        assert names.all() == ["B"] * 4
    finally:
        await database.close()
