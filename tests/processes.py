"""The bot in processes of its own, as a centre runs it, to be killed."""

import asyncio
import os
import re
import secrets
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.playground.people import BOT_ID

#: Seconds; aiogram alone takes several to import on a busy machine.
START = 100.0


def some_token() -> str:
    """One bot token is one process's."""
    return f"{BOT_ID}:{secrets.token_hex(8)}"


@dataclass(frozen=True, slots=True)
class Bot:
    """A started `kvieslys run`; what it says goes into a file."""

    process: asyncio.subprocess.Process
    log: Path

    async def says(self, words: str) -> None:
        """Returns as soon as it does. Raises TimeoutError, and AssertionError where it ended."""
        async with asyncio.timeout(START):
            while not re.search(words, self.log.read_text()):
                assert self.process.returncode is None, self.log.read_text()
                await asyncio.sleep(0.02)

    async def has(self, role: str) -> None:
        await self.says(rf"role_taken.*{role}")

    def has_now(self, role: str) -> bool:
        return re.search(rf"role_taken.*{role}", self.log.read_text()) is not None

    async def is_ready(self) -> None:
        await self.says("listens to Telegram")

    async def kill(self) -> None:
        await self.end(signal.SIGKILL)

    async def end(self, number: signal.Signals = signal.SIGTERM) -> None:
        if self.process.returncode is None:
            self.process.send_signal(number)
        await self.process.wait()


class Bots:
    """Starts bots of one token on one database, and ends those that are left."""

    def __init__(self, folder: Path, *, token: str, api_url: str, database_url: str) -> None:
        self._folder = folder
        self._settings = {
            "BOT_TOKEN": token,
            "BOT_API_URL": api_url,
            "DATABASE_URL": database_url,
            "HTTP_PORT": "0",
            "TICK_SECONDS": "0.5",
        }
        self.all: list[Bot] = []

    async def start(self, *, roles: str = "turns,sender,clock", rate: float = 0) -> Bot:
        log = self._folder / f"{secrets.token_hex(4)}.log"
        with log.open("wb") as file:
            process = await self._started(roles, rate, file)
        self.all.append(Bot(process, log))
        return self.all[-1]

    async def _started(self, roles: str, rate: float, log: IO[bytes]) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "run", "--roles", roles,
            env=os.environ | self._settings | {"SEND_RATE": str(rate)},
            stdout=log, stderr=log,
        )  # fmt: skip


@asynccontextmanager
async def bots(folder: Path, *, token: str, api_url: str, database_url: str) -> AsyncIterator[Bots]:
    started = Bots(folder, token=token, api_url=api_url, database_url=database_url)
    try:
        yield started
    finally:
        for one in started.all:
            await one.kill()
