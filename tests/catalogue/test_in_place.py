"""SQLite without a thread: the same answers, and nothing beside it."""

import threading
from pathlib import Path

from sqlalchemy import func, select
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
