"""Families of words in a sentence."""

import pytest

from catalogue.search.meanings import families, mentions
from catalogue.search.normalise import fold


def said(text: str) -> dict[str, str]:
    """The words of each family in a sentence."""
    folded = fold(text)
    return {one.family: folded[one.start : one.end] for one in mentions(folded)}


@pytest.mark.parametrize(
    ("text", "family", "words"),
    [
        ("kaip užsiregistruoti?", "register", "uzsiregistruoti"),
        ("please sign me up", "register", "sign me up"),
        ("įrašykit į laukimo sąrašą", "queue", "laukimo sarasa"),
        ("what is my place on the waiting list", "queue", "waiting list"),
        ("kiek bus 2+2", "sums", "kiek bus 2+2"),
        ("mano etikos kursai", "own_list", "mano etikos kursai"),
        ("noriu uzsiregsitruoti", "register", "uzsiregsitruoti"),
        ("perkvalifikvimas", "retrain", "perkvalifikvimas"),
        ("noriu užsirašyt ir patekt", "join", "patekt"),
        ("kelinta aš eilėj", "queue", "eilej"),
    ],
)
def test_a_way_in_any_form_and_with_a_slip(text: str, family: str, words: str) -> None:
    """Beginnings, choices, phrases, any word or number, a slip, an ending left out are found."""
    assert said(text)[family] == words


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("eilėraštis", "queue"),
        ("sign language", "register"),
        ("waiting", "queue"),
        ("list waiting", "queue"),
        ("kiek bus du", "sums"),
        ("atsaka", "cancel"),
    ],
)
def test_what_only_resembles_a_way_is_none(text: str, family: str) -> None:
    """A part of a phrase, another order or another word of the language says nothing."""
    assert family in families()
    assert family not in said(text)
