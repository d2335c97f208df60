"""What time it is: the only place that asks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def real_now() -> datetime:
    """The moment outside, aware, in UTC, which nobody can push."""
    return datetime.now(UTC)  # noqa: TID251 -- the one place


class Clock:
    """Business time: the real one, unless the playground pushes it forward.

    `on_push` is told, for then something may be due.
    """

    def __init__(self, reading: Callable[[], datetime] = real_now) -> None:
        self._reading = reading
        self._ahead = timedelta()
        self.on_push: Callable[[], None] = lambda: None

    def now(self) -> datetime:
        """An aware moment in UTC."""
        return self._reading().astimezone(UTC) + self._ahead

    def push(self, by: timedelta) -> None:
        """Raises ValueError for a step back: what has happened cannot be undone."""
        if by < timedelta():
            raise ValueError("Time only goes forward")
        self._ahead += by
        self.on_push()
