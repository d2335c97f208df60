"""How what a job has made comes to the one who asked for it."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardMarkup
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from bot.payloads import written
from scheduler.files import File, keep
from scheduler.jobs import Finish, Run, key_of
from scheduler.outbox import Message


def brings(run: Run, file: File, caption: Markup, keyboard: InlineKeyboardMarkup) -> Finish:
    """A picture or a workbook, with a way on below it."""
    job = run.job
    payload = {
        "caption": str(caption),
        "parse_mode": "HTML",
        "reply_markup": keyboard.model_dump(exclude_none=True),
    }

    async def finish(session: AsyncSession) -> Sequence[Message]:
        message = await keep(
            session,
            file,
            chat_id=job.chat_id,
            language=job.language,
            payload=payload,
            now=run.now,
            is_picture=file.name.endswith(".png"),
        )
        return [message]

    return finish


def tells(run: Run, text: Markup, keyboard: InlineKeyboardMarkup) -> Finish:
    """In place of the message that it is being counted."""
    job = run.job

    async def finish(_session: AsyncSession) -> Sequence[Message]:
        return [
            Message(
                chat_id=job.chat_id,
                method="editMessageText",
                payload=written(text, keyboard),
                edits=key_of(job.id),
            )
        ]

    return finish
