"""Sentences that go on from the one before."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.follow_ups import (
    Shown,
    followed,
    kept,
    recalled,
    removable,
    wants_more,
    without,
)
from catalogue.search.questions import Question, understand

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
SHOWN = Shown(cheapest=Decimal(20), first=date(2026, 12, 3), last=date(2026, 12, 20))
BEFORE = {
    "from": "2026-12-01",
    "to": "2026-12-31",
    "city": "Kaunas",
    "audience": "pradinių klasių mokytojai",
    "topic": "robotikos",
}


def ask(text: str) -> Question:
    """A question put on a Sunday evening."""
    return understand(text, asked_at=NOW)


BASE = ask("robotikos seminarai pradinukams Kaune gruodį")


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("o Vilniuje?", {"city": "Vilnius"}),
        ("what about Klaipėda?", {"city": "Klaipėda"}),
        ("o ne Kaune?", {"city": None, "not": {"city": "Kaunas"}}),
        ("o kitur?", {"city": None, "not": {"city": "Kaunas"}}),
        ("bet kur", {"city": None}),
        ("any town", {"city": None}),
        ("kitą savaitę?", {"from": "2026-11-23", "to": "2026-11-29"}),
        ("ačiū, o šeštadienį?", {"from": "2026-11-28", "to": "2026-11-28"}),
        ("nesvarbu kada", {"from": None, "to": None}),
        ("o anksčiau?", {"from": None, "to": "2026-12-02"}),
        ("later?", {"from": "2026-12-21", "to": None}),
        ("o nuotoliu?", {"city": None, "mode": "online"}),
        ("and online?", {"city": None, "mode": "online"}),
        ("tik vakare", {"part_of_day": "evening"}),
        ("o pirmadieniais?", {"weekday": [1]}),
        ("ne, nemokamus", {"free": True}),
        ("o mokami?", {"not": {"free": True}}),
        ("iki 30 eurų", {"max_price": 30}),
        ("o pigiau?", {"max_price": 19.99}),
        ("cheaper?", {"max_price": 19.99}),
        ("o matematikams?", {"audience": "matematikos mokytojai"}),
        ("o apie DI?", {"topic": "DI"}),
        ("nemokami vakare", {"free": True, "part_of_day": "evening"}),
    ],
)
def test_what_is_said_now_takes_the_place_of_its_like(text: str, changed: dict[str, Any]) -> None:
    """A short sentence changes one thing of the question before, and the rest stays."""
    question = followed(BASE, ask(text), shown=SHOWN)
    expected = {name: one for name, one in {**BEFORE, **changed}.items() if one is not None}
    assert question is not None
    assert (question.intent, question.filters.as_json()) == ("find_events", expected)


@pytest.mark.parametrize(
    "text",
    [
        "kokie seminarai bus lapkritį?",
        "STEAM",
        "kas vyksta rytoj?",
        "nuotoliniai nemokami pradinukams kovo mėnesį",
        "registruok",
        "o kiek kainuoja?",
        "antrą",
        "labas",
        "o daugiau?",
    ],
)
def test_what_stands_alone_is_no_follow_up(text: str) -> None:
    """A whole question, a deed or a fact takes nothing from the question before."""
    assert followed(BASE, ask(text), shown=SHOWN) is None


def test_nothing_goes_on_from_nothing() -> None:
    """Where nothing was looked for before, a town alone is a question of its own."""
    assert followed(ask("labas"), ask("o Vilniuje?")) is None
    assert followed(ask("mano registracijos"), ask("o Vilniuje?")) is None


def test_a_fact_goes_on_being_asked() -> None:
    """„O fizikos?“ after when the olympiad of mathematics is asks when that of physics is."""
    question = followed(ask("kada matematikos olimpiada?"), ask("o fizikos?"))
    assert question is not None
    assert question.intent == "event_facts"
    assert question.filters.as_json() == {
        "form": "olimpiada",
        "topic": "fizikos",
        "fact": "when",
    }


@pytest.mark.parametrize(
    ("before", "now", "filters"),
    [
        ("nuotoliniai apie STEAM", "o Vilniuje?", {"city": "Vilnius", "topic": "STEAM"}),
        ("nemokami apie STEAM", "iki 20 eurų", {"max_price": 20, "topic": "STEAM"}),
        ("ne nuotoliniai apie STEAM", "o nuotoliu?", {"mode": "online", "topic": "STEAM"}),
        (
            "STEAM šeštadieniais",
            "o rytoj?",
            {"from": "2026-11-23", "to": "2026-11-23", "topic": "STEAM"},
        ),
        ("STEAM rytoj", "o šeštadieniais?", {"weekday": [6], "topic": "STEAM"}),
        ("nemokami apie STEAM", "kaina nesvarbi", {"topic": "STEAM"}),
        ("nemokami apie STEAM", "ir mokami tinka", {"topic": "STEAM"}),
    ],
)
def test_no_two_things_that_cannot_both_be(before: str, now: str, filters: dict[str, Any]) -> None:
    """What was said before gives way to what it would contradict."""
    question = followed(ask(before), ask(now))
    assert question is not None
    assert question.filters.as_json() == filters


@pytest.mark.parametrize("cheapest", [None, Decimal(0)])
def test_cheaper_than_nothing_is_free(cheapest: Decimal | None) -> None:
    """Where nothing with a price was shown, cheaper can only mean free of charge."""
    question = followed(BASE, ask("pigesnių?"), shown=Shown(cheapest=cheapest))
    assert question is not None
    assert question.filters.free
    assert question.filters.max_price is None


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("daugiau", True),
        ("o dar?", True),
        ("parodyk kitus", True),
        ("show me more", True),
        ("what else?", True),
        ("daugiau apie DI", False),
        ("kita savaitė", False),
    ],
)
def test_asking_for_the_rest(text: str, *, more: bool) -> None:
    """Only a sentence that says nothing else asks for the next page."""
    assert wants_more(text) is more


def test_each_filter_can_be_taken_away() -> None:
    """What was said is removable one by one, days as one and each exclusion by itself."""
    question = ask("nemokami apie STEAM gruodį, ne Kaune ir ne vakare")
    assert removable(question) == ("topic", "from", "free", "not.part_of_day", "not.city")
    assert without(question, "from").filters.said() == ("free", "not")
    assert without(question, "topic").topic == ()
    assert without(question, "not.city").filters.as_json()["not"] == {"part_of_day": "evening"}
    for name in removable(question):
        question = without(question, name)
    assert not question.filters


@given(st.sampled_from(["robotika Kaune iki 20,50 €", "kada etika?", "40 val. programa, ne rytoj"]))
def test_a_question_survives_being_kept(text: str) -> None:
    """What the state of a conversation holds is the same question again."""
    question = ask(text)
    assert recalled(json.loads(json.dumps(kept(question)))) == question
