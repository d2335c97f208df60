"""The words of the calendar in both languages: of what kind each is, and what it says."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

Value = int | str | None

_BY_BEGINNING: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "events",
        re.compile(
            r"(?:seminar|kurs|mokym|rengini|vebinar|uzsiemim)(?:ai|us)$|paskaitos$|dirbtuves$"
            r"|(?:webinar|workshop|course|training|session|lecture|seminar|event|thing|slot|option|one)s$|classes$|stuff$|training$"
        ),
    ),
    (
        "event",
        re.compile(
            r"seminar|kurs(?!in)|mokym|rengin|vebinar|paskait|uzsiem|konsultac|dirbtuv|webinar"
            r"|workshop|course|training|class(?:es)?$|session|lecture|event|program"
        ),
    ),
    (
        "counted",
        re.compile(
            r"klas|eur|akad|ak$|vaik|proc|minu|min$|zmon|asmen|grup|kredit|balu|dalyv|grad|people|centur|amziu|annivers|edition"
        ),
    ),
    (
        "theme",
        re.compile(
            r"gimnazij|mokykl|minejim|istorij|akt[aou]|svent|veikl|uzimtum|clubs?$|activit|care$"
        ),
    ),
)
"""Words around the calendar, known by their beginning: an event, what is counted, what makes a
theme of the words before it.
"""


@dataclass(frozen=True, slots=True)
class Word:
    """What a word says: its kind, and a number or a name where it has one."""

    kind: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of several parts by its first: the parts that must follow, and what all of it says."""

    rest: tuple[str, ...]
    word: Word


@cache
def spellings() -> dict[str, tuple[Spelling, ...]]:
    """Everything the packaged file knows, by first word, the longest first."""
    found: dict[str, dict[tuple[str, ...], Word]] = defaultdict(dict)
    for written, word in _lines():
        first, *rest = written.split("_")
        if tuple(rest) in found[first]:
            raise ValueError(f"{written} has two meanings in the calendar")
        found[first][tuple(rest)] = word
    return {
        first: tuple(Spelling(*one) for one in sorted(ways.items(), key=lambda way: -len(way[0])))
        for first, ways in found.items()
    }


@lru_cache(maxsize=4096)
def around(word: str) -> Word | None:
    """What a word beside the calendar is, by its beginning."""
    return next((Word(kind) for kind, begins in _BY_BEGINNING if begins.match(word)), None)


def kinds() -> tuple[str, ...]:
    """The kinds of words, in one order."""
    known = dict.fromkeys(word.kind for _, word in _lines())
    return (*known, *(kind for kind, _ in _BY_BEGINNING))


@cache
def _lines() -> tuple[tuple[str, Word], ...]:
    text = files(__package__).joinpath("calendar.txt").read_text(encoding="utf-8")
    lines = [line.partition(": ") for line in text.splitlines() if line and line[0] != "#"]
    return tuple(
        (written, _word(*head.split())) for head, _, words in lines for written in _written(words)
    )


def _word(kind: str, value: str = "") -> Word:
    return Word(kind, int(value) if re.fullmatch(r"-?\d+", value) else value or None)


def _written(words: str) -> Iterator[str]:
    """Every word of a line, its endings in braces written out."""
    for word in words.split():
        pieces = [piece.strip("{}").split(",") for piece in re.findall(r"\{[^}]*\}|[^{}]+", word)]
        yield from dict.fromkeys(map("".join, product(*pieces)))
