"""Case forms and slips: which words are one."""

import pytest

from catalogue.search.normalise import fold, words
from catalogue.search.stems import is_known, root, stem

FORMS = [
    "matematika matematikos matematikai matematiką matematikoje matematikams",
    "vertinimas vertinimo vertinimui vertinimą vertinimu vertinime vertinimai vertinimams",
    "medis medžio medžiai medžiuose",
    "teisė teisės teisių teisėms",
    "mokytojas mokytojui mokytojai mokytojų mokytojams",
    "patyčios patyčių patyčioms patyčias patyčiomis",
    "mokymasis mokymosi mokymuisi mokymąsi mokymas mokymai",
    "įtrauktis įtraukties įtraukčiai",
    "pirmoji pirmosios pirmąją pirmajai",
    "įgūdžiai įgūdžių įgūdis",
    "Šiauliai Šiaulių Šiauliuose Šiaulius",
    "lesson lessons",
    "course courses",
]


@pytest.mark.parametrize("forms", FORMS)
def test_case_forms_share_a_stem(forms: str) -> None:
    """The forms of a word meet, with and without diacritics."""
    assert len({stem(word) for word in words(forms)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("menas", "mėnuo"), ("class", "clas"), ("istorija", "istorikas"), ("sveika", "sveikata")],
)
def test_different_words_keep_apart(one: str, other: str) -> None:
    """A stem is short, but not so short that words fall together."""
    assert stem(fold(one)) != stem(fold(other))


def test_a_root_brings_deed_and_doer_together() -> None:
    """Vertinimas is near vertinti."""
    assert root("vertinimas") == root("vertinti")


def test_words_of_the_language_are_known() -> None:
    """A word that Lithuanian has is no slip of another; a slip is not a word."""
    assert is_known("boksas")
    assert is_known("motociklus")
    assert not is_known("matwmatika")
