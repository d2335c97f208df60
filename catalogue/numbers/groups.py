"""Groups in which nobody can be told apart: five people at least, also by subtraction.

What is counted falls into cells that nothing is in twice: a registration is of one week, one town,
and for one set of audiences. Cells of one to four people are put together and shown as others; if
those would still be one to four people, the next smallest cell joins them. Whatever can be added up
or taken off of what is shown is then made of whole cells, and so of nobody or of five people.

That holds for registrations. A person may be in several groups, so how many people are in each of
them is shown only where it does not tell of a few that are in one alone, or in more than one.
"""

import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from catalogue.search.spans import Span, ends

LEAST = 5


class Other(enum.Enum):
    """What stands in a list beside names: what was not said, what is held online, all the rest."""

    UNSAID = "unsaid"
    ONLINE = "online"
    OTHERS = "others"


Label = str | Span | Other
Labels = frozenset[Label]


@dataclass(slots=True)
class Cell:
    """What falls to the same labels: people and events by their numbers."""

    events: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    registrations: int = 0

    def add(self, events: Iterable[int], people: Collection[int]) -> None:
        """A registration for each of the people."""
        self.events.update(events)
        self.people.update(people)
        self.registrations += len(people)

    def take(self, other: "Cell") -> None:
        self.events |= other.events
        self.people |= other.people
        self.registrations += other.registrations


@dataclass(frozen=True, slots=True)
class Group:
    """A line of a table; `people` is None where the number would tell too much."""

    label: Label
    events: int
    registrations: int
    people: int | None


def is_few(people: int) -> bool:
    """So few that they might be recognised."""
    return 0 < people < LEAST


def grouped(cells: Mapping[Labels, Cell]) -> list[Group]:
    """A line for each label, and one for the others; none where all together are few."""
    open_ones, others = _apart(cells)
    if is_few(len(others.people)):
        return []
    rows: dict[Label, Cell] = {}
    for labels, cell in open_ones.items():
        for label in labels:
            rows.setdefault(label, Cell()).take(cell)
    hidden = {label for labels in cells.keys() - open_ones.keys() for label in labels}
    shown = {label: row for label, row in rows.items() if row.people or label not in hidden}
    if others.people:
        shown[Other.OTHERS] = others
    everybody = set().union(*(cell.people for cell in cells.values()))
    tells = _tells_of_few([row.people for row in shown.values()], everybody)
    return [
        Group(label, len(row.events), row.registrations, None if tells else len(row.people))
        for label, row in shown.items()
    ]


def _apart(cells: Mapping[Labels, Cell]) -> tuple[dict[Labels, Cell], Cell]:
    """Those to be shown, and all the others as one."""
    by_size = sorted(
        cells, key=lambda labels: (len(cells[labels].people), sorted(map(str, labels)))
    )
    others, shown = Cell(), {}
    for labels in by_size:
        size = len(cells[labels].people)
        if is_few(size) or (size and is_few(len(others.people))):
            others.take(cells[labels])
        else:
            shown[labels] = cells[labels]
    return shown, others


def _tells_of_few(groups: Sequence[set[int]], everybody: set[int]) -> bool:
    """Taken from all, a group leaves those who are in the other ones alone; all groups together
    are more than all by those who are in several.
    """
    differences = [len(everybody) - len(people) for people in groups]
    twice = sum(map(len, groups)) - len(everybody)
    return any(map(is_few, [*differences, twice]))


def at_most(groups: Sequence[Group], number: int) -> list[Group]:
    """The largest of them, the rest put with the others, which come last."""
    named = sorted(
        (one for one in groups if one.label is not Other.OTHERS),
        key=lambda one: (-one.registrations, str(one.label)),
    )
    others = [one for one in groups if one.label is Other.OTHERS]
    if len(groups) <= number:
        return [*named, *others]
    kept, rest = named[: number - 1], named[number - 1 :]
    return [*kept, together(Other.OTHERS, [*rest, *others])]


def together(label: Label, groups: Sequence[Group]) -> Group:
    """One line of several; people might be in more than one, so that they are not counted."""
    return Group(
        label,
        sum(one.events for one in groups),
        sum(one.registrations for one in groups),
        None,
    )


def in_time(groups: Sequence[Group], number: int) -> list[Group]:
    """Weeks in their order, so many of them together that there are at most so many lines."""
    weeks = {one.label: one for one in groups if isinstance(one.label, Span)}
    others = [one for one in groups if one.label is Other.OTHERS]
    if not weeks:
        return others
    start, end = min(ends(week)[0] for week in weeks), max(ends(week)[1] for week in weeks)
    step = ceil(((end - start).days + 1) / 7 / (number - len(others)))
    pieces: dict[int, list[Group]] = {}
    for label in sorted(weeks, key=ends):
        pieces.setdefault((ends(label)[0] - start).days // 7 // step, []).append(weeks[label])
    return [*[_stretch(start, place, step, some) for place, some in pieces.items()], *others]


def _stretch(start: date, place: int, step: int, weeks: Sequence[Group]) -> Group:
    if step == 1:
        return weeks[0]
    first = start + timedelta(weeks=place * step)
    return together(Span(first, first + timedelta(weeks=step, days=-1)), weeks)
