"""The texts of events and the terms they are found by."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.normalise import fold, words
from catalogue.search.postings import slots_of
from catalogue.search.stems import stem
from catalogue.search.synonyms import load_synonyms, read_synonyms
from catalogue.search.terms import Texts, analysed, texts_of
from tests.catalogue.search.samples import event


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
        "title": ("a", "b"),
        "subject": ("c", "d"),
        "summary": ("e", "f"),
        "audience": ("g",),
        "form": ("h",),
        "city": ("i",),
        "place": ("j",),
        "organiser": ("k", "l"),
        "lecturer": ("m",),
    }


TITLES = ("Ksilofonas pamokoje", "Kaukolė ir ksilofonas", "Kaukolė", "Lokomotyvas")


@given(st.sets(st.sampled_from(range(len(TITLES)))))
def test_what_was_taken_out_leaves_no_words(gone: set[int]) -> None:
    """A word of cancelled events alone finds nothing, nor is it offered for a slip of it."""
    texts = Texts()
    documents = [event(key, title) for key, title in enumerate(TITLES)]
    for document in documents:
        texts.put(document.key, document)
    for key in gone:
        texts.remove(key, documents[key])
    looked_up = texts.words(len(TITLES))
    for word in ("ksilofonas", "kaukolė", "lokomotyvas"):
        left = {key for key, title in enumerate(TITLES) if word in title.lower()} - gone
        (wanted,) = looked_up.wanted((fold(word),))
        assert {key for _, bits in wanted.levels for key in slots_of(bits)} == left
        assert looked_up.vocabulary.has_stem(stem(fold(word))) is bool(left)


LINES = ("kahutas; viktorinos", "kvizas; viktorinos", "botai; robotika")


@given(st.lists(st.sets(st.sampled_from(LINES)), max_size=4))
def test_what_is_taught_replaces_what_was(taught: list[set[str]]) -> None:
    """A word that two lines share stays until neither is taught; the last lines alone hold."""
    texts = Texts()
    for lines in taught:
        texts.teach(read_synonyms(sorted(lines)))
    held = texts.words(1).vocabulary
    left = {word for line in (taught or [set()])[-1] for word in words(line)}
    for word in ("kahutas", "kvizas", "botai"):
        assert held.has_word(word) is (word in left)
    texts.teach(read_synonyms([]))
    assert not held.has_word("kahutas")
