"""Words and phrases that tell what a sentence wants, found in it by family."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalogue.search.normalise import fold
from catalogue.search.stems import is_known

_FILE = "meanings.txt"
_WORD = re.compile(r"[^\W_]+")
_CHOICE = re.compile(r"\(([^()]*)\)(\??)")
_CLIPPED = (("t", "i"), ("oj", "e"), ("ej", "e"), ("am", "e"), ("om", "e"), ("uos", "e"))
_SHORTEST_SLIP = 7
"""Letters of a word that may have a slip; a shorter one is too easily another word."""


class Mention(NamedTuple):
    """Words of a family, from the character `start` up to `end`."""

    family: str
    start: int
    end: int


class _Ways:
    """Ways by the word that is next in them; `families` are those of the ways that end here."""

    __slots__ = ("families", "following")

    def __init__(self) -> None:
        self.families: list[str] = []
        self.following: dict[str, _Ways] = {}

    def add(self, way: str, family: str) -> None:
        """Enter a way without choices."""
        ways = self
        for word in way.split():
            then = ways.following.get(word)
            if then is None:
                then = ways.following[word] = _Ways()
            ways = then
        if family not in ways.families:
            ways.families.append(family)

    def after(self, words: Sequence[str]) -> list["_Ways"]:
        """Where one gets from here by any of these words as a way may write them."""
        following = self.following
        if following.keys().isdisjoint(words):
            return []
        return [following[word] for word in words if word in following]


@cache
def _ways() -> _Ways:
    ways = _Ways()
    for family, way in _entries():
        for one in _expanded(fold(way)):
            ways.add(one, family)
    return ways


def _entries() -> Iterator[tuple[str, str]]:
    """Every way of the packaged file, after its family."""
    text = files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    for line in text.replace("\n    ", " ").splitlines():
        family, _, said = line.partition(" | ")
        if said and not line.startswith("#"):
            yield from ((family, way) for way in said.split(" ; "))


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
    return frozenset(family for family, _ in _entries())


@lru_cache(maxsize=64)
def mentions(folded: str) -> tuple[Mention, ...]:
    """Every family that a folded sentence has words of, in order; they may overlap.

    Kept for a while, since what a sentence wants and what it is about are read one after another.
    """
    found = list(_WORD.finditer(folded))
    return tuple(one for at in range(len(found)) for one in _mentions_from(found[at:]))


def _mentions_from(words: list[re.Match[str]]) -> Iterator[Mention]:
    """Those that begin with the first of these words."""
    reached = _beginning(words[0][0])
    if not reached:
        return
    for at, last in enumerate(words):
        if at:
            written = _inside(last[0])
            reached = [then for ways in reached for then in ways.after(written)]
        if not reached:
            return
        for ways in reached:
            for family in ways.families:
                yield Mention(family, words[0].start(), last.end())


@lru_cache(maxsize=8192)
def _beginning(word: str) -> list[_Ways]:
    """The ways that begin with a word, or with the one it is a slip of."""
    ways = _ways()
    return (
        ways.after(_written(word))
        or ways.after(_written(in_full(word)))
        or ways.after(_written(_meant(word)))
    )


@lru_cache(maxsize=8192)
def _inside(word: str) -> tuple[str, ...]:
    """How a way may write a word after its first: there it may also be any word."""
    return tuple(dict.fromkeys((*_written(word), in_full(word), "_")))


def _written(word: str) -> list[str]:
    """How a way may write a word: whole, by its beginning, as a number."""
    number = ["#"] if word.isdigit() else []
    return [word, *number, *(word[:length] + "*" for length in range(1, len(word) + 1))]


def in_full(word: str) -> str:
    """A word with the ending that is left out in speech: „paklaust“, „eilėj“, „keliam“."""
    for short, ending in _CLIPPED:
        if word.endswith(short):
            return word + ending
    return word


def _meant(word: str) -> str:
    """The first word of a way that a word is one slip away from; itself where there is none.

    A slip is hardly ever in the first letter: Šilutėje is no „eilutėje“.
    """
    if len(word) < _SHORTEST_SLIP or is_known(word):
        return word
    whole, begun = _first_words(word[0])
    beginnings = (word[:length] for length in range(_SHORTEST_SLIP - 1, len(word) + 1))
    return _near([word], whole) or _near(beginnings, begun) or word


@lru_cache(maxsize=64)
def _first_words(letter: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first words of ways, from this letter on, that may have a slip: whole, and begun."""
    first = [one for one in _ways().following if one.startswith(letter)]
    whole = (one for one in first if not one.endswith("*"))
    begun = (one.removesuffix("*") for one in first if one.endswith("*"))
    return _long(whole), _long(begun)


def _long(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in words if len(one) >= _SHORTEST_SLIP)


def _near(written: Iterable[str], among: Sequence[str]) -> str:
    """The first of several that one of the written is a slip of; empty where none is."""
    near = (process.extractOne(one, among, scorer=OSA.distance, score_cutoff=1) for one in written)
    at = min((found[2] for found in near if found), default=-1)
    return among[at] if at >= 0 else ""
