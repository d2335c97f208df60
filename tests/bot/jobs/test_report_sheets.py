"""A report as sheets."""

from io import BytesIO

from python_calamine import CalamineWorkbook

from bot.jobs.report_sheets import sheets
from bot.jobs.report_tables import COLUMNS
from catalogue.numbers.workbook import workbook
from tests.bot.jobs.test_report_tables import an_account
from tests.factories import NOW
from tests.handlers.words.made_up import LT


def test_a_sheet_for_each_table() -> None:
    """It opens; the first says of which time and centre it is, when it was made, and how."""
    content = workbook(sheets(LT, an_account(until=NOW.date())), made_at=NOW)
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    assert len(book.sheet_names) == len(COLUMNS)
    first = book.get_sheet_by_name("Trumpai").to_python()
    above = [str(row[0]) for row in first]
    assert above[:3] == ["2026 m. spalis", "Kauno centras", "Parengta 2026-11-22 10:00"]
    assert "2026 m. lapkričio 22 d." in above[3]
    assert (above[4], above[5]) == ("", "Rodiklis")
    assert ["Surengta renginių", 2.0, 0.0, 2.0, ""] in first
    assert above[-1].startswith("Prieš metus")
    bills = book.get_sheet_by_name("Kas moka").to_python()
    assert bills[0] == ["Kas moka", "Renginiai", "Registracijos", "Žmonės", "Kaina × žmonės, €"]
    assert bills[2][-1] == 15.0
    reached = book.get_sheet_by_name("Pasiektos mokyklos").to_python()
    assert reached[0][0] == "Pasiekta mokyklų: 1. Žinomų, bet nepasiektų: 0."
