"""The sender's steps in the outbox, without a sender."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import select

from catalogue.database import Database
from scheduler.claims import Claim, Room, Taken, claim
from scheduler.clock import Clock, real_now
from scheduler.outbox import Message, Outgoing, SendState, put
from scheduler.outcomes import Fate, Outcome
from scheduler.settling import Settled, settle

ROOMY = {"callbacks": 9, "chats": 9, "bulk": 9}


class Outbox:
    """The table, and one step after the other."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    async def put(self, *messages: Message) -> None:
        await self.database.write(partial(put, messages=messages, now=self.clock.now()))

    async def claim(self, **room: Any) -> Claim:
        step = partial(claim, room=Room(**ROOMY | room), now=self.clock.now(), real_now=real_now())
        return await self.database.write(step)

    async def texts(self, **room: Any) -> list[str]:
        """What was claimed, in words; a callback by its number."""
        rows = (await self.claim(**room)).rows
        return [str((row.payload or {}).get("text")) for row in rows]

    async def settle(self, rows: Sequence[Taken], outcome: Outcome) -> None:
        settled = [Settled(row, outcome) for row in rows]
        await self.database.write(partial(settle, settled=settled, now=self.clock.now()))

    async def send(self, outcome: Outcome | None = None) -> None:
        """All that can be taken, taken once, has this outcome."""
        await self.settle((await self.claim()).rows, outcome or Outcome(Fate.SENT, message_id=7))

    async def states(self) -> list[SendState]:
        query = select(Outgoing.state).order_by(Outgoing.id)
        found = await self.database.read(lambda session: session.scalars(query))
        return list(found.all())

    async def row(self, number: int) -> Outgoing:
        return await self.database.read(lambda session: session.get_one(Outgoing, number))


def callback(words: str) -> Message:
    return Message(chat_id=None, method="answerCallbackQuery", payload={"text": words})
