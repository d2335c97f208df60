"""The texts of events and the terms they are found by."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.search.stems import stem
from catalogue.search.synonyms import load_synonyms
from catalogue.search.terms import Texts, analysed, texts_of
from tests.catalogue.search.samples import PROGRAMME, event


def test_a_text_is_found_by_what_it_names() -> None:
    """Dirbtinis intelektas holds its stems, and the concept as itself; ChatGPT only as near it."""
    concept = load_synonyms().names.index("dirbtinis intelektas")
    spelled, terms = analysed("Dirbtinis intelektas")
    assert spelled == ("dirbtinis", "intelektas")
    assert {stem("dirbtinis"), stem("intelektas"), f"={concept}"} <= terms
    assert f"~{concept}" in analysed("ChatGPT")[1]


def test_everything_an_event_says_is_searched() -> None:
    """Whatever a centre wrote of an event is in one of its fields."""
    document = replace(
        event(1, "a", title_en="b"),
        subjects=("c",),
        priority_field="d",
        summary="e. f",
        audience=("g",),
        form="h",
        city="i",
        place="j",
        organiser="k",
        organiser_names=("l",),
        lecturer="m",
    )
    assert dict(texts_of(document)) == {
        0: ("a", "b"),
        1: ("c", "d"),
        2: ("e", "f"),
        3: ("g", "h", "i", "j", "k", "l", "m"),
    }


@given(st.lists(st.sampled_from(PROGRAMME), unique=True, min_size=1))
@settings(max_examples=30, deadline=None)
def test_what_was_taken_out_leaves_no_words(some: list[object]) -> None:
    """A word of cancelled events alone is found no more, nor offered for a slip of it."""
    texts = Texts()
    for document in PROGRAMME:
        texts.put(document.key, document)
    gone = [document for document in PROGRAMME if document in some]
    for document in gone:
        texts.remove(document.key, document)
    for word, key in (("geogebra", 5), ("geogebrs", 5), ("robotikos", 6), ("sutrikimai", 7)):
        (wanted,) = texts.words(len(PROGRAMME)).wanted((word,))
        held = any(bits >> key & 1 for _, bits in wanted.levels)
        assert held is (key not in {document.key for document in gone})
