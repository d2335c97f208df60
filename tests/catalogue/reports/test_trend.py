"""A figure beside that of a year before."""

import pytest

from catalogue.numbers.counting import Few
from catalogue.quality.queries import Satisfaction
from catalogue.quality.scores import summary
from catalogue.reports.trend import Beside, Change, Name, Told, beside, change
from tests.catalogue.reports.made_up import counted


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


def test_every_figure_has_its_line() -> None:
    """What was thought of it on the whole is the last."""
    figures = counted([]).figures
    liked = Satisfaction(events=1, summary=summary([(5, 5, 5, 5, 4)] * 5))
    found = beside(figures, figures, satisfaction=liked,
                   satisfaction_before=Satisfaction(events=0, summary=None))  # fmt: skip
    assert found == [
        *(Beside(name, 0, 0) for name in Name if name is not Name.SATISFACTION),
        Beside(Name.SATISFACTION, 4.0, None),
    ]
    assert found[-1].change == Change(None, None)
