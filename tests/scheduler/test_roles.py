import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler.clock import Clock
from scheduler.outbox import Message, put
from scheduler.roles import AlreadyRunning, Role, RoleLost, hash_of, hold

ROOT = Path(__file__).parents[2]
OTHER = """
import asyncio, sys
from catalogue.database import Database
from scheduler.clock import Clock
from scheduler.outbox import Message, put
from scheduler.roles import AlreadyRunning, Role, hash_of, hold

async def main(url, token):
    database = Database(url)
    try:
        async with hold(database, Role.SENDER, hash_of(token)):
            print("in", flush=True)
            await asyncio.to_thread(sys.stdin.read)
    except AlreadyRunning as error:
        print(error.what, flush=True)
    await database.close()

asyncio.run(main(*sys.argv[1:]))
"""


@asynccontextmanager
async def another_process(url: str, token: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OTHER, url, token,
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def first_word(process: asyncio.subprocess.Process) -> str:
    """Its answer, which is one word; a log line before it has more."""
    assert process.stdout is not None
    async with asyncio.timeout(20):
        async for line in process.stdout:
            if len(words := line.decode().split()) == 1:
                return words[0]
    return "nothing"


@pytest.fixture
def token(tmp_path: Path) -> str:
    """Of this test only: the lock lies in a folder that all tests share."""
    return f"42:{tmp_path}"


@pytest.mark.parametrize(("same", "what"), [("token", "token"), ("file", "database")])
async def test_one_process_only(
    sqlite_database: Database, tmp_path: Path, token: str, same: str, what: str
) -> None:
    """A second process with the same file or the same token is refused and told which."""
    url = sqlite_database.url.render_as_string()
    mine = Database(url if same == "file" else f"sqlite+aiosqlite:///{tmp_path}/other.db")
    async with another_process(url, token if same == "token" else f"{token}2") as other:
        assert await first_word(other) == "in"
        with pytest.raises(AlreadyRunning, match=f"already running with this {what}") as refusal:
            async with hold(mine, Role.SENDER, hash_of(token)):
                pytest.fail("It was let in")
        assert refusal.value.what == what
    async with hold(mine, Role.SENDER, hash_of(token)):
        pass
    await mine.close()


async def test_roles_share_a_process(sqlite_database: Database, token: str) -> None:
    """One process may have every role, and giving one up keeps the others."""
    url = sqlite_database.url.render_as_string()
    async with hold(sqlite_database, Role.POLLER, hash_of(token)):
        async with hold(sqlite_database, Role.SENDER, hash_of(token)):
            pass
        async with another_process(url, token) as other:
            assert await first_word(other) == "token"


async def test_one_sender(postgres_database: Database, token: str) -> None:
    """On PostgreSQL the second waits, and takes over when the first goes; other roles are free."""
    order: list[str] = []
    entered = asyncio.Event()
    leave = asyncio.Event()

    async def first() -> None:
        async with hold(postgres_database, Role.SENDER, hash_of(token)):
            entered.set()
            await leave.wait()
            order.append("first left")

    async def second() -> None:
        await entered.wait()
        async with hold(postgres_database, Role.SENDER, hash_of(token)):
            order.append("second came")

    async with asyncio.TaskGroup() as group:
        group.create_task(first())
        group.create_task(second())
        await entered.wait()
        async with hold(postgres_database, Role.CLOCK, hash_of(token)):
            order.append("clock is free")
        leave.set()
    assert order == ["clock is free", "first left", "second came"]


async def test_taken_over_from_the_killed(postgres_database: Database, token: str) -> None:
    """A process that is killed leaves its role to the next."""
    url = postgres_database.url.render_as_string(hide_password=False)
    async with another_process(url, token) as other:
        assert await first_word(other) == "in"
        other.kill()
        async with asyncio.timeout(20), hold(postgres_database, Role.SENDER, hash_of(token)):
            pass


async def test_connection_lost(postgres_database: Database, token: str) -> None:
    """Who loses the connection loses the role at once, in the middle of the work."""

    async def work() -> None:
        async with hold(postgres_database, Role.SENDER, hash_of(token)):
            await postgres_database.write(end_lock_holders)
            async with asyncio.timeout(20):
                await asyncio.Event().wait()

    with pytest.raises(RoleLost, match="sender"):
        await work()
    async with hold(postgres_database, Role.SENDER, hash_of(token)):
        pass


async def end_lock_holders(session: AsyncSession) -> None:
    await session.execute(
        text(
            "SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database d ON d.oid = database"
            " WHERE locktype = 'advisory' AND datname = current_database()"
        )
    )


async def test_hears_of_other_processes(
    postgres_database: Database, token: str, clock: Clock
) -> None:
    """What another process put is heard of with its commit; what was undone is not."""
    heard: list[str] = []
    news = asyncio.Event()

    def hear() -> None:
        heard.append("news")
        news.set()

    async def say(session: AsyncSession, words: str) -> None:
        await put(session, [Message(chat_id=1, payload={"text": words})], now=clock.now())
        if words == "undone":
            raise LookupError

    async with hold(postgres_database, Role.SENDER, hash_of(token), heard=hear):
        for words in ("undone", "done"):
            with suppress(LookupError):
                await postgres_database.write(partial(say, words=words))
        async with asyncio.timeout(20):
            await news.wait()
    assert heard == ["news"]


async def test_error_inside_comes_out(database: Database, token: str) -> None:
    """What goes wrong inside a role comes out as it was."""
    with pytest.raises(ZeroDivisionError):
        async with hold(database, Role.SENDER, hash_of(token)):
            raise ZeroDivisionError


def test_hash_hides_the_token() -> None:
    """What stands in a file's name does not contain the token."""
    assert "secret" not in hash_of("42:secret")
    assert hash_of("42:secret") != hash_of("42:other")
