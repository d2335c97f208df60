"""The words of the calendar."""

import pytest

from catalogue.search.calendar_words import Spelling, Word, around, kinds, spellings


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("gruodzio", Spelling((), Word("month", 12))),
        ("sestadieni", Spelling((), Word("weekday", 6))),
        ("dvidesimt", Spelling((), Word("tens", 20))),
        ("kaledas", Spelling((), Word("feast", "christmas"))),
    ],
)
def test_words_in_any_case(word: str, spelling: Spelling) -> None:
    """A word says of what kind it is, and what."""
    assert spelling in spellings()[word]


def test_the_longest_is_first() -> None:
    """What several words say together is looked for before what the first says alone."""
    lengths = [len(one.rest) for one in spellings()["po"]]
    assert lengths == sorted(lengths, reverse=True)
    assert Spelling(("pietu",), Word("daytime", "afternoon")) in spellings()["po"]


def test_words_around() -> None:
    """Events, what is counted and what makes a theme are known by their beginning."""
    assert around("seminaras") == Word("event")
    assert around("klasems") == Word("counted")
    assert around("gimnazija") == Word("theme")
    assert around("etika") is None


def test_each_kind_is_named_once() -> None:
    """So that each has one letter in the rows that rules read."""
    assert len(set(kinds())) == len(kinds())
