"""The whole bot: one poller, one sender and one clock of each, and another takes over."""

import asyncio
from typing import Any

from bot.playground.server import Server
from catalogue.database import Database
from tests.journeys.conftest import TOKEN, running
from tests.journeys.person import Someone


async def test_another_process_takes_over(postgres_database: Database) -> None:
    """Of two bots on one PostgreSQL one works; when it ends, the other goes on."""
    async with Server(token=TOKEN, key="k", rate_limit=False) as telegram:
        ona = Someone(telegram, telegram.world.people[512340001])
        async with running(telegram, postgres_database):
            ona.say("/start")
            await ona.see("Kvieslys")
            url = postgres_database.url.render_as_string(hide_password=False)
            second = running(telegram, Database(url))
            await second.__aenter__()
            ona.say("/pagalba")
            await ona.see("Ką moku")
            assert sum("Ką moku" in one["text"] for one in ona.chat) == 1
        ona.say("/kalba")
        await ona.see("Kuria kalba")
        await second.__aexit__(None, None, None)


async def test_a_taken_port_does_not_keep_people_waiting(
    sqlite_database: Database, capsys: Any
) -> None:
    """Polling needs no port: without its health page the bot serves all the same."""
    taken = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    async with (
        Server(token=TOKEN, key="k", rate_limit=False) as telegram,
        running(telegram, sqlite_database, http_port=port),
    ):
        ona = Someone(telegram, telegram.world.people[512340001])
        ona.say("/start")
        await ona.see("Kvieslys")
    taken.close()
    await taken.wait_closed()
    assert "http_port_taken" in capsys.readouterr().out


async def test_a_restarted_database_ends_nobody(postgres_database: Database) -> None:
    """Every connection is cut, as when PostgreSQL restarts: the bot stands for its roles again."""
    async with (
        Server(token=TOKEN, key="k", rate_limit=False) as telegram,
        running(telegram, postgres_database),
    ):
        ona = Someone(telegram, telegram.world.people[512340001])
        ona.say("/start")
        await ona.see("Kvieslys")
        for _ in range(2):
            await cut_every_connection(postgres_database)
            ona.say("/pagalba")
            await ona.see("Ką moku")


async def cut_every_connection(database: Database) -> None:
    """Of this database, from a connection to another one."""
    import asyncpg

    name = database.url.database
    url = database.url.set(drivername="postgresql", database="postgres")
    connection = await asyncpg.connect(url.render_as_string(hide_password=False))
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name
    )
    await connection.close()


async def test_whoever_opens_a_database_closes_it(sqlite_database: Database) -> None:
    """The caller goes on with the connections that it has."""
    pool = sqlite_database.engine.pool
    async with Server(token=TOKEN, key="k") as telegram:
        async with running(telegram, sqlite_database):
            pass
        assert sqlite_database.engine.pool is pool
