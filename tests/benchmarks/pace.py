"""3,000 recipients at SEND_RATE=25 under Telegram's limits, while teachers write in between; then
the same with a 429 for every 200th message.
"""

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter

from bot.playground.server import Server
from catalogue.database import Database
from tests.benchmarks.crowd import Calls, announce, teacher, with_crowd
from tests.benchmarks.kinds import databases, is_quick
from tests.processes import bots, some_token

RATE = 25
TOLD = 2


async def pace(database: Database, folder: Path, count: int, *, refused: bool) -> None:
    token = some_token()
    url = database.url.render_as_string(hide_password=False)
    async with (
        Server(token=token, key="pace", rate_limit=True) as server,
        bots(folder, token=token, api_url=server.url, database_url=url) as some,
    ):
        calls = with_crowd(server, count)
        bot = await some.start(rate=RATE)
        await bot.is_ready()
        if refused:
            each = {"method": "sendMessage", "code": 429, "retry_after": TOLD}
            server.world.faults.order({"fail_next": each | {"every": 200, "times": 10**6}})
        await announce(database, count)
        async with asyncio.timeout(count / RATE * 2 + 60):
            waits = await answers_meanwhile(server, calls, count)
    report(calls, waits, count)


async def answers_meanwhile(server: Server, calls: Calls, count: int) -> list[float]:
    """Until the whole crowd has been written to, someone asks for help every second or so."""
    waits: list[float] = []
    while len(calls.of()) < count:
        someone = teacher(server, len(waits))
        start = perf_counter()
        someone.say("/pagalba")
        await someone.see("•")
        waits.append(perf_counter() - start)
        await asyncio.sleep(0.7)
    return waits


def report(calls: Calls, waits: list[float], count: int) -> None:
    sent = calls.of()
    first, last = sent[0]["when"], sent[-1]["when"]
    said = [call["when"] for call in calls.of(above=0) if first <= call["when"] <= last]
    refusals = calls.of(status=429)  # to an answer only its own chat rests
    rate = (len(said) - 1) / (last - first)
    without = (len(said) - 1) / (last - first - TOLD * len(refusals))
    early = sum(
        refusal["when"] + 0.1 < when < refusal["when"] + TOLD - 0.01
        for refusal in refusals
        for when in said
    )
    each = calls.times_each()
    waits.sort()
    print(
        f"{rate:6.2f}/s = {rate / RATE:6.1%} {without / RATE:8.1%} {len(refusals):5}"
        f" {early:6} {count - len(each):6} {sum(each.values()) - len(each):6}"
        f" {waits[len(waits) // 2] * 1000:8.0f} {waits[-1] * 1000:6.0f}  ({len(waits)} answers)"
    )


async def main() -> None:
    count = 250 if is_quick() else 3000
    print(f"\n{count} recipients at {RATE}/s" + " " * 23 + "between")
    print(f"{'':26}rate           pauses   429  early   lost  twice   answer p50 / max ms")
    async with databases() as kinds:
        with tempfile.TemporaryDirectory() as folder:
            for refused, (name, source) in ((False, kinds[0]), (True, kinds[1])):
                database = Database(await source.fresh())
                what = f"{name}{', 429' if refused else ''}"
                print(f"{what:17}", end="", flush=True)
                await pace(database, Path(folder), count, refused=refused)
                await database.close()


if __name__ == "__main__":
    asyncio.run(main())
