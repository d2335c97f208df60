"""How well the events answer words: expansions on the vocabulary, then soft AND on bit sets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import log

from catalogue.search.postings import Postings
from catalogue.search.spacing import respaced
from catalogue.search.stems import is_known, stem
from catalogue.search.synonyms import NEAR, SAME, Synonyms
from catalogue.search.vocabulary import Vocabulary, slips_allowed

FIELD_WEIGHTS = (1.0, 0.72, 0.62, 0.45)
"""Title, subjects, summary, and the rest (audience, form, place, organiser, lecturer)."""
_KIN = 0.8
_PREFIX = 0.9
_SLIP = 0.95
_DOUBT = 0.6
_GENERIC = 0.2
_SCRAP = 0.1
_SHORTEST_WORD = 3
_IN_PHRASE = 0.85
_TITLE_ALONE = 0.95
_MOST_RARITY = 4.0
_STEP = 0.06
_LEAST = 0.2
"""Expansions and fields that together are worth less than this are not looked at."""

_SHARES = {SAME: 1.0, NEAR: 0.9}
"""What is left of a concept's worth where an event has it by a name, or by what is near it."""

Scored = tuple[float, int]
"""A score, and the bits of the events that have it."""

Terms = dict[str, dict[int, Postings]]
"""Where each term stands, by field."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word of a query: its weight in the whole, and the bits of the events by their worth.

    `expanded` are the terms it was looked up by, each with its worth.
    """

    word: str
    weight: float
    levels: tuple[tuple[float, int], ...]
    expanded: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """What a query's words are looked up in."""

    terms: Terms
    vocabulary: Vocabulary
    synonyms: Synonyms
    taught: Synonyms
    generic: frozenset[str]
    """Stems that weigh little."""

    size: int

    def wanted(self, query: tuple[str, ...]) -> list[Wanted]:
        """The words of a query with their weights and the events that hold them."""
        query = respaced(query, self.vocabulary)
        expansions = [
            self._expansions(word, last=at == len(query) - 1) for at, word in enumerate(query)
        ]
        self._add_taught(expansions)
        self._add_concepts(expansions)
        return [
            self._weighed(word, expanded) for word, expanded in zip(query, expansions, strict=True)
        ]

    def are_generic(self, query: tuple[str, ...]) -> bool:
        """Whether these words, if there are any, are all of the trade and say no theme."""
        return all(stem(word) in self.generic for word in query)

    def _expansions(self, word: str, *, last: bool) -> dict[str, float]:
        """Terms a word may mean, each with its worth."""
        found = {stem(word): 1.0}
        exact = self.vocabulary.has_stem(stem(word))
        for key in self.vocabulary.kin(word):
            found[key] = _KIN
        if not exact or last or len(word) < 6:
            for whole in self.vocabulary.beginning(word):
                worth = min(_PREFIX, 0.1 + 0.2 * len(word)) if not exact else _KIN
                found[stem(whole)] = max(worth, found.get(stem(whole), 0))
        if len(found) == 1 and not exact and slips_allowed(len(word)):
            sure = 1.0 if not is_known(word) else _DOUBT
            for key, likeness in self.vocabulary.neighbours(word):
                if sure == 1.0 or likeness >= 1 - 1.1 / len(word):
                    found[key] = max(_SLIP * likeness * sure, found.get(key, 0))
        return found

    def _add_taught(self, expansions: list[dict[str, float]]) -> None:
        """What the words were taught to mean: the other names of the thing, and their concepts."""
        for mention in self.taught.mentions_among([dict(one) for one in expansions]):
            for phrase, weight in self.taught.meanings[mention.concept]:
                value = mention.weight * mention.worth * _SHARES[weight]
                for expanded in expansions[mention.first : mention.last]:
                    _raise(expanded, " ".join(phrase), value)
                    for named in self.synonyms.mentions(phrase):
                        if named.last - named.first == len(phrase):
                            _raise_concept(expanded, named.concept, value * named.weight)

    def _add_concepts(self, expansions: list[dict[str, float]]) -> None:
        """What the words name alone or together; together they mean less one by one."""
        for mention in self.synonyms.mentions_among([dict(one) for one in expansions]):
            for expanded in expansions[mention.first : mention.last]:
                if len(mention.phrase) > 1:
                    _lower(expanded)
                    _raise(expanded, " ".join(mention.phrase), mention.worth)
                _raise_concept(expanded, mention.concept, mention.weight * mention.worth)

    def _weighed(self, word: str, expanded: dict[str, float]) -> Wanted:
        titles: dict[float, int] = defaultdict(int)
        bodies: dict[float, int] = defaultdict(int)
        for key, worth in expanded.items():
            for place, bits in self._holding(key):
                value = round(worth * FIELD_WEIGHTS[place] / _STEP) * _STEP
                if value >= _LEAST:
                    (bodies if place else titles)[value] |= bits
        levels = _supported(titles, bodies)
        held = 0
        for _, bits in levels:
            held |= bits
        rarity = log(1 + self.size / max(1, held.bit_count())) if held else log(1 + self.size / 2)
        return Wanted(
            word, min(rarity, _MOST_RARITY) * self._share(word, held, expanded), levels, expanded
        )

    def _share(self, word: str, held: int, expanded: Mapping[str, float]) -> float:
        """How much of its weight a word has: the trade's say little, a scrap says nothing yet."""
        if not held and len(word) < _SHORTEST_WORD:
            return _SCRAP
        return _GENERIC if self._meant(word, expanded) in self.generic else 1.0

    def _meant(self, word: str, expanded: Mapping[str, float]) -> str:
        """The stem of a word; of one that nobody knows, that of which it is most likely a slip."""
        if self.vocabulary.has_stem(stem(word)) or is_known(word):
            return stem(word)
        others = [key for key in expanded if key != stem(word) and key[0] not in "=~"]
        return max(others, key=expanded.__getitem__, default=stem(word))

    def _holding(self, key: str) -> Iterator[tuple[int, int]]:
        """The bits of the events that hold a term, by field; of several, all within one field."""
        first, *others = (self.terms.get(one, {}) for one in key.split(" "))
        for place, postings in first.items():
            bits = postings.bits()
            for other in others:
                bits &= other[place].bits() if place in other else 0
            if bits:
                yield place, bits


