"""Verbs in the third person, told from nouns."""

import pytest

from catalogue.search.verbs import is_finite


@pytest.mark.parametrize(
    "word",
    [
        "lenda",
        "nelenda",
        "susirinks",
        "mokosi",
        "pagyre",
        "nebeskaito",
        "pasiskambina",
        "reikalauja",
    ],
)
def test_what_somebody_does_is_a_verb(word: str) -> None:
    """With any prefix, denied or done to oneself, and in the past and the future too."""
    assert is_finite(word)


@pytest.mark.parametrize(
    "word",
    ["augame", "nepabijosiu", "susipykome", "parasykit", "skaiciau", "nupirktume", "derindama"],
)
def test_every_person_and_mood_is_told_from_the_third(word: str) -> None:
    """What I did and they would do, ordered or done meanwhile, is as little a theme."""
    assert is_finite(word)


@pytest.mark.parametrize(
    "word",
    ["augu", "elgesiu", "judesiu", "integruotu", "kabinetu", "plakatu", "skautu", "zaidziant"],
)
def test_a_noun_in_such_a_form_is_none(word: str) -> None:
    """Nor is a participle: „integruotų pamokų“."""
    assert not is_finite(word)


@pytest.mark.parametrize(
    "word",
    ["pamoka", "priemone", "mokymosi", "elgesi", "drama", "robotika", "kalba", "gis", "coding", ""],
)
def test_what_is_a_noun_too_is_none(word: str) -> None:
    """A theme that looks like a verb with a prefix stays a theme."""
    assert not is_finite(word)
