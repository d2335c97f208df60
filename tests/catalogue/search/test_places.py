"""Towns, as people say them."""

import pytest

from catalogue.search.places import case_forms, is_town, take_city, towns, towns_in_cases
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
        ("Naujojoj Akmenėj", "Naujoji Akmenė"),
        ("naujoje akmeneje", "Naujoji Akmenė"),
        ("Panevėžy", "Panevėžys"),
        ("Telšiuos", "Telšiai"),
        ("Jonavoj", "Jonava"),
        ("iš Plungės", "Plungė"),
        ("in the capital", "Vilnius"),
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


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Vilniuj", "Vilnius"),
        ("Plungėj", "Plungė"),
        ("Vilniaus r. sav.", "Vilnius"),
        ("Kauno rajone", "Kaunas"),
        ("netoli Kauno", "Kaunas"),
        ("near Vilnius", "Vilnius"),
        ("Naujojoje Akmenėje", "Naujoji Akmenė"),
    ],
)
def test_a_town_as_it_is_spoken(text: str, town: str) -> None:
    """Short locatives, districts and what is near are the town, and leave no word behind."""
    sentence = Sentence(text)
    assert take_city(sentence) == (town, None)
    assert list(sentence.left()) == []


def test_a_town_of_one_word_may_have_a_slip() -> None:
    """The forms in which slips are looked for are whole words."""
    assert {"klaipedoje", "siauliuose", "kauno"} <= towns_in_cases()
    assert not any(" " in form for form in towns_in_cases())


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
        ("Kaune arba Alytuje", None, None),
        ("išskyrus Kauną ir Vilnių", None, "Kaunas"),
        ("utena ar anyksciai – ne, tik utena", "Utena", None),
        ("ne Kaune, tik Alytuje", "Alytus", "Kaunas"),
        ("Vilnius netinka", None, "Vilnius"),
        ("Zarasuose, tiksliau ne Zarasuose, o Utenoje", "Utena", None),
        ("in Alytus, sorry, I meant Kaunas", "Kaunas", None),
        ("Varėnoje ar ne, man vis tiek", None, None),
        ("nesvarbu, ar Biržuose, ar ne", None, None),
        ("Trakai or not, doesn't matter", None, None),
    ],
)
def test_a_town_may_be_excluded(text: str, wanted: str | None, excluded: str | None) -> None:
    """Who will not go to Vilnius is not sent there; a choice of towns keeps both."""
    assert take_city(Sentence(text)) == (wanted, excluded)


@pytest.mark.parametrize(
    ("form", "expected"), [("kauno", True), ("kaunas", True), ("rygos", False), ("sakiu", False)]
)
def test_a_case_form_is_a_town_or_not(form: str, expected: object) -> None:
    """The first word of a centre's name tells where it is."""
    assert is_town(form) is expected
