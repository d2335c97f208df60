"""Towns, as people say them."""

import pytest

from catalogue.search.places import case_forms, is_town, take_city, towns
from catalogue.search.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Kaune", "Kaunas"),
        ("KAUNO", "Kaunas"),
        ("i kauna", "Kaunas"),
        ("Šiauliuose", "Šiauliai"),
        ("siauliu", "Šiauliai"),
        ("Vilniuje", "Vilnius"),
        ("iš Vilniaus r.", "Vilnius"),
        ("Klaipėdoje", "Klaipėda"),
        ("Panevezyje", "Panevėžys"),
        ("Marijampolėje", "Marijampolė"),
        ("Telšiuose", "Telšiai"),
        ("Alytuje", "Alytus"),
        ("Kazlų Rūdoje", "Kazlų Rūda"),
        ("Naujojoje Akmenėje", "Naujoji Akmenė"),
        ("Akmenėje", "Akmenė"),
        ("Švenčionyse", "Švenčionys"),
        ("Kaišiadoryse", "Kaišiadorys"),
        ("Pakruojyje", "Pakruojis"),
        ("Trakuose", "Trakai"),
        ("Širvintose", "Širvintos"),
        ("Grigiškėse", "Grigiškės"),
        ("in Kaunas", "Kaunas"),
        ("sostinėje", "Vilnius"),
    ],
)
def test_a_town_in_any_case(text: str, town: str) -> None:
    """A town is understood in the case it is said in, with and without diacritics."""
    assert take_city(Sentence(text)) == (town, None)


@pytest.mark.parametrize("text", ["sakiu taip", "kaunasi", "balandis", "tema"])
def test_other_words_are_no_towns(text: str) -> None:
    """A word that only resembles a town is left alone."""
    assert take_city(Sentence(text)) == (None, None)


def test_a_town_of_the_programme_is_learnt() -> None:
    """A town that only an event names is understood too."""
    assert take_city(Sentence("Rygoje"), ("Ryga",)) == ("Ryga", None)


def test_every_municipality_has_its_town() -> None:
    """Sixty municipalities, and no case form belongs to two towns."""
    forms = [form for town in towns() for form in case_forms(town)]
    assert len(towns()) >= 60
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("text", "wanted", "excluded"),
    [
        ("ne Vilniuje", None, "Vilnius"),
        ("Kaune, tik ne Vilniuje", "Kaunas", "Vilnius"),
        ("Kaune arba Alytuje", "Kaunas", None),
    ],
)
def test_a_town_may_be_excluded(text: str, wanted: str | None, excluded: str | None) -> None:
    """Who will not go to Vilnius is not sent there."""
    assert take_city(Sentence(text)) == (wanted, excluded)


@pytest.mark.parametrize(
    ("form", "expected"), [("kauno", True), ("kaunas", True), ("rygos", False), ("sakiu", False)]
)
def test_a_case_form_is_a_town_or_not(form: str, expected: object) -> None:
    """The first word of a centre's name tells where it is."""
    assert is_town(form) is expected
