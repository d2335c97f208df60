"""An xlsx workbook → grids of cells. It is measured before it is unpacked; nothing is executed."""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import IO, Any

from catalogue.programme.refused import Reason, Unreadable

MOST_UNPACKED = 150 * 2**20
MOST_FILES = 3_000
MOST_ROWS = 20_000
MOST_CELLS = 3_000_000  # the reader lays out the whole rectangle, also where it is empty
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_CHUNK = 2**20
_CELL = re.compile(rb"""<(?:\w+:)?c\s[^<>]{0,200}?\br=["']([A-Z]{1,3})(\d{1,7})["'][^<>]{0,200}""")


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet; `name` is empty where the file has no sheets. Row 1 is `rows[0]`."""

    name: str
    rows: list[list[Any]]


def grids(data: bytes) -> list[Grid]:
    """The visible sheets. Raises Unreadable with one reason."""
    _measure(data)
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            Grid(sheet.name, book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False))
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
    except (CalamineError, ValueError, OSError):
        raise Unreadable(Reason.NOT_A_WORKBOOK) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader's own, of no importable type
            raise
        raise Unreadable(Reason.NOT_A_WORKBOOK) from None


def _measure(data: bytes) -> None:
    """Refuses what declares too much, what lies about it, and what would not fit in memory."""
    if data.startswith(_OLD_OR_ENCRYPTED):
        raise Unreadable(Reason.OLD_OR_PROTECTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _check_declared(packed.infolist())
            for file in packed.infolist():
                with packed.open(file) as stream:
                    _walk(stream, is_sheet="worksheets/" in file.filename.lower())
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        raise Unreadable(Reason.NOT_A_WORKBOOK) from None
    except Exception as error:
        if type(error).__module__ != "zlib":
            raise
        raise Unreadable(Reason.NOT_A_WORKBOOK) from None


def _check_declared(files: list[zipfile.ZipInfo]) -> None:
    names = {file.filename.lower() for file in files}
    if "xl/workbook.xml" not in names:
        raise Unreadable(Reason.NOT_A_WORKBOOK)
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Unreadable(Reason.MACROS)
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_UNPACKED:
        raise Unreadable(Reason.TOO_LARGE_INSIDE)


def _walk(stream: IO[bytes], *, is_sheet: bool) -> None:
    """Unpacks in pieces: a file larger than it declares fails its checksum here, harmlessly."""
    kept, row, column = b"", 0, 0
    while piece := stream.read(_CHUNK):
        if not is_sheet:
            continue
        kept += piece
        for found in _CELL.finditer(kept):
            if not found[0].endswith(b"/"):  # a cell with a style only is no cell to the reader
                row = max(row, int(found[2]))
                column = max(column, _column_number(found[1]))
        kept = kept[-500:]
    if row > MOST_ROWS:
        raise Unreadable(Reason.TOO_MANY_ROWS, limit=MOST_ROWS)
    if row * column > MOST_CELLS:
        raise Unreadable(Reason.TOO_LARGE_INSIDE)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
