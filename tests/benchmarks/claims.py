"""What one step of the sender costs with an announcement in line, and how soon the first of 10,000
that are due at one instant goes out.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from statistics import median
from time import perf_counter

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler.claims import Claim, Room, claim
from scheduler.clock import Clock, real_now
from scheduler.mouth import Mouth
from scheduler.outbox import TABLE, Message, Priority, SendState, put
from scheduler.outcomes import Fate, Outcome
from scheduler.pace import Pace
from scheduler.sender import Sender
from scheduler.settling import Settled, settle
from tests.benchmarks.ceiling import no_recipe
from tests.benchmarks.crowd import FIRST, PAYLOAD
from tests.benchmarks.kinds import databases, is_quick
from tests.benchmarks.stalls import Stalls
from tests.factories import NOW
from tests.scheduler.telegram import TOKEN, Telegram

ROOM = Room(callbacks=16, chats=58, bulk=38)


async def line(database: Database, count: int, *, not_before: datetime | None = None) -> None:
    """An announcement to so many."""
    plain = {
        "method": "sendMessage",
        "payload": PAYLOAD,
        "batch": "announcement:1",
        "priority": int(Priority.ANNOUNCEMENT),
        "state": SendState.WAITING,
        "not_before": not_before,
        "created_at": NOW,
        "put_at": NOW,
        "attempts": 0,
        "last_error": "",
    }
    rows = [plain | {"chat_id": FIRST + n, "key": f"announcement:1:{n}"} for n in range(count)]

    async def work(session: AsyncSession) -> None:
        await session.execute(insert(TABLE), rows)

    await database.write(work)


async def timed(step: Callable[[], Awaitable[object]], times: int) -> float:
    """Milliseconds, the median."""
    took = []
    for _ in range(times):
        start = perf_counter()
        await step()
        took.append(perf_counter() - start)
    return median(took) * 1000


async def steps(database: Database, times: int) -> tuple[float, float, float]:
    """Milliseconds of a claim of 38, of a step that settles 38 and claims 38, and of an answer
    that is put and claimed.
    """
    now = real_now()
    taken: list[Claim] = []

    async def both(session: AsyncSession) -> None:
        sent = Outcome(Fate.SENT, message_id=1)
        rows = taken.pop().rows if taken else []
        await settle(session, [Settled(row, sent) for row in rows], now=NOW)
        taken.append(await claim(session, ROOM, now=NOW, real_now=now))

    async def answer() -> None:
        words = Message(chat_id=1, payload={"text": "x"})
        await database.write(partial(put, messages=[words], now=NOW))
        claimed = await database.write(partial(claim, room=ROOM, now=NOW, real_now=now))
        assert claimed.rows[0].chat_id == 1

    alone = await timed(
        lambda: database.write(partial(claim, room=ROOM, now=NOW, real_now=now)), times
    )
    return alone, await timed(lambda: database.write(both), times), await timed(answer, times)


async def instant(database: Database, count: int) -> tuple[float, float, float]:
    """Milliseconds from the instant to the first message, and from an answer that is put meanwhile
    to its sending; the longest stall of the loop.
    """
    clock = Clock(lambda: NOW)
    await line(database, count, not_before=NOW + timedelta(hours=1))
    async with Telegram.open() as telegram:
        mouth = Mouth(TOKEN, pace=Pace(25), api_url=telegram.url)
        sender = Sender(database, mouth, no_recipe, clock)
        stalls = Stalls()
        async with asyncio.TaskGroup() as group, stalls.measured():
            group.create_task(sender.run())
            await asyncio.sleep(1.5)
            start = perf_counter()
            clock.push(timedelta(hours=1))
            await telegram.heard(1)
            first = perf_counter() - start
            await asyncio.sleep(0.5)
            start = perf_counter()
            words = Message(chat_id=1, payload={"text": "x"})
            await database.write(partial(put, messages=[words], now=NOW))
            sender.wake()
            while all(call.chat_id != 1 for call in telegram.said):  # noqa: ASYNC110
                await asyncio.sleep(0.002)
            answer = perf_counter() - start
            sender.stop()
        await mouth.shutdown()
    return first * 1000, answer * 1000, stalls.longest * 1000


async def main() -> None:
    sizes = (1_000,) if is_quick() else (10_000, 100_000)
    print(f"\n{'In line (ms each)':30} claim 38  settle and claim   an answer, put and claimed")
    async with databases() as kinds:
        for name, source in kinds:
            for later in (None, NOW + timedelta(hours=1)):
                for size in sizes:
                    database = Database(await source.fresh())
                    await line(database, size, not_before=later)
                    figures = await steps(database, 20)
                    await database.close()
                    what = f"{name}, {size:,} {'due in an hour' if later else 'due'}"
                    print(f"{what:34} {figures[0]:5.1f} {figures[1]:17.1f} {figures[2]:28.1f}")
        size = sizes[0]
        print(
            f"\n{size:,} due at one instant, 25/s    first after   an answer after  longest stall"
        )
        for name, source in kinds:
            database = Database(await source.fresh())
            first, answer, stall = await instant(database, size)
            await database.close()
            print(f"{name:34} {first:7.0f} ms {answer:13.0f} ms {stall:11.0f} ms")


if __name__ == "__main__":
    asyncio.run(main())
