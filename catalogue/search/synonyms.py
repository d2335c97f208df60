"""Concepts: words and phrases of both languages that name one thing."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from catalogue.search.normalise import words
from catalogue.search.reading import is_theme
from catalogue.search.stems import stem

SAME = 0.92
NEAR = 0.62
"""How much of a literal match another name of the thing, or something near it, is worth."""

_BRITISH = re.compile(r"our|is(?:e|es|ed|ing|ation)$|ll(?:ing|ed|or)|programme|tre")
"""What most words have nothing of, and are the same in America."""

_AMERICAN = (
    (re.compile(r"(behavi|col|fav|hon|hum|lab|neighb)our"), r"\1or"),
    (re.compile(r"([a-z]{3})(?<!exerc)is(e|es|ed|ing|ation)$"), r"\1iz\2"),
    (re.compile(r"(counsel|model|travel)l(ing|ed|or)"), r"\1\2"),
    (re.compile(r"programme"), "program"),
    (re.compile(r"(cen|thea)tre"), r"\1ter"),
)

Phrase = tuple[str, ...]
"""The stems of one name of a concept."""


class Mention(NamedTuple):
    """A concept named in a row of words: the words `first` up to, not including, `last`.

    `weight` is that of the phrase among the concept's names, `worth` that of the words as typed.
    """

    phrase: Phrase
    concept: int
    weight: float
    worth: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Concepts by number, each with the phrases that name it.

    `phrases` has them by their first stem, each with its concept and weight; `vocabulary` are the
    folded words they are made of.
    """

    names: tuple[str, ...] = ()
    meanings: tuple[tuple[tuple[Phrase, float], ...], ...] = ()
    phrases: Mapping[str, tuple[tuple[Phrase, int, float], ...]] = field(default_factory=dict)
    vocabulary: frozenset[str] = frozenset()

    def first_phrases(self) -> tuple[Phrase, ...]:
        """The first name of each concept."""
        return tuple(meaning[0][0] for meaning in self.meanings)

    def mentions(self, stems: Iterable[str]) -> list[Mention]:
        """Every concept named in these stems; of phrases within each other all count."""
        said = tuple(stems)
        return [
            Mention(phrase, concept, weight, 1.0, at, at + len(phrase))
            for at, first in enumerate(said)
            for phrase, concept, weight in self.phrases.get(first, ())
            if len(phrase) == 1 or said[at : at + len(phrase)] == phrase
        ]

    def named(self, stems: Sequence[str]) -> Iterator[tuple[int, float]]:
        """The concepts of `mentions` alone, each with the weight of the phrase that names it."""
        for at, first in enumerate(stems):
            if first in self.phrases:
                for phrase, concept, weight in self.phrases[first]:
                    if len(phrase) == 1 or tuple(stems[at : at + len(phrase)]) == phrase:
                        yield concept, weight

    def mentions_among(self, choices: Sequence[Mapping[str, float]]) -> list[Mention]:
        """The same where each word may mean several stems, each with its worth."""
        found: list[Mention] = []
        for at, keys in enumerate(choices):
            for key, worth in keys.items():
                for phrase, concept, weight in self.phrases.get(key, ()):
                    end = at + len(phrase)
                    fits = worth if end <= len(choices) else 0.0
                    for place in range(at + 1, end if fits else 0):
                        fits = min(fits, choices[place].get(phrase[place - at], 0.0))
                    if fits:
                        found.append(Mention(phrase, concept, weight, fits, at, end))
        return found


@dataclass(frozen=True, slots=True)
class _Concept:
    """A line as read: `ways` are its names and, of those with small words, the names without."""

    name: str
    meaning: tuple[tuple[Phrase, float], ...]
    ways: tuple[tuple[Phrase, float], ...]
    vocabulary: frozenset[str]


def read_synonyms(lines: Iterable[str]) -> Synonyms:
    """Concepts from lines of `same; same ~ near; near`, where # begins a remark."""
    concepts = [concept for line in lines if (concept := _concept(line))]
    phrases: dict[str, list[tuple[Phrase, int, float]]] = {}
    for number, concept in enumerate(concepts):
        for keys, weight in concept.ways:
            phrases.setdefault(keys[0], []).append((keys, number, weight))
    return Synonyms(
        tuple(concept.name for concept in concepts),
        tuple(concept.meaning for concept in concepts),
        {key: tuple(some) for key, some in phrases.items()},
        frozenset().union(*(concept.vocabulary for concept in concepts)),
    )


@lru_cache(maxsize=4096)
def _concept(line: str) -> _Concept | None:
    """Kept, since staff teach one line beside thousands that stay as they were."""
    spelled = list(_phrases_of(line))
    if not spelled:
        return None
    meaning = dict.fromkeys((tuple(map(stem, some)), weight) for _, some, weight in spelled)
    asked = {(_as_asked(some), weight): None for _, some, weight in spelled if len(some) > 1}
    return _Concept(
        name=spelled[0][0],
        meaning=tuple(meaning),
        ways=tuple(way for way in meaning | asked if way[0]),
        vocabulary=frozenset(word for _, some, _ in spelled for word in some),
    )


def _as_asked(spelled: list[str]) -> Phrase:
    """A phrase as a query has it, without its small words; nothing where one word would be left."""
    said = tuple(stem(word) for word in spelled if is_theme(word))
    return said if 1 < len(said) < len(spelled) else ()


def _phrases_of(line: str) -> Iterator[tuple[str, list[str], float]]:
    """Each phrase of a line as written, in folded words, and its weight."""
    same, _, near = line.partition("#")[0].partition("~")
    for part, weight in ((same, SAME), (near, NEAR)):
        for phrase in part.split(";"):
            if spelled := words(phrase):
                yield phrase.strip(), spelled, weight
                if (american := [_american(word) for word in spelled]) != spelled:
                    yield phrase.strip(), american, weight


def _american(word: str) -> str:
    """A folded word as Americans spell it, when the British spell it otherwise."""
    if _BRITISH.search(word):
        for british, american in _AMERICAN:
            word = british.sub(american, word)
    return word


@cache
def load_synonyms() -> Synonyms:
    """The packaged concepts of teachers' professional development."""
    text = files(__package__).joinpath("synonyms.txt").read_text(encoding="utf-8")
    return read_synonyms(text.splitlines())
