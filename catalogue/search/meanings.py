"""Words and phrases that tell what a sentence wants, found in it by family."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from catalogue.search.normalise import fold
from catalogue.search.stems import is_known

_FILE = "meanings.txt"
_WORD = re.compile(r"[^\W_]+")
_CHOICE = re.compile(r"\(([^()]*)\)(\??)")
_CLIPPED = (("t", "i"), ("oj", "e"), ("ej", "e"), ("am", "e"), ("om", "e"), ("uos", "e"))
_SHORTEST_SLIP = 7
"""Letters of a word that may have a slip; a shorter one is too easily another word."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a family, from the character `start` up to `end`."""

    family: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Way:
    """The words that follow the first of a way, and the family it belongs to."""

    rest: tuple[str, ...]
    family: str


class _Ways:
    """Every way of the packaged file by its first word, whole or the beginning of one."""

    def __init__(self) -> None:
        self.whole: dict[str, list[_Way]] = defaultdict(list)
        self.begun: dict[str, list[_Way]] = defaultdict(list)
        self.names: set[str] = set()

    def add(self, way: str, family: str) -> None:
        """Enter a way without choices."""
        first, *rest = way.split()
        ways = self.begun if first.endswith("*") else self.whole
        ways[first.removesuffix("*")].append(_Way(tuple(rest), family))
        self.names.add(family)

    def beginning(self, word: str) -> list[_Way]:
        """Those whose first word this is."""
        found = list(self.whole.get(word, ()))
        for length in range(2, len(word) + 1):
            found += self.begun.get(word[:length], ())
        if word.isdigit():
            found += self.whole.get("#", ())
        return found


@cache
def _ways() -> _Ways:
    ways = _Ways()
    text = files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    for line in text.replace("\n    ", " ").splitlines():
        family, _, said = line.partition(" | ")
        if line.startswith("#") or not said:
            continue
        for way in said.split(" ; "):
            for one in _expanded(fold(way)):
                ways.add(one, family)
    return ways


def _expanded(way: str) -> Iterator[str]:
    """Each way that the choices of one make: `kok(ia|iu) dien*` is two."""
    found = _CHOICE.search(way)
    if found is None:
        yield way
        return
    choices = [*found[1].split("|"), *([""] if found[2] else [])]
    for choice in choices:
        yield from _expanded(way[: found.start()] + choice + way[found.end() :])


def families() -> frozenset[str]:
    """The names of all families."""
    return frozenset(_ways().names)


def mentions(folded: str) -> tuple[Mention, ...]:
    """Every family that a folded sentence has words of, in order; they may overlap."""
    found = list(_WORD.finditer(folded))
    spoken = [one[0] for one in found]
    mentioned = []
    for at, word in enumerate(spoken):
        for way in _beginning(word):
            last = at + len(way.rest)
            if last < len(found) and all(map(_fits, way.rest, spoken[at + 1 : last + 1])):
                mentioned.append(Mention(way.family, found[at].start(), found[last].end()))
    return tuple(mentioned)


def _fits(pattern: str, word: str) -> bool:
    if pattern == "_":
        return True
    if pattern == "#":
        return word.isdigit()
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    return pattern in (word, in_full(word))


@lru_cache(maxsize=8192)
def _beginning(word: str) -> tuple[_Way, ...]:
    """The ways that begin with a word, or with the one it is a slip of."""
    ways = _ways()
    return tuple(
        ways.beginning(word) or ways.beginning(in_full(word)) or ways.beginning(_meant(word))
    )


def in_full(word: str) -> str:
    """A word with the ending that is left out in speech: „paklaust“, „eilėj“, „keliam“."""
    for short, ending in _CLIPPED:
        if word.endswith(short):
            return word + ending
    return word


def _meant(word: str) -> str:
    """The first word of a way that a word is one slip away from; itself where there is none."""
    if len(word) < _SHORTEST_SLIP or is_known(word):
        return word
    for whole in _ways().whole:
        if len(whole) >= _SHORTEST_SLIP and OSA.distance(word, whole, score_cutoff=1) <= 1:
            return whole
    for begun in _ways().begun:
        if len(begun) >= _SHORTEST_SLIP and _begins_like(word, begun):
            return begun
    return word


def _begins_like(word: str, beginning: str) -> bool:
    """Whether a word begins with these letters but for one slip."""
    lengths = range(len(beginning) - 1, len(beginning) + 2)
    return any(OSA.distance(word[:length], beginning, score_cutoff=1) <= 1 for length in lengths)
