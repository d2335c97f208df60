"""A program ends with an exit code and at most one sentence."""

import asyncio
import gc
import os
import signal

import pytest

from bot.process import settle, until_stopped
from scheduler.sender import TokenRefused


def test_settled() -> None:
    """What is there at the start is looked through no more; what comes later is still collected."""
    settle()
    try:
        assert gc.get_freeze_count() > 10_000
        loop: list[object] = []
        loop.append(loop)
        del loop
        assert gc.collect() > 0
    finally:
        gc.unfreeze()


async def test_a_signal_ends_it_well(capsys: pytest.CaptureFixture[str]) -> None:
    """SIGTERM is how a supervisor says good night."""

    async def serve() -> None:
        asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGTERM)
        await asyncio.Event().wait()

    assert await until_stopped(serve()) == 0
    assert capsys.readouterr().out == "Kvieslys has stopped.\n"


async def test_what_a_person_can_mend_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """Also when it comes out of a group of tasks."""

    async def refused() -> None:
        raise TokenRefused

    async def serve() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(refused())

    assert await until_stopped(serve()) == 1
    assert "BOT_TOKEN" in capsys.readouterr().err


async def test_a_bug_is_not_hidden() -> None:
    """What nobody foresaw comes out with its trace."""

    async def serve() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await until_stopped(serve())
