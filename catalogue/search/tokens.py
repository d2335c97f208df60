"""A sentence in pieces, each of the kind it has in the calendar."""

import re
from dataclasses import dataclass

from catalogue.search.calendar_words import Value, Word, around, spellings

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_ENDING = r"(?:-?t?(?:oji|aja|aji|ajai|osios|ojo|oje|os|asis|as|ai|a|o|ias?|ios|iaja)|st|nd|rd|th)?"
_PIECE = re.compile(
    rf"(?P<date>20\d\d(?:\s?[-./]\s?|\s){_MONTH}(?:\s?[-./]\s?|\s){_DAY}(?!\w)"
    rf"|{_DAY}[./-]{_MONTH}[./-]20\d\d(?!\w))"
    r"|(?P<years>20\d\d\s?[-–—/]\s?20\d\d(?!\w))"
    r"|(?P<month_date>20\d\d[-.](?:0[1-9]|1[0-2])(?!\w))"
    r"|(?P<month_or_day>(?:(?:0[1-9]|1[0-2])[-./](?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])[-./](?:0[1-9]|1[0-2]))(?![\w/]|[.-]\d))"
    r"|(?P<time>(?:[01]?\d|2[0-4]):[0-5]\d(?!\w))"
    r"|(?P<dot_time>(?:[01]?\d|2[0-4])\.[0-5]\d(?!\w))"
    r"|(?P<year_number>20\d\d(?!\w))"
    rf"|(?P<number>\d{{1,2}}{_ENDING}(?!\w)|\d{{1,2}}(?=(?:d|h|val|am|pm)\b))"
    r"|(?P<word>[^\W\d_]+(?!\w)|q[1-4](?!\w)|2(?:day|moro|morrow|nite)(?!\w))"
    r"|(?P<dash>[-–—])|(?P<comma>,)|(?P<counted>[€%])|(?P<other>\w+|[^\s.'’])"
)
_NUMBER = re.compile(r"\d+")
WRITTEN = (
    *("date", "years", "month_date", "month_or_day", "time", "dot_time", "year_number", "number"),
    *("dash", "comma", "other"),
)
"""Kinds beside those of the words: figures and signs, and everything unknown."""

_OTHER = Word("other")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a folded sentence, from `start` to `end`."""

    kind: str
    value: Value
    text: str
    start: int
    end: int


def tokens(folded: str) -> list[Token]:
    """The sentence in pieces, words that say something only together as one."""
    pieces = list(_PIECE.finditer(folded))
    found: list[Token] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        kind = piece.lastgroup or "other"
        word, parts = Word(kind), 1
        if kind == "word":
            word, parts = _word_at(pieces, at)
        elif kind == "number":
            digits = _NUMBER.match(piece[0])
            word = Word(kind, int(digits[0]) if digits else None)
        start, end = piece.start(), pieces[at + parts - 1].end()
        found.append(Token(word.kind, word.value, folded[start:end], start, end))
        at += parts
    return found


def _word_at(pieces: list[re.Match[str]], at: int) -> tuple[Word, int]:
    """What the word here says, and of how many pieces it is."""
    piece = pieces[at]
    dotted = f"{piece[0]}." if piece.string[piece.end() : piece.end() + 1] == "." else ""
    known = spellings()
    found = [
        (1 + len(one.rest), one.word)
        for one in (*known.get(dotted, ()), *known.get(piece[0], ()))
        if [piece[0] for piece in pieces[at + 1 : at + 1 + len(one.rest)]] == list(one.rest)
    ]
    if not found:
        return around(piece[0]) or _OTHER, 1
    parts, word = max(found, key=lambda way: way[0])
    return word, parts
