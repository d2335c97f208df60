"""What was wanted and is not there: searches in vain, and subscriptions that found nothing.

Of all centres together, for whoever looks for something seldom says at which. A search in vain is
counted by nobody in particular, so that its number is of times; a subscription is a person's.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from catalogue.numbers.groups import LEAST
from catalogue.search.stems import stem


@dataclass(frozen=True, slots=True)
class Wish:
    """`words` say what about; where they are empty, `filters` are all that was wanted.

    One of the numbers is five at least. `people` is 0 where nobody is known, or too few are.
    """

    words: str
    filters: Mapping[str, Any]
    people: int
    times: int

    @property
    def size(self) -> int:
        """How many people want it where that is known, else how often it was asked for."""
        return self.people or self.times


class Sought(NamedTuple):
    """One form of a search in vain, and how often; `filters` are JSON."""

    key: str
    filters: str
    words: str
    times: int


class Awaited(NamedTuple):
    """What a person asked to hear of, as `catalogue.subscriptions.wanted.wanted_of` has it."""

    person: int
    wanted: Mapping[str, Any]


@dataclass(slots=True)
class _Counted:
    words: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)
    people: set[int] = field(default_factory=set)
    times: int = 0


def together(sought: Iterable[Sought], awaited: Iterable[Awaited]) -> list[Wish]:
    """Every case, order and filter of the same words as one wish, the largest first."""
    found: defaultdict[str, _Counted] = defaultdict(_Counted)
    for one in sought:
        wish = found[one.key or one.filters]
        wish.words, wish.times = one.words if one.key else "", wish.times + one.times
        wish.filters = {} if one.key else json.loads(one.filters or "{}")
    for other in awaited:
        topic = other.wanted.get("topic", ())
        filters = dict(other.wanted.get("filters", {}))
        written = filters.pop("topic", " ".join(topic))
        wish = found[_key(topic) or json.dumps(filters, ensure_ascii=False, sort_keys=True)]
        wish.words, wish.filters = (written, {}) if topic else ("", filters)
        wish.people.add(other.person)
    return sorted(filter(None, map(_wish, found.values())), key=lambda one: (-one.size, one.words))


def _key(topic: Sequence[str]) -> str:
    """As the key of a `Miss`."""
    return " ".join(sorted(map(stem, topic)))


def _wish(counted: _Counted) -> Wish | None:
    people = len(counted.people) if len(counted.people) >= LEAST else 0
    times = counted.times if counted.times >= LEAST else 0
    return Wish(counted.words, counted.filters, people, times) if people or times else None
