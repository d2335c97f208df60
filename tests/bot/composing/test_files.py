"""What a job has made goes out as a picture or a document."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.files import kept_file
from catalogue.database import Database
from scheduler import files
from scheduler.files import File
from scheduler.sender import Composed
from tests.bot.composing.test_digests import making
from tests.factories import NOW


@pytest.mark.parametrize(
    ("is_picture", "method", "field"),
    [(False, "sendDocument", "document"), (True, "sendPhoto", "photo")],
)
async def test_a_kept_file_is_sent_as_it_is(
    sqlite_database: Database, *, is_picture: bool, method: str, field: str
) -> None:
    """With what was to go with it; one that is no longer kept is not sent."""
    file = File("planas.pdf", b"%PDF")

    async def work(session: AsyncSession) -> tuple[Composed | None, Composed | None]:
        await files.keep(
            session,
            file,
            chat_id=7,
            language="lt",
            payload={"caption": "Planas"},
            now=NOW,
            is_picture=is_picture,
        )
        return await kept_file("1", making(session)), await kept_file("2", making(session))

    made, gone = await sqlite_database.write(work)
    assert made == Composed(method, {"caption": "Planas"}, {field: file})
    assert gone is None
