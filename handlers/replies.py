"""What a handler returns: calls of the Bot API as values, and things to be composed when sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.methods import TelegramMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A message made at the moment of sending, from the truth of that moment.

    `urgent` ones go before reminders and announcements, after answers.
    """

    chat_id: int
    kind: str
    key: str
    language: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class LetGo:
    """Nothing that was said in this chat is kept any longer, nor goes out if it still waits."""

    chat_id: int


Reply = TelegramMethod[Any] | Recipe | LetGo
Replies = Reply | Sequence[Reply] | None
