"""Days without a year."""

from datetime import datetime, time

import pytest

from catalogue.programme.days import lacks_year, with_year, years
from catalogue.programme.moments import written
from catalogue.programme.refused import Reason, WrongCell
from tests.factories import NOW, VILNIUS


@pytest.mark.parametrize(
    "text",
    [
        "gruodžio 5 d. 14:00–16:30",
        "gruodzio 5 d. 14-16.30 val.",
        "penktadienį, gruodžio 5 d., 14 val.",
        "12-05 14.00",
        "12-05, 14 val.",
        "5 December 14:00",
        "December 5, 2 pm",
    ],
)
def test_the_year_is_asked_for_and_put_in(text: str) -> None:
    """However the rest of it is written."""
    assert lacks_year(text)
    said = written(with_year(text, 2027))
    assert (said.day, said.hour) == (datetime(2027, 12, 5, tzinfo=VILNIUS).date(), time(14))


@pytest.mark.parametrize("text", ["2026-12-05 14:00", "14:00", "seminaras", "5 d."])
def test_nothing_else_is_asked_for(text: str) -> None:
    """What has its year, and what is no day at all, is left as it stands."""
    assert not lacks_year(text)
    assert with_year(text, 2027) == text


@pytest.mark.parametrize(
    ("text", "day"), [("25.12 10:00", "2026-12-25"), ("7/7 10:00", "2026-07-07")]
)
def test_numbers_in_either_order(text: str, day: str) -> None:
    """Only one of them can be a month, or both are the same."""
    assert str(written(with_year(text, 2026)).day) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [("05.12 10:00", Reason.EITHER_DAY), ("gruodžio 32 d. 10:00", Reason.NOT_A_DATE)],
)
def test_what_may_be_either_is_refused(text: str, reason: Reason) -> None:
    """A day is never guessed; one that there is not is said to be none."""
    with pytest.raises(WrongCell) as wrong:
        with_year(text, 2026)
    assert wrong.value.reason is reason


def test_two_years_are_possible() -> None:
    """By the clock of the wall, not of Greenwich."""
    assert years(NOW, VILNIUS) == (2026, 2027)
    assert years(datetime.fromisoformat("2026-12-31T23:30:00+00:00"), VILNIUS) == (2027, 2028)
