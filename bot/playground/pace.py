"""How fast a bot may speak: 30 messages in any second, about one a second in one chat."""

import math
from collections import deque
from dataclasses import dataclass, field

from bot.playground import wall
from bot.playground.refusal import too_many


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages a second overall; a second in one chat, after a short burst. None: no limit."""

    per_second: int | None = 30
    per_chat: float | None = 1.0
    burst: int = 3


@dataclass(slots=True)
class Pace:
    """Counts what was sent and refuses what is too much; a refused message is not counted."""

    limits: Limits | None = None
    _recent: deque[float] = field(default_factory=deque)
    _chats: dict[int, tuple[float, float]] = field(default_factory=dict)

    def step(self, chat: int, *, messages: int = 1) -> None:
        """One send to this chat, or 429."""
        if self.limits is None:
            return
        now = wall.elapsed()
        self._check_overall(now)
        self._check_chat(chat, now, messages)
        self._recent.extend([now] * messages)

    def _check_overall(self, now: float) -> None:
        while self._recent and self._recent[0] <= now - 1:
            self._recent.popleft()
        most = self.limits.per_second if self.limits else None
        if most is not None and len(self._recent) >= most:
            raise too_many(1)

    def _check_chat(self, chat: int, now: float, messages: int) -> None:
        if self.limits is None or self.limits.per_chat is None:
            return
        full = float(self.limits.burst)
        tokens, seen = self._chats.get(chat, (full, now))
        tokens = min(full, tokens + (now - seen) * self.limits.per_chat)
        if tokens < 1:
            self._chats[chat] = (tokens, now)
            raise too_many(max(1, math.ceil((1 - tokens) / self.limits.per_chat)))
        self._chats[chat] = (tokens - messages, now)


def limits_from(given: object) -> Limits | None:
    """Limits from true, false or an object; raises TypeError or ValueError on others."""
    if given is True:
        return Limits()
    if given in (False, None):
        return None
    if not isinstance(given, dict):
        raise TypeError("rate_limit is true, false or an object")
    unknown = set(given) - {"per_second", "per_chat", "burst"}
    if unknown:
        raise ValueError(f"rate_limit knows no {', '.join(sorted(unknown))}")
    return Limits(**given)
