"""What stands in the table of a printed plan."""

from dataclasses import replace
from decimal import Decimal

import pytest

from catalogue.plans.queries import Line
from catalogue.plans.stretches import around
from catalogue.programme.tables import Mode
from handlers.words import plan_files as words
from tests.catalogue.plans.made_up import DECEMBER, an_entry
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import EN, LT
from tests.handlers.words.made_up import event as an_event

HERE = an_entry(price_eur=Decimal(0), hours=6.0, lecturer="Rita", audience=("visi", "vadovai"))


def test_a_line_has_every_column() -> None:
    """And whose it is, where all centres are in it; an endless cell is cut."""
    cells = words.cells(LT, Line(an_event(), HERE, None), with_centre=False)
    assert list(cells.values()) == [
        "gruodžio 2 d., tr", "10:00–13:00", "Vertinimas", "visi, vadovai", "Kaunas", "6",
        "nemokama", "Rita",
    ]  # fmt: skip
    assert {*words.sheet_words(LT)} == {*cells, "page", "off"}
    long = Line(an_event(), replace(HERE, title_lt="Ž" * 900), None)
    assert len(words.cells(LT, long, with_centre=False)["title"]) == 240
    line = Line(an_event(), HERE, None)
    assert words.cells(LT, line, with_centre=True)["title"] == "Vertinimas (Švietimo centras)"


@pytest.mark.parametrize(
    ("mode", "place"),
    [(None, "Kaunas"), (Mode.ONLINE, "nuotoliu"), (Mode.HYBRID, "Kaunas arba nuotoliu")],
)
def test_where_it_is_or_how(mode: Mode | None, place: str) -> None:
    """One of both in one cell."""
    line = Line(an_event(), replace(HERE, mode=mode), None)
    assert words.cells(LT, line, with_centre=False)["place"] == place


def test_names_of_the_file_and_its_headings() -> None:
    """In both languages."""
    year = around(NOW.date(), is_year=True)
    assert words.file_name(LT, DECEMBER) == "planas-2026-12"
    assert words.file_name(EN, year) == "plan-2026-2027"
    assert words.sheet_title(LT, year) == "Renginių planas: 2026–2027 m. m."
    assert words.caption(LT, DECEMBER, None, 2) == (
        "Visi centrai\nRenginių planas: 2026 m. gruodis: 2 renginiai"
    )
    assert words.whose(LT, a_centre(name="Centras")) == "Centras"
    assert words.month_of(LT, HERE) == "2026 m. gruodis"
    assert words.making(LT) == "Rengiu failą."
