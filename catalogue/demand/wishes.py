"""What was wanted and is not there, counted: every way to say one thing is one wish.

Voices are of three kinds: a search in vain, which is nobody's in particular, so that its number is
of times; something a person asked to hear of; an answer to a survey. Whoever says the same in
several ways, or twice, is one who wants it.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from catalogue.numbers.groups import LEAST, Cell, Group, Labels, Other, grouped
from catalogue.search.normalise import fold, words
from catalogue.search.stems import stem
from catalogue.subscriptions.themes import concept_of, theme_of, without_slips


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One thing wanted. `who` is empty where it is nobody's, then `times` tells how often.

    `topic` are folded words as of a question, `words` the same as they were written, `filters` the
    conditions beside them; `day` is None where it is not known. `person` is one whose profile tells
    of groups and town what is not said here.
    """

    topic: tuple[str, ...]
    words: str
    filters: Mapping[str, Any] = field(default_factory=dict)
    who: str = ""
    person: int | None = None
    times: int = 0
    groups: tuple[str, ...] = ()
    town: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """All voices for one thing, by the key that every way to say it has.

    `words` say it most often so; where they are empty, `filters` are all that was wanted.
    """

    key: str
    words: str
    filters: Mapping[str, Any]
    voices: tuple[Voice, ...]

    @property
    def people(self) -> frozenset[str]:
        return frozenset(one.who for one in self.voices if one.who)

    @property
    def times(self) -> int:
        """Apart from the people, who may be among those who searched."""
        return sum(one.times for one in self.voices)


@dataclass(frozen=True, slots=True)
class Wish:
    """A demand as it may be told: `people` is 0 where nobody is known, or too few are.

    One of the numbers is five at least.
    """

    words: str
    filters: Mapping[str, Any]
    people: int
    times: int
    key: str = ""

    @property
    def size(self) -> int:
        """How many people want it where that is known, else how often it was asked for."""
        return self.people or self.times


def together(voices: Iterable[Voice], aside: Mapping[str, date] | None = None) -> list[Demand]:
    """Each thing wanted once, by its key; of what is put aside only what was said after."""
    said = [(_key(one), one) for one in voices]
    weights: Counter[str] = Counter()
    for key, one in said:
        weights[key] += one.times or 1
    counts_with = without_slips(weights)
    found: defaultdict[str, list[Voice]] = defaultdict(list)
    for key, one in said:
        together = counts_with[key]
        if _is_open(one, (aside or {}).get(together)):
            found[together].append(one)
    return [_demand(key, found[key]) for key in sorted(found)]


def told(demands: Iterable[Demand]) -> list[Wish]:
    """What may be told of them, the largest first."""
    wishes = filter(None, map(wish, demands))
    return sorted(wishes, key=lambda one: (-one.size, one.words, one.key))


def wish(demand: Demand) -> Wish | None:
    """None where both numbers are few."""
    people = len(demand.people) if len(demand.people) >= LEAST else 0
    times = demand.times if demand.times >= LEAST else 0
    if not (people or times):
        return None
    return Wish(demand.words, demand.filters, people, times, demand.key)


def by_group(demand: Demand) -> list[Group]:
    """How many people of which groups; few are never told, nor to be found by subtraction."""
    return _grouped(demand, lambda one: one.groups)


def by_town(demand: Demand) -> list[Group]:
    return _grouped(demand, lambda one: (one.town,) if one.town else ())


def _grouped(demand: Demand, labels_of: Callable[[Voice], Iterable[str]]) -> list[Group]:
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for one in demand.voices:
        if one.who:
            labels[one.who].update(labels_of(one))
    cells: defaultdict[Labels, Cell] = defaultdict(Cell)
    for number, who in enumerate(sorted(labels)):
        own: Labels = frozenset(labels[who]) or frozenset({Other.UNSAID})
        cells[own].add((), [number])
    return grouped(cells)


def _key(voice: Voice) -> str:
    """Of its theme; of conditions alone, those."""
    if theme := theme_of(voice.topic):
        return theme
    what = [" ".join(sorted(voice.topic)), dict(voice.filters)]
    return json.dumps(what, ensure_ascii=False, sort_keys=True)


def _is_open(voice: Voice, aside: date | None) -> bool:
    return aside is None or (voice.day is not None and voice.day > aside)


def _demand(key: str, voices: Sequence[Voice]) -> Demand:
    """Where something was said of what it is about, no condition of anybody's is of all; where
    nothing was, the conditions are the key, and so alike.
    """
    said: Counter[str] = Counter()
    for one in voices:
        if one.topic:
            said[one.words] += one.times or 1
    called = most_said(said, key)
    return Demand(key, called, {} if called else voices[0].filters, tuple(voices))


def most_said(said: Mapping[str, int], theme: str = "") -> str:
    """The wording of most, its cases being one; of ways to write it the one with its diacritics.

    Where several are as frequent, it is what the concept is called, if the theme is one. Empty
    without any.
    """
    if not said:
        return ""
    named = _most(said, lambda one: " ".join(sorted(map(stem, words(one)))))
    if len(named) > 1 and (called := concept_of(theme)):
        return called
    folded = _most({one: said[one] for one in named[0]}, fold)
    return min(folded[0], key=lambda one: (one.isascii(), one))


def _most(said: Mapping[str, int], alike: Callable[[str], str]) -> list[list[str]]:
    """The wordings said most often, those that are alike together."""
    times: Counter[str] = Counter()
    ways: defaultdict[str, list[str]] = defaultdict(list)
    for one, count in said.items():
        times[alike(one)] += count
        ways[alike(one)].append(one)
    most = max(times.values())
    return [ways[key] for key in sorted(times) if times[key] == most]
