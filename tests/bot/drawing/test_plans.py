"""The printed plan: what can be known of it without looking at it."""

import pytest

from bot.drawing.plans import PlanRow, PlanSheet, plan_sheet
from tests.bot.drawing.test_sheets import pages

NAMES = ("date", "time", "title", "audience", "place", "hours", "price", "lecturer")
WORDS = dict.fromkeys(NAMES, "Žodis") | {"off": "atšauktas", "page": "{page} iš {pages}"}


def drawn(rows: int, *, parts: int = 1, title: str = "Žaidimai & <b>vertinimas</b>") -> bytes:
    row = PlanRow(cells=dict.fromkeys(NAMES, "Ąžuolas") | {"title": title}, is_off=True)
    headings = ["2026 m. gruodis", "2027 m. sausis"] if parts > 1 else [""]
    return plan_sheet(
        PlanSheet(
            title="Renginių planas: 2026 m. gruodis",
            organiser="Centras",
            note="Paskelbta lapkričio 22 d.",
            parts=[(heading, [row] * rows) for heading in headings],
            words=WORDS,
        )
    )


@pytest.mark.parametrize(("rows", "parts", "sheets"), [(3, 1, 1), (60, 1, 4), (60, 2, 8)])
def test_a_long_plan_goes_on_overleaf(rows: int, parts: int, sheets: int) -> None:
    """A4 across; the months of a year follow each other on the same pages."""
    content = drawn(rows, parts=parts)
    assert content.startswith(b"%PDF")
    assert b"/MediaBox [ 0 0 841.8898 595.2756 ]" in content
    assert pages(content) == sheets


def test_an_endless_title_is_broken_and_not_lost() -> None:
    """As long as the words leave it, and without a space in it."""
    assert pages(drawn(2, title="Ž" * 240)) == 1
