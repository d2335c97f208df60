from datetime import date, datetime

import pytest

from catalogue.programme.holidays import Days, SchoolYear
from catalogue.subscriptions.due import last_due
from catalogue.subscriptions.tables import Rhythm
from tests.factories import VILNIUS

MOVED = SchoolYear(
    (
        Days(name="Rudens", first=date(2026, 10, 26), last=date(2026, 10, 30)),
        Days(name="Žiemos", first=date(2027, 2, 15), last=date(2027, 2, 19)),
    )
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VILNIUS)


@pytest.mark.parametrize(
    ("rhythm", "now", "was_due"),
    [
        (Rhythm.WEEKLY, "2026-11-27T14:59", "2026-11-20T15:00"),
        (Rhythm.WEEKLY, "2026-11-27T15:00", "2026-11-27T15:00"),
        (Rhythm.WEEKLY, "2026-12-03T23:00", "2026-11-27T15:00"),
        # the hour is the wall clock's on both sides of the change of clocks
        (Rhythm.WEEKLY, "2026-10-23T15:00", "2026-10-23T15:00"),
        # a Friday in holidays moves to the Tuesday after them: Monday is All Souls
        (Rhythm.WEEKLY, "2026-10-30T15:00", "2026-10-23T15:00"),
        (Rhythm.WEEKLY, "2026-11-03T14:59", "2026-10-23T15:00"),
        (Rhythm.WEEKLY, "2026-11-03T15:00", "2026-11-03T15:00"),
        (Rhythm.WEEKLY, "2026-11-06T15:00", "2026-11-06T15:00"),
        (Rhythm.MONTHLY, "2026-12-01T15:00", "2026-12-01T15:00"),
        (Rhythm.MONTHLY, "2026-12-31T15:00", "2026-12-01T15:00"),
        # 1 November is a Sunday and All Saints
        (Rhythm.MONTHLY, "2026-11-03T15:00", "2026-11-03T15:00"),
        (Rhythm.MONTHLY, "2026-11-02T15:00", "2026-10-01T15:00"),
        (Rhythm.INSTANT, "2026-11-21T03:00", "2026-11-21T03:00"),
        (Rhythm.ONCE, "2026-12-25T03:00", "2026-12-25T03:00"),
    ],
)
def test_when_a_digest_was_due_last(rhythm: Rhythm, now: str, was_due: str) -> None:
    """On Friday or the first working day at three; never in holidays; a wish at once."""
    found = last_due(rhythm, now=at(now), zone=VILNIUS, school_year=MOVED)
    assert found == at(was_due)


def test_over_christmas_by_the_usual_rule() -> None:
    """Two Fridays of holidays meet on the first working day after Epiphany, as one digest."""
    for now, was_due in (("2027-01-07T14:00", "2026-12-18T15:00"),
                         ("2027-01-07T15:00", "2027-01-07T15:00")):  # fmt: skip
        found = last_due(Rhythm.WEEKLY, now=at(now), zone=VILNIUS, school_year=SchoolYear())
        assert found == at(was_due)
