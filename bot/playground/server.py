"""The assembly: one aiohttp application, and a server that listens on this machine only."""

from collections.abc import Iterable
from pathlib import Path
from typing import Self

from aiohttp import web

from bot.playground.api import BODY_BYTES, BotApi
from bot.playground.clock import Clock
from bot.playground.feed import Feed
from bot.playground.pace import Limits, Pace
from bot.playground.people import Person, first_people
from bot.playground.ui import Ui, keeper
from bot.playground.world import World

LOOPBACK = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}
SHIELD = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def create(
    world: World,
    *,
    token: str,
    key: str,
    clock_url: str | None = None,
    clock_key: str | None = None,
) -> web.Application:
    """The whole playground as one application around a world."""
    app = web.Application(client_max_size=BODY_BYTES, middlewares=[keeper(key)])
    clock = Clock(clock_url, clock_key)
    app.add_routes([*BotApi(world, token).routes(), *Ui(world).routes(), *clock.routes()])
    app.add_routes([web.get("/", _page), web.get("/page/{name:[a-z]+\\.[a-z]+}", _page)])
    app.on_response_prepare.append(_shield)

    async def end_waits(_app: web.Application) -> None:
        world.updates.close()
        world.feed.close()

    async def let_go(_app: web.Application) -> None:
        await clock.close()

    app.on_shutdown.append(end_waits)
    app.on_cleanup.append(let_go)
    return app


async def _page(request: web.Request) -> web.Response:
    path = PAGE / request.match_info.get("name", "index.html")
    if path.suffix not in TYPES or not path.is_file():
        raise web.HTTPNotFound
    return web.Response(body=path.read_bytes(), content_type=TYPES[path.suffix], charset="utf-8")


async def _shield(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in SHIELD.items():
        response.headers.setdefault(name, value)


class Server:
    """The playground on a port of this machine; `url` is known once it has started."""

    def __init__(
        self,
        *,
        token: str,
        key: str,
        host: str = LOOPBACK,
        port: int = 0,
        clock_url: str | None = None,
        clock_key: str | None = None,
        rate_limit: bool | Limits = True,
        people: Iterable[Person] | None = None,
    ) -> None:
        if host != LOOPBACK:
            raise ValueError(f"the playground listens on {LOOPBACK} only, not on {host}")
        if not token or not key:
            raise ValueError("the playground needs a token and a key of its own")
        limits = rate_limit if isinstance(rate_limit, Limits) else Limits() if rate_limit else None
        self.world = World(feed=Feed(), pace=Pace(limits))
        for person in first_people() if people is None else people:
            self.world.add(person)
        self.token = token
        self.key = key
        self.host = host
        self.port = port
        self.clock_url = clock_url
        self.clock_key = clock_key
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """The base of the Bot API and of `/ui/`, without a slash at its end."""
        return f"http://{self.host}:{self.port}"

    @property
    def page(self) -> str:
        """What to open in a browser: it carries the key."""
        return f"{self.url}/?key={self.key}"

    async def start(self) -> None:
        """Listen; port 0 takes any free one."""
        app = create(
            self.world,
            token=self.token,
            key=self.key,
            clock_url=self.clock_url,
            clock_key=self.clock_key,
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self.host, self.port).start()
        except OSError:
            await self.stop()
            raise
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """End every wait and close the port."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self.stop()
