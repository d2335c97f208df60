"""Telegram brings the updates itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.app import serve
from bot.http import PortTaken
from bot.playground.server import Server
from bot.settings import load
from bot.webhook import SECRET_HEADER
from catalogue.database import Database
from scheduler.clock import Clock
from tests.journeys.conftest import TOKEN
from tests.journeys.person import Someone

SECRET = "paslaptis"


@asynccontextmanager
async def hooked(telegram: Server, database: Database, **settings: Any) -> AsyncIterator[str]:
    """A running bot; where it wants its updates."""
    ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    given = {
        "bot_token": TOKEN,
        "bot_api_url": telegram.url,
        "database_url": database.url.render_as_string(hide_password=False),
        "webhook_url": "https://bot.example.lt/telegram",
        "webhook_secret": SECRET,
        "send_rate": 0,
        "http_port": 0,
    }
    bot = asyncio.ensure_future(
        serve(load(_env_file=None, **given | settings), clock=Clock(), ready=ready.set_result)
    )
    bot.add_done_callback(lambda _bot: None if ready.done() else ready.set_result(0))
    try:
        await ready
        if bot.done():
            bot.result()
        yield f"http://127.0.0.1:{ready.result()}/telegram"
    finally:
        bot.cancel()
        await asyncio.gather(bot, return_exceptions=True)


async def test_an_update_brought_twice_is_answered_once(database: Database) -> None:
    """With the secret an update has its turn; a stranger without it is turned away."""
    async with (
        Server(token=TOKEN, key="k", rate_limit=False) as telegram,
        hooked(telegram, database) as address,
        ClientSession() as client,
    ):
        ona = Someone(telegram, telegram.world.people[512340001])
        ona.say("/pagalba")
        update = telegram.world.updates.waiting[-1].update
        for secret, status in (("", 403), ("kita", 403), (SECRET, 200), (SECRET, 200)):
            headers = {SECRET_HEADER: secret}
            async with client.post(address, json=update, headers=headers) as answer:
                assert answer.status == status
        await ona.see("Ką moku")
        assert telegram.world.webhook_url == "https://bot.example.lt/telegram"
        assert sum("Ką moku" in one["text"] for one in ona.chat) == 1
        assert not any(call["method"] == "getUpdates" for call in telegram.world.calls)


@pytest.mark.parametrize(
    ("body", "status"),
    [("{", 400), ("[]", 400), ('{"message": {}}', 400), ('{"update_id": 7, "message": 5}', 200)],
)
async def test_what_nobody_can_read_does_not_come_again(
    sqlite_database: Database, body: str, status: int
) -> None:
    """No update at all is refused, one that is broken is passed over; the bot goes on."""
    async with (
        Server(token=TOKEN, key="k", rate_limit=False) as telegram,
        hooked(telegram, sqlite_database) as address,
        ClientSession() as client,
    ):
        headers = {SECRET_HEADER: SECRET}
        async with client.post(address, data=body, headers=headers) as answer:
            assert answer.status == status


async def test_a_taken_port_stops_the_start(sqlite_database: Database) -> None:
    """Nothing would reach the bot, so it says so instead of waiting for ever."""
    taken = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    async with Server(token=TOKEN, key="k", rate_limit=False) as telegram:
        with pytest.raises(PortTaken, match="HTTP_PORT"):
            async with hooked(telegram, sqlite_database, http_port=port):
                pass
    taken.close()
    await taken.wait_closed()


async def test_back_to_polling(sqlite_database: Database) -> None:
    """A webhook of former days is taken back when the setting is emptied."""
    from tests.journeys.conftest import running

    async with Server(token=TOKEN, key="k", rate_limit=False) as telegram:
        telegram.world.webhook_url = "https://bot.example.lt/telegram"
        async with running(telegram, sqlite_database):
            ona = Someone(telegram, telegram.world.people[512340001])
            ona.say("/pagalba")
            await ona.see("Ką moku")
        assert telegram.world.webhook_url == ""
