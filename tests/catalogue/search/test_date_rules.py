"""Days, dates and weekdays, one expression at a time."""

from datetime import date

import pytest

from catalogue.search.date_rules import one_day
from catalogue.search.grammar import Meant
from catalogue.search.spans import Span
from tests.catalogue.search.days import days, read

WEDNESDAY, FRIDAY, SUNDAY = (date(2026, 11, day) for day in (25, 27, 29))


@pytest.mark.parametrize(
    ("today", "phrase", "meant", "other"),
    [
        (WEDNESDAY, "kitą penktadienį", "2026-12-04", date(2026, 11, 27)),
        (FRIDAY, "kitą penktadienį", "2026-12-04", None),
        (SUNDAY, "kitą penktadienį", "2026-12-04", date(2026, 12, 11)),
        (FRIDAY, "šį penktadienį", "2026-11-27", date(2026, 12, 4)),
        (WEDNESDAY, "šį penktadienį", "2026-11-27", None),
    ],
)
def test_which_weekday(today: date, phrase: str, meant: str, other: date | None) -> None:
    """The next one is next week's; where another comes first, or today is one, that is said."""
    assert days(phrase, today) == meant
    assert [one.other.first for one in read(phrase, today).doubts] == ([other] if other else [])


@pytest.mark.parametrize("phrase", ["vasario 30 d.", "2026-02-30", "13.13", "gruodžio 32", "3D"])
def test_days_that_no_calendar_has(phrase: str) -> None:
    """What cannot be a day is none; at most its month is meant."""
    span = read(phrase).span
    assert span is None or span.first != span.last


def test_one_day() -> None:
    """A day that is none means nothing."""
    assert one_day(SUNDAY, floats=True) == Meant(span=Span(SUNDAY, SUNDAY), floats=True)
    assert one_day(None) is None
