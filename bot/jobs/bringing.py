"""How what a job has made comes to the one who asked for it."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import InlineKeyboardMarkup
from markupsafe import escape
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payloads import written
from scheduler.files import File, keep
from scheduler.jobs import Finish, Run, key_of
from scheduler.outbox import Message


def brings(
    run: Run, file: File, caption: str = "", keyboard: InlineKeyboardMarkup | None = None
) -> Finish:
    """A picture or another file, with a way on below it. A caption that is no Markup is plain."""
    payload: dict[str, Any] = {}
    if caption:
        payload |= {"caption": str(escape(caption)), "parse_mode": "HTML"}
    if keyboard:
        payload["reply_markup"] = keyboard.model_dump(exclude_none=True)

    async def finish(session: AsyncSession) -> Sequence[Message]:
        message = await keep(
            session,
            file,
            chat_id=run.job.chat_id,
            language=run.job.language,
            payload=payload,
            now=run.now,
            is_picture=file.name.endswith(".png"),
        )
        return [message]

    return finish


def says(run: Run, text: str, keyboard: InlineKeyboardMarkup | None = None) -> Finish:
    """Instead of a file."""

    async def finish(_session: AsyncSession) -> Sequence[Message]:
        return [Message(chat_id=run.job.chat_id, payload=written(text, keyboard))]

    return finish


def tells(run: Run, text: str, keyboard: InlineKeyboardMarkup) -> Finish:
    """In place of the message that it is being counted."""

    async def finish(_session: AsyncSession) -> Sequence[Message]:
        return [
            Message(
                chat_id=run.job.chat_id,
                method="editMessageText",
                payload=written(text, keyboard),
                edits=key_of(run.job.id),
            )
        ]

    return finish
