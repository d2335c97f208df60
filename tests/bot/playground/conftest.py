"""A playground on a free port, plain HTTP clients for both of its sides, and a browser."""

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession, FormData
from playwright.async_api import Browser, async_playwright

from bot.playground import deeds
from bot.playground.people import Person
from bot.playground.server import Server

TOKEN = "7700000001:playground-token"
KEY = "a-key-of-this-test"
ONA, JAMES, RASA = 512340001, 512340002, 512340003
BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
CALM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Answered:
    """What came back: HTTP status, headers, JSON body."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def result(self) -> Any:
        """The result of a call that went well."""
        assert self.status == 200, self.body
        return self.body["result"]

    @property
    def words(self) -> str:
        """The description of a call that was refused."""
        return str(self.body["description"])


@dataclass
class Caller:
    """A bot of bare HTTP."""

    url: str
    session: ClientSession
    token: str = TOKEN

    async def __call__(self, method: str, **arguments: Any) -> Answered:
        return await self.post(method, json=arguments)

    async def post(self, method: str, **body: Any) -> Answered:
        address = f"{self.url}/bot{self.token}/{method}"
        async with self.session.post(address, **body) as response:
            return Answered(response.status, await response.json(), dict(response.headers))

    async def upload(self, method: str, files: dict[str, tuple[str, bytes]], **fields: Any) -> Any:
        form = FormData(quote_fields=False)
        for name, value in fields.items():
            form.add_field(name, str(value))
        for name, (file_name, content) in files.items():
            form.add_field(name, content, filename=file_name)
        return await self.post(method, data=form)


@dataclass
class Hand:
    """The page's side of bare HTTP."""

    url: str
    session: ClientSession

    async def get(self, path: str, **query: Any) -> Any:
        headers = {"X-Playground-Key": KEY}
        async with self.session.get(
            f"{self.url}/ui/{path}", params=query, headers=headers
        ) as response:
            return await response.json()

    async def post(self, path: str, body: Any, *, status: int = 200) -> Any:
        headers = {"X-Playground-Key": KEY}
        async with self.session.post(
            f"{self.url}/ui/{path}", json=body, headers=headers
        ) as response:
            assert response.status == status, await response.text()
            return await response.json()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server(token=TOKEN, key=KEY, rate_limit=False) as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as opened:
        yield opened


@pytest.fixture
def call(server: Server, session: ClientSession) -> Caller:
    return Caller(server.url, session)


@pytest.fixture
def hand(server: Server, session: ClientSession) -> Hand:
    return Hand(server.url, session)


@pytest.fixture
def ona(server: Server) -> Person:
    """Ona, who has pressed Start; her /start is confirmed already."""
    person = server.world.people[ONA]
    deeds.write(server.world, person, "/start")
    server.world.updates.forget_all()
    return person


def browser_path() -> str | None:
    """Where a browser is on this machine: named by CHROMIUM_PATH, or in a usual place."""
    named = os.environ.get("CHROMIUM_PATH")
    found = [path for path in (named, *BROWSERS) if path and shutil.which(path)]
    return found[0] if found else shutil.which("chromium") or shutil.which("chrome")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """A headless browser; without one the test is skipped, but never where CI is set."""
    async with async_playwright() as playwright:
        path = browser_path() or playwright.chromium.executable_path
        if not shutil.which(path):
            reason = "no browser on this machine: install chromium or set CHROMIUM_PATH"
            (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
        opened = await playwright.chromium.launch(executable_path=path, args=list(CALM))
        yield opened
        await opened.close()
