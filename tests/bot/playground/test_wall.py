"""The outside world's own clock."""

from bot.playground import wall
from scheduler.clock import real_now


def test_messages_are_dated_by_the_world() -> None:
    """Whole seconds since 1970, as Telegram dates its messages."""
    before = int(real_now().timestamp())
    dated = wall.unix_now()
    assert isinstance(dated, int)
    assert before <= dated <= int(real_now().timestamp())


def test_lifetimes_never_run_back() -> None:
    """Whoever sets the machine's clock, what has elapsed only grows."""
    first = wall.elapsed()
    assert wall.elapsed() >= first
