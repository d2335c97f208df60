"""The embedded Bot API server with a crowd, which notes when each call came."""

from collections import Counter, deque
from functools import partial
from time import perf_counter
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.playground.people import Person
from bot.playground.server import Server
from catalogue.database import Database
from scheduler.batches import keep_body
from scheduler.outbox import Message, Outgoing, Priority, SendState, put
from tests.factories import NOW
from tests.journeys.person import Someone

FIRST = 800_000_000
BATCH = "announcement:1"
TEXT = "<b>Kviečiame!</b> " + "Rugsėjį prasideda nauji mokymai pradinių klasių mokytojams. " * 8
PAYLOAD: dict[str, Any] = {
    "text": TEXT,
    "parse_mode": "HTML",
    "reply_markup": {"inline_keyboard": [[{"text": "Registruotis", "callback_data": "join:1"}]]},
}
PAGE = 500


class Calls(deque[dict[str, Any]]):
    """Every call of the Bot API, none forgotten; `when` is of `perf_counter`."""

    def append(self, call: dict[str, Any]) -> None:
        super().append(call | {"when": perf_counter()})

    def of(self, *, status: int = 200, above: int = FIRST) -> list[dict[str, Any]]:
        """Messages to the crowd that were answered so."""
        return [
            call
            for call in self
            if call["method"] == "sendMessage"
            and call["status"] == status
            and int(call["request"]["chat_id"]) >= above
        ]

    def times_each(self) -> Counter[int]:
        return Counter(int(call["request"]["chat_id"]) for call in self.of())


def with_crowd(server: Server, count: int) -> Calls:
    for number in range(FIRST, FIRST + count):
        server.world.add(Person(number, f"Mokytoja{number}", started=True))
    server.world.calls = calls = Calls()
    return calls


def teacher(server: Server, number: int) -> Someone:
    """One of those who write; each asks once, or Telegram's second for each chat is measured."""
    account = Person(FIRST // 2 + number, f"Ona{number}", started=True)
    return Someone(server, server.world.add(account))


async def announce(database: Database, count: int) -> float:
    """Puts an announcement to the crowd; returns the seconds of the longest put of 500."""
    body = await database.write(partial(keep_body, payload=PAYLOAD))
    longest = 0.0
    for first in range(0, count, PAGE):
        rows = [
            Message(
                chat_id=FIRST + number,
                body=body,
                batch=BATCH,
                key=f"{BATCH}:{number}",
                priority=Priority.ANNOUNCEMENT,
            )
            for number in range(first, min(first + PAGE, count))
        ]
        start = perf_counter()
        await database.write(partial(put, messages=rows, now=NOW))
        longest = max(longest, perf_counter() - start)
    return longest


async def in_state(database: Database, *states: SendState) -> int:
    query = select(func.count()).where(Outgoing.state.in_(states))

    async def work(session: AsyncSession) -> int:
        return await session.scalar(query) or 0

    return await database.read(work)
