import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.glossary import misses
from catalogue.glossary.tables import Miss
from catalogue.learning import tries
from catalogue.learning.tables import CodeKind, WrongCode
from scheduler.clock import Clock
from scheduler.outbox import Message, Outgoing, SendState, put
from scheduler.ticks import Tick, Ticks, housekeeping, is_time_again
from tests.factories import NOW


async def test_ticks_go_on(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """A tick that fails is named in the log, without its words, and nothing stops."""
    looked: list[datetime] = []
    failed: list[datetime] = []
    enough = asyncio.Event()

    async def look(now: datetime) -> None:
        looked.append(now)
        if len(looked) >= 3 and len(failed) >= 2:
            enough.set()

    async def fail(now: datetime) -> None:
        failed.append(now)
        raise LookupError("Jonas Jonaitis")

    ticks = Ticks(clock, [Tick("failing", 0.05, fail), Tick("looking", 0.05, look)])
    async with asyncio.TaskGroup() as group:
        task = group.create_task(ticks.run())
        async with asyncio.timeout(20):
            await enough.wait()
        task.cancel()
    assert looked[0] == clock.now()
    out = capsys.readouterr().out
    assert "tick_failed" in out
    assert "failing" in out
    assert "Jonas" not in out


async def test_woken(clock: Clock) -> None:
    """A tick that would look in an hour looks soon when something was decided, and one of the time
    alone when that was pushed.
    """
    decided, hourly = 0, 0
    seen, tidied = asyncio.Event(), asyncio.Event()

    async def look(_now: datetime) -> None:
        nonlocal decided
        decided += 1
        seen.set()

    async def tidy(_now: datetime) -> None:
        nonlocal hourly
        hourly += 1
        tidied.set()

    ticks = Ticks(clock, [Tick("slow", 3600, look), Tick("tidy", 3600, tidy, only_time=True)])
    ticks.wake()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(ticks.run())
        async with asyncio.timeout(20):
            await seen.wait()
            await tidied.wait()
            seen.clear()
            tidied.clear()
            for _ in range(50):
                ticks.wake()
            await seen.wait()
            assert (decided, hourly) == (2, 1)
            ticks.wake_all()
            await tidied.wait()
        task.cancel()
    assert hourly == 2


async def test_one_at_a_time(clock: Clock) -> None:
    """A look that takes long is not started a second time beside itself."""
    together = most = count = 0
    enough = asyncio.Event()

    async def slow(_now: datetime) -> None:
        nonlocal together, most, count
        together += 1
        most = max(most, together)
        await asyncio.sleep(0.05)
        together -= 1
        count += 1
        if count == 3:
            enough.set()

    async with asyncio.TaskGroup() as group:
        task = group.create_task(Ticks(clock, [Tick("slow", 0.01, slow)]).run())
        async with asyncio.timeout(20):
            await enough.wait()
        task.cancel()
    assert most == 1


async def test_housekeeping(database: Database, clock: Clock) -> None:
    """Every hour answered callbacks go, update numbers older than a week, misses of long ago, and
    codes that were wrong a while ago.
    """
    asked: list[datetime] = []

    async def forget_updates(_session: AsyncSession, before: datetime) -> None:
        asked.append(before)

    async def fill(session: AsyncSession) -> None:
        await put(session, [Message(chat_id=None, payload={})], now=clock.now())
        await session.flush()
        row = await session.get_one(Outgoing, 1)
        row.state = SendState.SENT
        long_ago = clock.now().date() - misses.KEPT_FOR - timedelta(days=1)
        await misses.note(session, {"topic": ["kahutas"]}, is_known=False, day=long_ago)
        before = clock.now() - tries.WITHIN
        session.add(WrongCode(kind=CodeKind.PAPER, who="192.0.2.1", typed_at=before))

    await database.write(fill)
    tick = housekeeping(database, forget_updates)
    await tick.work(clock.now())
    assert tick.seconds == 3600
    assert asked == [clock.now() - timedelta(days=7)]
    assert await database.read(lambda session: session.get(Outgoing, 1)) is None
    assert await database.read(lambda session: session.get(Miss, 1)) is None
    assert await database.read(lambda session: session.get(WrongCode, 1)) is None


@pytest.mark.parametrize(
    ("looked", "expected"), [(None, True), (0, False), (59, False), (60, True), (-1, True)]
)
def test_time_to_look_again(looked: int | None, expected: object) -> None:
    """Once an hour, and at once where the clock was put back."""
    looked_at = None if looked is None else NOW - timedelta(minutes=looked)
    assert is_time_again(NOW, looked_at, timedelta(hours=1)) is expected
