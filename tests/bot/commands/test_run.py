"""The bot as a process: it starts, stops cleanly, and refuses what cannot be."""

import argparse
import asyncio
import os
import re
import signal
import socket
import sys
from pathlib import Path

import pytest

from bot.commands.run import run
from bot.playground.server import Server
from bot.process import ROLES
from bot.settings import load
from tests.bot.commands.shell import Shell
from tests.processes import some_token


async def start(*arguments: str, cwd: Path, **settings: str) -> asyncio.subprocess.Process:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.cli",
        *arguments,
        cwd=cwd,
        env={**plain, "PYTHONPATH": str(Path(__file__).parents[3]), **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def line(process: asyncio.subprocess.Process, containing: str) -> str:
    """The first line of its output with these words."""
    assert process.stdout is not None
    while said := (await process.stdout.readline()).decode():
        if containing in said:
            return said
    raise AssertionError(f"it ended without saying “{containing}”")


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


async def here(telegram: Server, *, token: str, database_url: str) -> int:
    """The exit code of `kvieslys run` in this process, which has loaded it already."""
    given = {"bot_token": token, "bot_api_url": telegram.url, "http_port": 0}
    settings = load(_env_file=None, database_url=database_url, **given)
    return await run(argparse.Namespace(roles=",".join(ROLES)), settings)


async def test_it_starts_stops_cleanly_and_is_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """SIGTERM ends it without a traceback; meanwhile a second bot on its file, which would tear it,
    says so in one sentence.
    """
    file = f"sqlite+aiosqlite:///{tmp_path}/x.db"
    async with (
        Server(token=some_token(), key="k") as one,
        Server(token=some_token(), key="k") as other,
    ):
        process = await start(
            "run", cwd=tmp_path, BOT_TOKEN=one.token, BOT_API_URL=one.url, HTTP_PORT="0",
            DATABASE_URL=file,
        )  # fmt: skip
        await line(process, "listens to Telegram")
        assert await here(other, token=other.token, database_url=file) == 1
        refusal = r"Kvieslys is already running with this database \(.*\)\.\n"
        assert re.fullmatch(refusal, capsys.readouterr().err)
        process.send_signal(signal.SIGTERM)
        said, errors = await process.communicate()
    assert (process.returncode, errors.decode()) == (0, "")
    assert "has stopped" in said.decode()


async def test_a_wrong_token_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Telegram's refusal is told with what to do."""
    async with Server(token=some_token(), key="k") as telegram:
        file = f"sqlite+aiosqlite:///{tmp_path}/x.db"
        assert await here(telegram, token=some_token(), database_url=file) == 1
    assert capsys.readouterr().err == (
        "Telegram refused BOT_TOKEN: take the right one from @BotFather.\n"
    )


@pytest.mark.parametrize("roles", ["", "turns,dance"])
def test_unknown_roles_are_refused(shell: Shell, roles: str) -> None:
    """What a process does is one of three things."""
    assert shell.run("run", "--roles", roles) == (2, "")
    assert shell.errors == "--roles is not right: it must be some of turns,sender,clock.\n"


async def test_without_a_token_the_playground_opens(tmp_path: Path) -> None:
    """`kvieslys run` and nothing else prints an address that answers, on loopback only."""
    from aiohttp import ClientSession

    process = await start("run", cwd=tmp_path, PLAYGROUND_PORT=free_port())
    address = re.search(r"http://\S+", await line(process, "is open"))
    assert address is not None
    assert address[0].startswith("http://127.0.0.1:")
    async with ClientSession() as client, client.get(address[0]) as answer:
        assert answer.status == 200
    process.send_signal(signal.SIGTERM)
    _, errors = await process.communicate()
    assert (process.returncode, errors.decode()) == (0, "")


def test_the_playground_refuses_a_real_token(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Invented events never meet real people."""
    monkeypatch.setenv("BOT_TOKEN", "1:real")
    assert shell.run("playground") == (2, "")
    assert shell.errors.startswith("BOT_TOKEN is set")
