from datetime import date

import pytest
from markupsafe import Markup

from catalogue.search.doubts import Doubt
from catalogue.search.filters import Filters
from catalogue.search.questions import Question
from catalogue.search.spans import Span, day
from handlers.words.answers import events as words
from tests.factories import NOW, an_event
from tests.handlers.words.made_up import EN, LT

BARE = Question("")


@pytest.mark.parametrize(
    ("number", "lithuanian"),
    [(1, "Radau 1 renginį:"), (2, "Radau 2 renginius:"), (11, "Radau 11 renginių:"),
     (21, "Radau 21 renginį:")],
)  # fmt: skip
def test_how_many_were_found_is_good_lithuanian(number: int, lithuanian: str) -> None:
    """1 renginį, 2 renginius, 11 renginių."""
    assert words.heading(LT, number, BARE, now=NOW) == lithuanian


def test_what_differs_is_named_once() -> None:
    """Both ends of a span are one date to people."""
    relaxed = ("from", "to", "free", "max_price", "city")
    told = words.nothing(LT, BARE, relaxed, [Markup("1. Šis")], now=NOW)
    assert "Skiriasi: data, kaina, miestas" in told


def test_an_ambiguity_is_said() -> None:
    """Which days were meant, and which may have been; on the button only those."""
    friday = Doubt("next", "kitą <penktadienį>", day(date(2026, 12, 4)), day(date(2026, 11, 27)))
    question = Question("", filters=Filters(first=date(2026, 12, 4), last=date(2026, 12, 4)))
    told = words.heading(LT, 3, Question("", filters=question.filters, doubts=(friday,)), now=NOW)
    assert told.splitlines()[-1] == (
        "„kitą &lt;penktadienį&gt;“ supratau taip: gruodžio 4 d., penktadienis; "
        "gali reikšti ir: lapkričio 27 d., penktadienis"
    )
    assert words.other_days(LT, friday.other, now=NOW) == "Gal lapkričio 27 d., penktadienis?"
    assert (
        words.other_days(EN, Span(date(2026, 12, 1), None), now=NOW) == "Perhaps from 1 December?"
    )


def test_what_is_no_fact_of_the_one_in_hand_is_asked_elsewhere() -> None:
    """Nothing is invented: the organiser is named."""
    event = an_event(title_lt="Molis & ugnis", coordinator="Rūta", contact="+370 600 00000")
    assert words.not_told(LT, event) == (
        "Jei klausiate apie renginį „Molis &amp; ugnis“ – programoje to neparašyta. "
        "Pasiteiraukite organizatoriaus: Rūta, +370 600 00000"
    )


def test_a_chip_is_short() -> None:
    """Two of them stand side by side on a phone."""
    assert words.chip("Kaunas") == "✕ Kaunas"
    assert len(words.chip("pradinių klasių mokytojai ir auklėtojai")) <= 32
    assert words.chip("„lietuvių kalba literatūra 11 klasė“") == "✕ „lietuvių kalba literatūra…“"
