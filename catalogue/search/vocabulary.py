"""The words that the events hold, and which of them somebody may have meant.

Everything uncertain happens here, on some thousands of words, and never on the documents.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from heapq import nlargest

from catalogue.search.spellings import Spellings
from catalogue.search.stems import root, stem

_SHORTEST_PREFIX = 3
_MOST_NEIGHBOURS = 12
_MOST_BEGINNING = 200
_SEVERAL = 0.92
"""What is left of a likeness with more than one slip: two words are easily so near by chance."""

_AFTER_LETTERS = "\U0010ffff"


def slips_allowed(length: int) -> int:
    """How many slips a word of so many letters may have: none in the shortest."""
    if length < 4:
        return 0
    return 1 if length < 7 else 2 if length < 12 else 3


class Vocabulary:
    """Words with how often they occur, by stem, root, prefix and likeness."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._sorted: list[str] = []
        self._waiting: set[str] = set()
        self._spellings = Spellings()
        self._spellings_of_stems = Spellings()
        self._by_root: dict[str, tuple[str, ...]] = {}
        self._stems: Counter[str] = Counter()

    def copy(self) -> "Vocabulary":
        """The same words, to be changed apart from these."""
        other = Vocabulary()
        for name, held in vars(self).items():
            setattr(other, name, held.copy())
        return other

    def add(self, word: str) -> None:
        """Count a folded word once more."""
        self._count[word] += 1
        if self._count[word] > 1:
            return
        self._waiting.add(word)
        if word.isalpha():
            self._spellings.add(word)
        key = stem(word)
        self._stems[key] += 1
        if self._stems[key] == 1:
            self._by_root[root(word)] = (*self._by_root.get(root(word), ()), key)
            if key.isalpha():
                self._spellings_of_stems.add(key)

    def discard(self, word: str) -> None:
        """Count a folded word once less; the last one takes it out."""
        self._count[word] -= 1
        if self._count[word] > 0:
            return
        self._settle()
        del self._count[word]
        del self._sorted[bisect_left(self._sorted, word)]
        if word.isalpha():
            self._spellings.discard(word)
        key = stem(word)
        self._stems[key] -= 1
        if not self._stems[key]:
            del self._stems[key]
            self._discard_stem(key, root(word))

    def _discard_stem(self, key: str, base: str) -> None:
        others = tuple(other for other in self._by_root[base] if other != key)
        if others:
            self._by_root[base] = others
        else:
            del self._by_root[base]
        if key.isalpha():
            self._spellings_of_stems.discard(key)

    def has_word(self, word: str) -> bool:
        """Whether the very form is held."""
        return word in self._count

    def has_stem(self, key: str) -> bool:
        """Whether some word has this stem."""
        return key in self._stems

    def kin(self, word: str) -> Iterator[str]:
        """Other stems with the same root: vertinti for vertinimas."""
        for key in self._by_root.get(root(word), ()):
            if key != stem(word):
                yield key

    def beginning(self, prefix: str) -> list[str]:
        """The words that begin so, the commonest of many; none for a prefix that says nothing."""
        if len(prefix) < _SHORTEST_PREFIX:
            return []
        self._settle()
        first = bisect_left(self._sorted, prefix)
        last = bisect_left(self._sorted, prefix + _AFTER_LETTERS, first)
        found = self._sorted[first:last]
        if len(found) <= _MOST_BEGINNING:
            return found
        return nlargest(_MOST_BEGINNING, found, key=self._count.__getitem__)

    def neighbours(self, word: str) -> list[tuple[str, float]]:
        """Stems it may be a slip of, nearest first, with a likeness in 0..1."""
        found: dict[str, float] = {}
        for other, likeness in _nearest(word, self._spellings):
            found[stem(other)] = max(likeness, found.get(stem(other), 0))
        for key, likeness in _nearest(stem(word), self._spellings_of_stems):
            found[key] = max(likeness, found.get(key, 0))
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_NEIGHBOURS]

    def _settle(self) -> None:
        if len(self._waiting) > 32:
            self._sorted = sorted(self._count)
        else:
            for word in self._waiting:
                insort(self._sorted, word)
        self._waiting.clear()


def _nearest(word: str, among: Spellings) -> Iterator[tuple[str, float]]:
    """Words within the slips allowed; a wrong first letter is thought of last.

    Where a word with the same one is near, others need to be nearer, or are not thought of.
    """
    allowed = slips_allowed(len(word))
    near = list(among.within(word, allowed)) if allowed else []
    least = min((slips for other, slips in near if other[0] == word[0]), default=None)
    for other, slips in near:
        if other[0] == word[0] or least is None or slips < 2 <= least:
            yield other, _likeness(word, other, slips)


def _likeness(word: str, other: str, slips: int) -> float:
    share = (1 - slips / max(len(word), len(other))) * (1.0 if slips < 2 else _SEVERAL)
    return share if word[0] == other[0] else share - 0.04
