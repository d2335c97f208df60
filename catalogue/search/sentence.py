"""A sentence that is read piece by piece: what has been understood is taken out."""

import re
from collections.abc import Iterator

from catalogue.search.normalise import clean, fold

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

    def left(self) -> Iterator[tuple[str, str]]:
        """The words nobody has taken, folded and as written."""
        for found in _WORD.finditer(self.folded):
            yield found[0], self.original[found.start() : found.end()]
