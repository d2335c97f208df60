"""Groups, as people call them."""

import pytest

from catalogue.search.audiences import (
    groups,
    groups_in,
    is_of_teachers,
    one_word_names,
    said_of,
    served_by,
    take_audience,
)
from catalogue.search.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("fizikam", "fizikos mokytojai"),
        ("matematikai, vasaris", "matematikos mokytojai"),
        ("informatikai domisi", "informatikos mokytojai"),
        ("skirti matematikai", None),
        ("teatro pedagogika", None),
        ("our deputy heads", "mokyklų vadovai ir pavaduotojai"),
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
        ("logopedei", "logopedai"),
        ("geography people", "geografijos mokytojai"),
        ("PE staff", "fizinio ugdymo mokytojai"),
        ("Lithuanian folklore", None),
        ("school counsellors", "psichologai"),
        ("speech and language people", "logopedai"),
        ("mokytojų asistentams", "mokytojų padėjėjai"),
        ("vedu chemiją", "chemijos mokytojai"),
        ("mano dalykas chemija", "chemijos mokytojai"),
        ("fizikė esu", "fizikos mokytojai"),
        ("mokau vaikus groti", "muzikos mokytojai"),
        ("mano darbas – biblioteka", "bibliotekininkai"),
        ("our kindergarten", "ikimokyklinio ugdymo mokytojai"),
        ("I teach a first grade", "pradinių klasių mokytojai"),
        ("headteachers", "mokyklų vadovai ir pavaduotojai"),
        ("pagyvenusiems žmonėms", "senjorai"),
        ("parents' meetings", None),
        ("specialiosioms pedagogėms", "specialieji pedagogai"),
        ("socialinėms pedagogėms", "socialiniai pedagogai"),
        ("PUG", "priešmokyklinio ugdymo pedagogai"),
        ("ikimokyklinukų pedagogams", "ikimokyklinio ugdymo mokytojai"),
        ("pradinių mokytoja", "pradinių klasių mokytojai"),
        ("klasės auklėtojams", "klasių vadovai"),
        ("skyrių vedėjoms", "mokyklų vadovai ir pavaduotojai"),
        ("mokytojo padėjėjoms", "mokytojų padėjėjai"),
        ("mokyklos bibliotekininkei", "bibliotekininkai"),
        ("fizrukams", "fizinio ugdymo mokytojai"),
        ("tikybininkams", "dorinio ugdymo mokytojai"),
        ("chorvedžiams", "muzikos mokytojai"),
        ("lituanistei", "lietuvių kalbos ir literatūros mokytojai"),
        ("dalykininkams", "visų dalykų mokytojai"),
        ("dėstytojams", "dėstytojai"),
        ("senjorams", "senjorai"),
        ("school librarians", "bibliotekininkai"),
        ("special educators", "specialieji pedagogai"),
        ("PE teachers", "fizinio ugdymo mokytojai"),
        ("deputy heads", "mokyklų vadovai ir pavaduotojai"),
        ("mokau pirmokus", "pradinių klasių mokytojai"),
        ("dirbu darželyje", "ikimokyklinio ugdymo mokytojai"),
        ("esu 8b auklėtoja", "klasių vadovai"),
        ("dėstau fiziką", "fizikos mokytojai"),
        ("I teach chemistry", "chemijos mokytojai"),
        ("how to teach chemistry", None),
        ("chemikei", "chemijos mokytojai"),
        ("pianistams", "muzikos mokytojai"),
        ("esu mokyklos direktorė", "mokyklų vadovai ir pavaduotojai"),
        ("direktorius leidžia", None),
        ("istorijos ir geografijos mokytoja", "istorijos mokytojai"),
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
    ("text", "wanted", "excluded", "left"),
    [
        ("etika ne pradinukams", None, "pradinių klasių mokytojai", ["etika"]),
        (
            "logopedams, bet ne psichologams",
            "logopedai",
            "psichologai",
            [],
        ),
        ("akordeono mokytojams", "muzikos mokytojai", None, ["akordeono", "mokytojams"]),
        ("muzikos mokytojams", "muzikos mokytojai", None, []),
    ],
)
def test_what_a_group_leaves_of_the_sentence(
    text: str, wanted: str | None, excluded: str | None, left: list[str]
) -> None:
    """A group is taken out, but the accordion of its teachers is still to be looked for."""
    sentence = Sentence(text)
    assert take_audience(sentence) == (wanted, excluded)
    assert [folded for folded, _ in sentence.left()] == left


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("matematikos mokytojai", True),
        ("specialieji pedagogai", True),
        ("klasių vadovai", True),
        ("tėvai", False),
        ("bibliotekininkai", False),
    ],
)
def test_an_event_for_every_teacher_is_for_teachers(group: str, expected: object) -> None:
    """Parents and librarians are not invited to what is for every teacher."""
    assert is_of_teachers(group) is expected


def test_several_groups_in_one_cell() -> None:
    """Whom an event is for is often written in one breath."""
    named = groups_in("Logopedai, specialieji pedagogai ir psichologai")
    assert named == {"logopedai", "specialieji pedagogai", "psichologai"}


def test_words_that_alone_name_a_group() -> None:
    """A slip is looked for in words that need no other beside them, and not in the others."""
    assert {"logopedams", "pradinukams", "matematikams"} <= one_word_names()
    assert not {"mokytojams", "pradiniu", "for"} & one_word_names()
    assert all(groups_in(word) for word in one_word_names())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("mokyklų psichologams", []),
        ("12 spec. pedagogų", []),
        ("etika mokyklose", ["etika", "mokyklose"]),
    ],
)
def test_where_and_how_many_they_are_is_no_theme(text: str, left: list[str]) -> None:
    """A school or a number right before a group belongs to it."""
    sentence = Sentence(text)
    take_audience(sentence)
    assert [written for _, written in sentence.left()] == left


def test_the_words_that_name_a_group() -> None:
    """They are folded, and of no other group."""
    assert said_of("muzikos mokytojai", "Music teachers, not art teachers") == ("music", "teachers")
    assert said_of("logopedai", "etika") == ()
