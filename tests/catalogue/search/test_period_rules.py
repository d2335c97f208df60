"""Weeks, weekends and months, and so much time from now."""

from datetime import date

import pytest

from catalogue.search import spans
from catalogue.search.grammar import Meant
from catalogue.search.period_rules import next_one
from tests.catalogue.search.days import days


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("pirmą gegužės savaitę", "2026-05-01..2026-05-10"),
        ("pirmą rugpjūčio savaitę", "2026-08-01..2026-08-09"),
        ("penktą gruodžio savaitę", "2026-12-28..2026-12-31"),
        ("paskutinę vasario savaitę", "2027-02-22..2027-02-28"),
    ],
)
def test_weeks_of_a_month(phrase: str, expected: str) -> None:
    """A few days at the end of a month belong to the week that most of them are beside."""
    assert days(phrase, date(2026, 4, 1)) == expected


@pytest.mark.parametrize(
    ("first_month", "today", "meant", "doubtful"),
    [
        (12, date(2026, 11, 22), 2027, True),
        (12, date(2027, 1, 5), 2027, False),
        (3, date(2026, 11, 22), 2027, False),
        (12, date(2026, 3, 20), 2026, False),
        (6, date(2026, 7, 1), 2027, False),
    ],
)
def test_the_next_of_what_comes_once_a_year(
    first_month: int, today: date, meant: int, *, doubtful: bool
) -> None:
    """In November the next winter may be the one about to begin, or the one a year on."""
    coming, after = (spans.season(first_month, today, shift) for shift in (0, 1))
    found = next_one(coming, after, today)
    assert found == Meant(
        span=spans.season(first_month, date(meant, first_month, 1)),
        whole=True,
        doubt="next" if doubtful else None,
        other=coming if doubtful else None,
    )
