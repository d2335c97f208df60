"""From what a handler returned to rows of the outbox."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from aiogram.client.default import Default
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    EditMessageText,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import InlineKeyboardMarkup, Update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.tables import forget_conversation
from handlers.replies import (
    Errand,
    Hand,
    Handle,
    LetGo,
    Letter,
    PressAgain,
    Recipe,
    Replies,
    Reply,
    Unsay,
)
from handlers.words.limits import bounded
from scheduler import batches, files, jobs, outbox
from scheduler.outbox import Message, Priority

#: What a finished payload says where aiogram leaves it to a default of the bot.
DEFAULTS: dict[str, Any] = {"parse_mode": "HTML"}

HANDS = {
    Hand.HOLD: batches.hold,
    Hand.RELEASE: batches.release,
    Hand.CANCEL: batches.cancel_batch,
}


async def put(session: AsyncSession, replies: Replies, update: Update, *, now: datetime) -> int:
    """Into the outbox; first what was let go of goes out of it, and what is handled is handled.

    Returns how much there is to send.
    """
    said = list(each(replies))
    for one in said:
        if isinstance(one, LetGo):
            await jobs.forget(session, chat_id=one.chat_id)
            await files.forget(session, chat_id=one.chat_id)
            await outbox.forget(session, chat_id=one.chat_id)
            await forget_conversation(session, one.chat_id)
        elif isinstance(one, Unsay):
            await outbox.unsay(session, chat_id=one.chat_id, message_id=one.message_id)
        elif isinstance(one, Handle):
            await HANDS[one.hand](session, one.batch)
    made = messages([one for one in said if not isinstance(one, Errand)], update)
    errands = [one for one in said if isinstance(one, Errand)]
    made += [await _promised(session, one, now=now) for one in errands]
    return await outbox.put(session, made, now=now)


async def _promised(session: AsyncSession, errand: Errand, *, now: datetime) -> Message:
    key = await jobs.ask(
        session,
        errand.kind,
        chat_id=errand.chat_id,
        language=errand.language,
        now=now,
        facts=errand.facts,
    )
    return Message(chat_id=errand.chat_id, payload=written(errand.text), key=key)


def messages(replies: Replies, update: Update) -> list[Message]:
    """In the order said; a press that nobody answered yet is answered first, without words."""
    silent = Errand | LetGo | Unsay | Handle | PressAgain
    said = [reply for reply in each(replies) if not isinstance(reply, silent)]
    press = update.callback_query
    if press and not any(isinstance(reply, AnswerCallbackQuery) for reply in said):
        said.insert(0, AnswerCallbackQuery(callback_query_id=press.id))
    return [message(reply) for reply in said]


def message(reply: TelegramMethod[Any] | Recipe | Letter) -> Message:
    if isinstance(reply, Letter):
        return Message(
            chat_id=reply.chat_id,
            payload=written(reply.text, reply.keyboard),
            batch=outbox.about(reply.about) if reply.about else None,
            priority=Priority.URGENT,
            not_before=reply.not_before,
        )
    if isinstance(reply, Recipe):
        recipe = outbox.Recipe(reply.kind, reply.key, reply.language)
        return Message(chat_id=reply.chat_id, recipe=recipe)
    made = payload(reply)
    if isinstance(reply, AnswerCallbackQuery | AnswerInlineQuery):
        return Message(chat_id=None, method=reply.__api_method__, payload=made)
    return Message(chat_id=_chat(made), method=reply.__api_method__, payload=made)


def payload(method: TelegramMethod[Any]) -> dict[str, Any]:
    """JSON-able and finished: aiogram's stand-ins for a bot's defaults are resolved here."""
    plain: dict[str, Any] = _resolved(method.model_dump(exclude_none=True, warnings=False))
    if isinstance(method, SendMessage | EditMessageText):
        plain["text"] = bounded(plain["text"])
        plain.setdefault("link_preview_options", {"is_disabled": True})
    return plain


def written(text: str, keyboard: InlineKeyboardMarkup | None = None) -> dict[str, Any]:
    """The payload of a text that goes to a chat known only to the outbox."""
    made = payload(SendMessage(chat_id=0, text=str(text), reply_markup=keyboard))
    del made["chat_id"]
    return made


def _resolved(value: Any) -> Any:
    if isinstance(value, Default):
        return DEFAULTS.get(value.name)
    if isinstance(value, dict):
        resolved = {key: _resolved(inner) for key, inner in value.items()}
        return {key: inner for key, inner in resolved.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_resolved(inner) for inner in value]
    return value


def _chat(made: dict[str, Any]) -> int | None:
    """A menu of commands belongs to a chat without being sent to it."""
    chat_id: int | None = made.get("chat_id") or made.get("scope", {}).get("chat_id")
    return chat_id


def each(replies: Replies) -> Iterable[Reply]:
    if replies is None:
        return ()
    return replies if isinstance(replies, Sequence) else (replies,)
