"""Who writes faster than anybody reads is asked, once, to slow down."""

import time
from collections import deque

from aiogram.types import Update

MOST_TEXTS = 45
WINDOW = 60.0
MOST_PEOPLE = 10_000


class Haste:
    """Counts the texts of each person within a minute of real time; presses are free."""

    def __init__(self) -> None:
        self._texts: dict[int, deque[float]] = {}

    def is_first_too_many(self, telegram_id: int) -> bool:
        return len(self._texts.get(telegram_id, ())) == MOST_TEXTS + 1

    def is_too_many(self, telegram_id: int, update: Update) -> bool:
        """A text beyond the measure; those who go on writing get their next answer when it ends."""
        if update.message is None:
            return False
        moment = time.monotonic()
        texts = self._texts.setdefault(telegram_id, deque(maxlen=MOST_TEXTS + 2))
        while texts and texts[0] < moment - WINDOW:
            texts.popleft()
        texts.append(moment)
        if len(self._texts) > MOST_PEOPLE:
            self._texts = {
                who: when for who, when in self._texts.items() if when[-1] > moment - WINDOW
            }
        return len(texts) > MOST_TEXTS
