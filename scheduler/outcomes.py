"""What becomes of a message after Telegram's answer."""

import enum
from dataclasses import dataclass

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from scheduler.pace import seconds_of
from scheduler.wire import Unreached

#: About a day of trying, with the delays of `delay`.
MOST_ATTEMPTS = 150
LONGEST_DELAY = 600.0


class Fate(enum.StrEnum):
    """`again` counts as a failure of this message, `later` and `away` are nobody's fault."""

    SENT = "sent"
    AGAIN = "again"
    LATER = "later"
    AWAY = "away"
    MOVED = "moved"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    NO_ENTRY = "no entry"


@dataclass(frozen=True, slots=True)
class Outcome:
    fate: Fate
    reason: str = ""
    message_id: int | None = None
    new_chat_id: int | None = None
    seconds: float = 0.0


def of_answer(answer: object) -> Outcome:
    """An album answers with a list, and its first message stands for it."""
    first = answer[0] if isinstance(answer, list) and answer else answer
    return Outcome(
        Fate.SENT, message_id=first.get("message_id") if isinstance(first, dict) else None
    )


def of_error(error: TelegramError) -> Outcome:  # noqa: PLR0911 -- a table, a line for each case
    reason = str(error)[:500]
    match error:
        case RetryAfter():
            return Outcome(Fate.LATER, reason, seconds=seconds_of(error))
        case ChatMigrated():
            return Outcome(Fate.MOVED, reason, new_chat_id=error.new_chat_id)
        case Forbidden():
            return Outcome(Fate.UNREACHABLE, reason)
        case InvalidToken():
            return Outcome(Fate.FAILED if "method" in reason else Fate.NO_ENTRY, reason)
        case BadRequest():
            return Outcome(_refused(reason.lower()), reason)
        case Unreached():
            return Outcome(Fate.AWAY, reason)
        case NetworkError() if "too large" in reason.lower():
            return Outcome(Fate.FAILED, reason)
        case _:
            return Outcome(Fate.AGAIN, reason)


def _refused(reason: str) -> Fate:
    if "message is not modified" in reason:
        return Fate.SENT
    if any(words in reason for words in ("query is too old", "query_id_invalid")):
        return Fate.EXPIRED
    return Fate.FAILED


def delay(attempts: int) -> float:
    """Seconds before the next attempt after so many failed ones."""
    return min(2.0 ** min(attempts - 1, 20), LONGEST_DELAY)
