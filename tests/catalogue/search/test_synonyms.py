"""Concepts, by any of their names."""

from collections import Counter

import pytest

from catalogue.search.normalise import words
from catalogue.search.stems import stem
from catalogue.search.synonyms import SAME, load_synonyms, read_synonyms


def test_phrases_of_a_concept_name_it_in_any_case() -> None:
    """Dirbtinį intelektą names what DI names."""
    concepts = read_synonyms(
        ["dirbtinis intelektas; DI ~ ChatGPT  # a remark", "", "# only a remark"]
    )
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


def test_a_phrase_names_one_concept_only() -> None:
    """What is the same as two things would be found for both; to the wider one it is near."""
    concepts = load_synonyms()
    same = Counter(
        phrase for meaning in concepts.meanings for phrase, weight in meaning if weight == SAME
    )
    assert [" ".join(phrase) for phrase, lines in same.items() if lines > 1] == []


def test_a_phrase_is_named_by_all_its_words_only() -> None:
    """Intelektas alone, or at the very end of what was typed, does not mean artificial."""
    concepts = read_synonyms(["dirbtinis intelektas; DI"])
    assert concepts.mentions([stem("intelektas")]) == []
    assert concepts.mentions([stem("dirbtinis")]) == []


def test_an_uncertain_word_names_a_concept_less() -> None:
    """A phrase is worth no more than the least certain of its words."""
    concepts = read_synonyms(["dirbtinis intelektas; DI"])
    (mention,) = concepts.mentions_among([{stem("dirbtinis"): 0.9}, {stem("intelektas"): 0.7}])
    assert mention.worth == 0.7


def test_a_phrase_is_known_without_its_small_words() -> None:
    """A query has lost its of and its and, which the events have; one word left says too little."""
    concepts = read_synonyms(["speech and language; applying for funding", "out of school"])
    assert [one.concept for one in concepts.mentions(["speech", "languag"])] == [0]
    assert [one.concept for one in concepts.mentions(["speech", "and", "languag"])] == [0]
    assert concepts.mentions([stem("school")]) == []


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("behaviour problems", "behavior problems"),
        ("organising time", "organizing time"),
        ("career counselling", "career counseling"),
        ("programmes", "programs"),
        ("theatre", "theater"),
        ("physical exercise", "physical exercise"),
        ("tour", "tour"),
    ],
)
def test_names_are_known_as_americans_spell_them(british: str, american: str) -> None:
    """The list is written once, in British spelling."""
    concepts = read_synonyms([f"pavadinimas; {british}"])
    assert [one.concept for one in concepts.mentions(list(map(stem, words(american))))] == [0]


@pytest.mark.parametrize(
    ("english", "lithuanian"),
    [
        ("classroom management", "klasės valdymas"),
        ("learning difficulties", "mokymosi sunkumai"),
        ("school library", "mokyklos biblioteka"),
        ("student exchange", "mokinių mainai"),
        ("grant application", "projektų rengimas"),
        ("newly qualified teacher", "pradedantis mokytojas"),
        ("student council", "mokinių savivalda"),
        ("money management", "finansinis raštingumas"),
        ("speech therapy", "logopedija"),
        ("school self-evaluation", "veiklos įsivertinimas"),
    ],
)
def test_both_languages_name_the_same(english: str, lithuanian: str) -> None:
    """A term of the field in English bridges to the Lithuanian one."""
    concepts = load_synonyms()

    def same(text: str) -> set[int]:
        keys = [stem(word) for word in words(text)]
        found = concepts.mentions(keys)
        whole = [one for one in found if one.last - one.first == len(keys)]
        return {one.concept for one in whole if one.weight == SAME}

    assert same(english) & same(lithuanian)


def test_a_line_is_read_once() -> None:
    """Staff teach one word beside two thousand others, which are not taken apart again."""
    before, after = read_synonyms(["botai; robotika"]), read_synonyms(["a; b", "botai; robotika"])
    assert after.meanings[1] is before.meanings[0]
    assert [one.concept for one in after.mentions([stem("botai")])] == [1]
