"""To which groups an event or a registration belongs."""

import enum
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from catalogue.numbers.groups import Label, Labels, Other
from catalogue.numbers.records import Entry, Held
from catalogue.programme.tables import Mode
from catalogue.search.audiences import groups_in
from catalogue.search.normalise import words
from catalogue.search.spans import Span, ends, week

_WEEK = timedelta(weeks=1)


class Table(enum.StrEnum):
    """By what registrations are counted; each of these is a table and a picture."""

    WEEKS = "w"
    AUDIENCE = "a"
    TOWNS = "t"
    FIELDS = "p"
    FUNDING = "m"


def by_week(entry: Entry, zone: ZoneInfo) -> Labels:
    """The week in which somebody registered, from Monday to Sunday."""
    return _week_of(entry.joined_at.astimezone(zone).date())


@lru_cache(maxsize=4096)
def _week_of(day: date) -> Labels:
    return frozenset({week(day)})


def weeks_between(weeks: Iterable[Labels]) -> Iterator[Labels]:
    """Every week from the first to the last, with those of nobody."""
    mondays = {ends(one)[0] for labels in weeks for one in labels if isinstance(one, Span)}
    if not mondays:
        return
    monday, last = min(mondays), max(mondays)
    while monday <= last:
        yield _week_of(monday)
        monday += _WEEK


def by_event(table: Table, held: Collection[Held]) -> Mapping[int, Labels]:
    """The labels of each event by its number."""
    return spelled_alike({one.number: _NAMES[table](one) for one in held})


def spelled_alike(named: Mapping[int, Sequence[Label]]) -> Mapping[int, Labels]:
    """All spellings of one name as the most frequent."""
    spelled = _spellings(name for names in named.values() for name in names)
    return {
        number: frozenset(spelled[_key(name)] if isinstance(name, str) else name for name in names)
        for number, names in named.items()
    }


def _spellings(names: Iterable[Label]) -> dict[str, str]:
    counted = Counter(name for name in names if isinstance(name, str))
    spelled: dict[str, str] = {}
    for name, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0])):
        spelled.setdefault(_key(name), name)
    return spelled


def _key(name: str) -> str:
    return " ".join(words(name))


def said(name: str) -> list[Label]:
    """The name itself, where there is one."""
    return [name.strip()] if words(name) else [Other.UNSAID]


def _audience(held: Held) -> list[Label]:
    """The groups we know in the event's own words; words that name none stay as they are."""
    found: list[Label] = []
    for written in held.audience:
        found += sorted(groups_in(written)) or ([written.strip()] if words(written) else [])
    return found or [Other.UNSAID]


def _town(held: Held) -> list[Label]:
    if not words(held.city) and held.mode is Mode.ONLINE:
        return [Other.ONLINE]
    return said(held.city)


_NAMES: Mapping[Table, Callable[[Held], list[Label]]] = {
    Table.AUDIENCE: _audience,
    Table.TOWNS: _town,
    Table.FIELDS: lambda held: said(held.priority_field),
    Table.FUNDING: lambda held: said(held.funding),
}
