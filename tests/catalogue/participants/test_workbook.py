"""The list as a workbook that other tables are made from."""

import io
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from python_calamine import CalamineWorkbook

from catalogue.participants.workbook import (
    BILLS,
    CANCELLED,
    PAYERS,
    PEOPLE,
    STATES,
    WALKED_IN,
    Lists,
    workbook,
)
from catalogue.registrations.tables import Payer, State
from tests.catalogue.participants.test_queries import listed
from tests.catalogue.registrations.test_payments import bill
from tests.factories import NOW, VILNIUS


def opened(**facts: Any) -> dict[str, list[list[Any]]]:
    plain: dict[str, Any] = {"everybody": [], "bills": [], "late_from": NOW, "zone": VILNIUS}
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
    sheets = opened(everybody=people, bills=[bill(1, Payer.SCHOOL, "+Gimnazija", paid_at=NOW)])
    assert sheets["dalyviai"][1:] == [
        [
            *(1, "'=1+1", "Šilutės gimnazija", "", "+37060000000", "patvirtinta"),
            *(datetime(2026, 11, 22, 10), "'@SUM(A1)", "ne", "taip", "mokykla", "taip"),  # noqa: DTZ001
            "ne",
        ]
    ]
    assert [row[8:10] for row in sheets["eilė"][1:]] == [["taip", "ne"]]
    assert sheets["sąskaitos"][1] == [
        *("mokykla", "'+Gimnazija", "", "Ona 1", 40, "taip"),
        *(datetime(2026, 11, 22, 10), "taip"),  # noqa: DTZ001
    ]


def test_a_column_for_each_meeting() -> None:
    """Behind the others, so that these stay where they were; empty where nothing was said. Last is
    who came without a registration.
    """
    people = [listed(name="Ona"), listed(registration_id=2, name="Rita", walked_in=True)]
    days = [datetime(2026, 11, 22, 10), datetime(2026, 11, 29, 10)]  # noqa: DTZ001
    sheets = opened(everybody=people, meetings=days, marks={1: ["dalyvavo", "vėlavo"]})
    assert [row[-3:] for row in sheets["dalyviai"]] == [
        ["2026-11-22 10:00", "2026-11-29 10:00", "Atvyko be registracijos"],
        ["dalyvavo", "vėlavo", "ne"],
        ["", "", "taip"],
    ]
    assert "2026-11-22 10:00" not in sheets["eilė"][0]


def test_those_who_cancelled_have_a_sheet() -> None:
    """With who would have paid, when they left, and whether that was too late, as it never is where
    the seat was passed on; an invoice is only of what was paid.
    """
    early, late = NOW - timedelta(minutes=1), NOW
    people = [
        listed(registration_id=number, state=State.CANCELLED, changed_at=at, name=f"Ona {number}")
        for number, at in ((1, late), (2, early), (3, early))
    ]
    people.append(replace(people[0], name="Ona 4", registration_id=4, passed_on=True))
    bills = [
        bill(1, Payer.SCHOOL, "Gimnazija", takes_part=False),
        bill(2, Payer.SELF, "", takes_part=False, paid_at=NOW),
    ]
    sheets = opened(everybody=people, bills=bills)
    heads, *rows = sheets["atšaukta"]
    columns = [heads.index(one) for one in ("Vardas ir pavardė", "Būsena", "Moka", "Apmokėta")]
    assert [[row[at] for at in columns] for row in rows] == [
        ["Ona 1", "atšaukta", "mokykla", "ne"],
        ["Ona 2", "atšaukta", "pats žmogus", "taip"],
        ["Ona 3", "atšaukta", "", ""],
        ["Ona 4", "atšaukta", "", ""],
    ]
    assert [row[-2:] for row in rows] == [
        [datetime(2026, 11, 22, 10), "taip"],  # noqa: DTZ001
        [datetime(2026, 11, 22, 9, 59), "ne"],  # noqa: DTZ001
        [datetime(2026, 11, 22, 9, 59), "ne"],  # noqa: DTZ001
        [datetime(2026, 11, 22, 10), "ne"],  # noqa: DTZ001
    ]
    assert [row[3] for row in sheets["sąskaitos"][1:]] == ["Ona 2"]


def test_the_headings_stay() -> None:
    """In their order, also where there is nobody; every state and payer has a word."""
    sheets = opened()
    assert {name: len(rows) for name, rows in sheets.items()} == {
        "dalyviai": 1, "eilė": 1, "sąskaitos": 1, "atšaukta": 1,
    }  # fmt: skip
    assert sheets["dalyviai"][0] == [heading for heading, _ in (*PEOPLE, WALKED_IN)]
    assert sheets["atšaukta"][0] == [heading for heading, _ in CANCELLED]
    assert sheets["sąskaitos"][0] == [heading for heading, _ in BILLS]
    assert set(STATES) == set(State)
    assert set(PAYERS) == {*Payer, None}
