"""Real time: the playground is the outside world, so it has a clock of its own."""

import time


def unix_now() -> int:
    """Seconds since 1970, as Telegram dates its messages."""
    return int(time.time())  # noqa: TID251 -- the outside world's own clock, never business time


def elapsed() -> float:
    """Monotonic seconds, for lifetimes, pace and long polls."""
    return time.monotonic()
