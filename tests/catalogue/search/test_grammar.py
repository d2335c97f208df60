"""What the rules of days stand on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search import spans
from catalogue.search.grammar import Moment, Rules, later, rule_of

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("today", "count", "unit", "expected"),
    [
        (SUNDAY, 3, "dienas", date(2026, 11, 25)),
        (SUNDAY, 2, "savaites", date(2026, 12, 6)),
        (SUNDAY, 2, "weeks", date(2026, 12, 6)),
        (SUNDAY, 1, "menesi", date(2026, 12, 22)),
        (date(2026, 12, 31), 2, "months", date(2027, 2, 28)),
        (date(2027, 1, 31), 1, "menesi", date(2027, 2, 28)),
        (date(2028, 1, 31), 1, "menesi", date(2028, 2, 29)),
    ],
)
def test_later(today: date, count: int, unit: str, expected: date) -> None:
    """A month on from the last day of January is the last of February."""
    assert later(today, count, unit) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_on_are_in_their_month(today: date, count: int) -> None:
    """So many months on is never in the month after."""
    found = later(today, count, "months")
    assert (found.year * 12 + found.month) - (today.year * 12 + today.month) == count
    assert found.day <= today.day


@pytest.mark.parametrize(
    ("text", "found"), [("kas rytoj?", True), ("rytojaus", False), ("parytoj", False)]
)
def test_a_rule_reads_whole_words(text: str, found: object) -> None:
    """A part of another word is no day."""
    rules: Rules = []

    @rule_of(rules)("ryt|rytoj")
    def _tomorrow(_match: object, moment: Moment) -> spans.Span:
        return spans.day(moment.today)

    ((pattern, rule),) = rules
    assert rule is _tomorrow
    assert bool(pattern.search(text)) is found
