"""Mode, price, hours, language and part of the day, as people say them."""

from decimal import Decimal

import pytest

from catalogue.search.extras import (
    take_hours,
    take_language,
    take_mode,
    take_part_of_day,
    take_price,
)
from catalogue.search.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("iki 50 €", (Decimal(50), None, False)),
        ("iki 20,50 eur", (Decimal("20.50"), None, False)),
        ("ne brangesni nei 30 eurų", (Decimal(30), None, False)),
        ("under €40", (Decimal(40), None, False)),
        ("iki 50 žmonių", (None, None, False)),
        ("nemokami", (None, True, False)),
        ("uz dyka", (None, True, False)),
        ("free of charge", (None, True, False)),
        ("ne nemokami", (None, None, True)),
        ("mokami", (None, None, True)),
        ("mokymai", (None, None, False)),
    ],
)
def test_price(text: str, expected: tuple[Decimal | None, bool | None, bool]) -> None:
    """The most it may cost, whether it must be free, whether it must not."""
    assert take_price(Sentence(text)) == expected


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("40 val. programa", 40),
        ("ne mažiau kaip 8 akad. val.", 8),
        ("6 ak. val.", 6),
        ("at least 20 hours", 20),
        ("nuo 15 val.", None),
        ("nuo 40 val.", 40),
        ("15 val.", None),
        ("1–12 klasėms", None),
    ],
)
def test_hours(text: str, hours: float | None) -> None:
    """A programme's length is asked for, a time of day is not a length."""
    assert take_hours(Sentence(text)) == hours


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nuotoliniai", ("online", None)),
        ("per Zoom", ("online", None)),
        ("gyvai", ("onsite", None)),
        ("face to face", ("onsite", None)),
        ("mišrūs", ("hybrid", None)),
        ("ne nuotolinis", (None, "online")),
        ("nuotoliniu ar gyvai", (None, None)),
        ("nuotolinis mokymas", (None, None)),
        ("online safety", (None, None)),
        ("virtualioji realybė", (None, None)),
        ("Will it be online?", ("online", None)),
    ],
)
def test_mode(text: str, expected: tuple[str | None, str | None]) -> None:
    """A way to take part, unless two are offered or the words name a theme."""
    assert take_mode(Sentence(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vakare", ("evening", None)),
        ("ryte", ("morning", None)),
        ("po pamokų", ("afternoon", None)),
        ("iki pietų", ("morning", None)),
        ("in the afternoon", ("afternoon", None)),
        ("ne vakare", (None, "evening")),
        ("10 val.", ("morning", None)),
        ("14:30", ("afternoon", None)),
        ("po 16 val.", ("evening", None)),
        ("at 5 pm", ("evening", None)),
        ("iki 12 val.", ("morning", None)),
        ("iki 15:00", ("afternoon", None)),
        ("vakar", (None, None)),
    ],
)
def test_part_of_the_day(text: str, expected: tuple[str | None, str | None]) -> None:
    """Said in a word or by the clock."""
    assert take_part_of_day(Sentence(text)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in English", "en"),
        ("angliškai", "en"),
        ("seminarai anglų kalba", "en"),
        ("vedamas lietuvių kalba", "lt"),
        ("anglų kalba", None),
        ("anglų kalbos mokymas", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    """The language something is held in is a filter, the language as a subject is a theme."""
    assert take_language(Sentence(text)) == language
