"""The list as a file: what goes out comes in, and what is odd is told by row."""

import io
from datetime import datetime
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from catalogue.learning.marking import Said
from catalogue.learning.roll_files import (
    LEGEND_SHEET,
    SHEET,
    Column,
    Person,
    RollFile,
    Wrong,
    in_words,
    read_roll,
    workbook,
)
from catalogue.learning.tables import Attendance, Presence
from tests.factories import an_event

AT = datetime(2026, 11, 22, 10, 0)  # noqa: DTZ001 -- on the wall clock
HEADINGS = "Registracija;Vardas;Susitikimas 7: 2026-11-22 10:00;Susitikimas 8;Taisymo priežastis"
SAIDS = st.builds(
    Said,
    st.sampled_from([Presence.PRESENT, Presence.LATE, Presence.LEFT_EARLY]),
    st.none() | st.integers(1, 40).map(lambda quarters: quarters / 4),
) | st.just(Said(Presence.ABSENT))


def _csv(*rows: str, separator: str = ";") -> RollFile | None:
    text = "\n".join((HEADINGS, *rows)).replace(";", separator)
    return read_roll("sarasas.csv", text.encode())


@settings(max_examples=20, deadline=None)
@given(st.dictionaries(st.integers(1, 10**9), st.dictionaries(st.sampled_from([7, 8]), SAIDS)))
def test_what_goes_out_comes_in_unchanged(marks: dict[int, dict[int, Said]]) -> None:
    """Every mark of every person, hours and all."""
    people = [Person(number, "=Ona", "-", said) for number, said in marks.items()]
    found = read_roll("a.xlsx", workbook([Column(7, AT), Column(8, AT)], people))
    assert found is not None
    assert found.problems == []
    read: dict[int, dict[int, Said]] = {number: {} for number in marks}
    for cell in found.cells:
        read[cell.registration_id][cell.meeting_id] = cell.said
    assert read == marks


def test_the_workbook() -> None:
    """A column a meeting, names that are no formulas, and a sheet that says what to write."""
    made = workbook([Column(7, AT)], [Person(5, "=Ona", "", {7: Said(Presence.LATE, 2.5)})])
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    assert book.sheet_names == [SHEET, LEGEND_SHEET]
    heading, row = book.get_sheet_by_name(SHEET).to_python()
    assert heading[3:] == ["Susitikimas 7: 2026-11-22 10:00", "Taisymo priežastis"]
    assert row == [5, "'=Ona", "", "v 2,5", ""]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("+", Said(Presence.PRESENT)),
        (" Taip ", Said(Presence.PRESENT)),
        ("X", Said(Presence.PRESENT)),
        ("V", Said(Presence.LATE)),
        ("i", Said(Presence.LEFT_EARLY)),
        ("n", Said(Presence.ABSENT)),
        ("-", Said(Presence.ABSENT)),
        ("0", Said(Presence.ABSENT)),
        ("2", Said(Presence.PRESENT, 2.0)),
        ("2.5", Said(Presence.PRESENT, 2.5)),
        ("v 1,5", Said(Presence.LATE, 1.5)),
        ("i3", Said(Presence.LEFT_EARLY, 3.0)),
        ("+ 2", Said(Presence.PRESENT, 2.0)),
        ("n 2", None),
        ("gal", None),
        ("2 val.", None),
        ("?", None),
        ("1e5", None),
    ],
)
def test_a_cell(written: str, said: Said | None) -> None:
    """As people write; what is no mark is told and not guessed."""
    found = _csv(f"5;Ona;{written};;")
    assert found is not None
    assert [one.said for one in found.cells] == ([said] if said else [])
    assert [one.wrong for one in found.problems] == ([] if said else [Wrong.NOT_A_MARK])


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separators_and_rows(separator: str) -> None:
    """A csv of any kind; rows without marks are passed over, odd ones told by their number."""
    rows = "5;Ona;+;n;", ";;;;", "x;Rita;+;;", "5;Ona;+;;", "6;Jonas;;;", "7;Zita;v;;Suklydau"
    found = _csv(*rows, separator=separator)
    assert found is not None
    cells = [(one.row, one.registration_id, one.meeting_id, one.reason) for one in found.cells]
    assert cells == [(2, 5, 7, ""), (2, 5, 8, ""), (7, 7, 7, "Suklydau")]
    problems = [(one.row, one.wrong) for one in found.problems]
    assert problems == [(4, Wrong.NO_REGISTRATION), (5, Wrong.TWICE)]


def test_headings_lower_down() -> None:
    """Somebody has put a title above, and numbers are numbers."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Kauno centras"])
    sheet.write_row(2, 0, ["Registracija", "Pastaba", "Susitikimas 7: 2026-11-22 10:00"])
    sheet.write_row(3, 0, [5, "", 2.5])
    book.close()
    found = read_roll("a.XLSX", file.getvalue())
    assert found is not None
    assert [(one.row, one.said) for one in found.cells] == [(4, Said(Presence.PRESENT, 2.5))]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b""),
        ("a.csv", b"title_lt;start\nA;2026-12-07 10:00"),
        ("a.csv", b"Registracija;Vardas\n5;Ona"),
        ("a.xlsx", b"no workbook"),
        ("a.docx", b"x"),
        ("a.csv", b"\xff\xfe\x00\xd8"),
    ],
)
def test_what_is_no_list(name: str, data: bytes) -> None:
    """A programme, a broken file or another one is left to others."""
    assert read_roll(name, data) is None


def test_words_by_meeting() -> None:
    """In the order of the meetings, empty where nothing was said."""
    event: Any = an_event()
    event.sessions[0].id = 7
    mark = Attendance(session_id=7, presence=Presence.LATE, hours=2.5)
    assert in_words(event, {5: [mark], 6: []}) == {5: ["vėlavo, 2,5 akad. val."], 6: [""]}
