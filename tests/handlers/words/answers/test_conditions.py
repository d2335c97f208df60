from datetime import date
from decimal import Decimal

import pytest

from catalogue.search.filters import Filters
from handlers.words.answers import conditions as words
from handlers.words.answers.events import found
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT


@pytest.mark.parametrize(
    ("filters", "lithuanian", "english"),
    [
        (Filters(), "", ""),
        (
            Filters(first=date(2026, 12, 1), last=date(2026, 12, 31), city="Kaunas", free=True),
            "2026 m. gruodis · Kaunas · nemokama",
            "December 2026 · Kaunas · free of charge",
        ),
        (
            Filters(first=date(2026, 12, 7), last=date(2026, 12, 7), part_of_day="evening"),
            "gruodžio 7 d., pirmadienis · vakare",
            "Monday 7 December · in the evening",
        ),
        (
            Filters(weekday=(1, 5), mode="online", max_price=Decimal(20)),
            "pirmadienis, penktadienis · nuotoliu · iki 20 €",
            "Monday, Friday · online · up to 20 €",
        ),
        (
            Filters(first=date(2026, 12, 7), min_hours=40, exclude=Filters(form="konferencija")),
            "nuo: gruodžio 7 d., pirmadienis · bent 40 akad. val. · išskyrus: konferencija",
            "from: Monday 7 December · at least 40 academic h · not: conference",
        ),
        (
            Filters(last=date(2027, 1, 5), language="en", audience="logopedai"),
            "iki: 2027 m. sausio 5 d., antradienis · anglų kalba · logopedai",
            "until: Tuesday 5 January 2027 · in English · logopedai",
        ),
    ],
)
def test_conditions_are_told_as_understood(filters: Filters, lithuanian: str, english: str) -> None:
    """So that a misunderstanding shows at once."""
    assert words.conditions(LT, filters, now=NOW) == lithuanian
    assert words.conditions(EN, filters, now=NOW) == english


def test_conditions_are_no_html() -> None:
    """They are escaped where they are put into a message."""
    filters = Filters(exclude=Filters(organiser="A & B"))
    assert words.conditions(EN, filters, now=NOW) == "not: A & B"
    assert "not: A &amp; B" in found(EN, 1, filters, [], now=NOW)
