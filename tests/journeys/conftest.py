"""The bot as it runs in production, against the playground's Bot API server."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from bot.app import serve
from bot.playground.people import Person as Account
from bot.playground.server import Server
from bot.settings import load
from catalogue.database import Database
from catalogue.programme.tables import Event
from scheduler.clock import Clock, real_now
from tests.factories import VILNIUS, an_event, kept
from tests.journeys.person import Someone

#: One bot token is one process's, so each worker has its own.
TOKEN = f"7700000001:{secrets.token_hex(8)}"
OWNER = 512340003

#: For journeys where neither locks nor SQL are the point: those are tried on both kinds of
#: database beside the rules, and one journey leads through nearly everything on both.
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def daytime() -> Clock:
    """The real time of day moved by whole hours to between 10 and 11 in Vilnius, so that no test
    falls into anybody's quiet hours.
    """
    hours = 10 - real_now().astimezone(VILNIUS).hour
    return Clock(lambda: real_now() + timedelta(hours=hours))


@pytest.fixture
def clock() -> Clock:
    """Daytime; a test may push it further."""
    return daytime()


@pytest.fixture
async def telegram() -> AsyncIterator[Server]:
    """With no limit of rate: a test of the pace asks for one."""
    async with Server(token=TOKEN, key="journeys", rate_limit=False) as server:
        yield server


@asynccontextmanager
async def running(
    server: Server, database: Database, *, clock: Clock | None = None, **settings: Any
) -> AsyncIterator[None]:
    """The bot from its start until it is stopped; its failure fails the test.

    What it does by the clock is woken by what is decided and by a push.
    """
    ready = asyncio.Event()
    given = {
        "bot_token": TOKEN,
        "bot_api_url": server.url,
        "database_url": database.url.render_as_string(hide_password=False),
        "owner_ids": str(OWNER),
        "send_rate": 0,
        "http_port": 0,
    }
    task = asyncio.ensure_future(
        serve(
            load(_env_file=None, **given | settings),
            clock=clock,
            database=database,
            ready=lambda _port: ready.set(),
        )
    )
    waiting = asyncio.ensure_future(ready.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    try:
        if not task.done():
            yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        if not task.cancelled() and (error := task.exception()):
            raise error


@pytest.fixture
async def bot(telegram: Server, database: Database, clock: Clock) -> AsyncIterator[Server]:
    """A running bot on a fresh database of either kind, with nothing in its programme."""
    async with running(telegram, database, clock=clock):
        yield telegram


@pytest.fixture
def ona(telegram: Server) -> Someone:
    """A teacher whose Telegram speaks Lithuanian."""
    return Someone(telegram, telegram.world.people[512340001])


@pytest.fixture
def james(telegram: Server) -> Someone:
    """A teacher whose Telegram speaks English."""
    return Someone(telegram, telegram.world.people[512340002])


@pytest.fixture
def rasa(telegram: Server) -> Someone:
    """The coordinator, an owner in the settings."""
    return Someone(telegram, telegram.world.people[OWNER])


@pytest.fixture
def somebody(telegram: Server) -> Callable[[int], Someone]:
    """More teachers, by number."""

    def make(number: int) -> Someone:
        account = Account(600_000_000 + number, f"Mokytoja{number}", language_code="lt")
        return Someone(telegram, telegram.world.add(account))

    return make


@pytest.fixture
def programme(database: Database, clock: Clock) -> Callable[..., Any]:
    """Puts an event into the programme of the running bot and returns its row id."""

    async def put(**facts: Any) -> int:
        async def work(session: Any) -> int:
            from catalogue.programme.revisions import stamp

            start = clock.now() + timedelta(days=10)
            event: Event = an_event(**{"starts": start} | facts)
            await kept(session, event)
            await stamp(session, event)
            return event.id

        return await database.write(work)

    return put
