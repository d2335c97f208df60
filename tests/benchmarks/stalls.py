"""How late the event loop is: what anybody who writes to the bot would feel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter

#: Seconds between two looks.
BREATH = 0.005


class Stalls:
    """The longest time that nobody else got a word in, in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0

    @asynccontextmanager
    async def measured(self) -> AsyncIterator[None]:
        task = asyncio.ensure_future(self._watch())
        try:
            yield
        finally:
            task.cancel()

    async def _watch(self) -> None:
        while True:
            before = perf_counter()
            await asyncio.sleep(BREATH)
            self.longest = max(self.longest, perf_counter() - before - BREATH)
