"""Who of several processes may poll, send, and watch the clock: one of each for a bot token."""

import asyncio
import enum
import hashlib
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import structlog
from filelock import FileLock, Timeout

from catalogue.database import Database
from scheduler.outbox import CHANNEL

log = structlog.get_logger(__name__)

#: Seconds between two tries of a process that waits, and between two looks at one's own lock.
TRY_EVERY = 1.0
LOOK_EVERY = 5.0
_LOST = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)


class Role(enum.StrEnum):
    POLLER = "poller"
    SENDER = "sender"
    CLOCK = "clock"


class AlreadyRunning(Exception):  # noqa: N818 -- it says what is the matter
    """Another process has the same thing open; `what` is "database" or "token"."""

    def __init__(self, what: str, path: Path) -> None:
        self.what = what
        self.path = path
        super().__init__(f"Kvieslys is already running with this {what} ({path}).")


class RoleLost(Exception):  # noqa: N818 -- it says what happened
    """The connection that held the role ended: another process may have it by now."""

    def __init__(self, role: Role) -> None:
        self.role = role
        super().__init__(f"The role {role} was lost with its database connection.")


def hash_of(token: str) -> str:
    """What stands for the token where others can read it."""
    return hashlib.blake2b(token.encode(), digest_size=16).hexdigest()


@asynccontextmanager
async def hold(
    database: Database,
    role: Role,
    token_hash: str,
    *,
    heard: Callable[[], None] = lambda: None,
) -> AsyncIterator[None]:
    """Inside, the role is ours.

    On PostgreSQL it waits until the role is free, and cancels what is inside with RoleLost when the
    connection that holds it ends; `heard` is called after each commit of whatever process that put
    something into the outbox. SQLite is for one process: raises AlreadyRunning.
    """
    if database.is_sqlite:
        with _only_process(database, token_hash):
            yield
        return
    connection = await _elected(database, role, token_hash)
    try:
        await _listen(connection, role, heard)
        async with asyncio.TaskGroup() as group:
            watch = group.create_task(_watch(connection, role))
            yield
            watch.cancel()
    except BaseExceptionGroup as errors:
        raise _single(errors) from None
    finally:
        connection.terminate()


def _single(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    """What was raised inside comes out as it was; the watch's own error only if it stands alone."""
    inner = errors.exceptions
    return inner[0] if len(inner) == 1 else errors


def _only_process(database: Database, token_hash: str) -> "_Locks":
    paths = {"token": Path(tempfile.gettempdir()) / f"kvieslys-{token_hash}.lock"}
    if database.url.database and database.url.database != ":memory:":
        file = Path(database.url.database).resolve()
        paths["database"] = file.with_name(f"{file.name}.lock")
    return _Locks(paths)


class _Locks:
    """The locks of this process; several roles in one process share them."""

    def __init__(self, paths: dict[str, Path]) -> None:
        self._paths = paths
        self._held: list[FileLock] = []

    def __enter__(self) -> None:
        for what, path in self._paths.items():
            lock = FileLock(path, mode=0o666, is_singleton=True, thread_local=False)
            try:
                lock.acquire(blocking=False)
            except Timeout:
                self.__exit__()
                raise AlreadyRunning(what, path) from None
            self._held.append(lock)

    def __exit__(self, *_error: object) -> None:
        while self._held:
            self._held.pop().release()


async def _elected(database: Database, role: Role, token_hash: str) -> asyncpg.Connection:
    """A connection of its own, alive as long as the role; trying again keeps no snapshot open."""
    key = _key(role, token_hash)
    is_waiting = False
    while True:
        connection = await _connect(database)
        try:
            if await connection.fetchval("SELECT pg_try_advisory_lock($1)", key):
                log.info("role_taken", role=role)
                return connection
        except BaseException:
            connection.terminate()
            raise
        await connection.close()
        if not is_waiting:
            log.info("role_waited_for", role=role)
            is_waiting = True
        await asyncio.sleep(TRY_EVERY)


async def _connect(database: Database) -> asyncpg.Connection:
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return await asyncpg.connect(url, timeout=10, server_settings={"application_name": "kvieslys"})


async def _listen(connection: asyncpg.Connection, role: Role, heard: Callable[[], None]) -> None:
    try:
        await connection.add_listener(CHANNEL, lambda *_news: heard())
    except _LOST as error:
        raise RoleLost(role) from error


async def _watch(connection: asyncpg.Connection, role: Role) -> None:
    """Raises RoleLost at once when the server ends it, soon when the network does."""
    ended = asyncio.Event()
    connection.add_termination_listener(lambda _connection: ended.set())
    while not connection.is_closed():
        try:
            async with asyncio.timeout(LOOK_EVERY):
                await ended.wait()
        except TimeoutError:
            if not await _is_alive(connection):
                break
    raise RoleLost(role)


async def _is_alive(connection: asyncpg.Connection) -> bool:
    try:
        await connection.fetchval("SELECT 1", timeout=LOOK_EVERY)
    except _LOST:
        return False
    return True


def _key(role: Role, token_hash: str) -> int:
    digest = hashlib.blake2b(f"kvieslys {role} {token_hash}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
