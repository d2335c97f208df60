"""The ledger of hours as a paper for the attestation portfolio: its rows, and it as a workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from catalogue.spreadsheets import file_of, neutralised, new_book

#: Columns of both tables, by the names of their headings, with their width in letters.
EARNED = {"number": 6, "from": 12, "until": 12, "title": 52, "organiser": 34, "form": 18,
          "theme": 34, "code": 16, "certificate": 18, "hours": 14}  # fmt: skip
OWN = {"number": 6, "day": 12, "title": 52, "organiser": 34, "kind": 22, "hours": 14}

Cell = str | int | float | date
#: The line of the headings, below what the sheet is of.
_TOP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One table with its own sum. A row has a cell for each column but the first, which counts
    them; `name` is that of its heading among the words.
    """

    name: str
    columns: Mapping[str, int]
    rows: Sequence[Sequence[Cell]]
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """Plain values; `words` are headings and sentences by the names used here."""

    holder: str
    target: int
    parts: Sequence[Part]
    words: Mapping[str, str]


def workbook(portfolio: Portfolio, *, made_at: datetime) -> bytes:
    """A sheet for each table, so that nobody adds them up by chance; dates are real ones, numbers
    are numbers, and no cell is a formula.
    """
    book = new_book()
    formats = {
        "bold": book.add_format({"bold": True}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"num_format": "0.##", "valign": "top"}),
        "sum": book.add_format({"num_format": "0.##", "bold": True}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
    }
    words = portfolio.words
    above = [words["under"], f"{words['holder']}: {portfolio.holder}",
             f"{words['target']}: {portfolio.target}"]  # fmt: skip
    for part in portfolio.parts:
        page = book.add_worksheet(words[f"sheet_{part.name}"])
        for line, sentence in enumerate([*above, words[part.name]]):
            page.write_string(line, 0, neutralised(sentence, phones=False), formats["bold"])
        _table(page, part, words, formats)
        below = _TOP + 1 + len(part.rows)
        page.write_string(below, len(part.columns) - 2, words["sum"], formats["head"])
        page.write_number(below, len(part.columns) - 1, part.hours, formats["sum"])
        page.write_string(below + 2, 0, words["commission"])
        page.write_string(below + 3, 0, words["made"])
    return file_of(book, made_at=made_at)


def _table(page: Any, part: Part, words: Mapping[str, str], formats: Mapping[str, Any]) -> None:
    for number, (name, width) in enumerate(part.columns.items()):
        page.set_column(number, number, width)
        page.write_string(_TOP, number, words[name], formats["head"])
    page.freeze_panes(_TOP + 1, 0)
    for line, row in enumerate(part.rows, start=1):
        for number, cell in enumerate((line, *row)):
            _write(page, _TOP + line, number, cell, formats)


def _write(page: Any, line: int, column: int, cell: Cell, formats: Mapping[str, Any]) -> None:
    match cell:
        case str():
            page.write_string(line, column, neutralised(cell, phones=False), formats["text"])
        case date():
            page.write_datetime(line, column, cell, formats["date"])
        case _:
            page.write_number(line, column, cell, formats["number"])
