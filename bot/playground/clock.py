"""The application's business clock, as the page shows and pushes it."""

from dataclasses import dataclass, field

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from bot.playground.refusal import Refused
from bot.playground.ui import reply


@dataclass(slots=True)
class Clock:
    """Forwards to the application; without an address there is no clock to show."""

    url: str | None
    key: str | None
    session: ClientSession | None = field(default=None)

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.get("/ui/clock", self.show), web.post("/ui/clock", self.push)]

    async def show(self, _request: web.Request) -> web.Response:
        return await self._ask("GET", None)

    async def push(self, request: web.Request) -> web.Response:
        """Move it forward by seconds."""
        given = await request.json()
        return await self._ask("POST", {"seconds": int(given["seconds"])})

    async def _ask(self, method: str, body: dict[str, int] | None) -> web.Response:
        if self.url is None:
            return reply({"now": None})
        if self.session is None:
            self.session = ClientSession(timeout=ClientTimeout(total=5))
        headers = {"X-Clock-Key": self.key or ""}
        try:
            async with self.session.request(
                method, self.url, json=body, headers=headers
            ) as response:
                return reply(await response.json(), response.status)
        except (ClientError, TimeoutError) as error:
            raise Refused(502, f"the application's clock does not answer: {error}") from error

    async def close(self) -> None:
        """Let go of the connection."""
        if self.session is not None:
            await self.session.close()
            self.session = None
