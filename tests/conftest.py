"""What every test may ask for."""

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from operator import itemgetter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from scheduler.clock import Clock
from tests.databases import ALONE, Files, Postgres, postgres_server

JOURNEYS = "tests/journeys/"
WITH_A_BOT = (JOURNEYS, "tests/bot/")

# How long an example takes says more of the machine than of the code. As many examples are the same
# at each run of CI, and others at each run elsewhere.
settings.register_profile("house", deadline=None, max_examples=25)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys wait more than they work: each has tests beside it that work, and none is last."""
    waiting = [item for item in items if item.nodeid.startswith(JOURNEYS)]
    working = [item for item in items if not item.nodeid.startswith(JOURNEYS)]
    turns = [(0.9 * at / len(waiting), item) for at, item in enumerate(waiting)]
    turns += [(at / len(working), item) for at, item in enumerate(working)]
    items[:] = [item for _, item in sorted(turns, key=itemgetter(0))]


def pytest_collection_finish() -> None:
    """What is imported and collected stays to the end: no collector need look through it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return Files(tmp_path_factory.mktemp("databases"))


@pytest.fixture(scope="session")
def postgres(worker_id: str, testrun_uid: str) -> Iterator[Postgres]:
    """One server for all workers; it starts when the first test needs it."""
    run = ALONE if worker_id == "master" else f"{os.getppid()}-{testrun_uid[:8]}"
    with postgres_server(run) as url:
        postgres = Postgres(url, run)
        yield postgres
        asyncio.run(postgres.drop())


@pytest.fixture
async def sqlite_database(
    request: pytest.FixtureRequest, sqlite_files: Files
) -> AsyncIterator[Database]:
    """With threads, as the bot has it, where a whole bot is tried; else in place."""
    alone = not request.node.nodeid.startswith(WITH_A_BOT)
    async with sqlite_files.lent(alone=alone) as database:
        yield database


@pytest.fixture
async def postgres_database(postgres: Postgres) -> AsyncIterator[Database]:
    async with postgres.lent() as database:
        yield database


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """A fresh database with every table; the test runs on both kinds."""
    kind = "sqlite_database" if request.param == "sqlite" else "postgres_database"
    database: Database = request.getfixturevalue(kind)
    return database


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """One for a whole story; what it did is kept in the end."""
    async with AsyncSession(database.engine, expire_on_commit=False) as session, session.begin():
        yield session


@pytest.fixture
def now() -> datetime:
    """A Sunday morning in November."""
    return datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Europe/Vilnius"))


@pytest.fixture
def clock(now: datetime) -> Clock:
    """Stands at `now` until it is pushed."""
    return Clock(lambda: now)
