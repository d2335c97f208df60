from datetime import timedelta

import pytest

from catalogue.announcements.progress import Progress
from catalogue.announcements.tables import AnnouncementState
from tests.factories import NOW

SENDING, PAUSED = AnnouncementState.SENDING, AnnouncementState.PAUSED
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("state", "sent", "left", "later", "expected"),
    [
        (SENDING, 100, 300, 0, 3 * MINUTE),
        (SENDING, 100, 300, 200, MINUTE),
        (SENDING, 0, 300, 0, None),
        (SENDING, 100, 5, 5, None),
        (PAUSED, 100, 300, 0, None),
    ],
)
def test_the_time_left_goes_by_the_rate_so_far(
    state: AnnouncementState, sent: int, left: int, later: int, expected: timedelta | None
) -> None:
    """Those who wait for their own hour are no work; where there is nothing to go by, nothing is
    promised.
    """
    far = Progress(
        state=state, is_over=False, began=NOW - MINUTE, last_at=None, sent=sent, left=left,
        later=later,
    )  # fmt: skip
    assert far.time_left(now=NOW) == expected


def test_it_lasted_until_the_last_one_got_it() -> None:
    """Where nobody did, no time at all."""
    for last_at, expected in ((NOW + MINUTE, MINUTE), (None, timedelta())):
        far = Progress(state=AnnouncementState.DONE, is_over=True, began=NOW, last_at=last_at)
        assert far.lasted == expected