def _raise(expanded: dict[str, float], key: str, worth: float) -> None:
    expanded[key] = max(worth, expanded.get(key, 0))


def _raise_concept(expanded: dict[str, float], concept: int, worth: float) -> None:
    """What names a concept is found by its names, and a little less by what is near it."""
    _raise(expanded, f"={concept}", worth * _SHARES[SAME])
    _raise(expanded, f"~{concept}", worth * _SHARES[NEAR])


def _lower(expanded: dict[str, float]) -> None:
    for key, worth in expanded.items():
        if key[0] not in "=~" and worth > _IN_PHRASE:
            expanded[key] = _IN_PHRASE


def _supported(titles: dict[float, int], bodies: dict[float, int]) -> tuple[tuple[float, int], ...]:
    """Levels, best first, where a title that the rest of the event bears out is worth more."""
    support = 0
    for bits in bodies.values():
        support |= bits
    levels: dict[float, int] = defaultdict(int, bodies)
    for worth, bits in titles.items():
        levels[worth] |= bits & support
        levels[worth * _TITLE_ALONE] |= bits & ~support
    return tuple(sorted(((worth, bits) for worth, bits in levels.items() if bits), reverse=True))


def scored(wanted: Iterable[Wanted], among: int, least: float) -> list[Scored]:
    """Sets of events by score (0..1: the weighed share of the query they explain), best first.

    Sets are split word by word, the weightiest first; what can no longer reach `least` is let go.
    """
    words = sorted(wanted, key=lambda one: -one.weight)
    total = sum(one.weight for one in words)
    if not total:
        return []
    buckets: dict[float, int] = {0.0: among}
    remaining = total
    for one in words:
        remaining -= one.weight
        floor = least * total - remaining
        buckets = _split(buckets, one, floor)
    return sorted(((score / total, bits) for score, bits in buckets.items()), reverse=True)


def _split(buckets: dict[float, int], one: Wanted, floor: float) -> dict[float, int]:
    split: dict[float, int] = defaultdict(int)
    for score, bits in buckets.items():
        left = bits
        for worth, holding in one.levels:
            reached = score + one.weight * worth
            if reached < floor or not left:
                break
            inside = left & holding
            if inside:
                split[round(reached, 3)] |= inside
                left ^= inside
        if left and score >= floor:
            split[score] |= left
    return split
