"""What the best hits are about beyond the words asked for, and which other events are alike.

An event of the same theme often says it in other words. The terms that are rare in the programme
and common among the best hits say what the theme is; events share more or less of them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log
from typing import NamedTuple

from catalogue.search.matching import Scored

LEVELS = 8
"""Steps of likeness; who shares half of a theme's terms by weight is as like as can be."""

_TERMS = 12
_MOST_COMMON = 0.15
"""A term that a larger share of the programme has tells nothing of a theme."""

_UNITS = 8 * LEVELS
"""What the weights of a theme's terms come to together."""

_BETWEEN_BEST = 0.001
"""How far apart a step of likeness puts events that answer the words best, and equally well."""

_SHARE = 0.5
"""How much of a score is likeness to the best, the rest being the words asked for."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The bits of the events by their likeness: level n is at n, the most alike last.

    Without levels there is no theme: nothing that the best share with others tells them apart.
    """

    levels: tuple[int, ...] = ()

    def parts(self, bits: int) -> list[tuple[int, int]]:
        """These events by level, without the empty ones; the least alike are at level 0."""
        found: list[tuple[int, int]] = []
        for level, alike in enumerate(self.levels):
            if some := bits & alike:
                found.append((level, some))
                bits ^= some
        return [(0, bits), *found] if bits else found


def theme_of(
    seeds: Sequence[tuple[float, Collection[str]]],
    *,
    count: Callable[[str], int],
    holding: Callable[[str], int],
    size: int,
) -> Theme:
    """The theme of a few events, each with its score and its terms.

    `count` says how many of the `size` events have a term (roughly), `holding` gives their bits.
    """
    worth: dict[str, float] = defaultdict(float)
    for score, terms in seeds:
        for term in terms:
            worth[term] += score
    weights: dict[str, float] = {}
    for term, value in worth.items():
        if 1 < (held := count(term)) < size and held <= max(2, size * _MOST_COMMON):
            weights[term] = value * log(size / held)
    chosen = nlargest(_TERMS, weights, key=lambda term: (weights[term], term))
    if not chosen:
        return Theme()
    total = sum(weights[term] for term in chosen)
    planes = [0] * (_UNITS.bit_length() + 1)
    for term in chosen:
        _add(planes, round(weights[term] / total * _UNITS), holding(term))
    return Theme(_levels(planes))


def _add(planes: list[int], number: int, bits: int) -> None:
    """Add a number to the sums of these slots; bit n of a slot's sum is in plane n."""
    for first in range(number.bit_length()):
        carry, at = bits if number >> first & 1 else 0, first
        while carry:
            planes[at], carry = planes[at] ^ carry, planes[at] & carry
            at += 1


def _levels(planes: list[int]) -> tuple[int, ...]:
    """The slots by level, which is half of their sum's share of the units, at most LEVELS."""
    lowest = (_UNITS // 2 // LEVELS).bit_length() - 1
    steps = planes[lowest : lowest + LEVELS.bit_length() - 1]
    most = 0
    for plane in planes[lowest + len(steps) :]:
        most |= plane
    levels = [0]
    for level in range(1, LEVELS):
        some = ~most
        for at, plane in enumerate(steps):
            some &= plane if level >> at & 1 else ~plane
        levels.append(some)
    return (*levels, most)


class Placed(NamedTuple):
    """Events with their place in the list (`score`), and how well they answer the words."""

    score: float
    bits: int
    match: float


def as_they_are(ranked: Iterable[Scored]) -> list[Placed]:
    """Ranked events in the order of how well they answer the words."""
    return [Placed(score, bits, score) for score, bits in ranked]


def moved(ranked: Sequence[Scored], theme: Theme) -> list[Placed]:
    """Ranked events nearer to the theme or farther from it; the best stay the first."""
    if not ranked or not theme.levels:
        return as_they_are(ranked)
    best, leaders = ranked[0]
    found = [
        Placed(best - _BETWEEN_BEST * (LEVELS - level), bits, best)
        for level, bits in theme.parts(leaders)
    ]
    for match, some in ranked[1:]:
        own = match * (1 - _SHARE)
        found += [
            Placed(own + _worth(best, level), bits, match) for level, bits in theme.parts(some)
        ]
    return sorted(found, reverse=True)


def alike(best: float, theme: Theme, among: int) -> list[Placed]:
    """Events that are like the best for their theme alone, whatever words were asked for."""
    parts = theme.parts(among)
    return [Placed(_worth(best, level), bits, 0.0) for level, bits in reversed(parts) if level]


def _worth(best: float, level: int) -> float:
    return best * _SHARE * level / LEVELS
