"""The list as a workbook that other tables are made from."""

import io
from datetime import datetime
from typing import Any

from python_calamine import CalamineWorkbook

from catalogue.registrations.payments import invoices
from catalogue.registrations.tables import Payer, State
from catalogue.registrations.workbook import BILLS, PAYERS, PEOPLE, STATES, Lists, workbook
from tests.catalogue.registrations.test_participants import listed
from tests.catalogue.registrations.test_payments import bill
from tests.factories import NOW, VILNIUS


def opened(**facts: Any) -> dict[str, list[list[Any]]]:
    plain: dict[str, Any] = {"everybody": [], "invoices": [], "zone": VILNIUS}
    content = workbook(Lists(**plain | facts))
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_each_list_is_a_sheet() -> None:
    """With real dates on the wall clock, taip and ne, and nothing that a spreadsheet would run."""
    people = [
        listed(name="=1+1", telephone="+37060000000", access_need="@SUM(A1)"),
        listed(registration_id=2, state=State.OFFERED, is_added=True, is_reached=False),
        listed(registration_id=3, state=State.CANCELLED),
    ]
    due = invoices([bill(1, Payer.SCHOOL, "+Gimnazija", paid_at=NOW)])
    sheets = opened(everybody=people, invoices=due)
    assert sheets["dalyviai"][1:] == [
        [
            *(1, "'=1+1", "Šilutės gimnazija", "", "+37060000000", "patvirtinta"),
            *(datetime(2026, 11, 22, 10), "'@SUM(A1)", "ne", "taip", "mokykla", "taip"),  # noqa: DTZ001
        ]
    ]
    assert [row[8:10] for row in sheets["eilė"][1:]] == [["taip", "ne"]]
    assert sheets["sąskaitos"][1] == [
        *("mokykla", "'+Gimnazija", "", "Ona 1", 40, "taip"),
        *(datetime(2026, 11, 22, 10), "taip"),  # noqa: DTZ001
    ]


def test_the_headings_stay() -> None:
    """In their order, also where there is nobody; every state and payer has a word."""
    sheets = opened()
    assert {name: len(rows) for name, rows in sheets.items()} == {
        "dalyviai": 1, "eilė": 1, "sąskaitos": 1,
    }  # fmt: skip
    assert sheets["dalyviai"][0] == [heading for heading, _ in PEOPLE]
    assert sheets["sąskaitos"][0] == [heading for heading, _ in BILLS]
    assert set(STATES) == set(State)
    assert set(PAYERS) == {*Payer, None}
