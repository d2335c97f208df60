"""Until when something may be said of an event."""

from datetime import timedelta

import pytest

from catalogue.quality.times import OPEN_FOR, ended_at, is_open
from tests.factories import NOW, an_event


@pytest.mark.parametrize(
    ("after", "expected"),
    [(timedelta(), True), (OPEN_FOR - timedelta(seconds=1), True), (OPEN_FOR, False)],
)
def test_a_week_from_the_end_of_the_last_meeting(after: timedelta, *, expected: bool) -> None:
    """Not from its beginning."""
    event = an_event(starts=NOW, hours=30)
    assert is_open(event, now=NOW + timedelta(hours=30) + after) is expected


def test_what_has_no_end_ends_as_it_begins() -> None:
    """Some programmes say only when an event begins."""
    assert ended_at(an_event(starts=NOW, ends_at=None)) == NOW
