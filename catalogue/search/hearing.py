"""Which rules of what a sentence wants fit it, by the families of words that are said in it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from catalogue.search.field import is_of_the_field
from catalogue.search.meanings import Mention, mentions
from catalogue.search.reading import Reading, is_theme, stop_words

_ALONE = "@alone"
_WORD = re.compile(r"[^\W_]+")
_ASKS = re.compile(
    r"\?|\b(?:kada|kur|kur(?:is|i|ie|ioje?|iame?)|kiek|keli\w*|kas|kam|kok\w+|ar|kaip|reik(?:ia|es|e?tu)"
    r"|duo(?:k|t)\w*|(?:atsius|pasaky|parasy)k\w*|when|where|who|whom|whose|which|how|what|are|do|does"
    r"|did|will|can|send|give|is (?:it|this|that|there|the|a|an|my|your|registration))\b"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Families and marks that must all be there, and those that must not, for a group to fit.

    `alone` where no word of a theme may stand beside them.
    """

    group: str
    needed: frozenset[str]
    barred: frozenset[str]
    alone: bool
    figure: int


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rules of a packaged file, in its order."""
    found: list[Rule] = []
    group = ""
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            said, _, figure = line.partition(" = ")
            needed = frozenset(one for one in said.split() if not one.startswith("-"))
            barred = frozenset(one[1:] for one in said.split() if one.startswith("-"))
            alone = _ALONE in needed
            found.append(Rule(group, needed - {_ALONE}, barred, alone, int(figure)))
    return tuple(found)


@cache
def _by_need(name: str) -> dict[str, list[tuple[int, Rule]]]:
    """The rules of a file with their ranks, the highest figure first; by the rarest of their needs,
    so that few are looked at in a sentence.
    """
    ranked = sorted(rules(name), key=lambda rule: -rule.figure)
    needs = Counter(need for rule in ranked for need in rule.needed)
    found: dict[str, list[tuple[int, Rule]]] = defaultdict(list)
    for rank, rule in enumerate(ranked):
        found[min(rule.needed, key=lambda need: (needs[need], need))].append((rank, rule))
    return found


@cache
def families_of(name: str, group: str) -> frozenset[str]:
    """The families that the rules of a group need."""
    return frozenset[str]().union(*(one.needed for one in rules(name) if one.group == group))


class Heard:
    """The families said from a character on, and the marks of what is known of the sentence."""

    def __init__(self, reading: Reading, since: int = 0) -> None:
        self.mentions = tuple(one for one in mentions(reading.asked) if one.start >= since)
        self._left = " " * since + reading.sentence.folded[since:]
        filters = reading.filters
        named = filters.said()
        marks = {
            "@event": reading.names_events or filters.form is not None,
            "@centre": filters.organiser is not None,
            "@priced": filters.free is not None or filters.max_price is not None,
            "@filters": any(name != "language" for name in named),
            "@audience": filters.audience is not None,
            "@length": filters.min_hours is not None,
            "@city": filters.city is not None,
            "@days": filters.first is not None or filters.last is not None,
            "@day": bool(filters.first or filters.weekday or filters.part_of_day),
            "@theme": any(map(is_theme, self._besidefamilies_of())),
            "@field": any(
                is_theme(one) and is_of_the_field(one) for one in self._besidefamilies_of()
            ),
            "@asked": _ASKS.search(reading.asked) is not None,
        }
        said = {one.family for one in self.mentions}
        self._said = said | {mark for mark, holds in marks.items() if holds}

    @property
    def names(self) -> frozenset[str]:
        """Of every family and mark."""
        return frozenset(self._said)

    def holds(self, mark: str) -> bool:
        """Whether a mark holds, or a family is said."""
        return mark in self._said

    def fitting(self, name: str) -> list[Rule]:
        """The rules of a file that fit, the highest figure first."""
        near = (ranked for need in self._said for ranked in _by_need(name).get(need, ()))
        return [rule for _, rule in sorted(one for one in near if self._fits(one[1], name))]

    def _fits(self, rule: Rule, name: str) -> bool:
        if not rule.needed <= self._said or rule.barred & self._said:
            return False
        return not rule.alone or self.is_alone(self.of(families_of(name, rule.group)))

    def is_alone(self, spoken: tuple[Mention, ...]) -> bool:
        """Whether no word of a theme is left beside what is spoken."""
        return all(
            found[0] in stop_words()
            or found[0].isdigit()
            or any(one.start <= found.start() < one.end for one in spoken)
            for found in _WORD.finditer(self._left)
        )

    def _besidefamilies_of(self) -> Iterator[str]:
        """The words left that are in no family."""
        for found in _WORD.finditer(self._left):
            if not any(one.start <= found.start() < one.end for one in self.mentions):
                yield found[0]

    def said_at(self, rule: Rule) -> int:
        """Where the last of a rule's families is first said: its own word, not a small one."""
        return max(
            min(one.start for one in self.mentions if one.family == family)
            for family in rule.needed & {one.family for one in self.mentions}
        )

    def of(self, families: Iterable[str]) -> tuple[Mention, ...]:
        """The mentions of these families."""
        return tuple(one for one in self.mentions if one.family in families)
