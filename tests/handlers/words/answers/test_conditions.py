from datetime import date
from decimal import Decimal

import pytest

from catalogue.search.filters import Filters
from catalogue.search.follow_ups import removable
from catalogue.search.questions import Question
from catalogue.search.spans import Span
from handlers.words.answers import conditions as words
from handlers.words.answers.events import heading
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT


@pytest.mark.parametrize(
    ("filters", "lithuanian", "english"),
    [
        (Filters(), "", ""),
        (
            Filters(first=date(2026, 12, 1), last=date(2026, 12, 31), city="Kaunas", free=True),
            "gruodis · Kaunas · nemokama",
            "December · Kaunas · free of charge",
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
            "nuo gruodžio 7 d. · bent 40 akad. val. · išskyrus: konferencija",
            "from 7 December · at least 40 academic h · not: conference",
        ),
        (
            Filters(city="Kaunas", exclude=Filters(topic="AI")),
            "Kaunas · išskyrus: „AI“",
            "Kaunas · not: “AI”",
        ),
        (Filters(min_hours=0), "bent 0 akad. val.", "at least 0 academic h"),
        (
            Filters(last=date(2027, 1, 5), language="en", audience="logopedai"),
            "iki 2027 m. sausio 5 d. · anglų kalba · logopedai",
            "until 5 January 2027 · in English · logopedai",
        ),
    ],
)
def test_conditions_are_told_as_understood(filters: Filters, lithuanian: str, english: str) -> None:
    """So that a misunderstanding shows at once."""
    question = Question("", filters=filters)
    assert words.conditions(LT, question, now=NOW) == lithuanian
    assert words.conditions(EN, question, now=NOW) == english


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(topic="keramika"), ""),
        (Filters(topic="keramika", free=True), "„keramika“ · nemokama"),
        (
            Filters(topic="molis", exclude=Filters(mode="online", weekday=(1,))),
            "„molis“ · išskyrus: pirmadienis · išskyrus: nuotoliu",
        ),
    ],
)
def test_the_theme_stands_among_other_conditions(filters: Filters, told: str) -> None:
    """Alone it would only repeat what was written."""
    assert words.conditions(LT, Question("", filters=filters), now=NOW) == told


def test_each_condition_has_its_name() -> None:
    """The names by which a question lets them go, so that each can be a button."""
    filters = Filters(
        first=date(2026, 12, 7), last=date(2026, 12, 13), weekday=(6,), part_of_day="morning",
        city="Kaunas", mode="onsite", max_price=Decimal(5), audience="logopedai", form="paskaita",
        organiser="KPKC", min_hours=6, language="ru", topic="molis",
        exclude=Filters(city="Vilnius", free=True),
    )  # fmt: skip
    question = Question("", filters=filters, topic=("molis",))
    assert set(words.named(LT, question, now=NOW)) == set(removable(question))


@pytest.mark.parametrize(
    ("days", "lithuanian", "english"),
    [
        (Span(date(2026, 12, 7), date(2026, 12, 13)), "gruodžio 7–13 d.", "7–13 December"),
        (
            Span(date(2026, 11, 30), date(2026, 12, 6)),
            "lapkričio 30 d. – gruodžio 6 d.",
            "30 November – 6 December",
        ),
        (
            Span(date(2026, 12, 28), date(2027, 1, 3)),
            "gruodžio 28 d. – 2027 m. sausio 3 d.",
            "28 December – 3 January 2027",
        ),
        (Span(date(2027, 2, 1), date(2027, 2, 28)), "2027 m. vasaris", "February 2027"),
        (
            Span(date(2027, 2, 1), date(2027, 2, 27)),
            "2027 m. vasario 1–27 d.",
            "1–27 February 2027",
        ),
        (Span(None, None), "", ""),
    ],
)
def test_days_are_told_in_a_few_words(days: Span, lithuanian: str, english: str) -> None:
    """They stand on a button too."""
    assert words.span(LT, days.first, days.last, now=NOW) == lithuanian
    assert words.span(EN, days.first, days.last, now=NOW) == english


def test_conditions_are_no_html() -> None:
    """They are escaped where they are put into a message."""
    question = Question("", filters=Filters(exclude=Filters(organiser="A & B"), topic="<b>"))
    assert words.conditions(EN, question, now=NOW) == "“<b>” · not: A & B"
    assert "“&lt;b&gt;” · not: A &amp; B" in heading(EN, 1, question, now=NOW)
