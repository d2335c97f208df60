"""Years, terms, pupils' holidays and feasts."""

from datetime import date

import pytest

from catalogue.search.dates import take_dates
from catalogue.search.school_calendar import Holidays, SchoolCalendar
from catalogue.search.sentence import Sentence
from catalogue.search.spans import Span
from catalogue.search.term_rules import FEASTS
from tests.catalogue.search.days import SUNDAY, days

ENTERED = SchoolCalendar(
    (
        Holidays("Rudens atostogos", date(2026, 10, 26), date(2026, 10, 30)),
        Holidays("Žiemos (Kalėdų) atostogos", date(2026, 12, 28), date(2027, 1, 8)),
        Holidays("Žiemos atostogos", date(2027, 2, 8), date(2027, 2, 12)),
    )
)


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("per žiemos atostogas", date(2027, 2, 8), date(2027, 2, 12)),
        ("per Kalėdų atostogas", date(2026, 12, 28), date(2027, 1, 8)),
        ("per atostogas", date(2026, 12, 28), date(2027, 1, 8)),
        ("pirmą savaitę po Kalėdų atostogų", date(2027, 1, 11), date(2027, 1, 17)),
        ("per pavasario atostogas", date(2027, 3, 29), date(2027, 4, 4)),
        ("per rudens atostogas", date(2027, 11, 1), date(2027, 11, 7)),
    ],
)
def test_holidays_are_those_that_staff_entered(phrase: str, first: date, last: date) -> None:
    """What staff did not enter goes by the usual rule; what is over is next year's."""
    found = take_dates(Sentence(phrase), SUNDAY, school=ENTERED)
    assert found.span == Span(first, last)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("shrove", date(2027, 2, 9)),
        ("easter", date(2027, 3, 28)),
        ("mothers", date(2027, 5, 2)),
        ("souls", date(2027, 11, 2)),
    ],
)
def test_feasts(name: str, day: date) -> None:
    """Those that move are found by Easter or by the weekday."""
    assert FEASTS[name](2027) == day


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 12, 20), "2027-01-02.."),
        (date(2027, 1, 1), "2027-01-02.."),
        (date(2027, 1, 5), "2027-01-02.."),
        (date(2027, 3, 1), "2028-01-02.."),
    ],
)
def test_after_a_feast_that_has_just_been(today: date, expected: str) -> None:
    """Soon after the New Year it is this one that people speak of."""
    assert days("po Naujųjų", today) == expected


@pytest.mark.parametrize("phrase", ["for four years", "two years ago", "years"])
def test_a_number_of_years_is_no_school_year(phrase: str) -> None:
    """Only two years written out are one."""
    assert take_dates(Sentence(phrase), SUNDAY).span is None
