from datetime import date

import pytest

from catalogue.plans.stretches import Stretch, around, numbered

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("stretch", "last", "number", "after"),
    [
        (around(TODAY), date(2026, 11, 30), 2611, date(2026, 12, 1)),
        (around(date(2026, 12, 31)), date(2026, 12, 31), 2612, date(2027, 1, 1)),
        (around(TODAY, is_year=True), date(2027, 8, 31), 2609, date(2027, 9, 1)),
        (around(date(2027, 8, 31), is_year=True), date(2027, 8, 31), 2609, date(2027, 9, 1)),
    ],
)
def test_months_and_school_years(stretch: Stretch, last: date, number: int, after: date) -> None:
    """To the last day, with the number that buttons carry, and on to the next and back."""
    assert (stretch.last, stretch.number, stretch.later().first) == (last, number, after)
    assert stretch.later().later(-1) == stretch
    assert numbered(number, is_year=stretch.is_year, today=date(2030, 1, 1)) == stretch


@pytest.mark.parametrize("number", [0, 2600, 2613, 9999, 10_000, 12])
def test_a_number_of_no_month_is_the_present_one(number: int) -> None:
    """As a button begins, or somebody's own link."""
    assert numbered(number, is_year=False, today=TODAY) == around(TODAY)
