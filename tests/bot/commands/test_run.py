"""The bot as a process: it starts, stops cleanly, and refuses what cannot be."""

import asyncio
import os
import re
import signal
import socket
import sys
from pathlib import Path

import pytest

from bot.playground.server import Server


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


async def test_it_starts_stops_cleanly_and_is_alone(tmp_path: Path) -> None:
    """SIGTERM ends it without a traceback; meanwhile a second bot on its file, which would tear it,
    says so in one sentence.
    """
    async with (
        Server(token=f"1:a{tmp_path.name}", key="k") as one,
        Server(token=f"2:b{tmp_path.name}", key="k") as other,
    ):
        file = f"sqlite+aiosqlite:///{tmp_path}/x.db"
        processes = []
        for telegram in (one, other):
            given = {"BOT_TOKEN": telegram.token, "BOT_API_URL": telegram.url, "HTTP_PORT": "0"}
            processes.append(await start("run", cwd=tmp_path, DATABASE_URL=file, **given))
            if telegram is one:
                await line(processes[0], "listens to Telegram")
        _, errors = await processes[1].communicate()
        assert processes[1].returncode == 1
        assert re.fullmatch(r"Kvieslys is already running with this database \(.*\)\.\n",
                            errors.decode())  # fmt: skip
        processes[0].send_signal(signal.SIGTERM)
        said, errors = await processes[0].communicate()
    assert (processes[0].returncode, errors.decode()) == (0, "")
    assert "has stopped" in said.decode()


async def test_a_wrong_token_is_one_sentence(tmp_path: Path) -> None:
    """Telegram's refusal is told with what to do."""
    async with Server(token="1:right", key="k") as telegram:
        process = await start(
            "run", cwd=tmp_path, BOT_TOKEN="2:wrong", BOT_API_URL=telegram.url, HTTP_PORT="0",
            DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path}/x.db",
        )  # fmt: skip
        _, errors = await process.communicate()
    assert process.returncode == 1
    assert errors.decode() == ("Telegram refused BOT_TOKEN: take the right one from @BotFather.\n")


@pytest.mark.parametrize("roles", ["", "turns,dance"])
async def test_unknown_roles_are_refused(tmp_path: Path, roles: str) -> None:
    """What a process does is one of three things."""
    process = await start("run", "--roles", roles, cwd=tmp_path, BOT_TOKEN="1:abc")
    _, errors = await process.communicate()
    assert (process.returncode, errors.decode()) == (
        2,
        "--roles is not right: it must be some of turns,sender,clock.\n",
    )


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


async def test_the_playground_refuses_a_real_token(tmp_path: Path) -> None:
    """Invented events never meet real people."""
    process = await start("playground", cwd=tmp_path, BOT_TOKEN="1:real")
    _, errors = await process.communicate()
    assert process.returncode == 2
    assert errors.decode().startswith("BOT_TOKEN is set")
