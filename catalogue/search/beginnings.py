"""Which of many patterns may match in a text, by the letters that a match can begin with.

Most texts hold nothing that most patterns could begin with: those need not be tried.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_LETTERS = 5
_ITEM = re.compile(
    r"(?P<letter>[a-z0-9])(?P<perhaps>\?)?|(?P<looks>\(\?<?[!=])|(?P<opens>\((?:\?:)?)|\)\??|."
)
_WORD = re.compile(r"[^\W_]+")


def beginnings(pattern: str) -> frozenset[str]:
    """Up to five letters with which a match can begin, of each way that it can.

    Letters, brackets and bars are understood, and a question mark after them; anything else in a
    pattern ends what is known of the match.
    """
    known: set[str] = set()
    known |= _after(_ITEM.finditer(pattern), {""}, known)
    return frozenset(known)


def _after(items: Iterator[re.Match[str]], before: set[str], known: set[str]) -> set[str]:
    """What alternatives, up to their closing bracket, make of what comes before them.

    Beginnings that are as long as they get go into `known`.
    """
    found: set[str] = set()
    reached = before
    for item in items:
        if item["letter"]:
            longer = {one + item["letter"] for one in reached}
            known |= {one for one in longer if len(one) == _LETTERS}
            kept = reached if item["perhaps"] else set[str]()
            reached = kept | {one for one in longer if len(one) < _LETTERS}
        elif item["looks"]:
            _after(items, set(), known)
        elif item["opens"]:
            reached = _after(items, reached, known)
        elif item[0].startswith(")"):
            return found | reached | (before if item[0] == ")?" else set())
        elif item[0] == "|":
            found, reached = found | reached, before
        else:
            known |= reached
            reached = set()
    return found | reached


class Beginnings:
    """Patterns, each given by the ways it can match, by what their matches begin with.

    A match has to begin where a word does, in folded text.
    """

    def __init__(self, patterns: Iterable[Iterable[str]]) -> None:
        self._numbers: dict[str, set[int]] = defaultdict(set)
        for number, ways in enumerate(patterns):
            for one in frozenset[str]().union(*map(beginnings, ways)):
                self._numbers[one].add(number)

    def possible(self, folded: str) -> set[int]:
        """The numbers of the patterns that may match in a text."""
        found = set(self._numbers.get("", ()))
        for word in _WORD.findall(folded):
            for length in range(1, _LETTERS + 1):
                if numbers := self._numbers.get(word[:length]):
                    found |= numbers
        return found
