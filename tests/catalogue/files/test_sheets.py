"""Grids of cells."""

import csv
from collections.abc import Sequence

import pytest

from catalogue.files.sheets import rows_of, text_grid
from catalogue.files.workbook import Grid
from catalogue.programme.refused import Reason, Unreadable

HEAD = ["Pavadinimas", "Pradžia"]
ROW = ["Muzika", "2026-12-07 10:00"]


def cells(*grids: Sequence[Sequence[object]]) -> list[dict[str, object]]:
    rows, _ = rows_of([Grid(f"S{n}", [list(r) for r in grid]) for n, grid in enumerate(grids)])
    return [dict(row.cells) for row in rows]


MUSIC = {"title_lt": "Muzika", "start": "2026-12-07 10:00"}


@pytest.mark.parametrize(
    "grid",
    [
        [HEAD, ROW],
        [["RENGINIŲ PLANAS 2026 m.", ""], ["", ""], HEAD, ROW],
        [["Tvirtinu: direktorė", "2026-11-01"], ["Pavadinimas visiems", ""], HEAD, ROW],
        [["Pradžia", "Pavadinimas"], ROW[::-1]],
        [["TITLE_LT ", " Start"], ROW],
    ],
)
def test_headings_are_found_where_they_stand(grid: list[list[str]]) -> None:
    """Titles above the table and the order of columns do not matter."""
    assert cells(grid) == [MUSIC]


def test_headings_of_two_rows() -> None:
    """„Data ir laikas“ over „Pradžia“ and „Pabaiga“ is one heading."""
    grid = [
        ["Kodas", "Pavadinimas", "Data ir laikas", ""],
        ["", "", "Pradžia", "Pabaiga"],
        ["A", "Muzika", "2026-12-07 10:00", "12:00"],
    ]
    assert cells(grid) == [{**MUSIC, "code": "A", "end": "12:00"}]


def test_row_numbers_are_the_spreadsheets_own() -> None:
    """The report names the row that stands at the edge of the screen."""
    rows, _ = rows_of([Grid("", [["Planas"], HEAD, ["", ""], ROW])])
    assert [row.number for row in rows] == [3, 4]


def test_every_sheet_with_headings_is_read() -> None:
    """A plan with a sheet for each month comes in whole; „Apie“ is passed over."""
    rows, _ = rows_of(
        [Grid("Sausis", [HEAD, ROW]), Grid("Apie", [["a"]]), Grid("Kovas", [HEAD, ROW])]
    )
    assert [row.sheet for row in rows] == ["Sausis", "Kovas"]


def test_unknown_columns_are_told_once() -> None:
    """Fifty columns of one's own are no obstacle."""
    extra = [f"Stulpelis {number}" for number in range(50)]
    rows, ignored = rows_of([Grid("", [[*HEAD, *extra], [*ROW, *extra]])])
    assert ignored == extra
    assert dict(rows[0].cells) == MUSIC


def test_short_rows() -> None:
    """Cells that a csv leaves away at the end are empty."""
    assert cells([[*HEAD, "Vieta"], ROW]) == [{**MUSIC, "place": None}]


def test_apostrophe_of_an_export_is_taken_off() -> None:
    """What was neutralised on the way out is itself again."""
    assert cells([HEAD, ["'=1+1", "'2026"]])[0] == {"title_lt": "=1+1", "start": "'2026"}


@pytest.mark.parametrize("grid", [[["a", "b"]], [["Pavadinimas"]], [["Pradžia", "Vieta"]]])
def test_no_headings(grid: list[list[object]]) -> None:
    """Without a title and a start there is no programme."""
    with pytest.raises(Unreadable) as unreadable:
        rows_of([Grid("", grid)])
    assert unreadable.value.reason is Reason.NO_HEADINGS


TEXT = "Pavadinimas;Pradžia\r\nŽiema „ąč“;2026-12-07 10:00\r\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.encode(),
        TEXT.encode("cp1257"),
        TEXT.replace(";", "\t").encode("utf-16"),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").encode(),
        ("sep=;\r\n" + TEXT).encode(),
        TEXT.replace("\r\n", "\n").encode(),
    ],
    ids=["bom", "utf-8", "windows-1257", "utf-16", "comma", "tab", "sep", "unix"],
)
def test_csv_of_any_kind(data: bytes) -> None:
    """Whatever a spreadsheet saves as csv is read with its Lithuanian letters."""
    rows, _ = rows_of([text_grid(data)])
    assert dict(rows[0].cells) == {"title_lt": "Žiema „ąč“", "start": "2026-12-07 10:00"}


def test_csv_that_is_no_text() -> None:
    """A picture named csv is refused with a reason."""
    with pytest.raises(Unreadable) as unreadable:
        text_grid(b"\xff\xfe\x00")
    assert unreadable.value.reason is Reason.UNKNOWN_LETTERS


@pytest.mark.parametrize(
    "odd",
    ['"Muzika', '"Muzika" ir menai', 'Muzika "ir" menai', "x" * 200_000],
    ids=["open", "start", "middle", "long"],
)
def test_csv_row_with_an_odd_cell(odd: str) -> None:
    """A quotation mark that nobody closed, or a page in one cell, takes no other row with it."""
    text = f"Pavadinimas;Pradžia\n{odd};2026-12-07 10:00\nDailė;2026-12-08 10:00\n"
    rows, _ = rows_of([text_grid(text.encode())])
    assert [row.cells["start"] for row in rows] == ["2026-12-07 10:00", "2026-12-08 10:00"]


def test_a_short_file_leaves_room_for_longer_ones() -> None:
    """The limit of a cell belongs to the whole process, so reading a file never lowers it."""
    before = csv.field_size_limit()
    text_grid(b"a;b\n1;2\n")
    assert csv.field_size_limit() >= before
