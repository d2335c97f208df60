"""Tables as a spreadsheet."""

import io
import zipfile
from datetime import date
from decimal import Decimal

from python_calamine import CalamineWorkbook

from catalogue.numbers.workbook import Sheet, workbook
from tests.factories import NOW


def test_numbers_are_numbers_and_nothing_is_a_formula() -> None:
    """Dates are dates, shares per cents, an unknown cell is empty; the headings stay in sight."""
    sheets = [
        Sheet(
            name="Trumpai: [1/2] ",
            headings=["Rodiklis"],
            rows=[],
            above=["Kaunas", "=1+1"],
            below=["-1"],
        ),
        Sheet(
            name="Savaitės",
            headings=["Savaitė", "Nuo", "Žmonės", "Dalis", "Suma"],
            rows=[
                ("=HYPERLINK(1)", date(2026, 11, 16), 4000, 0.5, Decimal("30.50")),
                ("Kita", None, None, None, Decimal(8)),
            ],
        ),
    ]
    content = workbook(sheets, made_at=NOW)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["Trumpai   1 2", "Savaitės"]
    assert book.get_sheet_by_index(0).to_python() == [
        ["Kaunas"],
        ["'=1+1"],
        [""],
        ["Rodiklis"],
        [""],
        ["'-1"],
    ]
    assert book.get_sheet_by_index(1).to_python() == [
        ["Savaitė", "Nuo", "Žmonės", "Dalis", "Suma"],
        ["'=HYPERLINK(1)", date(2026, 11, 16), 4000, 0.5, 30.5],
        ["Kita", "", "", "", 8],
    ]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        page = packed.read("xl/worksheets/sheet2.xml").decode()
    assert "<f>" not in page
    assert 'state="frozen"' in page
