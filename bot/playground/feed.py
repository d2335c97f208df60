"""What changed, for those who watch: the page's event stream and tests that wait."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.refusal import Json

BACKLOG = 10_000


@dataclass(slots=True)
class Feed:
    """Watchers get every change; who is too slow is let go and starts afresh."""

    closed: bool = False
    _watchers: set[asyncio.Queue[Json | None]] = field(default_factory=set)
    _waiters: set[asyncio.Future[None]] = field(default_factory=set)

    @property
    def watched(self) -> bool:
        """Whether anybody looks: nothing need be drawn for nobody."""
        return bool(self._watchers)

    def watch(self) -> asyncio.Queue[Json | None]:
        """Begin to watch; None in the queue says that it is over."""
        queue: asyncio.Queue[Json | None] = asyncio.Queue(BACKLOG)
        self._watchers.add(queue)
        if self.closed:
            queue.put_nowait(None)
        return queue

    def leave(self, queue: asyncio.Queue[Json | None]) -> None:
        """Watch no longer."""
        self._watchers.discard(queue)

    def tell(self, event: Json | None = None) -> None:
        """Something changed; an event is what watchers see of it."""
        for future in self._waiters:
            if not future.done():
                future.set_result(None)
        self._waiters.clear()
        if event is not None:
            for queue in tuple(self._watchers):
                self._hand(queue, event)

    def _hand(self, queue: asyncio.Queue[Json | None], event: Json) -> None:
        if queue.full():
            self._watchers.discard(queue)
            queue.get_nowait()
            queue.put_nowait(None)
        else:
            queue.put_nowait(event)

    def close(self) -> None:
        """The playground stops: every watcher ends."""
        self.closed = True
        for queue in tuple(self._watchers):
            while queue.full():
                queue.get_nowait()
            queue.put_nowait(None)
        self.tell()

    async def until(self, check: Callable[[], bool], *, seconds: float) -> bool:
        """Wait until the check holds after some change; False when the time is over."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while not check():
            left = end - loop.time()
            if left <= 0 or self.closed:
                return False
            future: asyncio.Future[None] = loop.create_future()
            self._waiters.add(future)
            await asyncio.wait((future,), timeout=left)
            self._waiters.discard(future)
        return True
