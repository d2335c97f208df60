"""The second one: an event of the list just shown, named by its number."""

import re

_STEMS = (
    ("pirm", "first", "1st"),
    ("antr", "second", "2nd"),
    ("treci", "third", "3rd"),
    ("ketvirt", "fourth", "4th"),
    ("penkt", "fifth", "5th"),
    ("sest", "sixth", "6th"),
    ("septint", "seventh", "7th"),
    ("astunt", "eighth", "8th"),
    ("devint", "ninth", "9th"),
    ("desimt", "tenth", "10th"),
)
_ENDINGS = r"(?:as|a|ai|o|os|oje|ame|am|u|us|ieji|asis|aji|aja|oji|osios|ojo|ojoje|uoju|ajam)"
_LITHUANIAN = tuple(re.compile(rf"{one[0]}{_ENDINGS}") for one in _STEMS)
_IN_WORDS = "|".join(rf"{one[0]}{_ENDINGS}|{one[1]}|{one[2]}" for one in _STEMS)
_ORDINAL = re.compile(
    r"(?:\b(?:nr|numer\w+|number|no|variant\w+|option|event)\b\.? ?|# ?)?"
    rf"(?<![\w.,:/-])(?P<ordinal>{_IN_WORDS}|[1-9]\d?(?:-?(?:as|a|aji|asis|oji|uoju))?)(?![\w:/-])"
    r"(?![.,]\d)\.?(?: (?:one|option|event|variant\w+|numer\w+|is (?:saraso|eiles|virsaus))\b)*",
)


def without_ordinal(folded: str) -> tuple[int, str] | None:
    """The only number of a folded sentence, from 1, and the sentence without it."""
    found = list(_ORDINAL.finditer(folded))
    if len(found) != 1:
        return None
    (one,) = found
    return _value(one["ordinal"]), f"{folded[: one.start()]} {folded[one.end() :]}".strip()


def _value(word: str) -> int:
    if digits := re.match(r"\d+", word):
        return int(digits[0])
    for at, (_, english, _) in enumerate(_STEMS):
        if word == english or _LITHUANIAN[at].fullmatch(word):
            return at + 1
    raise AssertionError("only what the pattern knows is found")
