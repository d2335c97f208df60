"""The application's clock, as the page shows and pushes it."""

import pytest
from aiohttp import ClientSession, web

from bot.playground.clock import Clock
from bot.playground.server import Server
from tests.bot.playground.conftest import KEY, TOKEN, Caller, Hand


async def test_the_clock(session: ClientSession) -> None:
    """The page shows and pushes the application's clock, with the key the two share."""
    asked = []

    async def clock(request: web.Request) -> web.Response:
        asked.append((request.method, request.headers["X-Clock-Key"], await request.text()))
        return web.json_response({"now": "2026-09-01T08:00:00+00:00"})

    app = web.Application()
    app.router.add_route("*", "/clock", clock)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/clock"
    async with Server(token=TOKEN, key=KEY, clock_url=url, clock_key="c") as server:
        hand = Hand(server.url, session)
        shown = await hand.get("clock")
        await hand.post("clock", {"seconds": 3600})
    await runner.cleanup()
    assert shown == {"now": "2026-09-01T08:00:00+00:00"}
    assert asked == [("GET", "c", ""), ("POST", "c", '{"seconds": 3600}')]


async def test_no_clock(hand: Hand) -> None:
    """Without an application there is no time to show."""
    assert await hand.get("clock") == {"now": None}


async def test_an_application_that_is_away(session: ClientSession, unused_tcp_port: int) -> None:
    """While the application restarts the page is told so, and goes on."""
    url = f"http://127.0.0.1:{unused_tcp_port}/clock"
    async with Server(token=TOKEN, key=KEY, clock_url=url, clock_key="c") as server:
        hand = Hand(server.url, session)
        told = await hand.post("clock", {"seconds": 60}, status=502)
        assert (await Caller(server.url, session)("getMe")).status == 200
    assert "does not answer" in told["error"]


@pytest.mark.parametrize("body", [{}, {"seconds": "vakar"}])
async def test_a_push_of_nothing(hand: Hand, body: dict[str, str]) -> None:
    """A push says by how many seconds."""
    await hand.post("clock", body, status=400)


async def test_closing_twice() -> None:
    """A clock that was never asked has nothing to let go of."""
    clock = Clock(None, None)
    await clock.close()
    await clock.close()
