"""The bot's own small web server: whether it lives, and the playground's hand on the clock."""

import hmac
from contextlib import AsyncExitStack
from datetime import timedelta

from aiohttp import web

from scheduler.clock import Clock

LONGEST_PUSH = timedelta(days=400)


class PortTaken(Exception):  # noqa: N818 -- it says what is the matter
    """With a webhook nothing would reach us."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} is taken: choose another one with HTTP_PORT.")


def application(*, clock: Clock, clock_key: str | None) -> web.Application:
    """`/clock` is there only with a key, so only where a playground was started."""
    routes = web.RouteTableDef()

    @routes.get("/healthz")
    async def alive(_request: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    def with_key(request: web.Request) -> None:
        given = request.headers.get("X-Clock-Key", "")
        if clock_key is None or not hmac.compare_digest(given.encode(), clock_key.encode()):
            raise web.HTTPForbidden

    @routes.get("/clock")
    async def time_now(request: web.Request) -> web.Response:
        with_key(request)
        return web.json_response({"now": clock.now().isoformat()})

    @routes.post("/clock")
    async def push(request: web.Request) -> web.Response:
        with_key(request)
        try:
            step = timedelta(seconds=float((await request.json())["seconds"]))
            if step > LONGEST_PUSH:
                raise ValueError("too far")
            clock.push(step)
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            raise web.HTTPBadRequest(text="seconds: a number from 0 to 400 days") from error
        return web.json_response({"now": clock.now().isoformat()})

    app = web.Application()
    app.add_routes(routes)
    return app


async def listen(app: web.Application, *, host: str, port: int, stack: AsyncExitStack) -> int:
    """The port it listens on, until the stack is left. Raises OSError where that port is taken."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, host, port).start()
    found: int = runner.addresses[0][1]
    return found
