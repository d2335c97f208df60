"""Centres by the words of their names that tell."""

import pytest

from catalogue.search.centre_names import in_english, telling_names, whole_name
from catalogue.search.normalise import fold

NAMES = (
    "Dzūkijos švietimo studija",
    "Pajūrio pedagogų centras",
    "Saulės krašto švietimo centras",
    "Kauno švietimo inovacijų centras",
    "Kauno meno centras",
    "Meninio ugdymo pedagogų kvalifikacijos tobulinimo centras",
    "M. K. Čiurlionio menų mokyklos centras",
)


def called(text: str) -> set[str]:
    """The centres that a text calls by a part of their names."""
    parts = telling_names([(fold(name), name) for name in NAMES])
    folded = fold(text)
    return {one.centre for one in parts if one.clue in folded and one.pattern.search(folded)}


@pytest.mark.parametrize(
    ("text", "centre"),
    [
        ("Dzūkijos studijos kursai", "Dzūkijos švietimo studija"),
        ("dzukijos studijoj", "Dzūkijos švietimo studija"),
        ("studija Dzūkijoje", "Dzūkijos švietimo studija"),
        ("iš Pajūrio pedagogų", "Pajūrio pedagogų centras"),
        ("Pajūrio centre", "Pajūrio pedagogų centras"),
        ("saulės krašto seminarai", "Saulės krašto švietimo centras"),
        ("Kauno inovacijų centro", "Kauno švietimo inovacijų centras"),
        ("pas pajūriečius kas gero", "Pajūrio pedagogų centras"),
        ("what is Dzūkija offering", "Dzūkijos švietimo studija"),
        (
            "Meninio ugdymo pedagogų centras",
            "Meninio ugdymo pedagogų kvalifikacijos tobulinimo centras",
        ),
    ],
)
def test_two_telling_words_are_a_name(text: str, centre: str) -> None:
    """A word of this centre alone beside its kind, its people, its town or a second such word."""
    assert called(text) == {centre}


@pytest.mark.parametrize(
    "text",
    [
        "Kauno centras",
        "prie pajūrio",
        "saulės energija",
        "meninio ugdymo mokytojams",
        "2027 m. kovą",
    ],
)
def test_one_word_or_one_of_the_trade_is_none(text: str) -> None:
    """A theme that shares a word with a name calls no centre."""
    assert called(text) == set()


def test_a_whole_name_in_any_case() -> None:
    """Each word may have any ending; an abbreviation has none."""
    centre = "Dzūkijos švietimo studija"
    assert whole_name(fold(centre), centre).pattern.search("dzukijos svietimo studijoje")
    assert not whole_name("dss", centre).pattern.search("dssas")


def test_a_name_is_compiled_once() -> None:
    """A new centre costs its own name and not those of all the others."""
    assert whole_name("kauno meno centras", "K") is whole_name("kauno meno centras", "K")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("saules krasto svietimo centras", "sun region education centre"),
        ("kauno svietimo inovaciju centras", "kauno education innovation centre"),
        ("svietimo fakultetas", None),
        ("kaunas", None),
    ],
)
def test_a_name_in_english(name: str, english: str | None) -> None:
    """Word by word, where every word of it is known; a town stays as it is."""
    assert in_english(name) == english
