"""One update, one turn, one transaction: what was decided and what is said are kept together."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery
from aiogram.types import TelegramObject, Update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.haste import Haste
from bot.memory import Memory
from bot.payloads import each, put
from bot.tables import SeenUpdate
from catalogue.database import Database, insert_into, is_passing, wakes_clock
from catalogue.people.languages import language_of
from catalogue.people.refusals import ConsentNeeded
from catalogue.people.rules import meet
from catalogue.refusals import NotAsAsked, Refusal
from handlers.forms import goes_on, leave, remember, way_on
from handlers.introducing import introduce_first
from handlers.refused import refused, something_broke, too_many
from handlers.replies import PressAgain, Replies, Reply
from handlers.spoken import as_pressed
from handlers.talk import House, Talk
from handlers.words.speech import Speech
from scheduler.clock import Clock
from scheduler.trouble import tell

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Done:
    """What a committed turn leaves to others."""

    has_said: bool = False
    wakes_clock: bool = False


class Turn:
    """Wraps the handling of every update. Returns nothing, so that aiogram sends nothing.

    Raises only what passes by itself (a database locked or away): the same update is to be given
    again. `said` is called after each commit that put something into the outbox, `noted` after one
    that left something for the clock to tell.
    """

    def __init__(
        self,
        *,
        database: Database,
        house: House,
        clock: Clock,
        timezone: ZoneInfo,
        said: Callable[[], None],
        noted: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._house = house
        self._clock = clock
        self._timezone = timezone
        self._said = said
        self._noted = noted
        self._haste = Haste()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> None:
        assert isinstance(event, Update)  # noqa: S101 -- registered on updates only
        try:
            done = await self._database.write(partial(self._turn, handler, event, data))
        except Exception as error:
            if is_passing(error):
                raise
            tell("turn_failed", error, update_id=event.update_id)
            done = await self._database.write(partial(self._apologise, event, data))
        if done.has_said:
            self._said()
        if done.wakes_clock:
            self._noted()

    async def _turn(
        self, handler: Handler, update: Update, data: dict[str, Any], session: AsyncSession
    ) -> Done:
        now = self._clock.now()
        if not await _first_time(session, update, now):
            return Done()
        if (talk := await self._talk(session, data, now)) is None:
            return Done()
        replies = await self._answer(handler, update, data, talk)
        count = await put(session, replies, update, now=now)
        return Done(has_said=count > 0, wakes_clock=wakes_clock(session))

    async def _answer(
        self, handler: Handler, update: Update, data: dict[str, Any], talk: Talk
    ) -> Replies:
        if self._haste.is_too_many(talk.chat_id, update):
            return too_many(talk) if self._haste.is_first_too_many(talk.chat_id) else None
        if (meant := await as_pressed(talk.state, update)) is not None:
            replies = await _handled(handler, meant, data, talk)
            return [one for one in each(replies) if not isinstance(one, AnswerCallbackQuery)]
        replies = await _handled(handler, update, data, talk)
        waited = next((one for one in each(replies) if isinstance(one, PressAgain)), None)
        if waited is None or update.callback_query is None:
            return replies
        press = update.callback_query.model_copy(update={"data": waited.data})
        again = update.model_copy(update={"callback_query": press})
        return [*each(replies), *each(await _handled(handler, again, data, talk))]

    async def _talk(
        self, session: AsyncSession, data: dict[str, Any], now: datetime
    ) -> Talk | None:
        """None where nobody speaks to us: in groups and channels we are only quoted."""
        user, chat = data.get("event_from_user"), data.get("event_chat")
        if user is None or (chat is not None and chat.type != ChatType.PRIVATE):
            return None
        person = await meet(
            session, telegram_id=user.id, client_language=user.language_code or "", now=now
        )
        language = language_of(person, default=self._house.default_language)
        bot: Bot = data["bot"]
        key = StorageKey(bot_id=bot.id, chat_id=user.id, user_id=user.id)
        return Talk(
            chat_id=user.id,
            session=session,
            person=person,
            say=Speech(language, self._timezone),
            now=now,
            state=FSMContext(storage=Memory(session), key=key),
            house=self._house,
        )

    async def _apologise(self, update: Update, data: dict[str, Any], session: AsyncSession) -> Done:
        now = self._clock.now()
        if not await _first_time(session, update, now):
            return Done()
        talk = await self._talk(session, data, now)
        replies = something_broke(talk) if talk and not update.inline_query else None
        if update.inline_query:
            replies = AnswerInlineQuery(inline_query_id=update.inline_query.id, results=[])
        return Done(has_said=await put(session, replies, update, now=now) > 0)


async def _handled(handler: Handler, update: Update, data: dict[str, Any], talk: Talk) -> Replies:
    """What a refusal has undone is undone alone: whatever the turn did before stays."""
    if not goes_on(update):
        await leave(talk.state)
    data |= {"talk": talk, "state": talk.state, "raw_state": await talk.state.get_state()}
    try:
        async with talk.session.begin_nested():
            replies: Replies = await handler(update, data)
    except Refusal as refusal:
        return await _refusal(talk, refusal, update)
    if replies is UNHANDLED:
        return None
    await remember(talk.state, replies)
    return replies


async def _refusal(talk: Talk, refusal: Refusal, update: Update) -> Reply:
    """Where only a consent is missing, it is asked for, and the press is done after that."""
    if not isinstance(refusal, NotAsAsked):
        await leave(talk.state)
    press = update.callback_query
    if isinstance(refusal, ConsentNeeded) and press and press.data:
        return await introduce_first(talk, press.data)
    return refused(talk, refusal, await way_on(talk.state))


async def _first_time(session: AsyncSession, update: Update, now: datetime) -> bool:
    kept = await session.execute(
        insert_into(session, SeenUpdate)
        .values(update_id=update.update_id, seen_at=now)
        .on_conflict_do_nothing()
        .returning(SeenUpdate.update_id)
    )
    return kept.first() is not None
