"""Ten times SIGKILL, at random moments of 1,000 reminders and an announcement to 3,000; then the
same while the server answers 502, keeps silent, or hangs up after it has accepted. `--all`: both
kinds of database with and without these faults.
"""

import asyncio
import random
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bot.playground.server import Server
from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.registrations.tables import Registration, State
from scheduler.clock import real_now
from scheduler.outbox import SendState
from tests.benchmarks.crowd import FIRST, announce, in_state, with_crowd
from tests.benchmarks.kinds import databases, is_quick
from tests.factories import an_event, kept
from tests.processes import bots, some_token

RATE = 150
#: Milliseconds: a round trip to Telegram.
TRIP = 50
#: Seconds until all reminders are due at once: the first process is up by then.
DUE_IN = 12
FAULTS: dict[str, Any] = {
    "fail_next": {"method": "sendMessage", "code": 502, "every": 15, "times": 10**6},
    "drop_next": 4,
    "hang_next": 4,
}


@dataclass(slots=True)
class Told:
    """What the kills left: rows in the sender's hands, and calls whose answer never came."""

    in_flight: list[int] = field(default_factory=list)
    unanswered: int = 0


async def reminders(database: Database, first: int, count: int) -> None:
    """So many take part in what starts in a day, and nobody keeps quiet hours."""
    now = real_now()

    async def work(session: Any) -> None:
        event = an_event(starts=now + timedelta(days=1, seconds=DUE_IN))
        await kept(session, event)
        before = now - timedelta(days=3)
        plain = {"client_language": "", "met_at": before, "name": "Ona", "consented_at": before}
        people = [
            plain | {"id": n, "telegram_id": first + n, "quiet_from": 0, "quiet_until": 0}
            for n in range(count)
        ]
        await session.execute(insert(Person), people)
        own = {"event_id": event.id, "state": State.CONFIRMED}
        times = {"joined_at": before, "changed_at": before, "remind_at": now}
        await session.execute(
            insert(Registration),
            [own | times | {"person_id": n, "ticket": n} for n in range(count)],
        )

    await database.write(work)


async def crash(source: Any, folder: Path, *, size: int, kills: int, has_faults: bool) -> str:
    token = some_token()
    database = Database(await source.fresh())
    url = database.url.render_as_string(hide_password=False)
    everyone = size * 4
    chance = random.Random(9)
    told = Told()
    async with (
        Server(token=token, key="crash", rate_limit=False) as server,
        bots(folder, token=token, api_url=server.url, database_url=url) as some,
    ):
        calls = with_crowd(server, everyone)
        server.world.faults.order({"delay_ms": TRIP})
        await reminders(database, FIRST + size * 3, size)
        await announce(database, size * 3)
        for _ in range(kills):
            bot = await some.start(rate=RATE)
            await bot.is_ready()
            if has_faults:
                server.world.faults.order(FAULTS)
            await asyncio.sleep(chance.uniform(0.2, 2.0))
            await bot.kill()
            told.in_flight.append(await in_state(database, SendState.SENDING))
            if has_faults:
                faults = server.world.faults
                told.unanswered += 8 - faults.drop_next - faults.hang_next
        server.world.faults.order({"clear": True})
        await some.start(rate=RATE)
        async with asyncio.timeout(180):
            while len(calls.times_each()) < everyone or await in_state(  # noqa: ASYNC110
                database, SendState.WAITING, SendState.SENDING
            ):
                await asyncio.sleep(0.2)
        each = calls.times_each()
    await database.close()
    twice = sum(each.values()) - everyone
    return (
        f"{everyone - len(each):5} {twice:6} {max(each.values()):6}"
        f" {sum(told.in_flight):10} {told.unanswered:11}   {told.in_flight}"
    )


async def main() -> None:
    size, kills = (60, 2) if is_quick() else (1000, 10)
    runs = [(0, False), (1, True)]
    if "--all" in sys.argv:
        runs += [(1, False), (0, True)]
    print(f"\n{kills} x SIGKILL in {size} reminders and {size * 3} announcements at {RATE}/s")
    print(f"{'':22} lost  again  most  in flight  unanswered   in flight at each kill")
    async with databases() as kinds:
        with tempfile.TemporaryDirectory() as folder:
            for number, has_faults in runs:
                name, source = kinds[number]
                print(f"{name + (', faults' if has_faults else ''):21}", end="", flush=True)
                figures = crash(source, Path(folder), size=size, kills=kills, has_faults=has_faults)
                print(await figures)


if __name__ == "__main__":
    asyncio.run(main())
