"""The bot's own small web server."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from aiohttp import ClientSession

from bot import http
from scheduler.clock import Clock
from tests.factories import NOW


@pytest.fixture
async def address() -> AsyncIterator[str]:
    async with AsyncExitStack() as stack:
        app = http.application(clock=Clock(lambda: NOW), clock_key="raktas")
        port = await http.listen(app, host="127.0.0.1", port=0, stack=stack)
        yield f"http://127.0.0.1:{port}"


async def test_it_says_that_it_lives(address: str) -> None:
    """For whatever watches over the machine."""
    async with ClientSession() as client, client.get(f"{address}/healthz") as answer:
        assert (answer.status, await answer.json()) == (200, {"alive": True})


async def test_the_clock_goes_forward_only_with_the_key(address: str) -> None:
    """One hour on for the playground, nothing for anybody else, never back."""
    key = {"X-Clock-Key": "raktas"}
    async with ClientSession() as client:
        async with client.post(f"{address}/clock", json={"seconds": 3600}) as answer:
            assert answer.status == 403
        async with client.post(f"{address}/clock", json={"seconds": 3600}, headers=key) as answer:
            assert (await answer.json())["now"] == "2026-11-22T09:00:00+00:00"
        for wrong in ({"seconds": -5}, {"seconds": "x"}, {}, {"seconds": 10**12}):
            async with client.post(f"{address}/clock", json=wrong, headers=key) as answer:
                assert answer.status == 400
        async with client.get(f"{address}/clock", headers=key) as answer:
            assert (await answer.json())["now"] == "2026-11-22T09:00:00+00:00"


async def test_without_a_key_of_its_own_there_is_no_clock_to_push() -> None:
    """In production nobody moves the time, not even with an empty key."""
    async with AsyncExitStack() as stack:
        app = http.application(clock=Clock(), clock_key=None)
        port = await http.listen(app, host="127.0.0.1", port=0, stack=stack)
        url = f"http://127.0.0.1:{port}/clock"
        async with ClientSession() as client, client.get(url, headers={"X-Clock-Key": ""}) as got:
            assert got.status == 403
