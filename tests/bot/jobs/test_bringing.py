"""How what was made comes to whoever asked."""

import pytest
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.bringing import brings, says, tells
from catalogue.database import Database
from handlers import keyboards
from handlers.callbacks.menu import StopForm
from handlers.keyboards import press
from scheduler.files import File, KeptFile
from scheduler.jobs import key_of
from tests.bot.jobs.running import a_run

KEYBOARD = keyboards.rows([[press("Atgal", StopForm())]])
BUTTONS = {"inline_keyboard": [[{"text": "Atgal", "callback_data": "sf"}]]}


@pytest.mark.parametrize(
    ("name", "caption", "is_picture", "told"),
    [
        ("a.png", "", True, None),
        ("a.xlsx", "A < B", False, "A &lt; B"),
        ("a.pdf", Markup("<b>A</b> &lt; B"), False, "<b>A</b> &lt; B"),
    ],
)
async def test_a_file_comes_with_its_caption(
    sqlite_database: Database, name: str, caption: str, told: str | None, *, is_picture: bool
) -> None:
    """A picture as one is looked at, anything else as a document; plain words stay plain."""
    run = a_run(sqlite_database, {}, [])

    async def work(session: AsyncSession) -> KeptFile:
        (message,) = await brings(run, File(name, b"x"), caption, KEYBOARD)(session)
        assert (message.chat_id, message.payload) == (7, None)
        return await session.get_one(KeptFile, 1)

    kept = await sqlite_database.write(work)
    assert (kept.name, kept.is_picture) == (name, is_picture)
    assert kept.payload.get("caption") == told
    assert kept.payload["reply_markup"] == BUTTONS


async def test_words_come_anew_or_in_their_place(sqlite_database: Database) -> None:
    """A message of its own, or the one that said that it is being made."""
    run = a_run(sqlite_database, {}, [])

    async def work(session: AsyncSession) -> None:
        (said,) = await says(run, Markup("<b>Nieko</b>"))(session)
        assert said.payload is not None
        assert (said.method, said.payload["text"]) == ("sendMessage", "<b>Nieko</b>")
        assert "reply_markup" not in said.payload
        (told,) = await tells(run, Markup("Štai"), KEYBOARD)(session)
        assert told.payload is not None
        assert (told.method, told.edits) == ("editMessageText", key_of(run.job.id))
        assert told.payload["reply_markup"] == BUTTONS

    await sqlite_database.write(work)
