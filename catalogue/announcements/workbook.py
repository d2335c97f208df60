"""A list of people as a spreadsheet."""

from collections.abc import Iterable, Sequence

from catalogue.spreadsheets import file_of, neutralised, new_book


def workbook(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Every cell is text, and none of them is a formula."""
    book = new_book()
    sheet = book.add_worksheet()
    head = book.add_format({"bold": True, "bottom": 1})
    sheet.set_column(0, len(headings) - 1, 32)
    for number, heading in enumerate(headings):
        sheet.write_string(0, number, heading, head)
    for line, row in enumerate(rows, start=1):
        for number, cell in enumerate(row):
            sheet.write_string(line, number, neutralised(cell, phones=True))
    sheet.freeze_panes(1, 0)
    return file_of(book)
