"""What the sender's tests have in common: put something out, let it be sent, look at the rows."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler.clock import Clock
from scheduler.mouth import Mouth
from scheduler.outbox import Message, Outgoing, Priority, Recipe, SendState, put
from scheduler.pace import Pace
from scheduler.sender import Composed, Sender
from tests.scheduler.telegram import TOKEN, Telegram


def text(chat_id: int, words: str, **more: Any) -> Message:
    return Message(chat_id=chat_id, payload={"text": words}, **more)


def announcement(chat_id: int, words: str = "naujiena") -> Message:
    return text(chat_id, words, priority=Priority.ANNOUNCEMENT)


class Scene:
    """`recipes` is what recipes are composed from; what is not in it no longer applies.

    `most_composed` is how many were at it together.
    """

    def __init__(self, database: Database, telegram: Telegram, clock: Clock) -> None:
        self.database = database
        self.telegram = telegram
        self.clock = clock
        self.recipes: dict[str, Composed | Exception] = {}
        self.most_composed = self._composing = 0
        self.sender = self.another_sender()
        self._mouths: list[Mouth]

    def another_sender(self, *, token: str = TOKEN, rate: float = 0) -> Sender:
        mouth = Mouth(token, pace=Pace(rate), api_url=self.telegram.url)
        self._mouths = [*getattr(self, "_mouths", []), mouth]
        return Sender(self.database, mouth, self._compose, self.clock, poll=0.1)

    async def close(self) -> None:
        for mouth in self._mouths:
            await mouth.shutdown()

    async def put(self, *messages: Message) -> int:
        async def work(session: AsyncSession) -> int:
            return await put(session, messages, now=self.clock.now())

        count = await self.database.write(work)
        self.sender.wake()
        return count

    @asynccontextmanager
    async def sending(self, sender: Sender | None = None) -> AsyncIterator[None]:
        """Whoever left it finds everything that was sent written down."""
        async with asyncio.TaskGroup() as group:
            running = sender or self.sender
            group.create_task(running.run())
            yield
            running.stop()

    async def send(self, *messages: Message) -> None:
        """Puts and sends until nothing waits any more."""
        await self.put(*messages)
        async with self.sending():
            await self.settled()

    async def settled(self) -> None:
        open_states = {SendState.WAITING, SendState.SENDING}
        async with asyncio.timeout(20):
            while open_states & set(await self.states()):  # noqa: ASYNC110 -- a table has no event
                await asyncio.sleep(0.02)

    async def rows(self) -> Sequence[Outgoing]:
        async def work(session: AsyncSession) -> Sequence[Outgoing]:
            return (await session.scalars(select(Outgoing).order_by(Outgoing.id))).all()

        return await self.database.read(work)

    async def states(self) -> list[SendState]:
        return [row.state for row in await self.rows()]

    async def _compose(self, recipe: Recipe, _now: datetime) -> Composed | None:
        self._composing += 1
        self.most_composed = max(self.most_composed, self._composing)
        await asyncio.sleep(0)
        self._composing -= 1
        composed = self.recipes.get(recipe.key)
        if isinstance(composed, Exception):
            raise composed
        return composed
