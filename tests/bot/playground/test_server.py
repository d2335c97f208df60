"""Who gets in: this machine only, the right token, the right key."""

import pytest
from aiohttp import ClientSession

from bot.playground.server import Server
from tests.bot.playground.conftest import KEY, TOKEN


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "localhost", ""])  # noqa: S104
def test_other_hosts(host: str) -> None:
    """The playground listens on 127.0.0.1 or not at all."""
    with pytest.raises(ValueError, match=r"127\.0\.0\.1 only"):
        Server(token=TOKEN, key=KEY, host=host)


@pytest.mark.parametrize("path", ["/", "/ui/people", "/ui/events", "/?key=wrong", "/ui/clock"])
async def test_without_the_key(server: Server, session: ClientSession, path: str) -> None:
    """Neither the page nor its side opens without the key."""
    async with session.get(f"{server.url}{path}") as response:
        assert response.status == 403


async def test_the_page_is_shielded(server: Server, session: ClientSession) -> None:
    """The page runs its own scripts only and is framed by nobody."""
    async with session.get(server.page) as response:
        policy = response.headers["Content-Security-Policy"]
        text = await response.text()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http://" not in text
    assert "https://" not in text


@pytest.mark.parametrize("path", ["/page/secret.txt", "/page/..%2fserver.py", "/page/x.js"])
async def test_no_other_files(server: Server, session: ClientSession, path: str) -> None:
    """Only the page's own files are given out."""
    async with session.get(f"{server.url}{path}") as response:
        assert response.status == 404
