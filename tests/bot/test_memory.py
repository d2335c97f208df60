"""The state of a conversation lives and dies with the transaction."""

from typing import Any

import pytest
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey

from bot.memory import Memory
from catalogue.database import Database
from handlers.forms import Form

KEY = StorageKey(bot_id=1, chat_id=7, user_id=7)


def remembered(session: Any) -> FSMContext:
    return FSMContext(storage=Memory(session), key=KEY)


async def test_what_was_said_is_there_in_the_next_turn(database: Database) -> None:
    """State and data come back as they were, also after a restart."""

    async def first(session: Any) -> None:
        await remembered(session).set_state(Form.name)
        await remembered(session).update_data(event=3, name="Ona")

    async def next_one(session: Any) -> tuple[str | None, dict[str, Any]]:
        return await remembered(session).get_state(), await remembered(session).get_data()

    await database.write(first)
    assert await database.read(next_one) == ("Form:name", {"event": 3, "name": "Ona"})


async def test_a_turn_that_fails_leaves_the_conversation_as_it_was(database: Database) -> None:
    """The step of a form is taken back with everything else."""

    async def broken(session: Any) -> None:
        await remembered(session).set_state(Form.name)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await database.write(broken)

    async def look(session: Any) -> str | None:
        return await remembered(session).get_state()

    assert await database.write(look) is None


async def test_clearing_forgets_the_data_too(database: Database) -> None:
    """A finished form leaves nothing behind."""

    async def work(session: Any) -> tuple[str | None, dict[str, Any]]:
        talk = remembered(session)
        await talk.set_state(Form.consent)
        await talk.update_data(name="Ona")
        await talk.clear()
        return await talk.get_state(), await talk.get_data()

    assert await database.write(work) == (None, {})
