"""The first working day of a month, and when a letter is due."""

from datetime import date, datetime

import pytest

from catalogue.heads.months import after, before, first_working_day, month_due
from tests.factories import VILNIUS


@pytest.mark.parametrize(
    ("month", "day"),
    [
        ("2027-01-01", "2027-01-04"),  # New Year on a Friday, then a weekend
        ("2026-01-01", "2026-01-02"),
        ("2026-11-01", "2026-11-03"),  # a Sunday, and All Souls
        ("2024-04-01", "2024-04-02"),  # Easter Monday
        ("2026-05-01", "2026-05-04"),  # Labour Day on a Friday
        ("2027-05-01", "2027-05-03"),  # and on a Saturday
        ("2026-08-01", "2026-08-03"),  # a weekend in summer
        ("2026-07-01", "2026-07-01"),  # pupils are at home, the office works
        ("2026-09-01", "2026-09-01"),
        ("2026-12-17", "2026-12-01"),
        ("2027-12-01", "2027-12-01"),
    ],
)
def test_the_first_working_day(month: str, day: str) -> None:
    """Neither a weekend nor a public holiday; pupils' holidays are no reason to wait."""
    assert first_working_day(date.fromisoformat(month)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("now", "month"),
    [
        ("2026-12-01T07:59", None),
        ("2026-12-01T08:00", "2026-12-01"),
        ("2026-12-01T17:59", "2026-12-01"),
        ("2026-12-01T18:00", None),
        ("2026-12-02T09:00", "2026-12-01"),
        ("2026-12-05T09:00", None),  # a Saturday
        ("2026-12-11T09:00", "2026-12-01"),  # we were silent for ten days
        ("2026-12-14T09:00", None),  # too late to be news
        ("2027-01-01T09:00", None),
        ("2027-01-04T09:00", "2027-01-01"),
        ("2026-11-02T09:00", None),
        ("2026-11-03T09:00", "2026-11-01"),
        ("2026-08-01T09:00", None),
        ("2026-08-03T09:00", "2026-08-01"),
        ("2026-11-30T23:30", None),
    ],
)
def test_when_a_month_is_due(now: str, month: str | None) -> None:
    """In office hours from the first working day on, and some days after an outage."""
    moment = datetime.fromisoformat(now).replace(tzinfo=VILNIUS)
    assert month_due(moment, VILNIUS) == (date.fromisoformat(month) if month else None)


def test_beside_a_month() -> None:
    """Over the turn of a year too."""
    assert before(date(2027, 1, 15)) == date(2026, 12, 1)
    assert after(date(2026, 12, 31)) == date(2027, 1, 1)
    assert after(date(2027, 1, 31)) == date(2027, 2, 1)
