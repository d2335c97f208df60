"""How fast we may speak: Telegram's limits, kept before Telegram has to remind us."""

import asyncio
import heapq
import itertools
import math
from collections import deque
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import structlog
from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from scheduler.outbox import Priority

log = structlog.get_logger(__name__)

Answer = bool | dict[str, Any] | list[dict[str, Any]]

#: A burst and the seconds it takes to win it back. A leaky bucket lets a burst and the refill of
#: the window through, so a group gets 5 and 15 a minute: never more than Telegram's 20. A tenth
#: is left for messages that catch up with each other on the way.
PRIVATE_CHAT = (3, 3.3)
GROUP = (5, 20.0)
#: Messages that may follow one another at once: with one alone each timer that rang a millisecond
#: late was time lost for good, and 25 a second became 24.
CATCH_UP = 3
#: Of Telegram's 30 a second our 25 leave so much, whenever it may count what is on the way.
MARGIN = 1.2
#: Seconds after which what is not answered must have been counted long ago.
LOST_AFTER = 2.0
#: Seconds for which it counts that a chat was spoken to: the longest of Telegram's windows we know.
LATELY = 60.0


class Pace(BaseRateLimiter[Priority]):
    """One line before one door; the best of those who wait goes next, not the first.

    `rate` is messages a second, all chats together; 0 sets no limit at all. What has no chat
    (answers to callbacks and inline queries, files) passes by the line. While there is a pause
    everybody is turned away with RetryAfter, those in the line too: what they meant to say may be
    out of date by the end of it.

    Telegram's 429 does not say whether one chat had too much or all together. A chat we have not
    spoken to for a minute cannot have had too much: then it is all, and everybody waits. Any other
    rests alone, as a group does or a message that is edited again and again; as soon as a second
    chat is refused meanwhile, everybody waits.
    """

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self._overall = AsyncLimiter(CATCH_UP, CATCH_UP / rate) if rate else None
        self._chats: dict[int, AsyncLimiter] = {}
        self._line: list[tuple[Priority, int, asyncio.Future[int]]] = []
        self._numbers = itertools.count()
        self._usher: asyncio.Future[None] | None = None
        self._closed_until = 0.0
        self._spoken: dict[int, float] = {}
        self._told: dict[int, float] = {}
        self._most_counted = max(rate * MARGIN, rate + CATCH_UP)
        self._unanswered: dict[int, float] = {}
        self._answered: deque[float] = deque()

    async def initialize(self) -> None:
        self.open()

    async def shutdown(self) -> None:
        self.close()

    def open(self) -> None:
        self._closed_until = 0.0

    def close(self) -> None:
        """Turns everybody away until `open`."""
        self.pause(math.inf)

    def pause(self, seconds: float) -> None:
        self._closed_until = max(self._closed_until, asyncio.get_running_loop().time() + seconds)
        line, self._line = self._line, []
        for _, _, place in line:
            if not place.done():
                place.set_exception(RetryAfter(_whole(seconds)))

    def paused_for(self) -> float:
        """Seconds until the pause ends; 0 when there is none."""
        return max(0.0, self._closed_until - asyncio.get_running_loop().time())

    def resting(self) -> set[int]:
        """Chats which have had their burst, or too much, and would have to wait now."""
        self._forget_rested()
        tired = {chat_id for chat_id, chat in self._chats.items() if not chat.has_capacity()}
        return tired | self._told.keys()

    async def process_request(  # noqa: PLR0917 -- its signature is the library's
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,  # noqa: ARG002 -- likewise
        data: dict[str, Any],
        rate_limit_args: Priority | None,
    ) -> Answer:
        chat_id = data.get("chat_id")
        number = await self._admit(chat_id, rate_limit_args or Priority.ANSWER)
        try:
            answer = await callback(*args, **kwargs)
        except RetryAfter as error:
            self._wait_as_told(chat_id, seconds_of(error))
            raise
        finally:
            if number is not None and self._unanswered.pop(number, None) is not None:
                self._answered.append(asyncio.get_running_loop().time())
        if chat_id is not None:
            self._remember(int(chat_id))
        return answer

    def _wait_as_told(self, chat_id: int | str | None, seconds: float) -> None:
        self._forget_rested()
        is_its_own = (
            chat_id is not None
            and self._was_spoken_to(int(chat_id))
            and not self._told.keys() - {int(chat_id)}
        )
        log.warning("told_to_wait", seconds=seconds, one_chat=is_its_own)
        if is_its_own and chat_id is not None:
            self._told[int(chat_id)] = asyncio.get_running_loop().time() + seconds
        else:
            self.pause(seconds)

    def _remember(self, chat_id: int) -> None:
        moment = asyncio.get_running_loop().time()
        self._spoken.pop(chat_id, None)
        self._spoken[chat_id] = moment  # in the order of time, so that the oldest are the first
        for oldest in list(itertools.islice(self._spoken, 2)):
            if self._spoken[oldest] < moment - LATELY:
                del self._spoken[oldest]

    def _was_spoken_to(self, chat_id: int) -> bool:
        moment = asyncio.get_running_loop().time()
        return moment - self._spoken.get(chat_id, -math.inf) < LATELY

    async def _admit(self, chat_id: int | str | None, priority: Priority) -> int | None:
        """The number in the order of all who were let in, if they stand in line at all."""
        self._turn_away_if_closed()
        if chat_id is None:
            return None
        self._turn_away_if_told(int(chat_id))
        if self._overall is None:
            return None
        await self._chat(int(chat_id)).acquire()
        self._turn_away_if_closed()
        number = await self._stand_in_line(self._overall, priority)
        self._turn_away_if_closed()
        return number

    def _turn_away_if_told(self, chat_id: int) -> None:
        seconds = self._told.get(chat_id, 0.0) - asyncio.get_running_loop().time()
        if seconds > 0:
            raise RetryAfter(_whole(seconds))

    def _turn_away_if_closed(self) -> None:
        if seconds := self.paused_for():
            raise RetryAfter(_whole(seconds))

    async def _stand_in_line(self, door: AsyncLimiter, priority: Priority) -> int:
        place: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._line, (priority, next(self._numbers), place))
        try:
            while not place.done():
                if self._usher is None:
                    await self._be_usher(door, place)
                else:
                    both: set[asyncio.Future[Any]] = {place, self._usher}
                    await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            place.cancel()
        return place.result()

    async def _be_usher(self, door: AsyncLimiter, own: asyncio.Future[int]) -> None:
        """One of those in line opens the door, each time for the best, until that is oneself."""
        self._usher = leaving = asyncio.get_running_loop().create_future()
        try:
            while not own.done():
                await door.acquire()
                await self._until_there_is_room()
                self._let_the_best_in()
        finally:
            self._usher = None
            leaving.set_result(None)

    async def _until_there_is_room(self) -> None:
        while wait := self._crowded():  # noqa: ASYNC110 -- it is time that makes room
            await asyncio.sleep(wait)

    def _let_the_best_in(self) -> None:
        while self._line:
            place = heapq.heappop(self._line)[2]
            if not place.done():
                number = next(self._numbers)
                self._unanswered[number] = asyncio.get_running_loop().time()
                place.set_result(number)
                return

    def _crowded(self) -> float:
        """Seconds until another may go.

        Telegram counts a message somewhere between our sending it and its answer. Where answers
        lag, many are perhaps counted within one second though they were sent in two.
        """
        moment = asyncio.get_running_loop().time()
        while self._answered and self._answered[0] <= moment - 1:
            self._answered.popleft()
        for number, at in list(self._unanswered.items()):
            if at > moment - LOST_AFTER:
                break
            del self._unanswered[number]
        if len(self._answered) + len(self._unanswered) < self._most_counted:
            return 0.0
        ends = [at + 1 for at in itertools.islice(self._answered, 1)]
        ends += [at + LOST_AFTER for at in itertools.islice(self._unanswered.values(), 1)]
        return max(min(ends) - moment, 0.001)

    def _chat(self, chat_id: int) -> AsyncLimiter:
        if len(self._chats) > 1000:
            self._forget_rested()
        if chat_id not in self._chats:
            self._chats[chat_id] = AsyncLimiter(*(GROUP if chat_id < 0 else PRIVATE_CHAT))
        return self._chats[chat_id]

    def _forget_rested(self) -> None:
        moment = asyncio.get_running_loop().time()
        self._told = {chat_id: end for chat_id, end in self._told.items() if end > moment}
        self._chats = {
            chat_id: chat
            for chat_id, chat in self._chats.items()
            if not chat.has_capacity(chat.max_rate)
        }


def seconds_of(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _whole(seconds: float) -> int:
    """Telegram counts in whole seconds, and so does its error; a day stands for "until open"."""
    return math.ceil(min(seconds, 86_400))
