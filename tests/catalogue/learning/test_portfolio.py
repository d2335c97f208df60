"""The ledger as a workbook."""

import io
from datetime import date
from typing import Any

from python_calamine import CalamineWorkbook

from catalogue.learning.portfolio import EARNED, OWN, Cell, Part, Portfolio, workbook
from tests.factories import NOW

DAY = date(2026, 10, 15)
ROW: tuple[Cell, ...] = (DAY, DAY, "=1+1", "Centras", "seminaras", "STEAM", "", "2026-7", 6.5)


def a_portfolio(rows: int = 1, **words: str) -> Portfolio:
    """So many events, and one entry of one's own."""
    names = [*EARNED, *OWN, "heading", "under", "holder", "target", "earned", "own", "sum", "made",
             "none", "commission", "sheet_earned", "sheet_own"]  # fmt: skip
    own: tuple[Cell, ...] = (DAY, "Knyga", "", "savišvieta", 4.0)
    return Portfolio(
        holder="Žydrūnė Ąžuolaitė",
        target=30,
        parts=[
            Part(name="earned", columns=EARNED, rows=[ROW] * rows, hours=6.5 * rows),
            Part(name="own", columns=OWN, rows=[own], hours=4.0),
        ],
        words={name: name for name in names} | {"page": "{page}/{pages}"} | words,
    )


def read(content: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_both_tables_have_a_sheet_and_a_sum_of_their_own() -> None:
    """Real dates, real numbers, and nothing is a formula."""
    sheets = read(workbook(a_portfolio(rows=2), made_at=NOW))
    earned, own = sheets["sheet_earned"], sheets["sheet_own"]
    assert earned[1][0] == "holder: Žydrūnė Ąžuolaitė"
    assert earned[5] == list(EARNED)
    assert earned[6] == [
        *(1, DAY, DAY, "'=1+1", "Centras", "seminaras", "STEAM", "", "2026-7", 6.5),
    ]
    assert earned[8][-2:] == ["sum", 13]
    assert own[6] == [1, DAY, "Knyga", "", "savišvieta", 4]
    assert own[7][-2:] == ["sum", 4]
    assert [sheet[-2][0] for sheet in (earned, own)] == ["commission", "commission"]
