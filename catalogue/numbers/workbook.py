"""Tables as a spreadsheet: numbers are numbers, dates are dates, and no cell is a formula."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from catalogue.spreadsheets import file_of, neutralised, new_book

Cell = str | int | float | Decimal | date | None
_WIDE, _NARROW = 52, 16
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table; `above` are a few sentences that stay in sight with its headings, `below` those
    that follow it. A float is a share, in per cents; what else is not whole is a Decimal.
    """

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    above: Sequence[str] = field(default=())
    below: Sequence[str] = field(default=())


def workbook(sheets: Sequence[Sheet], *, made_at: datetime) -> bytes:
    """With its headings frozen; the names of sheets are as short as a spreadsheet wants them."""
    book = new_book()
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"num_format": "#,##0", "valign": "top"}),
        "decimal": book.add_format({"num_format": "#,##0.00", "valign": "top"}),
        "share": book.add_format({"num_format": "0%", "valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
    }
    for sheet in sheets:
        page = book.add_worksheet(sheet.name.translate(_FORBIDDEN)[:31].strip())
        _fill(page, sheet, formats)
    return file_of(book, made_at=made_at)


def _fill(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    page.set_column(0, 0, _WIDE)
    page.set_column(1, max(1, len(sheet.headings) - 1), _NARROW)
    _say(page, sheet.above, 0, formats)
    top = len(sheet.above) + bool(sheet.above)
    for column, heading in enumerate(sheet.headings):
        page.write_string(top, column, heading, formats["head"])
    page.freeze_panes(top + 1, 0)
    for line, row in enumerate(sheet.rows, start=top + 1):
        for column, cell in enumerate(row):
            _write(page, line, column, cell, formats)
    _say(page, sheet.below, top + len(sheet.rows) + 2, formats)


def _say(page: Any, sentences: Sequence[str], first: int, formats: dict[str, Any]) -> None:
    """One under another in the wide column, from this line on."""
    for line, sentence in enumerate(sentences, start=first):
        page.write_string(line, 0, neutralised(sentence, phones=False), formats["text"])


def _write(page: Any, line: int, column: int, cell: Cell, formats: dict[str, Any]) -> None:
    match cell:
        case None:
            return
        case str():
            page.write_string(line, column, neutralised(cell, phones=False), formats["text"])
        case date():
            page.write_datetime(line, column, cell, formats["date"])
        case float():
            page.write_number(line, column, cell, formats["share"])
        case _:
            name = "number" if cell == int(cell) else "decimal"
            page.write_number(line, column, cell, formats[name])
