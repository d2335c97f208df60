"""A figure beside that of a year before."""

import pytest

from catalogue.numbers.counting import Few
from catalogue.reports.trend import Change, Told, change


@pytest.mark.parametrize(
    ("now", "before", "found"),
    [
        (12, 10, Change(2, 0.2)),
        (9, 12, Change(-3, -0.25)),
        (7, 7, Change(0, 0.0)),
        (7, 0, Change(7, None)),
        (4.5, 4.2, Change(0.3, 0.3 / 4.2)),
        (Few(), 10, Change(None, None)),
        (10, Few(), Change(None, None)),
        (None, 10, Change(None, None)),
        (4.5, None, Change(None, None)),
    ],
)
def test_how_much_more_and_what_share(now: Told, before: Told, found: Change) -> None:
    """No share of nothing, and of few people neither."""
    assert change(now, before) == found
