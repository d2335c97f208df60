"""Concepts: words and phrases of both languages that name one thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from catalogue.search.normalise import words
from catalogue.search.stems import stem

SAME = 0.92
NEAR = 0.75
"""How much of a literal match another name of the thing, or something near it, is worth."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in a row of words: the words `first` up to, not including, `last`.

    `weight` is that of the phrase among the concept's names, `worth` that of the words as typed.
    """

    concept: int
    weight: float
    worth: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The concepts, and the phrases (as stems) that name them by their first stem."""

    names: tuple[str, ...]
    phrases: dict[str, tuple[tuple[tuple[str, ...], int, float], ...]]
    vocabulary: frozenset[str]

    def mentions(self, stems: list[str]) -> list[Mention]:
        """Every concept named in these stems; of phrases within each other all count."""
        return self.mentions_among([{key: 1.0} for key in stems])

    def mentions_among(self, choices: Sequence[Mapping[str, float]]) -> list[Mention]:
        """The same where each word may mean several stems, each with its worth."""
        found: list[Mention] = []
        for at, keys in enumerate(choices):
            for key, worth in keys.items():
                for phrase, concept, weight in self.phrases.get(key, ()):
                    fits = worth
                    for other, meant in zip(phrase[1:], choices[at + 1 :], strict=False):
                        fits = min(fits, meant.get(other, 0.0))
                    if fits and at + len(phrase) <= len(choices):
                        found.append(Mention(concept, weight, fits, at, at + len(phrase)))
        return found


def read_synonyms(text: str) -> Synonyms:
    """Concepts from lines of `same; same ~ near; near`, where # begins a remark."""
    names: list[str] = []
    phrases: dict[str, list[tuple[tuple[str, ...], int, float]]] = {}
    vocabulary: set[str] = set()
    for line in text.splitlines():
        statement = line.partition("#")[0].strip()
        if not statement:
            continue
        same, _, near = statement.partition("~")
        for part, weight in ((same, SAME), (near, NEAR)):
            for phrase in filter(None, map(str.strip, part.split(";"))):
                spelled = words(phrase)
                vocabulary.update(spelled)
                keys = tuple(map(stem, spelled))
                phrases.setdefault(keys[0], []).append((keys, len(names), weight))
        names.append(same.split(";")[0].strip())
    return Synonyms(
        names=tuple(names),
        phrases={key: tuple(dict.fromkeys(some)) for key, some in phrases.items()},
        vocabulary=frozenset(vocabulary),
    )


@cache
def load_synonyms() -> Synonyms:
    """The packaged concepts of teachers' professional development."""
    return read_synonyms(files(__package__).joinpath("synonyms.txt").read_text(encoding="utf-8"))
