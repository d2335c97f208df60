"""All handlers in the order in which they are asked."""

import functools
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Dispatcher
from aiogram.types import TelegramObject

from handlers import (
    asking,
    browsing,
    cards,
    fallback,
    inline,
    introducing,
    joining,
    mine,
    profile,
    staff,
    start,
)

PARTS = (
    start,
    browsing,
    mine,
    profile,
    staff,
    joining,
    introducing,
    cards,
    inline,
    asking,
    fallback,
)


@functools.cache
def dispatcher() -> Dispatcher:
    """Commands and buttons first, then the steps of a form, then free text, then the rest.

    Each update is fed with its `turn`, which wraps everything else; there is one dispatcher in a
    process, since a router belongs to one for ever.
    """
    hears = Dispatcher(disable_fsm=True)
    hears.update.outer_middleware(_in_its_turn)
    for part in PARTS:
        hears.include_router(part.router)
    return hears


async def _in_its_turn(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> None:
    await data["turn"](handler, event, data)
