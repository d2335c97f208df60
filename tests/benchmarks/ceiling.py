"""How much a sender can say a second with no limit of rate, at round trips of 0, 50 and 100 ms."""

import asyncio
from datetime import datetime
from time import perf_counter, process_time

from catalogue.database import Database
from scheduler.clock import Clock
from scheduler.mouth import Mouth
from scheduler.outbox import Recipe, SendState
from scheduler.pace import Pace
from scheduler.sender import Composed, Sender
from tests.benchmarks.crowd import announce, in_state
from tests.benchmarks.kinds import databases, is_quick
from tests.benchmarks.lean import lean_telegram
from tests.factories import NOW


async def no_recipe(_recipe: Recipe, _now: datetime) -> Composed | None:
    return None


async def ceiling(database: Database, url: str, count: int) -> tuple[float, float]:
    """Messages a second, and milliseconds of processor for each."""
    mouth = Mouth("42:x", pace=Pace(0), api_url=url)
    sender = Sender(database, mouth, no_recipe, Clock(lambda: NOW))
    start, cpu = perf_counter(), process_time()
    async with asyncio.TaskGroup() as group:
        group.create_task(sender.run())
        while await in_state(database, SendState.SENT) < count:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        took, cpu = perf_counter() - start, process_time() - cpu
        sender.stop()
    await mouth.shutdown()
    return count / took, cpu / count * 1000


async def main() -> None:
    count = 600 if is_quick() else 6000
    print(f"\n{count} messages of one body, no limit   a second  ms of processor   500 are put in")
    async with databases() as kinds:
        for name, source in kinds:
            for trip in (0, 0.05, 0.1):
                async with lean_telegram(trip) as url:
                    database = Database(await source.fresh())
                    put_took = await announce(database, count)
                    rate, cpu = await ceiling(database, url, count)
                    await database.close()
                what = f"{name}, round trip of {trip * 1000:.0f} ms"
                print(f"{what:34} {rate:9.0f} {cpu:17.2f} {put_took * 1000:15.0f} ms")


if __name__ == "__main__":
    asyncio.run(main())
