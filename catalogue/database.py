"""The one way to the database: SQLite in a file, or PostgreSQL when a centre grows."""

import asyncio
import enum
import sqlite3
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import JSON, BigInteger, DateTime, Enum, Integer, MetaData, Table, event
from sqlalchemy.dialects import registry
from sqlalchemy.engine import Connection, Dialect, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.dialects.sqlite import Insert

T = TypeVar("T")

#: SQLite numbers rows by itself only in a column of exactly this type.
RowId = BigInteger().with_variant(Integer, "sqlite")

registry.register("sqlite.in_place", "catalogue.in_place", "SQLiteInPlace")

_WAKES = "wakes_clock"


class Instant(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. A naive one raises ValueError: it would be off by hours."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"A moment without a time zone cannot be kept: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None or value.utcoffset() is not None:
            return value
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """What every table of the house has in common."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 -- SQLAlchemy's own declaration
        datetime: Instant,
        # By its value, in a column of letters: another member needs no migration.
        enum.StrEnum: Enum(
            enum.StrEnum,
            native_enum=False,
            length=16,
            values_callable=lambda kind: [one.value for one in kind],
        ),
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[int]: JSON,
    }


class Database:
    """Transactions on one database, each in a task of its own that a cancelled caller cannot tear.

    A task cancelled inside an SQLite transaction can leave the file locked until the process
    ends; so the work goes on to its end, and `close` waits for it.

    Where nothing else goes on in the process, SQLite is called in place (`alone`), which is quicker
    and holds up everything else.
    """

    def __init__(self, url: str, *, alone: bool = False) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if alone and self.is_sqlite:
            self.url = self.url.set(drivername="sqlite+in_place")
        self._running: set[asyncio.Future[Any]] = set()
        if self.is_sqlite:
            # One writer at a time waits its turn here, in order, and not in the file's lock.
            self._writer = _sqlite(self.url, pool_size=1, begin="BEGIN IMMEDIATE")
            self._reader = _sqlite(self.url, pool_size=4, begin="BEGIN")
        else:
            self._writer = create_async_engine(
                self.url, pool_size=10, pool_pre_ping=True, hide_parameters=True
            )
            self._reader = self._writer.execution_options(isolation_level="REPEATABLE READ")

    @property
    def engine(self) -> AsyncEngine:
        return self._writer

    async def write(self, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """Commits what `work` did, or nothing of it where it raises."""
        return await self._transaction(self._writer, work)

    async def read(self, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """One consistent look; it neither waits for writers nor holds them up."""
        return await self._transaction(self._reader, work)

    async def close(self) -> None:
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)
        await self._writer.dispose()
        await self._reader.dispose()

    async def _transaction(
        self, engine: AsyncEngine, work: Callable[[AsyncSession], Awaitable[T]]
    ) -> T:
        task = asyncio.ensure_future(_whole(engine, work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)


async def _whole(engine: AsyncEngine, work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
        return await work(session)


def is_passing(error: BaseException) -> bool:
    """Whether the database was locked, away or busy, so that the same work may succeed later."""
    if isinstance(error, OperationalError) and _is_mistake(error.orig):
        return False
    if isinstance(error, OperationalError | InterfaceError | PoolTimeout | OSError):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    # asyncpg's own errors come bare while connecting, wrapped in SQLAlchemy's later.
    inner = getattr(getattr(error, "orig", None), "__cause__", None)
    states = (getattr(one, "sqlstate", None) or "" for one in (error, inner))
    return any(state.startswith(_PASSING_STATES) for state in states)


#: Of SQLSTATE: connection lost, rolled back for others' sake, out of resources, a lock not to be
#: had, the server going down or coming up.
_PASSING_STATES = ("08", "40", "53", "55P03", "57P")


def _is_mistake(error: object) -> bool:
    """SQLite says of an unknown table or column what it says of a locked file, but for the code."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR


def _sqlite(url: Any, *, pool_size: int, begin: str) -> AsyncEngine:
    engine = create_async_engine(
        url, pool_size=pool_size, max_overflow=0, pool_timeout=60, hide_parameters=True
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver shall not begin transactions by itself
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000",
                       "foreign_keys=ON", "secure_delete=ON"):  # fmt: skip
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def insert_into(session: AsyncSession, table: type[Base] | Table) -> "Insert":
    """One that can say what to do where the row is there already: both databases word it alike.

    Only the dialect in use is loaded: the start of a command that answers is felt.
    """
    dialect = import_module(f"sqlalchemy.dialects.{session.get_bind().dialect.name}")
    statement: Insert = dialect.insert(table)
    return statement


def wake_clock(session: AsyncSession) -> None:
    """Something was decided in this transaction that the clock need not be late with."""
    session.info[_WAKES] = True


def wakes_clock(session: AsyncSession) -> bool:
    """Whether anything was."""
    return _WAKES in session.info
