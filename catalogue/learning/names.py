"""Names on papers: what may be corrected by their holder, and what of them is shown to others."""

import re

from rapidfuzz.fuzz import ratio

from catalogue.search.normalise import fold

#: So alike two words are one with a slip in it.
_ALIKE = 75.0
_PARTS = re.compile(r"[\s\-]+")


def initials(name: str) -> str:
    """„O. P.-K.“: enough to recognise a paper that one holds, too little to learn whose it is."""
    words = [
        "-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in name.split()
    ]
    return " ".join(word for word in words if word)


def is_correction(printed: str, wanted: str) -> bool:
    """Whether a name can be the same person's: a slip mended, a surname changed.

    Where neither the first name nor the surname is like one that was there, it would be a way of
    giving one's papers to somebody else: that is for staff to decide.
    """
    ours, theirs = _words(printed), _words(wanted)
    return any(ratio(one, other) >= _ALIKE for one in ours for other in theirs)


def _words(name: str) -> list[str]:
    """An initial alone proves nothing."""
    return [word for word in _PARTS.split(fold(name)) if len(word.strip(".")) > 1]
