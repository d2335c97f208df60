"""The texts of the events by field, and the terms they are found by."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from catalogue.search.documents import Document
from catalogue.search.likeness import Theme, theme_of
from catalogue.search.matching import Terms, Words
from catalogue.search.normalise import words
from catalogue.search.postings import Postings
from catalogue.search.reading import generic_words
from catalogue.search.stems import stem
from catalogue.search.synonyms import SAME, Synonyms, load_synonyms
from catalogue.search.vocabulary import Vocabulary

_SENTENCES = re.compile(r"[.!?;:]+\s+")


FIELDS = {"title": 0, "subject": 1, "summary": 2} | dict.fromkeys(
    ("audience", "form", "city", "place", "organiser", "lecturer"), 3
)
"""Which of the weights a kind of text has."""

_OF_THEME = frozenset({0, 1, 2})


def texts_of(document: Document) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The texts of an event by kind; a summary goes by sentences, which often repeat."""
    yield "title", (document.title_lt, document.title_en)
    yield "subject", (*document.subjects, document.priority_field)
    yield "summary", tuple(_SENTENCES.split(document.summary))
    yield "audience", document.audience
    yield "form", (document.form,)
    yield "city", (document.city,)
    yield "place", (document.place,)
    yield "organiser", (document.organiser, *document.organiser_names)
    yield "lecturer", (document.lecturer,)


@lru_cache(maxsize=32768)
def analysed(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a text, and the terms it is found by: stems, and the concepts it names."""
    spelled = tuple(words(text))
    stems = [stem(word) for word in spelled]
    terms = set(stems)
    for concept, weight in load_synonyms().named(stems):
        terms.add(f"{'=' if weight == SAME else '~'}{concept}")
    return spelled, frozenset(terms)


def _themed(document: Document) -> Iterator[str]:
    """The terms of the texts that say what an event is about."""
    for kind, texts in texts_of(document):
        if FIELDS[kind] in _OF_THEME:
            for text in texts:
                yield from analysed(text)[1]


@cache
def _generic_stems() -> frozenset[str]:
    return frozenset(map(stem, generic_words()))


@cache
def packaged_words() -> Vocabulary:
    """The words of the packaged synonyms, which every index begins with a copy of."""
    packaged = Vocabulary()
    for word in sorted(load_synonyms().vocabulary):
        packaged.add(word)
    return packaged


class Texts:
    """The terms of every event by field, and the vocabulary of their words."""

    def __init__(self) -> None:
        self._synonyms = load_synonyms()
        self._taught = Synonyms()
        self._terms: Terms = {}
        self._vocabulary = packaged_words().copy()
        self._held: Counter[str] = Counter()

    def put(self, slot: int, document: Document) -> None:
        """Enter an event."""
        found: dict[int, set[str]] = defaultdict(set)
        for kind, texts in texts_of(document):
            for text in filter(None, texts):
                found[FIELDS[kind]] |= self._enter(text)
        for field, terms in found.items():
            for term in terms:
                try:
                    self._terms[term][field].add(slot)
                except KeyError:  # the first event with it
                    self._terms.setdefault(term, {})[field] = postings = Postings()
                    postings.add(slot)

    def remove(self, slot: int, document: Document) -> None:
        """Take an event out again, by the document it was entered with."""
        for kind, texts in texts_of(document):
            for text in filter(None, texts):
                for term in self._leave(text):
                    self._terms[term][FIELDS[kind]].discard(slot)

    def teach(self, taught: Synonyms) -> None:
        """Let queries mean this too, instead of what was taught before."""
        for word in self._taught.vocabulary - taught.vocabulary:
            self._vocabulary.discard(word)
        for word in taught.vocabulary - self._taught.vocabulary:
            self._vocabulary.add(word)
        self._taught = taught

    def words(self, size: int) -> Words:
        """What a query's words are looked up in, among so many events."""
        return Words(
            self._terms,
            self._vocabulary,
            self._synonyms,
            self._taught,
            _generic_stems(),
            max(1, size),
        )

    def theme(self, seeds: Iterable[tuple[float, Document]], size: int) -> Theme:
        """What a few events, each with its score, are about, among so many."""
        said = [(score, frozenset(_themed(document))) for score, document in seeds]
        return theme_of(said, count=self._count, holding=self._holding, size=size)

    def _count(self, term: str) -> int:
        held = self._terms[term]
        return sum(len(held[field]) for field in _OF_THEME if field in held)

    def _holding(self, term: str) -> int:
        found = 0
        for field, postings in self._terms[term].items():
            if field in _OF_THEME:
                found |= postings.bits()
        return found

    def _enter(self, text: str) -> frozenset[str]:
        """Count a text, a new one's words into the vocabulary; the terms it holds."""
        spelled, terms = analysed(text)
        self._held[text] += 1
        if self._held[text] == 1:
            for word in spelled:
                self._vocabulary.add(word)
        return terms

    def _leave(self, text: str) -> frozenset[str]:
        """The other way round."""
        spelled, terms = analysed(text)
        self._held[text] -= 1
        if not self._held[text]:
            del self._held[text]
            for word in spelled:
                self._vocabulary.discard(word)
        return terms
