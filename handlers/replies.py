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


Reply = TelegramMethod[Any] | Recipe
Replies = Reply | Sequence[Reply] | None
