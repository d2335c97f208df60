"""Years, terms, holidays and feasts, as people say them."""

from datetime import date

import pytest

from tests.catalogue.search.days import days


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("po Naujųjų", "2027-01-02..2027-01-31"),
        ("iki Kalėdų", "2026-11-22..2026-12-24"),
        ("po Velykų", "2027-03-29..2027-04-27"),
        ("per rudens atostogas", "2027-11-01..2027-11-07"),
        ("per žiemos atostogas", "2027-02-15..2027-02-21"),
        ("per pavasario atostogas", "2027-03-29..2027-04-04"),
        ("per kalėdų atostogas", "2026-12-24..2027-01-06"),
        ("antrą pusmetį", "2027-02-01..2027-06-30"),
        ("I pusmetis", "2026-09-01..2027-01-31"),
        ("šiais metais", "2026-01-01..2026-12-31"),
        ("šiemet", "2026-01-01..2026-12-31"),
        ("kitamet", "2027-01-01..2027-12-31"),
        ("šiais mokslo metais", "2026-09-01..2027-08-31"),
        ("after New Year", "2027-01-02..2027-01-31"),
        ("this school year", "2026-09-01..2027-08-31"),
    ],
)
def test_a_term_is_read_as_a_range(phrase: str, expected: str) -> None:
    """In November each phrase means the year, the holidays or the feast a teacher means."""
    assert days(phrase) == expected


@pytest.mark.parametrize(
    ("today", "phrase", "expected"),
    [
        (date(2026, 12, 31), "po Naujųjų", "2027-01-02..2027-01-31"),
        (date(2027, 1, 1), "po Naujųjų", "2027-01-02..2027-01-31"),
        (date(2026, 10, 25), "per rudens atostogas", "2026-10-26..2026-11-01"),
        (date(2027, 9, 1), "šiais mokslo metais", "2027-09-01..2028-08-31"),
    ],
)
def test_awkward_days_of_asking(today: date, phrase: str, expected: str) -> None:
    """The feast of today is not the one of next year, and the holidays that run are meant."""
    assert days(phrase, today) == expected
