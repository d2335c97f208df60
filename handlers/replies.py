"""What a handler returns: calls of the Bot API as values, and things to be composed when sent."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.methods import TelegramMethod
from aiogram.types import InlineKeyboardMarkup
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
class Unsay:
    """What was put into this message before, text and buttons, is not kept any longer."""

    chat_id: int
    message_id: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """To somebody else than the one who speaks; not before their quiet hours are over.

    `about` is the chat of whoever it tells of by name, who may be forgotten before it goes.
    """

    chat_id: int
    text: Markup
    keyboard: InlineKeyboardMarkup
    not_before: datetime
    about: int | None = None


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


@dataclass(frozen=True, slots=True)
class PressAgain:
    """A press that had to wait is done now, in the same turn; `data` is of its button."""

    data: str


Reply = TelegramMethod[Any] | Recipe | Letter | Errand | LetGo | Unsay | Handle | PressAgain
Replies = Reply | Sequence[Reply] | None
