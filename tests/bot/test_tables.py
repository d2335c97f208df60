"""What the roof itself keeps."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.tables import SeenUpdate, forget_old_updates
from catalogue.database import Database
from tests.factories import NOW


async def test_old_update_numbers_are_forgotten(database: Database) -> None:
    """Telegram repeats an update for a day; a number of last month is of no use."""

    async def work(session: Any) -> list[int]:
        session.add(SeenUpdate(update_id=1, seen_at=NOW - timedelta(days=30)))
        session.add(SeenUpdate(update_id=2, seen_at=NOW))
        await session.flush()
        await forget_old_updates(session, NOW - timedelta(days=7))
        return list(await session.scalars(select(SeenUpdate.update_id)))

    assert await database.write(work) == [2]
