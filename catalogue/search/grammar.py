"""What the rules of the grammar of days are made of.

A rule's pattern is a regular expression whose letters are whole words, written by their kinds:
"month number d?" is a month, a number, and perhaps the word for a day.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from catalogue.search import spans
from catalogue.search.calendar_words import Value, kinds
from catalogue.search.doubts import DoubtKind
from catalogue.search.school_calendar import USUAL, SchoolCalendar
from catalogue.search.spans import Span
from catalogue.search.tokens import WRITTEN, Token

_LETTERS = {kind: chr(0xE000 + at) for at, kind in enumerate((*kinds(), *WRITTEN))}
_KIND = re.compile(r"[a-z][a-z_]+|[di]")


@dataclass(frozen=True, slots=True)
class Moment:
    """The local day of asking; `past` reads what is not dated as the last one."""

    today: date
    past: bool = False
    school: SchoolCalendar = field(default=USUAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What one expression says.

    `floats` when it has no year or week of its own and may be read within another expression;
    `whole` is a period, up to which means before it; `soon` is a feast, after which means not long
    after; `ranged` has its two ends said; `linked` is a time only beside a word that makes it one;
    `habit` are the weekdays that are excluded when it is denied.
    """

    span: Span | None = None
    weekdays: tuple[int, ...] = ()
    part: str | None = None
    part_of_day: str | None = None
    floats: bool = False
    whole: bool = False
    soon: bool = False
    ranged: bool = False
    linked: bool = False
    habit: tuple[int, ...] = ()
    doubt: DoubtKind | None = None
    other: Span | None = None

    def doubted(self, kind: DoubtKind, other: Span | None) -> "Meant":
        """The same, where it could also be another range; the very same range is no doubt."""
        return self if other in (None, self.span) else replace(self, doubt=kind, other=other)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one expression."""

    words: Sequence[Token]

    def __contains__(self, kind: str) -> bool:
        return any(one.kind == kind for one in self.words)

    def has(self, *some: str) -> bool:
        """Whether it has a word of one of these kinds."""
        return any(one.kind in some for one in self.words)

    @property
    def is_bare(self) -> bool:
        """Whether no word says which one: this, the next, the last."""
        return not self.has("this", "next", "coming", "past", "last", "far", "after_next")

    def values(self, *some: str) -> list[Value]:
        """What its words of these kinds say, in order."""
        return [one.value for one in self.words if one.kind in some]

    def numbers(self, *some: str) -> list[int]:
        """The numbers among them."""
        return [value for value in self.values(*some) if isinstance(value, int)]

    def number(self, *some: str) -> int:
        """The first of these numbers; one where none is said: „po savaitės“."""
        return next(iter(self.numbers(*some)), 1)

    def name(self, *some: str) -> str:
        """The first of these names."""
        return next(str(value) for value in self.values(*some) if isinstance(value, str))

    def text(self, kind: str) -> str:
        """The first word of a kind as it stands, folded."""
        return next(one.text for one in self.words if one.kind == kind)


Rule = Callable[[Said, Moment], Meant | None]


@dataclass(frozen=True)
class _Kept:
    """A rule under its patterns, as letters; they are made ready when days are first said."""

    rule: Rule
    letters: tuple[str, ...]

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Each by itself."""
        return tuple(map(re.compile, self.letters))

    @cached_property
    def any(self) -> re.Pattern[str]:
        """All of them as one that finds out quickly."""
        return re.compile("|".join(self.letters))


class Rules:
    """Rules, each under its patterns."""

    def __init__(self, *others: "Rules") -> None:
        self._rules = [kept for other in others for kept in other]

    def __iter__(self) -> Iterator[_Kept]:
        return iter(self._rules)

    def __call__(self, *patterns: str) -> Callable[[Rule], Rule]:
        """Keep a rule under these patterns."""
        letters = tuple(map(compiled, patterns))

        def keep(rule: Rule) -> Rule:
            self._rules.append(_Kept(rule, letters))
            return rule

        return keep

    def find(self, letters: str, place: int = 0) -> tuple[int, list[tuple[int, Rule]]] | None:
        """From a place on the first one where rules read something, and where each of them ends.

        The longest is first.
        """
        found = self._any.search(letters, place)
        if found is None:
            return None
        first = found.start()
        ends = [
            (match.end(), kept.rule)
            for kept in self._rules
            if kept.any.match(letters, first)
            for pattern in kept.patterns
            if (match := pattern.match(letters, first))
        ]
        return first, sorted(ends, key=lambda pair: -pair[0])

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """Every pattern as one: most words are of no rule, and are passed over at once."""
        return re.compile("|".join(one for kept in self._rules for one in kept.letters))


def compiled(pattern: str) -> str:
    """The pattern over letters of what is written over kinds."""
    return _KIND.sub(lambda kind: _LETTERS[kind[0]], pattern).replace(" ", "")


def letters_of(words: Sequence[Token]) -> str:
    """A row of words as a row of letters, one for each kind."""
    return "".join(_LETTERS[word.kind] for word in words)


def later(today: date, count: int, unit: str) -> date:
    """The day so many days, weeks or months on; a short month ends it."""
    if unit == "day":
        return today + timedelta(days=count)
    if unit == "week":
        return today + timedelta(weeks=count)
    whole = spans.month(today.year, today.month + count)
    first, last = spans.ends(whole)
    return min(first + timedelta(days=today.day - 1), last)
