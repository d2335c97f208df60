"""How much a sender can say a second with no limit of rate, at round trips of 0, 50 and 100 ms."""

import asyncio
from datetime import datetime
from functools import partial
from time import perf_counter, process_time

from sqlalchemy import func, select

from catalogue.database import Database
from scheduler.batches import keep_body
from scheduler.clock import Clock
from scheduler.mouth import Mouth
from scheduler.outbox import Message, Outgoing, Priority, Recipe, SendState, put
from scheduler.pace import Pace
from scheduler.sender import Composed, Sender
from tests.benchmarks.kinds import databases, is_quick
from tests.benchmarks.lean import lean_telegram
from tests.factories import NOW

TEXT = "<b>Kviečiame!</b> " + "Rugsėjį prasideda nauji mokymai pradinių klasių mokytojams. " * 8
PAYLOAD = {
    "text": TEXT,
    "parse_mode": "HTML",
    "reply_markup": {"inline_keyboard": [[{"text": "Registruotis", "callback_data": "join:1"}]]},
}
PAGE = 500


async def fill(database: Database, count: int, *, with_body: bool) -> float:
    """Seconds of the longest put of 500."""
    body = await database.write(partial(keep_body, payload=PAYLOAD)) if with_body else None
    longest = 0.0
    for first in range(0, count, PAGE):
        rows = [
            Message(
                chat_id=chat,
                payload=None if with_body else PAYLOAD,
                body=body,
                batch="announcement:1",
                key=f"announcement:1:{chat}",
                priority=Priority.ANNOUNCEMENT,
            )
            for chat in range(first + 1, min(first + PAGE, count) + 1)
        ]
        start = perf_counter()
        await database.write(partial(put, messages=rows, now=NOW))
        longest = max(longest, perf_counter() - start)
    return longest


async def sent(database: Database) -> int:
    query = select(func.count()).where(Outgoing.state == SendState.SENT)
    return int(await database.read(lambda session: session.scalar(query)) or 0)


async def no_recipe(_recipe: Recipe, _now: datetime) -> Composed | None:
    return None


async def ceiling(database: Database, url: str, count: int) -> tuple[float, float]:
    """Messages a second, and milliseconds of processor for each."""
    mouth = Mouth("42:x", pace=Pace(0), api_url=url)
    sender = Sender(database, mouth, no_recipe, Clock(lambda: NOW))
    start, cpu = perf_counter(), process_time()
    async with asyncio.TaskGroup() as group:
        group.create_task(sender.run())
        while await sent(database) < count:
            await asyncio.sleep(0.1)
        took, cpu = perf_counter() - start, process_time() - cpu
        sender.stop()
    await mouth.shutdown()
    return count / took, cpu / count * 1000


async def main() -> None:
    count = 600 if is_quick() else 6000
    print(f"\nWith no limit of rate, {count} messages of one body   /s      ms of processor each")
    async with databases() as kinds:
        for name, source in kinds:
            for trip in (0, 0.05, 0.1):
                async with lean_telegram(trip) as url:
                    database = Database(await source.fresh())
                    put_took = await fill(database, count, with_body=True)
                    rate, cpu = await ceiling(database, url, count)
                    await database.close()
                trip_ms = f"{trip * 1000:3.0f} ms round trip"
                print(
                    f"{name:11} {trip_ms:34} {rate:7.0f} {cpu:18.2f}  500 put in {put_took * 1000:.0f} ms"
                )


if __name__ == "__main__":
    asyncio.run(main())
