"""Whole files."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.files.reading import ENDINGS, MOST_BYTES, check_size, read
from catalogue.programme.refused import Reason, Unreadable
from tests.catalogue.files.made_up import VILNIUS, at, jsonl, read_rows, workbook

TEN = datetime(2026, 12, 7, 10)  # noqa: DTZ001 -- a workbook knows no time zone


def why(name: str, data: bytes) -> Reason:
    with pytest.raises(Unreadable) as unreadable:
        read(name, data, zone=VILNIUS)
    return unreadable.value.reason


def test_workbook_with_real_cells() -> None:
    """Real dates and numbers of a spreadsheet are understood."""
    data = workbook(
        [
            ["RENGINIŲ PLANAS"],
            ["Kodas", "Pavadinimas", "Pradžia", "Akad. val.", "Kaina, Eur", "Vietų skaičius"],
            [7, "Muzika", TEN, 4, 25.5, 30],
            [None, None, None, None, None, None],
            ["B", "=1+1", date(2026, 12, 8), None, None, None],
        ]
    )
    reading = read("Planas.XLSX", data, zone=VILNIUS)
    (draft,) = reading.drafts
    assert (draft.code, draft.seats, str(draft.price_eur)) == ("7", 30, "25.50")
    assert (draft.starts_at, draft.ends_at) == (at("2026-12-07T10:00"), at("2026-12-07T13:00"))
    assert [(row.row, row.column, row.reason) for row in reading.refused] == [
        (5, "Pradžia", Reason.NO_TIME)
    ]


def test_lines_of_json() -> None:
    """A bad line is named by its number; the others are taken."""
    good = jsonl({"title_lt": "A", "start": "2026-12-07 10:00", "kambarys": 5})
    reading = read(
        "a.jsonl", b"\xef\xbb\xbf" + good + b"\n\n{nope\n[1]\n" + b"[" * 5000, zone=VILNIUS
    )
    assert len(reading.drafts) == 1
    assert [(row.row, row.reason) for row in reading.refused] == [
        (3, Reason.NOT_JSON),
        (4, Reason.NOT_JSON),
        (5, Reason.NOT_JSON),
    ]
    assert reading.ignored == ("kambarys",)


def test_null_is_empty() -> None:
    """`null` says that there is nothing, as an empty cell does."""
    (draft,) = read_rows(
        {"title_lt": "A", "title_en": None, "start": "2026-12-07 10:00", "city": None}
    ).drafts
    assert draft.title_en == ""


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xlsx", b"", Reason.EMPTY),
        ("a.csv", b"", Reason.EMPTY),
        ("a.csv", b"\xef\xbb\xbf", Reason.EMPTY),
        ("a.csv", b"title_lt;start\n", Reason.NO_ROWS),
        ("a.csv", b"title_lt;start\n;\n", Reason.NO_ROWS),
        ("a.jsonl", b"\n\n", Reason.NO_ROWS),
        ("a.xlsx", workbook([]), Reason.EMPTY),
        ("a.xlsx", workbook([["title_lt", "start"]]), Reason.NO_ROWS),
        ("a.xlsx", b"title_lt;start\nA;2026-12-07 10:00\n", Reason.NOT_A_WORKBOOK),
        ("a.docx", b"x", Reason.UNKNOWN_ENDING),
        ("a", b"x", Reason.UNKNOWN_ENDING),
        ("a.csv", b"title_lt;start\n" + b"A;B\n" * 20_100, Reason.TOO_MANY_ROWS),
        ("a.jsonl", b"{}\n" * 20_100, Reason.TOO_MANY_ROWS),
    ],
)
def test_file_of_which_nothing_can_be_read(name: str, data: bytes, reason: Reason) -> None:
    """One clear reason for the whole file."""
    assert why(name, data) is reason


def test_size_is_looked_at_first() -> None:
    """A file of 100 MB is refused before it is read into memory."""
    with pytest.raises(Unreadable) as unreadable:
        check_size(100 * 2**20)
    assert (unreadable.value.reason, unreadable.value.values) == (
        Reason.TOO_LARGE,
        {"megabytes": 20},
    )
    check_size(MOST_BYTES)


@settings(max_examples=150)
@given(st.sampled_from(ENDINGS), st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(ending: str, data: bytes) -> None:
    """No file breaks the program."""
    head = {".csv": b"title_lt;start;seats\n", ".ics": b"BEGIN:VCALENDAR\n"}.get(ending, b"")
    try:
        reading = read("a" + ending, head + data, zone=VILNIUS)
    except Unreadable:
        return
    assert reading.drafts or reading.refused
