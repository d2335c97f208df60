"""Words found by how they are spelled: all of those a few slips away from what was typed.

The words are numbered, and for each letter in each place there is the set of those that have it
there. The table of edit distances is then filled in once for all the words, each of its cells a
set of them: so many thousands of words cost no more steps than one.
"""

from collections import defaultdict
from collections.abc import Iterator

from catalogue.search.postings import Postings, slots_of

Cells = dict[tuple[int, int], int]
"""A row of the table: by slips allowed and by how many letters more than of the typed word are
read, the words whose beginning is reached.
"""

_NONE = Postings()
_MOST_WAITING = 8000
"""Words that are entered only when somebody asks: many a small index is never asked."""


class Spellings:
    """A set of words that can change, to be asked for those near another."""

    def __init__(self) -> None:
        self._waiting: dict[str, None] = {}
        self._words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._free: list[int] = []
        self._of_length: dict[int, Postings] = defaultdict(Postings)
        self._having: dict[tuple[int, str], Postings] = defaultdict(Postings)

    def copy(self) -> "Spellings":
        """The same words, to be changed apart from these; they wait again to be asked for."""
        other = Spellings()
        other._waiting = dict.fromkeys((*self._numbers, *self._waiting))
        return other

    def add(self, word: str) -> None:
        """Put in a word that is not there yet."""
        self._waiting[word] = None
        if len(self._waiting) > _MOST_WAITING:
            self._settle()

    def discard(self, word: str) -> None:
        """Take out a word that is there."""
        if word in self._waiting:
            del self._waiting[word]
            return
        number = self._numbers.pop(word)
        self._free.append(number)
        self._of_length[len(word)].discard(number)
        for place in enumerate(word):
            self._having[place].discard(number)

    def _settle(self) -> None:
        for word in self._waiting:
            if self._free:
                number = self._free.pop()
                self._words[number] = word
            else:
                number = len(self._words)
                self._words.append(word)
            self._numbers[word] = number
            self._of_length[len(word)].add(number)
            for place in enumerate(word):
                self._having[place].add(number)
        self._waiting.clear()

    def within(self, word: str, slips: int) -> Iterator[tuple[str, int]]:
        """The words at most so many slips away, each with its slips, fewest first.

        A slip is a letter too many, too few or wrong, or two neighbours swapped and nothing else
        about them (optimal string alignment).
        """
        self._settle()
        row, before = self._last_row(word, slips), 0
        for spent in range(slips + 1):
            found = 0
            for more in range(-spent, spent + 1):
                if reached := row.get((spent, more), 0):
                    found |= reached & self._of_length.get(len(word) + more, _NONE).bits()
            for number in slots_of(found & ~before):
                yield self._words[number], spent
            before |= found

    def _last_row(self, word: str, slips: int) -> Cells:
        every = (1 << len(self._words)) - 1
        previous: Cells = {}
        row = {(e, more): every for e in range(slips + 1) for more in range(e + 1)}
        had: dict[int, int] = {}
        for at, letter in enumerate(word):
            have = {
                more: self._having.get((at + more, letter), _NONE).bits()
                for more in range(-slips, slips + 1)
            }
            previous, row = row, _next_row(row, previous, have, had, slips)
            if not row and not previous:
                break
            had = have
        return row


def _next_row(
    row: Cells, previous: Cells, have: dict[int, int], had: dict[int, int], slips: int
) -> Cells:
    """The row for one typed letter more, of the two before it.

    `have` are the words with that letter so many places farther on, `had` those with the letter
    before it.
    """
    following: Cells = {}
    for e in range(slips + 1):
        for more in range(-e, e + 1):
            found = row.get((e, more), 0) & have[more]
            if e:
                found |= row.get((e - 1, more), 0)
                found |= row.get((e - 1, more + 1), 0)
                found |= following.get((e - 1, more - 1), 0)
                if swapped := previous.get((e - 1, more), 0):
                    found |= swapped & had[more + 1] & have[more - 1]
            if found:
                following[e, more] = found
    return following
