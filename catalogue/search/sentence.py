"""A sentence that is read piece by piece: what has been understood is taken out."""

import re
from collections.abc import Collection, Iterator

from catalogue.search.normalise import clean, fold
from catalogue.search.stems import stem

_TAKEN = "\x1f"
_NOT = re.compile(
    r"\b(?:(?:tik|bet|jau)\s+ne|ne|be|isskyrus|apart|nenor\w+|nereik\w+|nedomin\w+|nesiulyk\w*"
    r"|negaliu|(?:but )?not|no|nothing|none|except(?: for)?|without|excluding|other than|apart from"
    r"|don.?t want|anything but)"
    r"\s+(?:(?:i|in|on|at|the|any|jokiu|del)\s+)*$"
)
_NOT_AFTER = re.compile(
    r"\s+(?:(?:man|nieko|visai)\s+)*(?:ne(?:tinka|tiks|galiu|domina|patogu|reikia)"
    r"|(?:do|does|would)(?: not|n.?t) (?:work|suit)(?: for me)?|(?:is|are) not (?:ok|good))\b"
)
_AND = re.compile(r"^\s*(?:,|ir|ar|arba|bei|nei|or|and|nor)\s+(?:i\s+|in\s+|on\s+)?$")
_ENGLISH_BE = re.compile(
    r"(?:\b(?:will|would|shall|should|can|could|may|might|must)\b.*|\bto\s+)\bbe\s+(?:in\s+|on\s+)?$"
)
"""Will it be online: no denial, though the Lithuanian „be“ is one."""

_WORD = re.compile(r"[^\W_]+")
_ABBREVIATION = re.compile(r"[A-ZĄČĘĖĮŠŲŪŽ]{2,4}")


class Sentence:
    """The text as written beside its folded form, where what is understood becomes blank."""

    def __init__(self, text: str) -> None:
        self.original = clean(text)
        self.folded = fold(self.original)
        self._denied_until = -1
        self._kept: list[tuple[int, str]] = []

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, taken out of the sentence."""
        found = pattern.search(self.folded)
        if found:
            self.blank(found.start(), found.end())
        return found

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Every match, each taken out."""
        found = list(pattern.finditer(self.folded))
        for one in found:
            self.blank(one.start(), one.end())
        return found

    def take_denied(self, at: int, end: int | None = None) -> bool:
        """Whether what stands from `at` to `end` is denied: by a word of denial that is taken out.

        It may stand before („ne Kaune“), after („pirmadieniai netinka“), or before what is joined
        to it („išskyrus Kauną ir Vilnių“).
        """
        denial = _NOT.search(self.folded, 0, at)
        if denial and _ENGLISH_BE.search(self.folded, 0, at):
            return False
        after = _NOT_AFTER.match(self.folded, end) if end else None
        joined = 0 <= self._denied_until <= at and _AND.match(self.folded[self._denied_until : at])
        if denial:
            self.blank(denial.start(), at)
        elif after:
            self.blank(after.start(), after.end())
        elif not joined:
            return False
        self._denied_until = end or at
        return True

    def blank(self, first: int, last: int) -> None:
        """Take these characters out."""
        self.folded = self.folded[:first] + _TAKEN * (last - first) + self.folded[last:]

    def keep(self, phrases: Collection[tuple[str, ...]]) -> None:
        """Let nobody take these rows of stems, in any case form: they are left in the end.

        Of rows within each other the longest is kept.
        """
        found = list(_WORD.finditer(self.folded)) if phrases else []
        stems = [stem(one[0]) for one in found]
        longest = max(map(len, phrases), default=0)
        at = 0
        while at < len(stems):
            most = min(longest, len(stems) - at)
            long = next((n for n in range(most, 0, -1) if tuple(stems[at : at + n]) in phrases), 0)
            if long:
                first, last = found[at].start(), found[at + long - 1].end()
                self._kept.append((first, self.folded[first:last]))
                self.blank(first, last)
            at += long or 1

    def left(self) -> Iterator[tuple[str, str]]:
        """The words nobody has taken, folded and as written."""
        for found in _WORD.finditer(self.remaining()):
            yield found[0], self.original[found.start() : found.end()]

    def is_abbreviation(self, written: str) -> bool:
        """Whether a word is one by its capitals: IT is no it, unless all is written so."""
        shouted = self.original.isupper() and " " in self.original
        return not shouted and _ABBREVIATION.fullmatch(written) is not None

    def remaining(self) -> str:
        """The folded text with what is taken blank, and what is kept in its place."""
        folded = self.folded
        for first, kept in self._kept:
            folded = folded[:first] + kept + folded[first + len(kept) :]
        return folded
