"""Starts the bot; without a token, the playground."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Coroutine
from typing import Any

from bot.settings import Settings, WrongSetting

ROLES = ("turns", "sender", "clock")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--roles",
        default=",".join(ROLES),
        help="which of turns,sender,clock this process does (all by default)",
    )


async def run(arguments: argparse.Namespace, settings: Settings) -> int:
    if not settings.token:
        from bot.commands import playground

        return await playground.open_playground(settings, port=settings.playground_port, people=3)
    from bot.app import serve

    roles = [role.strip() for role in arguments.roles.split(",")]
    if not set(roles) <= set(ROLES):
        raise WrongSetting(f"--roles is not right: it must be some of {','.join(ROLES)}.")
    print("Kvieslys is starting; Ctrl+C stops it.", flush=True)
    return await until_stopped(
        serve(
            settings,
            roles=roles,
            ready=lambda _port: print("Kvieslys listens to Telegram.", flush=True),
        )
    )


async def until_stopped(serving: Coroutine[Any, Any, None]) -> int:
    """Runs until Ctrl+C or SIGTERM; what cannot go on is said in one plain sentence."""
    from bot.polling import PolledElsewhere
    from scheduler.roles import AlreadyRunning
    from scheduler.sender import TokenRefused

    task = asyncio.ensure_future(serving)
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        print("Kvieslys has stopped.", flush=True)
    except BaseException as error:
        reason = _first(error)
        if not isinstance(reason, AlreadyRunning | TokenRefused | PolledElsewhere):
            raise
        print(reason, file=sys.stderr)
        return 1
    return 0


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
