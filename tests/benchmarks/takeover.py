"""Three processes on one PostgreSQL: how long after `kill -9` another one hears and speaks, and
how the sender of one process hears of what another commits.
"""

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter

from bot.playground.server import Server
from catalogue.database import Database
from tests.benchmarks.crowd import announce, teacher, with_crowd
from tests.benchmarks.kinds import databases, is_quick
from tests.journeys.person import Someone
from tests.processes import Bot, Bots, bots, some_token

RATE = 25


async def holder(some: list[Bot], role: str) -> Bot:
    """The one that is alive and has the role, as soon as there is one."""
    while True:
        for bot in some:
            if bot.process.returncode is None and bot.has_now(role):
                return bot
        await asyncio.sleep(0.02)


async def answered(someone: Someone) -> float:
    start = perf_counter()
    someone.say("/pagalba")
    await someone.see("•")
    return perf_counter() - start


async def measure(server: Server, some: Bots, database: Database, count: int) -> None:
    calls = with_crowd(server, count)
    hears = await some.start(roles="turns,clock", rate=RATE)
    speaks = await some.start(roles="sender", rate=RATE)
    await hears.has("poller")
    await speaks.has("sender")
    heirs = [await some.start(rate=RATE), await some.start(rate=RATE)]
    for heir in heirs:
        await heir.says("role_waited_for.*clock")
    waits = sorted([await answered(teacher(server, number)) for number in range(20)])
    print(f"an answer, heard and said by two processes: {waits[10] * 1000:6.0f} ms (p50)")
    await announce(database, count)
    await asyncio.sleep(1)
    for bot, lost in ((speaks, ("sender",)), (hears, ("poller", "clock"))):
        start = perf_counter()
        await bot.kill()
        for role in lost:
            await holder(heirs, role)
            print(f"kill -9: another {role} {perf_counter() - start:29.1f} s")
        await answered(teacher(server, bot.process.pid))
        print(f"         somebody's answer {perf_counter() - start:27.1f} s after the kill")
    while len(calls.times_each()) < count:  # noqa: ASYNC110
        await asyncio.sleep(0.1)
    each = calls.times_each()
    again = sum(each.values()) - count
    print(f"{count} announcements meanwhile: {count - len(each)} lost, {again} said again")


async def main() -> None:
    count = 300 if is_quick() else 1000
    token = some_token()
    print("\nFour processes on one PostgreSQL")
    async with databases() as kinds:
        with tempfile.TemporaryDirectory() as folder:
            database = Database(await kinds[1][1].fresh())
            url = database.url.render_as_string(hide_password=False)
            async with (
                Server(token=token, key="k", rate_limit=False) as server,
                bots(Path(folder), token=token, api_url=server.url, database_url=url) as some,
            ):
                await measure(server, some, database, count)
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
