"""The texts of an event by field, and the terms it is found by."""

import re
from collections.abc import Iterator
from functools import lru_cache

from catalogue.search.documents import Document
from catalogue.search.normalise import words
from catalogue.search.stems import stem
from catalogue.search.synonyms import SAME, load_synonyms

_SENTENCES = re.compile(r"[.!?;:]+\s+")


def texts_of(document: Document) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The texts of an event by field; a summary goes by sentences, which often repeat."""
    yield 0, (document.title_lt, document.title_en)
    yield 1, (*document.subjects, document.priority_field)
    yield 2, tuple(_SENTENCES.split(document.summary))
    yield (
        3,
        (
            *document.audience,
            document.form,
            document.city,
            document.place,
            document.organiser,
            *document.organiser_names,
            document.lecturer,
        ),
    )


@lru_cache(maxsize=32768)
def analysed(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a text, and the terms it is found by: stems, and the concepts it names."""
    spelled = tuple(words(text))
    stems = [stem(word) for word in spelled]
    terms = set(stems)
    for mention in load_synonyms().mentions(stems):
        terms.add(f"{'=' if mention.weight == SAME else '~'}{mention.concept}")
    return spelled, frozenset(terms)
