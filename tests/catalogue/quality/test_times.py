"""Until when something may be said of an event."""

from datetime import timedelta

import pytest

from catalogue.quality.times import OPEN_FOR, is_open
from tests.factories import NOW, an_event


@pytest.mark.parametrize(
    ("after", "expected"),
    [(timedelta(), True), (OPEN_FOR - timedelta(seconds=1), True), (OPEN_FOR, False)],
)
def test_a_week_from_the_end_of_the_last_meeting(after: timedelta, *, expected: bool) -> None:
    """Not from its beginning."""
    event = an_event(starts=NOW, hours=30)
    assert is_open(event, now=NOW + timedelta(hours=30) + after) is expected
