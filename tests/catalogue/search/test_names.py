"""Towns, groups and forms, as people say them."""

import pytest

from catalogue.search.audiences import groups, groups_in, served_by, take_audience
from catalogue.search.forms import FORMS, form_of, forms_in_title, take_form
from catalogue.search.normalise import fold
from catalogue.search.places import case_forms, take_city, towns
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
    ("text", "group"),
    [
        ("pradinukams", "pradinių klasių mokytojai"),
        ("pradiniu klasiu mokytojoms", "pradinių klasių mokytojai"),
        ("primary teachers", "pradinių klasių mokytojai"),
        ("auklėtojoms", "ikimokyklinio ugdymo mokytojai"),
        ("darželiui", "ikimokyklinio ugdymo mokytojai"),
        ("PUG pedagogams", "priešmokyklinio ugdymo pedagogai"),
        ("logopedams", "logopedai"),
        ("spec. pedagogams", "specialieji pedagogai"),
        ("soc. pedagogams", "socialiniai pedagogai"),
        ("direktorėms", "mokyklų vadovai ir pavaduotojai"),
        ("pavaduotojams ugdymui", "mokyklų vadovai ir pavaduotojai"),
        ("klasių vadovams", "klasių vadovai"),
        ("anglistams", "anglų kalbos mokytojai"),
        ("anglų k. mokytojams", "anglų kalbos mokytojai"),
        ("lituanistams", "lietuvių kalbos ir literatūros mokytojai"),
        ("kūno kultūros mokytojams", "fizinio ugdymo mokytojai"),
        ("matematika", None),
        ("vadovo pokalbis", None),
        ("mokytojams", None),
    ],
)
def test_a_group_as_people_call_it(text: str, group: str | None) -> None:
    """Who says for whom names a group; who says a theme does not."""
    assert take_audience(Sentence(text)) == (group, None)


@pytest.mark.parametrize("name", [group.name for group in groups()])
def test_each_group_knows_its_own_name(name: str) -> None:
    """The name that an event is entered with is the name that is searched for."""
    assert name in groups_in(name)


def test_specialists_include_their_kinds() -> None:
    """What is for support specialists is for speech therapists, and the other way round."""
    assert "švietimo pagalbos specialistai" in served_by("logopedai")
    assert "logopedai" in served_by("švietimo pagalbos specialistai")
    assert "psichologai" not in served_by("logopedai")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("konferencijoje", "konferencija"),
        ("paskaitų", "paskaita"),
        ("vebinarai", "vebinaras"),
        ("workshop", "dirbtuvės"),
        ("konsultacija", "konsultacija"),
        ("ilgalaikės programos", "ilgalaikė programa"),
        ("išvykos", "edukacinė išvyka"),
        ("parodos", "paroda"),
        ("olimpiada", "olimpiada"),
        ("seminarai", None),
        ("kursai", None),
        ("mokymai", None),
        ("renginiai", None),
        ("seminarai apie konferenciją", None),
        ("metodinė diena", None),
    ],
)
def test_a_form_is_asked_for_or_not(text: str, form: str | None) -> None:
    """Generic words exclude nothing; after about a form is a theme."""
    assert take_form(Sentence(text)) == (form, None)


@pytest.mark.parametrize("name", [name for name, _ in FORMS if name != "viktorina"])
def test_each_form_knows_its_own_name(name: str) -> None:
    """The form that an event is entered with is the one that is asked for."""
    assert form_of(name) == name
    assert fold(form_of(name.upper())) == fold(name)


def test_an_unlisted_form_stays_as_written() -> None:
    """A form nobody foresaw is kept."""
    assert form_of("seminaras") == "seminaras"


def test_an_olympiad_is_one_by_its_title() -> None:
    """Open forms are read off the title; a lecture is not."""
    assert forms_in_title("Matematikos olimpiada") == {"olimpiada"}
    assert forms_in_title("Paskaita tėvams") == frozenset()
