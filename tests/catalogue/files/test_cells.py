"""Single cells."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.files import cells
from catalogue.programme.refused import Reason, WrongCell
from catalogue.programme.tables import Mode, Status

text = partial(cells.text, longest=50)
texts = partial(cells.texts, longest=20, most=3)
number = partial(cells.number, lowest=0, highest=5000)
whole = partial(cells.whole, lowest=0, highest=1000)
money = partial(cells.money, highest=1000)


@pytest.mark.parametrize(
    ("parse", "cell", "value"),
    [
        (text, None, ""),
        (text, "  du \n žodžiai ", "du žodžiai"),
        (text, "a\x00b\x1b\u202ec\ud800", "abc"),
        (text, "=1+1", "=1+1"),
        (text, "-", ""),
        (text, 7.0, "7"),
        (text, 7.5, "7.5"),
        (text, "s\u030c", "š"),
        (texts, "a; b;a;;", ["a", "b"]),
        (texts, ["a", "b; c"], ["a", "b, c"]),
        (texts, None, []),
        (number, "1,5", 1.5),
        (number, "40 akad. val.", 40),
        (number, "6 val.", 6),
        (number, 6.0, 6),
        (number, " – ", None),
        (number, "0", 0),
        (whole, "30 vietų", 30),
        (whole, 30.0, 30),
        (whole, "neribota", None),
        (whole, "", None),
        (money, "25,00 €", Decimal(25)),
        (money, "25.5 EUR", Decimal("25.5")),
        (money, "Eur 25", Decimal(25)),
        (money, "1 000,00", Decimal(1000)),
        (money, "nemokama", Decimal(0)),
        (money, "Nemokamai", Decimal(0)),
        (money, "free", Decimal(0)),
        (money, 0, Decimal(0)),
        (money, "", None),
        (money, 12.1, Decimal("12.1")),
        (cells.yes_or_no, "Taip", True),
        (cells.yes_or_no, "NE", False),
        (cells.yes_or_no, "yes", True),
        (cells.yes_or_no, "no", False),
        (cells.yes_or_no, True, True),
        (cells.yes_or_no, 0.0, False),
        (cells.yes_or_no, "+", True),
        (cells.yes_or_no, "", None),
        (cells.mode, "Nuotoliniu būdu", Mode.ONLINE),
        (cells.mode, "nuotolinis", Mode.ONLINE),
        (cells.mode, "kontaktinis", Mode.ONSITE),
        (cells.mode, "Mišrus (hibridinis)", Mode.HYBRID),
        (cells.mode, "kontaktinis ir nuotolinis", Mode.HYBRID),
        (cells.mode, "hybrid", Mode.HYBRID),
        (cells.mode, None, None),
        (cells.status, "juodraštis", Status.DRAFT),
        (cells.status, "Paskelbta", Status.PUBLISHED),
        (cells.status, "ATŠAUKTA", Status.CANCELLED),
        (cells.status, "canceled", Status.CANCELLED),
        (cells.language, "lietuvių", "lt"),
        (cells.language, "English", "en"),
        (cells.language, "latgalių", "latgalių"),
        (cells.link, "https://example.org/a?b=1", "https://example.org/a?b=1"),
        (cells.link, "example.org/a", "https://example.org/a"),
        (cells.link, "", ""),
    ],
)
def test_value(parse: Callable[[Any], Any], cell: object, value: object) -> None:
    """Each cell means what a person meant by it."""
    assert parse(cell) == value


@pytest.mark.parametrize(
    ("parse", "cell", "reason"),
    [
        (text, "x" * 51, Reason.TOO_LONG),
        (text, {"a": 1}, Reason.NOT_A_TEXT),
        (text, ["a"], Reason.NOT_A_TEXT),
        (text, True, Reason.NOT_A_TEXT),
        (texts, "a;b;c;d", Reason.TOO_MANY),
        (texts, ["x" * 21], Reason.TOO_LONG),
        (number, "daug", Reason.NOT_A_NUMBER),
        (number, float("inf"), Reason.NOT_A_NUMBER),
        (number, -1, Reason.OUT_OF_RANGE),
        (number, 10**30, Reason.NOT_A_NUMBER),
        (whole, 1.5, Reason.NOT_WHOLE),
        (whole, "-3", Reason.OUT_OF_RANGE),
        (money, "sutartinė", Reason.NOT_A_NUMBER),
        (money, "1,234", Reason.NOT_A_NUMBER),
        (money, "-5", Reason.OUT_OF_RANGE),
        (money, True, Reason.NOT_A_NUMBER),
        (cells.yes_or_no, "gal", Reason.NOT_YES_OR_NO),
        (cells.mode, "raštu", Reason.UNKNOWN_WORD),
        (cells.status, "rytoj", Reason.UNKNOWN_WORD),
        (cells.link, "bus atsiųsta", Reason.NOT_A_LINK),
        (cells.link, "javascript:alert(1)", Reason.NOT_A_LINK),
        (cells.link, "https://a b", Reason.NOT_A_LINK),
    ],
)
def test_refusal(parse: Callable[[Any], Any], cell: object, reason: Reason) -> None:
    """What cannot be right is refused and not bent."""
    with pytest.raises(WrongCell) as refused:
        parse(cell)
    assert refused.value.reason is reason


def test_summary_keeps_its_lines() -> None:
    """A paragraph stays a paragraph."""
    assert cells.text(" a \r\n\r\n\r\n\r\nb ", longest=50, lines=True) == "a\n\nb"


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=5,
)


@pytest.mark.parametrize(
    "parse",
    [text, texts, number, whole, money, cells.yes_or_no, cells.mode, cells.status, cells.language,
     cells.link],
)  # fmt: skip
@given(cell=ANY)
def test_any_cell_is_understood_or_refused(parse: Callable[[Any], Any], cell: object) -> None:
    """No cell breaks an import, and a refusal never repeats a whole page."""
    shown: list[object] = []
    try:
        parse(cell)
    except WrongCell as refused:
        shown.extend(refused.values.values())
    assert all(len(str(value)) <= 60 for value in shown)


@given(st.text(max_size=50))
def test_clean_text_stays_as_it_is(cell: str) -> None:
    """What was taken in once comes in again unchanged."""
    try:
        once = text(cell)
    except WrongCell:
        return
    assert text(once) == once
