"""What a handler returns: calls of the Bot API as values, and things to be composed when sent."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.methods import TelegramMethod
from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A message made at the moment of sending, from the truth of that moment."""

    chat_id: int
    kind: str
    key: str
    language: str


@dataclass(frozen=True, slots=True)
class LetGo:
    """Nothing that was said in this chat is kept any longer, nor goes out if it still waits."""

    chat_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Heavy work to be done after this turn, by its kind in `bot.jobs`; `text` is said meanwhile.

    `facts` are JSON-able.
    """

    chat_id: int
    kind: str
    language: str
    facts: Mapping[str, Any]
    text: Markup


class Hand(enum.Enum):
    """What is done with all of a batch that has not gone out yet."""

    HOLD = enum.auto()
    RELEASE = enum.auto()
    CANCEL = enum.auto()


@dataclass(frozen=True, slots=True)
class Handle:
    """As soon as this turn is kept, and not a message later."""

    batch: str
    hand: Hand


Reply = TelegramMethod[Any] | Recipe | Errand | LetGo | Handle
Replies = Reply | Sequence[Reply] | None
