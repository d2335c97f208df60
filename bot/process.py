"""A program that runs until it is stopped."""

import asyncio
import gc
import signal
import sys
from collections.abc import Coroutine
from typing import Any

#: What a process may do of the whole.
ROLES = ("turns", "sender", "clock")


def settle() -> None:
    """Spares what the program is made of from the collector of garbage, once it has started.

    There are some 600,000 objects, which stay to the end; looking through them now and then held
    every answer up for a quarter of a second.
    """
    gc.collect()
    gc.freeze()


async def until_stopped(serving: Coroutine[Any, Any, None]) -> int:
    """Runs until Ctrl+C or SIGTERM and returns the exit code.

    What only a person can mend is said in one plain sentence; any other error is raised.
    """
    from bot.http import PortTaken
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
        reason = single(error)[0]
        if not isinstance(reason, AlreadyRunning | TokenRefused | PolledElsewhere | PortTaken):
            raise
        print(reason, file=sys.stderr)
        return 1
    return 0


def single(error: BaseException) -> list[BaseException]:
    """The errors of a group, of groups within it too; an error that is no group alone."""
    if isinstance(error, BaseExceptionGroup):
        return [one for inner in error.exceptions for one in single(inner)]
    return [error]
