"""The one who speaks: takes what is next from the outbox, sends it, writes down what became."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from catalogue.database import Database, is_passing
from scheduler.claims import Claim, Room, Taken, claim
from scheduler.clock import Clock, real_now
from scheduler.files import File
from scheduler.mouth import Mouth
from scheduler.outbox import Priority, Recipe
from scheduler.outcomes import Fate, Outcome, delay, of_answer, of_error
from scheduler.pace import Pace, seconds_of
from scheduler.settling import Settled, recover, settle
from scheduler.trouble import tell

log = structlog.get_logger(__name__)

#: Slots for the answers to callbacks, for answers to chats, and for all else.
CALLBACK_SLOTS = 16
ANSWER_SLOTS = 20
MOST_BULK_SLOTS = 300
LEAST_BULK_SLOTS = 20
#: Recipes made at the same time; each reads, and a database has only so many connections.
COMPOSED_AT_ONCE = 4

#: What comes back within so many seconds is written down together, at the highest rates for longer.
#: What was said and not yet written down is said again after a crash.
GATHER = 0.02
GATHER_MANY = 0.1
#: How soon to look again for a chat that must only take breath.
BREATH = 0.2
#: What happens every day and is no trouble.
_AS_EXPECTED = frozenset({Fate.SENT, Fate.LATER, Fate.EXPIRED, Fate.CANCELLED})
LAST_WORDS = 10.0
LONGEST_ABSENCE = 30.0
MOST_RETRIES_AT_ONCE = 100
_WITHOUT_CHAT = frozenset({"setMyCommands", "deleteMyCommands"})


@dataclass(frozen=True, slots=True)
class Composed:
    """A recipe made up; `files` as `Mouth.say` takes them."""

    method: str
    payload: Mapping[str, Any]
    files: Mapping[str, File] = field(default_factory=dict)


#: From the truth of this moment (business time); None when it no longer applies.
Compose = Callable[[Recipe, datetime], Awaitable[Composed | None]]


class TokenRefused(Exception):  # noqa: N818 -- a refusal, as in the catalogue
    """Telegram does not know this bot; nothing can be sent until someone corrects the token."""

    def __init__(self) -> None:
        super().__init__("Telegram refused BOT_TOKEN: take the right one from @BotFather.")


async def introduce(mouth: Mouth) -> None:
    """Learns the bot's own name; where there is no network yet, as after a power cut, it waits.

    Raises TokenRefused.
    """
    wait = 1.0
    while True:
        try:
            await mouth.initialize()
        except InvalidToken as error:
            raise TokenRefused from error
        except NetworkError as error:
            log.warning("telegram_away", error=type(error).__name__, wait=wait)
        except RetryAfter as error:
            wait = seconds_of(error)
        else:
            return
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_ABSENCE)


class Sender:
    """At least once: what was in flight in a crash is sent again. One per bot token.

    `poll` is how often, in seconds, the outbox is looked at when nobody calls `wake`.
    """

    def __init__(
        self, database: Database, mouth: Mouth, compose: Compose, clock: Clock, *, poll: float = 1.0
    ) -> None:
        self._database = database
        self._mouth = mouth
        self._compose = compose
        self._clock = clock
        self._poll = poll
        self._woken = asyncio.Event()
        self._is_stopping = False
        self._in_flight: dict[asyncio.Task[None], Taken] = {}
        self._settled: list[Settled] = []
        self._retries: dict[int, float] = {}
        self._transaction: asyncio.Future[Claim] | None = None
        self._absences = 0
        self._is_refused = False
        self._bulk_slots = bulk_slots(self.pace.rate)
        self._composing = asyncio.Semaphore(COMPOSED_AT_ONCE)
        self._gathering: asyncio.TimerHandle | None = None

    @property
    def pace(self) -> Pace:
        pace = self._mouth.rate_limiter
        assert isinstance(pace, Pace)  # noqa: S101 -- the mouth's own
        return pace

    def wake(self) -> None:
        """There is something new in the outbox, committed."""
        self._woken.set()

    def stop(self) -> None:
        """Lets `run` come to its end: what is on the wire is waited for, the rest goes back."""
        self._is_stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Until stopped or cancelled. Raises TokenRefused."""
        self._is_stopping = self._is_refused = False
        self.pace.open()
        self._retries = dict.fromkeys(await self._database.write(recover), 0.0)
        async with asyncio.TaskGroup() as group:
            try:
                while not (self._is_stopping or self._is_refused):
                    self._woken.clear()
                    await self._round(group)
            finally:
                await self._last_words()
        if self._is_refused:
            raise TokenRefused

    async def _round(self, group: asyncio.TaskGroup) -> None:
        try:
            taken = await self._settle_and_claim(self._room())
        except Exception as error:
            if not is_passing(error):
                raise
            log.warning("outbox_away", error=type(error).__name__)
            await asyncio.sleep(self._poll)
            return
        for number in taken.gone:
            self._retries.pop(number, None)
        for row in taken.rows:
            self._retries.pop(row.id, None)
            task = group.create_task(self._send(row))
            self._in_flight[task] = row
            task.add_done_callback(self._in_flight.pop)
        if taken.is_all:
            await self._rest()

    async def _settle_and_claim(self, room: Room) -> Claim:
        batch, self._settled = self._settled, []

        async def work(session: AsyncSession) -> Claim:
            now = self._clock.now()
            await settle(session, batch, now=now)
            return await claim(session, room, now=now, real_now=real_now())

        self._transaction = asyncio.ensure_future(self._database.write(work))
        try:
            return await asyncio.shield(self._transaction)
        except Exception:
            self._settled = batch + self._settled
            raise

    def _room(self) -> Room:
        if self.pace.paused_for():
            return Room(callbacks=0, chats=0, bulk=0)
        rows = list(self._in_flight.values())
        chats = [row for row in rows if row.chat_id is not None]
        bulk = [row for row in chats if row.priority != Priority.ANSWER]
        due = sorted(self._retries, key=lambda number: self._retries[number])[:MOST_RETRIES_AT_ONCE]
        moment = asyncio.get_running_loop().time()
        return Room(
            callbacks=CALLBACK_SLOTS - (len(rows) - len(chats)),
            chats=ANSWER_SLOTS + self._bulk_slots - len(chats),
            bulk=max(0, self._bulk_slots - len(bulk)),
            busy_chats=self.pace.resting()
            | {row.chat_id for row in chats if row.chat_id is not None},
            retries=frozenset(number for number in due if self._retries[number] <= moment),
        )

    async def _rest(self) -> None:
        moment = asyncio.get_running_loop().time()
        waits = [due - moment for due in self._retries.values() if due > moment]
        if self.pace.resting():
            waits.append(BREATH)
        if pause := self.pace.paused_for():
            waits.append(pause)
        try:
            async with asyncio.timeout(min([self._poll, *waits])):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _send(self, row: Taken) -> None:
        settled = Settled(row, await self._attempt(row))
        self._settled.append(settled)
        loop = asyncio.get_running_loop()
        match settled.outcome.fate:
            case Fate.AGAIN:
                self._retries[row.id] = loop.time() + delay(settled.attempts)
            case Fate.AWAY:
                self._wait_for_telegram()
            case Fate.NO_ENTRY:
                self._is_refused = True
            case Fate.SENT:
                self._absences = 0
        if settled.outcome.fate not in _AS_EXPECTED:
            log.warning("not_sent", row=row.id, fate=settled.outcome.fate, attempt=row.attempts + 1)
        is_many = self._bulk_slots == MOST_BULK_SLOTS and row.priority != Priority.ANSWER
        self._settle_soon(GATHER_MANY if is_many else GATHER)

    def _settle_soon(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        if self._gathering is not None and self._gathering.when() > loop.time():
            if self._gathering.when() <= loop.time() + seconds:
                return
            self._gathering.cancel()
        self._gathering = loop.call_later(seconds, self._woken.set)

    def _wait_for_telegram(self) -> None:
        """Many sends fail at the same moment; together they are one absence."""
        if not self.pace.paused_for():
            self.pace.pause(min(2.0**self._absences / 2, LONGEST_ABSENCE))
            self._absences = min(self._absences + 1, 10)

    async def _attempt(self, row: Taken) -> Outcome:
        try:
            composed = await self._composed(row)
            if composed is None:
                return Outcome(Fate.CANCELLED, "no longer applies")
            answer = await self._mouth.say(
                composed.method,
                _addressed(row, composed),
                files=composed.files,
                priority=Priority(row.priority),
            )
        except TelegramError as error:
            return of_error(error)
        except Exception as error:  # noqa: BLE001 -- logged, kept with the row and tried again
            tell("composing_failed", error, row=row.id)
            return Outcome(Fate.AGAIN, type(error).__name__)
        return of_answer(answer)

    async def _composed(self, row: Taken) -> Composed | None:
        if row.recipe is not None:
            async with self._composing:
                return await self._compose(row.recipe, self._clock.now())
        return Composed(row.method, row.payload or {})

    async def _last_words(self) -> None:
        """Those in line go back to the outbox, those on the wire may come to their end."""
        self.pace.close()
        if self._transaction is not None:
            await asyncio.wait({self._transaction})
        if self._in_flight:
            await asyncio.wait(set(self._in_flight), timeout=LAST_WORDS)
        for task in list(self._in_flight):
            task.cancel()
        await self._settle_and_claim(Room(callbacks=0, chats=0, bulk=0))
        await self._database.write(recover)


def bulk_slots(rate: float) -> int:
    """So many that at a round trip of more than a second the rate is still reached."""
    if not rate:
        return MOST_BULK_SLOTS
    return max(LEAST_BULK_SLOTS, min(round(rate * 1.5), MOST_BULK_SLOTS))


def _addressed(row: Taken, composed: Composed) -> dict[str, Any]:
    payload = dict(composed.payload)
    if row.chat_id is not None and composed.method not in _WITHOUT_CHAT:
        payload["chat_id"] = row.chat_id
    if row.edits is not None:
        payload["message_id"] = row.edited_message_id
    return payload
