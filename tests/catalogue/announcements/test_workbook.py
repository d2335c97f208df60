from io import BytesIO

from python_calamine import CalamineWorkbook

from catalogue.announcements.workbook import workbook


def test_no_cell_is_a_formula() -> None:
    """What a spreadsheet could take for one is marked as text; letters and numbers stay."""
    made = workbook(("Vardas", "Telefonas"), [("=HYPERLINK(1)", "+37061234567"), ("Ąžuolė Š.", "")])
    sheet = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_index(0)
    assert sheet.to_python() == [
        ["Vardas", "Telefonas"],
        ["'=HYPERLINK(1)", "+37061234567"],
        ["Ąžuolė Š.", ""],
    ]


def test_the_same_list_is_the_same_file() -> None:
    """Nothing of the moment stands in it."""
    assert workbook(("A",), [("b",)]) == workbook(("A",), [("b",)])
