"""What every spreadsheet of ours has in common: no cell of it is a formula."""

import io
import re
from datetime import datetime
from typing import Any

_FORMULA = re.compile(r"'*[=+\-@]")
_PHONE = re.compile(r"\+\d[\d ()-]{5,20}")
#: As long as it does not say when it was made, the same list is the same file.
_NO_DAY = datetime(2020, 1, 1)  # noqa: DTZ001 -- a spreadsheet's time has no zone


def new_book() -> Any:
    """To be filled, as xlsxwriter has it; then it is for `file_of`."""
    import xlsxwriter

    return xlsxwriter.Workbook(
        io.BytesIO(), {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )


def file_of(book: Any, *, made_at: datetime = _NO_DAY) -> bytes:
    """The file. `made_at` stands in it as it is on the wall clock it is given of."""
    book.set_properties({"created": made_at.replace(tzinfo=None)})
    book.close()
    content: bytes = book.filename.getvalue()
    return content


def neutralised(text: str, *, phones: bool) -> str:
    """An apostrophe before what a spreadsheet could take for a formula.

    A telephone number in a cell that is marked as text is no formula.
    """
    if phones and _PHONE.fullmatch(text):
        return text
    return f"'{text}" if _FORMULA.match(text) else text
