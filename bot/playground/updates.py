"""The queue of updates: they repeat until confirmed, and only one poll waits at a time."""

import asyncio
import secrets
from collections import deque
from dataclasses import dataclass, field

from bot.playground import wall
from bot.playground.refusal import Json, Refused

LONGEST_WAIT = 50
KINDS_ON_REQUEST = ("chat_member", "message_reaction", "message_reaction_count")
CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


def _first_id() -> int:
    """Anywhere, as Telegram does: a bot that remembers older ids must not meet them again."""
    return 100_000_000 + secrets.randbelow(1_900_000_000)


@dataclass(slots=True)
class Waiting:
    """An update that is not confirmed yet."""

    update: Json
    delivered: int = 0


@dataclass(slots=True)
class UpdateQueue:
    """What the bot has not confirmed; with `twice` each update needs two deliveries."""

    next_id: int = field(default_factory=_first_id)
    waiting: deque[Waiting] = field(default_factory=deque)
    allowed: tuple[str, ...] = ()
    twice: bool = False
    closed: bool = False
    polls: int = 0
    _woken: set[asyncio.Future[None]] = field(default_factory=set)

    def put(self, kind: str, content: Json) -> int | None:
        """Queue one update; None when the bot did not ask for this kind."""
        if not self._wanted(kind):
            return None
        number = self.next_id
        self.next_id += 1
        self.waiting.append(Waiting({"update_id": number, kind: content}))
        self._wake()
        return number

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in KINDS_ON_REQUEST

    def _wake(self) -> None:
        for future in self._woken:
            if not future.done():
                future.set_result(None)
        self._woken.clear()

    def close(self) -> None:
        """The playground stops: nobody waits any longer."""
        self.closed = True
        self._wake()

    def forget_all(self) -> None:
        """What `drop_pending_updates` asks for."""
        self.waiting.clear()

    def confirm(self, offset: int) -> None:
        """Forget what lies before the offset; a negative one keeps only so many of the newest."""
        if offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
            return
        needed = 2 if self.twice else 0
        kept = [
            one
            for one in self.waiting
            if one.update["update_id"] >= offset or one.delivered < needed
        ]
        if len(kept) != len(self.waiting):
            self.waiting = deque(kept)

    async def poll(self, *, offset: int, limit: int, timeout: int) -> list[Json]:  # noqa: ASYNC109
        """The oldest updates; waits up to `timeout` seconds. A newer poll ends this one."""
        self.polls += 1
        mine = self.polls
        self._wake()
        if offset:
            self.confirm(offset)
        until = wall.elapsed() + min(max(timeout, 0), LONGEST_WAIT)
        while not self.waiting and not self.closed and wall.elapsed() < until:
            await self._next_change(until - wall.elapsed())
            if self.polls != mine:
                raise Refused(409, CONFLICT)
        return self._batch(min(max(limit, 1), 100))

    async def _next_change(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self._woken.add(future)
        await asyncio.wait((future,), timeout=seconds)
        self._woken.discard(future)

    def _batch(self, limit: int) -> list[Json]:
        batch = [self.waiting[at] for at in range(min(limit, len(self.waiting)))]
        for one in batch:
            one.delivered += 1
        return [one.update for one in batch]
