"""What goes into any spreadsheet."""

import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from catalogue.spreadsheets import file_of, neutralised, new_book
from tests.factories import NOW

#: What is written, what stands in a cell marked as text, and what in a plain one.
CELLS = [
    ("=1+1", "'=1+1", "'=1+1"),
    ("'=1+1", "''=1+1", "''=1+1"),
    ("+SUM(A1)", "'+SUM(A1)", "'+SUM(A1)"),
    ("-2", "'-2", "'-2"),
    ("@cmd", "'@cmd", "'@cmd"),
    ("+370 600 00000", "+370 600 00000", "'+370 600 00000"),
    ("Vardas ir pavardė", "Vardas ir pavardė", "Vardas ir pavardė"),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "marked", "plain"), CELLS)
def test_no_text_becomes_a_formula(text: str, marked: str, plain: str) -> None:
    """Whatever people write; a telephone number is left to itself where it is safe."""
    assert neutralised(text, phones=True) == marked
    assert neutralised(text, phones=False) == plain


def test_a_book_takes_nothing_for_a_formula_or_a_link() -> None:
    """Also where nobody has neutralised it."""
    book = new_book()
    book.add_worksheet("A").write(0, 0, "=1+1")
    book.get_worksheet_by_name("A").write(1, 0, "https://example.org")
    content = file_of(book)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        page = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "hyperlink" not in page
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    assert sheet.to_python() == [["=1+1"], ["https://example.org"]]


def test_the_same_book_is_the_same_file() -> None:
    """Until it says when it was made."""
    assert file_of(new_book()) == file_of(new_book())
    assert file_of(new_book(), made_at=NOW) != file_of(new_book())
