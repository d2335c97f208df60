from datetime import UTC, datetime, timedelta

import pytest

from scheduler.clock import Clock, real_now


def test_business_time_is_pushed_forward(now: datetime) -> None:
    """Business time can be pushed, more than once."""
    clock = Clock(lambda: now)
    clock.push(timedelta(hours=2))
    clock.push(timedelta(0))
    clock.push(timedelta(hours=1))
    assert clock.now() == now + timedelta(hours=3)


def test_time_never_goes_back(now: datetime) -> None:
    """A push back is refused and changes nothing: what has happened cannot be undone."""
    clock = Clock(lambda: now)
    with pytest.raises(ValueError, match="forward"):
        clock.push(timedelta(seconds=-1))
    assert clock.now() == now


def test_both_times_are_in_utc(now: datetime) -> None:
    """Whatever zone the reading is in, all of the house counts in UTC."""
    assert now.utcoffset() == timedelta(hours=2)
    assert Clock(lambda: now).now().utcoffset() == timedelta()
    assert real_now().tzinfo is UTC


def test_nobody_pushes_real_time() -> None:
    """The clock that is pushed runs on from real time, which stays."""
    clock = Clock()
    before = real_now()
    clock.push(timedelta(days=1))
    pushed = clock.now() - timedelta(days=1)
    assert before <= pushed <= real_now()
