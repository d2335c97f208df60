"""Workbooks are measured before they are unpacked."""

import io
import struct
import zipfile

import pytest

from catalogue.files.workbook import grids
from catalogue.programme.refused import Reason, Unreadable
from tests.catalogue.files.made_up import workbook


def packed(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_files(data: bytes, **files: bytes) -> bytes:
    """The same workbook with files added or put in the place of others."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    return packed(**(held | files))


PLAIN = workbook([["title_lt", "start"]])
SHEET = "xl/worksheets/sheet1.xml"


def bomb() -> bytes:
    """200 MB of zeros in a sheet of 200 KB."""
    return with_files(PLAIN, **{SHEET: b"\0" * (200 * 2**20)})


def far_cell() -> bytes:
    """One cell in the last corner makes a rectangle of 17 billion."""
    return with_files(
        PLAIN,
        **{SHEET: b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
           b"</sheetData></worksheet>"},
    )  # fmt: skip


def wide_cell() -> bytes:
    """Few enough rows, too many columns."""
    sheet = b"<worksheet><sheetData><row><c r='XFD900'><v>1</v></c></row></sheetData></worksheet>"
    return with_files(PLAIN, **{SHEET: sheet})


def liar() -> bytes:
    """Declares ten bytes where a megabyte comes out."""
    data = bytearray(with_files(PLAIN, **{SHEET: b"0" * 2**20}))
    real, told = struct.pack("<I", 2**20), struct.pack("<I", 10)
    return bytes(data.replace(real, told))


def encrypted() -> bytes:
    """The flag of a password on every file."""
    data = bytearray(PLAIN)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"not a zip", Reason.NOT_A_WORKBOOK),
        (PLAIN[: len(PLAIN) // 2], Reason.NOT_A_WORKBOOK),
        (packed(**{"a.txt": b"a"}), Reason.NOT_A_WORKBOOK),
        (packed(**{"xl/workbook.xml": b"<not"}), Reason.NOT_A_WORKBOOK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Reason.OLD_OR_PROTECTED),
        (with_files(PLAIN, **{"xl/vbaProject.bin": b"x"}), Reason.MACROS),
        (liar(), Reason.NOT_A_WORKBOOK),
        (encrypted(), Reason.NOT_A_WORKBOOK),
        (far_cell(), Reason.TOO_MANY_ROWS),
        (wide_cell(), Reason.TOO_LARGE_INSIDE),
    ],
    ids=["text", "torn", "zip", "empty", "old", "macros", "liar", "encrypted", "far", "wide"],
)  # fmt: skip
def test_bad_workbook_has_one_reason(data: bytes, reason: Reason) -> None:
    """Nothing is unpacked into memory that is not a small honest workbook."""
    with pytest.raises(Unreadable) as unreadable:
        grids(data)
    assert unreadable.value.reason is reason


def test_a_bomb_is_not_unpacked() -> None:
    """A small file that would fill the memory is known by what it declares."""
    with pytest.raises(Unreadable) as unreadable:
        grids(bomb())
    assert unreadable.value.reason is Reason.TOO_LARGE_INSIDE


def test_formula_is_its_value() -> None:
    """Nothing of a workbook is executed: what the spreadsheet last showed is what we read."""
    (grid,) = grids(workbook([["=1+1", "a"]]))
    assert grid.rows == [[0, "a"]]


def test_hidden_sheets_are_not_read() -> None:
    """What the organiser hid, they did not mean to send."""
    assert [grid.name for grid in grids(workbook([["a"]], [["b"]], hidden=[1]))] == ["Sheet1"]
