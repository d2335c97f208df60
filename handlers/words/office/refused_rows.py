"""Every refused row of a file as a table, made apart where there are many."""

import csv
import io
from collections.abc import Sequence

from catalogue.programme.refused import Refused
from catalogue.spreadsheets import neutralised
from handlers.words.importing import reason

_HEADINGS = {
    "lt": ("Lapas", "Eilutė", "Stulpelis", "Priežastis"),
    "en": ("Sheet", "Row", "Column", "Reason"),
}


def table(refused: Sequence[Refused], language: str) -> bytes:
    """As a Lithuanian spreadsheet opens it by a double click."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(_HEADINGS[language])
    for one in refused:
        cells = (one.sheet, one.column, reason(one.reason, one.values, language))
        sheet, column, why = (neutralised(cell, phones=False) for cell in cells)
        writer.writerow([sheet, one.row, column, why])
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8")
