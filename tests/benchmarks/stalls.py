"""How late the event loop is: what anybody who writes to the bot would feel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter, process_time

#: Seconds between two looks.
BREATH = 0.005


class Stalls:
    """The longest time that nobody else got a word in, in seconds.

    `own_work` is the most that this process itself was at work in such a time: what is left of it
    where the machine has nothing else to do.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self.own_work = 0.0

    @asynccontextmanager
    async def measured(self) -> AsyncIterator[None]:
        task = asyncio.ensure_future(self._watch())
        try:
            yield
        finally:
            task.cancel()

    async def _watch(self) -> None:
        while True:
            before, worked = perf_counter(), process_time()
            await asyncio.sleep(BREATH)
            self.longest = max(self.longest, perf_counter() - before - BREATH)
            self.own_work = max(self.own_work, process_time() - worked)
