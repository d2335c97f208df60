"""Concepts, by any of their names."""

from catalogue.search.normalise import words
from catalogue.search.stems import stem
from catalogue.search.synonyms import load_synonyms, read_synonyms


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
