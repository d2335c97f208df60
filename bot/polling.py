"""Fetching updates: one is confirmed to Telegram only after its turn has committed."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import Update, User
from pydantic import ValidationError

from bot.turn import Turn
from catalogue.database import is_passing
from scheduler.sender import TokenRefused
from scheduler.trouble import tell

log = structlog.get_logger(__name__)

LONG_POLL = 25
#: How many chats' turns run side by side; a database has only so many connections.
ABREAST = 8
LONGEST_WAIT = 30.0


class PolledElsewhere(Exception):  # noqa: N818 -- it says what is the matter
    """Telegram gives the updates of one token to one process only."""

    def __init__(self) -> None:
        super().__init__("Another program takes the messages of this BOT_TOKEN: stop it first.")


class Ears(Bot):
    """Only hears. Who it is was asked once at the start: a filter must not ask in a turn."""

    def __init__(self, token: str, *, username: str, session: BaseSession) -> None:
        super().__init__(token, session=session)
        self._who = User(id=self.id, is_bot=True, first_name=username, username=username)

    async def me(self) -> User:
        return self._who


class Polling:
    """Turns of one chat are in order, always; those of different chats run side by side.

    The offset rises when every turn of the batch has come to its end, so after a crash the batch
    comes again, and what was done of it is recognised by its number.
    """

    def __init__(self, bot: Bot, dispatcher: Dispatcher, turn: Turn) -> None:
        self.bot = bot
        self._dispatcher = dispatcher
        self._turn = turn
        self.kinds = dispatcher.resolve_used_update_types()
        self._abreast = asyncio.Semaphore(ABREAST)

    async def run(self) -> None:
        """Until cancelled. Raises TokenRefused and PolledElsewhere."""
        offset: int | None = None
        failures = 0
        while True:
            try:
                updates, offset_after = await self._fetch(offset)
            except (TelegramAPIError, ClientDecodeError) as error:
                failures += 1
                await asyncio.sleep(patience(error, failures))
                continue
            failures = 0
            await self.take(updates)
            offset = offset_after

    async def _fetch(self, offset: int | None) -> tuple[list[Update], int | None]:
        """The updates, and the offset that confirms them."""
        try:
            updates = await self.bot.get_updates(
                offset=offset,
                timeout=LONG_POLL,
                allowed_updates=self.kinds,
                request_timeout=LONG_POLL + 10,
            )
        except ClientDecodeError as error:
            return one_by_one(error.data, self.bot)
        except TelegramConflictError as error:
            if "webhook" not in error.message:
                raise
            log.warning("webhook_removed")  # of a time when the setting said otherwise
            await self.bot.delete_webhook()
            return [], offset
        return updates, updates[-1].update_id + 1 if updates else offset

    async def take(self, updates: Sequence[Update]) -> None:
        """Returns when each of them has had its turn."""
        async with asyncio.TaskGroup() as group:
            for chain in by_chat(updates):
                group.create_task(self._in_order(chain))

    async def _in_order(self, updates: Iterable[Update]) -> None:
        async with self._abreast:
            for update in updates:
                await self._until_done(update)

    async def _until_done(self, update: Update) -> None:
        delay = 0.25
        while True:
            try:
                await self._dispatcher.feed_update(self.bot, update, turn=self._turn)
            except Exception as error:  # noqa: BLE001 -- told, and the others must go on
                if not is_passing(error):
                    # Even the apology could not be kept. Holding on to it would stop everybody.
                    tell("update_given_up", error, update_id=update.update_id)
                    return
                log.warning("database_away", update_id=update.update_id, wait=delay)
                await asyncio.sleep(delay)
                delay = min(delay * 2, LONGEST_WAIT)
            else:
                return


def one_by_one(answer: Any, bot: Bot) -> tuple[list[Update], int]:
    """The updates of an answer that cannot be read as a whole.

    One that nobody can read is told by its number and passed over: it would come again for ever,
    and hold up everybody. Raises ClientDecodeError where the answer is no list of updates at all.
    """
    found = answer.get("result") if isinstance(answer, dict) else None
    numbers = [
        one["update_id"]
        for one in found or ()
        if isinstance(one, dict) and isinstance(one.get("update_id"), int)
    ]
    if not found or len(numbers) != len(found):
        raise ClientDecodeError("not an answer of Telegram", ValueError(), None)
    updates = []
    for one in found:
        try:
            updates.append(Update.model_validate(one, context={"bot": bot}))
        except ValidationError:
            log.warning("update_not_understood", update_id=one["update_id"])
    return updates, max(numbers) + 1


def by_chat(updates: Sequence[Update]) -> list[list[Update]]:
    """The updates of each chat in their order; the person stands for what has no chat."""
    chains: dict[int, list[Update]] = {}
    for update in updates:
        chains.setdefault(_chat_of(update), []).append(update)
    return list(chains.values())


def _chat_of(update: Update) -> int:
    event = update.event
    chat = getattr(event, "chat", None) or getattr(getattr(event, "message", None), "chat", None)
    user = getattr(event, "from_user", None)
    found = chat or user
    return found.id if found else 0


def patience(error: AiogramError, failures: int) -> float:
    """Seconds until the next try; raises for what no waiting mends."""
    match error:
        case TelegramUnauthorizedError() | TelegramNotFound():
            raise TokenRefused from error
        case TelegramConflictError() if failures > 3:
            raise PolledElsewhere from error
        case TelegramRetryAfter():
            return float(error.retry_after)
        case _:
            log.warning("telegram_away", error=type(error).__name__, failures=failures)
            return min(0.5 * 2.0 ** min(failures, 10), LONGEST_WAIT)
