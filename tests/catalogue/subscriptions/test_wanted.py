from typing import Any

import pytest

from catalogue.search.questions import understand
from catalogue.subscriptions.wanted import question_of, same_as, wanted_of, words_of
from tests.catalogue.search.samples import NOW


def asked(text: str) -> dict[str, Any]:
    return wanted_of(understand(text, asked_at=NOW))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("keramika", {"topic": ["keramika"], "filters": {"topic": "keramika"}}),
        (
            "nemokami nuotoliniai pradinukams kitą savaitę",
            {
                "filters": {
                    "mode": "online",
                    "free": True,
                    "audience": "pradinių klasių mokytojai",
                }
            },
        ),
        (
            "keramikos seminarai iki 20 eurų Kaune lapkritį",
            {
                "topic": ["keramikos"],
                "filters": {"city": "Kaunas", "max_price": 20, "topic": "keramikos"},
            },
        ),
        (
            "Kiek kainuoja robotika šeštadieniais, ne Vilniuje?",
            {
                "topic": ["robotika"],
                "filters": {"weekday": [6], "topic": "robotika", "not": {"city": "Vilnius"}},
            },
        ),
        ("kas bus rytoj?", {}),
        ("kokie seminarai kitą savaitę?", {}),
        ("🙂", {}),
    ],
)
def test_what_is_kept_of_a_question(text: str, wanted: dict[str, Any]) -> None:
    """Topic and filters without the days; nothing where nothing in particular was asked for."""
    found = asked(text)
    found.get("filters", {}).pop("form", None)
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    ["keramika Kaune iki 20 eurų", "robotika šeštadieniais ne Vilniuje", "nemokami anglų k."],
)
def test_the_question_comes_back(text: str) -> None:
    """What was kept asks for the same again."""
    assert wanted_of(question_of(asked(text))) == asked(text)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("dirbtinis intelektas", "Dirbtinio intelekto", True),
        ("keramika kitą savaitę", "keramika lapkritį", True),
        ("keramika Kaune", "Kaune keramika", True),
        ("keramika Kaune", "keramika Vilniuje", False),
        ("keramika", "robotika", False),
    ],
)
def test_the_same_wish_in_other_words(one: str, other: str, is_same: bool) -> None:  # noqa: FBT001 -- a table
    """Case, order and the days make no difference; a filter does."""
    assert (same_as(asked(one)) == same_as(asked(other))) is is_same


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("keramika Kaune", "keramika Kaune"),
        ("keramika Kaune lapkritį", "keramika, Kaunas"),
        ("skaitmeninis raštingumas kitą savaitę", "skaitmeninis raštingumas"),
        ("kas bus rytoj?", "kas bus rytoj?"),
    ],
)
def test_days_are_not_said_again(text: str, words: str) -> None:
    """A wish goes on after the days it was asked for, so they do not stand in its name."""
    assert words_of(understand(text, asked_at=NOW)) == words
