"""Days and hours as people write them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.programme.moments import moment, wall_clock, written
from catalogue.programme.refused import Reason, WrongCell

VILNIUS = ZoneInfo("Europe/Vilnius")
DECEMBER = datetime(2026, 12, 5, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-05T10:00:00+02:00",
        "2026-12-05T08:00:00Z",
        "2026-12-05T03:00:00-05:00",
        "2026-12-05 10:00",
        "2026-12-05T10:00",
        "2026-12-05 10:00:00",
        "2026.12.05 10.00",
        "2026 12 05 10:00",
        "05.12.2026 10:00",
        "5/12/2026, 10:00",
        "2026-12-05 10 val.",
        "2026 m. gruodžio 5 d. 10 val.",
        "2026 m. GRUODŽIO mėn. 5 d., šeštadienis, 10.00 val.",
        "2026 m. gruodzio 5 d. 10:00",
        "šeštadienis, 2026-12-05 10:00",
        "5 December 2026 10:00",
        "December 5th, 2026, 10 am",
        "2026-12-05 10:00–14:00",
        "2026-12-05 10:00-14:00",
        "2026-12-05 nuo 10 iki 14 val.",
    ],
)
def test_date_as_text(text: str) -> None:
    """Every usual way to write a date is the same moment."""
    assert moment(written(text), VILNIUS) == DECEMBER


@pytest.mark.parametrize(
    "cell",
    [
        datetime(2026, 12, 5, 10),  # noqa: DTZ001 -- as a workbook gives it
        datetime(2026, 12, 5, 9, 59, 59, 999_600),  # noqa: DTZ001
        DECEMBER,
        46361.41666666,
    ],
)
def test_date_as_a_workbook_holds_it(cell: object) -> None:
    """Real dates and their numbers are read to the minute."""
    assert moment(written(cell), VILNIUS) == DECEMBER


def test_end_of_a_span_of_hours() -> None:
    """„10:00–14:00“ says the end too; a dash is not an offset."""
    assert written("2026-12-05 10:00–14:00").until == time(14)


def test_hour_alone() -> None:
    """A column of hours is understood by itself."""
    said = written("14.30 val.")
    assert (said.day, said.hour) == (None, time(14, 30))


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("rytoj", Reason.NOT_A_DATE),
        ("2026-13-05 10:00", Reason.NOT_A_DATE),
        ("2026-12-05 25:00", Reason.NOT_A_DATE),
        ("2026-12-05 10:00 ir dar", Reason.NOT_A_DATE),
        ("10:00", Reason.NOT_A_DATE),
        (True, Reason.NOT_A_DATE),
        (12, Reason.NOT_A_DATE),
        (float("nan"), Reason.NOT_A_DATE),
        (["2026-12-05"], Reason.NOT_A_DATE),
        ("gruodžio 5 d. 10 val.", Reason.NO_YEAR),
        ("12-05 10:00", Reason.NO_YEAR),
        ("2026-12-05", Reason.NO_TIME),
        (date(2026, 12, 5), Reason.NO_TIME),
        (46361, Reason.NO_TIME),
        ("0026-12-05 10:00", Reason.YEAR_OUT_OF_RANGE),
        ("9999-12-31 10:00", Reason.YEAR_OUT_OF_RANGE),
        ("2027-03-28 03:30", Reason.NO_SUCH_TIME),
    ],
)
def test_what_is_refused(cell: object, reason: Reason) -> None:
    """Nothing is guessed: the reason says what is missing."""
    with pytest.raises(WrongCell) as refused:
        moment(written(cell), VILNIUS)
    assert refused.value.reason is reason


def test_hour_that_comes_twice_is_the_first() -> None:
    """In the night when the clocks go back the earlier hour is meant, unless an offset says."""
    assert moment(written("2026-10-25 03:30"), VILNIUS).hour == 0
    assert moment(written("2026-10-25T03:30+02:00"), VILNIUS).hour == 1


def test_wall_clock_where_it_says_the_moment() -> None:
    """The second of two equal hours cannot be written without its offset."""
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert wall_clock(first, VILNIUS) == datetime(2026, 10, 25, 3, 30)  # noqa: DTZ001
    assert wall_clock(first.replace(hour=1), VILNIUS) is None


@given(
    st.one_of(
        st.text(),
        st.from_regex(r"[0-9]{1,4}[-./ ][0-9]{1,2}[-./ ][0-9]{1,4}.{0,20}"),
        st.floats(),
        st.integers(),
        st.booleans(),
        st.none(),
        st.dates(),
        st.times(),
        st.datetimes(),
        st.timedeltas(),
        st.lists(st.integers()),
    )
)
def test_any_cell_is_understood_or_refused(cell: object) -> None:
    """No cell breaks an import."""
    try:
        found = moment(written(cell), VILNIUS)
    except WrongCell:
        return
    assert found.tzinfo is UTC
    assert found.second == found.microsecond == 0
