import asyncio
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler.clock import Clock
from scheduler.outbox import SendState
from scheduler.pace import CATCH_UP
from scheduler.sender import MOST_BULK_SLOTS
from tests.scheduler.scene import Scene, announcement, text
from tests.scheduler.telegram import TOKEN, Telegram

PROGRAM = """
import asyncio, sys
from catalogue.database import Database
from scheduler.clock import Clock
from scheduler.mouth import Mouth
from scheduler.pace import Pace
from scheduler.sender import Sender

async def compose(recipe, now):
    return None

database_url, api_url, token = sys.argv[1:]
mouth = Mouth(token, pace=Pace(0), api_url=api_url)
asyncio.run(Sender(Database(database_url), mouth, compose, Clock()).run())
"""


async def test_killed(scene: Scene) -> None:
    """A sender killed twice, while Telegram fails, keeps silent and hangs up, loses nothing; only
    what was in flight is said twice, and what Telegram never answered.
    """
    everyone = range(1, 601)
    await scene.put(*[announcement(chat) for chat in everyone])
    in_flight = 0
    for heard in (100, 300):
        scene.telegram.lose(5)
        scene.telegram.refuse(502, "Bad Gateway")
        scene.telegram.refuse(None)
        async with killed(scene):
            await scene.telegram.heard(heard)
            scene.telegram.gate.clear()
        scene.telegram.gate.set()
        in_flight += (await scene.states()).count(SendState.SENDING)
    await scene.send()
    said = Counter(call.chat_id for call in scene.telegram.said)
    assert set(said) == set(everyone)
    assert max(said.values()) <= 3
    assert 0 < said.total() - len(everyone) <= in_flight + 10


@asynccontextmanager
async def killed(scene: Scene) -> AsyncIterator[None]:
    """A sender in a process of its own, until it is killed."""
    url = scene.database.url.render_as_string(hide_password=False)
    root = Path(__file__).parents[2]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, url, scene.telegram.url, TOKEN, cwd=root
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGKILL)
        await process.wait()


async def test_cancelled_in_peace(scene: Scene) -> None:
    """Cancelled, the sender lets finish what is on the wire, and sends nothing twice."""
    scene.telegram.delay = 0.1
    everyone = range(1, MOST_BULK_SLOTS + 101)
    await scene.put(*[announcement(chat) for chat in everyone])
    async with asyncio.TaskGroup() as group:
        task = group.create_task(scene.sender.run())
        await scene.telegram.called(30)
        task.cancel()
    states = await scene.states()
    assert set(states) == {SendState.SENT, SendState.WAITING}
    assert states.count(SendState.SENT) == len(scene.telegram.said)
    await scene.send()
    assert sorted(call.chat_id for call in scene.telegram.said) == list(everyone)


async def test_waiting_for_pace_is_not_in_flight(scene: Scene) -> None:
    """Cancelled, the sender does not first say all that stands in line."""
    slow = scene.another_sender(rate=1)
    await scene.put(*[text(chat, "labas") for chat in range(1, 21)])
    async with asyncio.TaskGroup() as group:
        task = group.create_task(slow.run())
        await scene.telegram.heard(CATCH_UP)
        task.cancel()
    assert len(scene.telegram.said) == CATCH_UP
    assert (await scene.states()).count(SendState.WAITING) == 20 - CATCH_UP


async def test_tried_before_the_crash(scene: Scene) -> None:
    """What failed once and waited for its next try is not forgotten by a new sender."""
    scene.telegram.refuse(500, "Internal Server Error")
    await scene.put(text(1, "labas"))
    async with scene.sending():
        await scene.telegram.called(1)
    assert [(row.state, row.attempts) for row in await scene.rows()] == [(SendState.WAITING, 1)]
    await scene.send()
    assert await scene.states() == [SendState.SENT]


async def test_database_away(postgres_database: Database, telegram: Telegram, clock: Clock) -> None:
    """A database that goes away for a moment delays the sender and does not end it."""
    scene = Scene(postgres_database, telegram, clock)
    async with scene.sending():
        await scene.put(text(1, "vienas"))
        await scene.telegram.heard(1)
        await _end_connections(scene.database)
        await scene.put(text(1, "du"))
        await scene.telegram.heard(2)
    assert [call.text for call in scene.telegram.said][-1] == "du"
    await scene.close()


async def _end_connections(database: Database) -> None:
    async def work(session: AsyncSession) -> None:
        await session.execute(
            sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )

    await database.write(work)
