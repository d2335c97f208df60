"""A question taken apart."""

import pytest

from catalogue.answers.words import concepts, is_question, phrase, small_words, telling


@pytest.mark.parametrize(
    ("text", "words", "asked_for"),
    [
        ("Kada gi buvo įkurtas centras?", ("buvo", "ikurtas", "centras"), {"when"}),
        ("nuo kada veikia centras", ("veikia", "centras"), {"when", "since"}),
        ("how many days a year am I entitled to", ("days", "year", "entitled"), {"how", "amount"}),
        ("ar yra?", (), set()),
    ],
)
def test_what_tells_and_what_is_asked_for(
    text: str, words: tuple[str, ...], asked_for: set[str]
) -> None:
    """Small words say nothing; a date, a place, a number are asked for by a word of their own."""
    told, wanted = telling(text)
    assert set(told) - {"a"} == set(words)
    assert wanted == asked_for


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Ar rengiate parodas", True),
        ("parodos?", True),
        ("what is KTPRR", True),
        ("metodinė pagalba mokyklai", False),
        ("projektai", False),
    ],
)
def test_a_theme_alone_is_no_question(text: str, *, asks: bool) -> None:
    """Whoever writes a theme looks for events."""
    assert is_question(text) is asks


def test_other_names_of_a_thing_are_terms_too() -> None:
    """Each word has its own stem, and what it names together with its neighbours."""
    founded, established = phrase("kada įkurtas"), phrase("when was it established")
    shared = set(founded.held) & set(established.held)
    assert shared
    assert all(term.startswith("=") for term in shared)
    assert concepts().vocabulary


def test_small_words_are_grouped() -> None:
    """A group may go over several lines."""
    assert {"silent", "begins", "when", "where", "amount", "who"} <= small_words().keys()
    assert "silent:" not in small_words()["silent"]
