"""The first words with Telegram at a start."""

import asyncio

import pytest

from bot.playground.server import Server
from scheduler.mouth import Mouth
from scheduler.pace import Pace
from scheduler.sender import TokenRefused, introduce


async def test_it_waits_for_a_network_that_comes_later() -> None:
    """After a power cut the PC may be up before the router is."""
    server = Server(token="1:abc", key="k")
    await server.start()
    await server.stop()
    mouth = Mouth("1:abc", pace=Pace(0), api_url=server.url)
    waiting = asyncio.ensure_future(introduce(mouth))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await server.start()
    await waiting
    assert mouth.username == "kvieslys_playground_bot"
    await mouth.shutdown()
    await server.stop()


async def test_a_wrong_token_is_not_waited_for() -> None:
    """Only a person can mend it."""
    async with Server(token="1:abc", key="k") as server:
        mouth = Mouth("2:wrong", pace=Pace(0), api_url=server.url)
        with pytest.raises(TokenRefused):
            await introduce(mouth)
        await mouth.shutdown()
