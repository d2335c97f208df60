from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler import files
from scheduler.files import File, KeptFile
from tests.factories import NOW


async def test_a_file_is_kept_until_it_is_surely_sent(database: Database) -> None:
    """For three days; the message names it and holds none of it."""

    async def work(session: AsyncSession) -> list[int]:
        made = await files.keep(
            session,
            File("dalyviai.xlsx", b"\x00\xff"),
            chat_id=7,
            language="lt",
            payload={"caption": "Dalyviai"},
            now=NOW,
        )
        assert made.recipe is not None
        assert (made.chat_id, made.recipe.kind, made.recipe.key) == (7, files.KIND, "1")
        assert (await session.get_one(KeptFile, 1)).content == b"\x00\xff"
        counts = []
        for after in (timedelta(0), timedelta(seconds=1)):
            await files.prune(session, now=NOW + files.KEPT_FOR + after)
            counts.append(await session.scalar(select(func.count(KeptFile.id))) or 0)
        return counts

    assert await database.write(work) == [1, 0]
