"""A grid of cells → rows by column key: finds the headings wherever they stand."""

import csv
import io
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from catalogue.files.columns import DAY, HOUR, key_of
from catalogue.files.rows import RawRow
from catalogue.files.workbook import MOST_ROWS, Grid
from catalogue.programme.refused import Reason, Unreadable

_HEADINGS_WITHIN = 30  # rows from the top: titles, a logo, an approval note stand above
_MOST_COLUMNS = 500
_NEUTRALISED = re.compile(r"'(?='*[=+\-@])")


def text_grid(data: bytes) -> Grid:
    """A csv with any of the usual separators and encodings. Raises Unreadable."""
    best: tuple[int, list[list[Any]]] = (-1, [])
    for rows in separated(data):
        score = max((len(_recognised(row)) for row in rows[:_HEADINGS_WITHIN]), default=0)
        if score > best[0]:
            best = (score, rows)
    return Grid("", best[1])


def separated(data: bytes) -> Iterator[list[list[Any]]]:
    """The rows of a csv by each of the separators that it may have. Raises Unreadable."""
    text = _decoded(data).replace("\x00", "")
    for separator in (";", ",", "\t"):
        yield _split(text, separator)


def rows_of(grids: Sequence[Grid]) -> tuple[list[RawRow], list[str]]:
    """Rows of every sheet that has headings, and the headings we do not know. Raises Unreadable."""
    found = [(grid, headed) for grid in grids if (headed := _headings(grid.rows))]
    if not found:
        raise Unreadable(Reason.NO_HEADINGS if any(g.rows for g in grids) else Reason.EMPTY)
    if sum(len(grid.rows) for grid, _ in found) > MOST_ROWS + _HEADINGS_WITHIN:
        raise Unreadable(Reason.TOO_MANY_ROWS, limit=MOST_ROWS)
    rows: list[RawRow] = []
    ignored: dict[str, None] = {}
    for grid, (last, headings, unknown) in found:
        sheet = grid.name if len(found) > 1 else ""
        names = {key: heading for _, (key, heading) in headings.items()}
        for number, cells in enumerate(grid.rows[last + 1 :], start=last + 2):
            held = {
                key: _unquoted(cells[column]) if column < len(cells) else None
                for column, (key, _) in headings.items()
            }
            rows.append(RawRow(number, held, names, sheet))
        ignored |= dict.fromkeys(unknown)
    return rows, list(ignored)


_Headings = dict[int, tuple[str, str]]


def _headings(rows: list[list[Any]]) -> tuple[int, _Headings, list[str]] | None:
    """The last row of headings, key and wording by column, and the words we do not know.

    Headings of two rows („Data ir laikas“ above „Pradžia“ and „Pabaiga“) are read as one.
    """
    top = rows[:_HEADINGS_WITHIN]
    if not top:
        return None
    known = [_recognised(row) for row in top]
    best = max(range(len(top)), key=lambda index: (len(known[index]), -index))
    parts, last = [best], best
    if best > 0 and known[best - 1]:
        parts.append(best - 1)
    if best + 1 < len(top) and _all_recognised(top[best + 1]):
        parts.insert(0, last := best + 1)
    headings: _Headings = {}
    for index in parts:
        taken = {key for key, _ in headings.values()}
        for column, key in known[index].items():
            if column not in headings and key not in taken:
                headings[column] = (key, _word(top[index][column]))
    keys = {key for key, _ in headings.values()}
    if not (keys & {"title_lt", "title_en"} and keys & {"start", DAY, HOUR}):
        return None
    unknown = [w for c, cell in enumerate(top[best]) if c not in headings and (w := _word(cell))]
    return last, headings, unknown


def _recognised(row: Sequence[Any]) -> dict[int, str]:
    """The first column of each key; a second one of the same meaning is not known."""
    found: dict[str, int] = {}
    for column, cell in enumerate(row[:_MOST_COLUMNS]):
        if isinstance(cell, str) and (key := key_of(cell)):
            found.setdefault(key, column)
    return {column: key for key, column in found.items()}


def _all_recognised(row: Sequence[Any]) -> bool:
    words = [cell for cell in row if cell not in ("", None)]
    return len(words) > 1 and all(isinstance(word, str) and key_of(word) for word in words)


def _word(cell: Any) -> str:
    return " ".join(str(cell).split())[:60]


def _unquoted(cell: Any) -> Any:
    """Takes off the apostrophe that an export puts before = + - @."""
    return cell[1:] if isinstance(cell, str) and _NEUTRALISED.match(cell) else cell


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1257"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(Reason.UNKNOWN_LETTERS)


def _split(text: str, separator: str) -> list[list[Any]]:
    """A quotation mark that nobody closed does not swallow the rows after it."""
    # A cell too long for us is refused with its row. The limit is everybody's: it only rises.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        return _parsed(text, separator, strict=True)
    except csv.Error as error:
        if "unexpected end" not in str(error):  # only an odd quotation mark inside a row
            return _parsed(text, separator)
    rows = _parsed(text, separator, quoting=csv.QUOTE_NONE)
    return [[cell.strip('"') for cell in row] for row in rows]


def _parsed(text: str, separator: str, **how: Any) -> list[list[Any]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, **how)
    rows = list(itertools.islice(reader, MOST_ROWS + _HEADINGS_WITHIN + 1))
    if len(rows) > MOST_ROWS + _HEADINGS_WITHIN:
        raise Unreadable(Reason.TOO_MANY_ROWS, limit=MOST_ROWS)
    return rows
