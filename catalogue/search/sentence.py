"""A sentence that is read piece by piece: what has been understood is taken out."""

import re
from collections.abc import Collection, Iterator

from catalogue.search.normalise import clean, fold
from catalogue.search.stems import stem

_TAKEN = "\x1f"
_NOT = re.compile(
    r"\b(?:tik\s+ne|ne|be|isskyrus|not|no|except|but not|without)\s+(?:i\s+|in\s+|on\s+)?$"
)
_ENGLISH_BE = re.compile(
    r"(?:\b(?:will|would|shall|should|can|could|may|might|must)\b.*|\bto\s+)\bbe\s+(?:in\s+|on\s+)?$"
)
"""Will it be online: no denial, though the Lithuanian „be“ is one."""

_WORD = re.compile(r"[^\W_]+")


class Sentence:
    """The text as written beside its folded form, where what is understood becomes blank."""

    def __init__(self, text: str) -> None:
        self.original = clean(text)
        self.folded = fold(self.original)
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

    def take_denied(self, at: int) -> bool:
        """Whether a word of denial stands right before this place; it is taken out then."""
        denial = _NOT.search(self.folded, 0, at)
        if denial is None or _ENGLISH_BE.search(self.folded, 0, at):
            return False
        self.blank(denial.start(), at)
        return True

    def blank(self, first: int, last: int) -> None:
        """Take these characters out."""
        self.folded = self.folded[:first] + _TAKEN * (last - first) + self.folded[last:]

    def keep(self, phrases: Collection[tuple[str, ...]]) -> None:
        """Let nobody take these rows of stems, in any case form: they are left in the end."""
        found = list(_WORD.finditer(self.folded)) if phrases else []
        stems = [stem(one[0]) for one in found]
        for phrase in phrases:
            for at in range(len(stems) - len(phrase) + 1):
                if tuple(stems[at : at + len(phrase)]) == phrase:
                    first, last = found[at].start(), found[at + len(phrase) - 1].end()
                    self._kept.append((first, self.folded[first:last]))
                    self.blank(first, last)

    def left(self) -> Iterator[tuple[str, str]]:
        """The words nobody has taken, folded and as written."""
        folded = self.folded
        for first, kept in self._kept:
            folded = folded[:first] + kept + folded[first + len(kept) :]
        for found in _WORD.finditer(folded):
            yield found[0], self.original[found.start() : found.end()]
