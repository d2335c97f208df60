"""Words made comparable: folding, stems, synonyms, neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.normalise import LONGEST_TEXT, clean, fold, words
from catalogue.search.stems import is_known, root, stem
from catalogue.search.synonyms import load_synonyms, read_synonyms
from catalogue.search.vocabulary import Vocabulary

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


@given(st.text(max_size=50))
def test_folding_keeps_the_length(text: str) -> None:
    """Places in the folded text are places in the text as written."""
    assert len(fold(text)) == len(text)


@given(st.text(max_size=50))
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=3000))
def test_a_sentence_is_bounded(text: str) -> None:
    """However much is sent, a bounded sentence is read."""
    assert len(clean(text)) <= LONGEST_TEXT


def test_decomposed_letters_are_the_same_word() -> None:
    """A telephone that sends letters and marks apart is understood."""
    assert words(clean("u\u0306z\u030cdavinys")) == words(clean("u\u0306ždavinys"))


def test_phrases_of_a_concept_name_it_in_any_case() -> None:
    """Dirbtinį intelektą names what DI names."""
    concepts = read_synonyms("dirbtinis intelektas; DI ~ ChatGPT  # a remark\n\n# only a remark")
    phrase = concepts.mentions([stem(word) for word in words("apie dirbtinį intelektą")])
    short = concepts.mentions(["di"])
    near = concepts.mentions(["chatgpt"])
    assert [(one.concept, one.first, one.last) for one in phrase] == [(0, 1, 3)]
    assert [one.concept for one in short] == [one.concept for one in near] == [0]
    assert near[0].weight < short[0].weight


def test_every_packaged_concept_has_names() -> None:
    """No line of the list is alone or empty."""
    concepts = load_synonyms()
    assert len(concepts.names) > 100
    assert all(concepts.names)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("geofrafija", "geografij"),
        ("egografija", "geografij"),
        ("geogrfaija", "geografij"),
        ("xeografija", "geografij"),
        ("zaidybinmo", "zaidybinim"),
    ],
)
def test_a_slip_finds_the_word(typed: str, meant: str) -> None:
    """One letter too many, too few, wrong or swapped, also the first."""
    vocabulary = Vocabulary()
    for word in ("geografija", "zaidybinimas", "istorija"):
        vocabulary.add(word)
    assert vocabulary.neighbours(typed)[0][0] == meant


def test_short_words_have_no_slips() -> None:
    """DI is not IT with a slip."""
    vocabulary = Vocabulary()
    vocabulary.add("it")
    assert vocabulary.neighbours("di") == []


@given(st.lists(st.sampled_from(["etika", "etikos", "etiketas", "menai"]), max_size=12))
def test_words_taken_out_are_gone(some: list[str]) -> None:
    """A vocabulary from which everything was taken is as at first."""
    vocabulary = Vocabulary()
    for word in some:
        vocabulary.add(word)
    assert sorted(vocabulary.beginning("etik")) == sorted({w for w in some if w[:4] == "etik"})
    for word in some:
        vocabulary.discard(word)
    assert not list(vocabulary.beginning("eti"))
    assert not any(vocabulary.has_stem(stem(word)) for word in some)
    assert vocabulary.neighbours("etikoss") == []


def test_words_of_the_language_are_known() -> None:
    """A word that Lithuanian has is no slip of another; a slip is not a word."""
    assert is_known("boksas")
    assert is_known("motociklus")
    assert not is_known("matwmatika")
