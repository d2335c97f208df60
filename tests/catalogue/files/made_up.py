"""Programme files made for a test."""

import io
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from catalogue.files.drafts import EventDraft, Reading
from catalogue.files.reading import read

VILNIUS = ZoneInfo("Europe/Vilnius")


def jsonl(*rows: dict[str, Any]) -> bytes:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def workbook(*sheets: Sequence[Sequence[Any]], hidden: Iterable[int] = ()) -> bytes:
    """Dates become real dates; a text with = at its start becomes a formula."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for number, rows in enumerate(sheets):
        sheet = book.add_worksheet()
        if number in hidden:
            sheet.hide()
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(line, column, cell, moment)
                elif cell is not None:
                    sheet.write(line, column, cell)
    book.close()
    return file.getvalue()


def read_rows(*rows: dict[str, Any]) -> Reading:
    return read("a.jsonl", jsonl(*rows), zone=VILNIUS)


def drafts_of(*rows: dict[str, Any]) -> tuple[EventDraft, ...]:
    """Every row must be taken."""
    reading = read_rows(*rows)
    assert not reading.refused
    return reading.drafts


def at(text: str) -> datetime:
    """A moment of the wall clock in Vilnius."""
    return datetime.fromisoformat(text).replace(tzinfo=VILNIUS)
