"""What an event's row says of itself."""

from datetime import datetime, timedelta

import pytest

from catalogue.programme.tables import Event

LATER, EARLIER = timedelta(hours=1), timedelta(hours=-1)


@pytest.mark.parametrize(
    ("said", "holds"), [(None, timedelta()), (EARLIER, EARLIER), (LATER, timedelta())]
)
def test_deadline_is_never_after_the_start(
    now: datetime, said: timedelta | None, holds: timedelta
) -> None:
    """Nobody joins or leaves what has begun, whatever the file says."""
    deadline = None if said is None else now + said
    event = Event(starts_at=now, registration_closes=deadline, cancel_until=deadline)
    assert (event.closes_at, event.leaving_until) == (now + holds, now + holds)


def test_title_is_lithuanian_where_there_is_one() -> None:
    """An event with an English title only has that."""
    assert Event(title_lt="Muzika", title_en="Music").title == "Muzika"
    assert Event(title_lt="", title_en="Music").title == "Music"
