"""One row."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.files.columns import DAY, HOUR, KEYS
from catalogue.files.rows import RawRow, Row, is_blank, understood
from catalogue.programme.refused import Reason, Refused
from tests.catalogue.files.made_up import VILNIUS, at
from tests.catalogue.files.test_cells import ANY


def row(**cells: object) -> Row | Refused:
    return understood(RawRow(5, cells, {"start": "Pradžia"}), VILNIUS)


def times(**cells: object) -> tuple[datetime, datetime | None]:
    found = row(title_lt="Muzika", **cells)
    assert isinstance(found, Row), found
    return found.starts_at, found.ends_at


TEN, TWO = at("2026-12-05T10:00"), at("2026-12-05T14:00")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"start": "2026-12-05 10:00"}, (TEN, None)),
        ({"start": "2026-12-05 10:00–14:00"}, (TEN, TWO)),
        ({"start": "2026-12-05 10:00", "end": "2026-12-05 14:00"}, (TEN, TWO)),
        ({"start": "2026-12-05 10:00", "end": "14.00"}, (TEN, TWO)),
        ({"start": "2026-12-05", HOUR: "10:00"}, (TEN, None)),
        ({DAY: "2026-12-05", HOUR: "10.00–14.00 val."}, (TEN, TWO)),
        ({DAY: "2026-12-05 10:00"}, (TEN, None)),
        ({HOUR: "2026-12-05 10:00"}, (TEN, None)),
    ],
)
def test_time(cells: dict[str, object], expected: tuple[datetime, datetime | None]) -> None:
    """Start and end are found however a plan splits them into columns."""
    assert times(**cells) == expected


def test_deadline_of_a_day_holds_to_its_end() -> None:
    """„Registracija iki gruodžio 1 d.“ means that day too."""
    found = row(title_lt="A", start="2026-12-05 10:00", registration_closes="2026-12-01")
    assert isinstance(found, Row)
    assert found.values["registration_closes"] == at("2026-12-01T23:59")


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"title_lt": "A"}, "Pradžia", Reason.MISSING),
        ({"start": "2026-12-05 10:00"}, "title_lt", Reason.NO_TITLE),
        ({"title_lt": "A", "start": "rytoj"}, "Pradžia", Reason.NOT_A_DATE),
        (
            {"title_lt": "A", "start": "2026-12-05 10:00", "end": "2026-12-05 09:00"},
            "end",
            Reason.END_BEFORE_START,
        ),
        (
            {"title_lt": "A", "start": "2026-12-05 10:00", "end": "2028-12-05 09:00"},
            "end",
            Reason.TOO_LONG_TO_BE_ONE,
        ),
        (
            {"title_lt": "A", "start": "2026-12-05 10:00", "seats": "x"},
            "seats",
            Reason.NOT_A_NUMBER,
        ),
    ],
)
def test_refusal_names_row_and_column(
    cells: dict[str, object], column: str, reason: Reason
) -> None:
    """The organiser finds the cell at once, under the heading that they wrote."""
    found = row(**cells)
    assert isinstance(found, Refused)
    assert (found.row, found.column, found.reason) == (5, column, reason)


def test_refusal_names_the_column_the_file_has() -> None:
    """Where a plan has „Data“ and no „Pradžia“, „Data“ is what the organiser looks for."""
    raw = RawRow(5, {"title_lt": "A", DAY: "gruodžio 8 d."}, {DAY: "Data"})
    found = understood(raw, VILNIUS)
    assert isinstance(found, Refused)
    assert (found.column, found.reason) == ("Data", Reason.NO_YEAR)


def test_blank_row() -> None:
    """An empty line between events is no mistake."""
    assert is_blank(RawRow(1, {"title_lt": " ", "start": None, "audience": []}))
    assert not is_blank(RawRow(1, {"seats": 0}))


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from([*KEYS, DAY, HOUR]), ANY))
def test_any_row_is_understood_or_refused(cells: dict[str, object]) -> None:
    """Whatever stands in the cells, the others are read on."""
    assert isinstance(understood(RawRow(1, cells), VILNIUS), Row | Refused)
