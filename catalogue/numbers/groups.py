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
from decimal import Decimal
from math import ceil

from catalogue.search.spans import Span, ends

LEAST = 5
#: As many lines as a picture holds.
MOST_LINES = 10


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
    hours: float = 0.0
    euros: Decimal = Decimal(0)

    def add(
        self,
        events: Iterable[int],
        people: Collection[int],
        *,
        hours: float = 0.0,
        euros: Decimal = Decimal(0),
    ) -> None:
        """A registration for each of the people."""
        self.events.update(events)
        self.people.update(people)
        self.registrations += len(people)
        self.hours += hours
        self.euros += euros

    def take(self, other: "Cell") -> None:
        self.events |= other.events
        self.people |= other.people
        self.registrations += other.registrations
        self.hours += other.hours
        self.euros += other.euros


@dataclass(frozen=True, slots=True)
class Group:
    """A line of a table; `people` is None where the number would tell too much. Hours are academic
    ones; they and euros are 0 where nothing of the kind is counted.
    """

    label: Label
    events: int
    registrations: int
    people: int | None
    hours: float = 0.0
    euros: Decimal = Decimal(0)


def is_few(people: int) -> bool:
    """So few that they might be recognised."""
    return 0 < people < LEAST


def grouped(cells: Mapping[Labels, Cell], *, most: int | None = None) -> list[Group]:
    """A line for each label, the largest first, and last one for the others; none where all
    together are few. Where there would be more lines than `most`, the others are all that is in
    none of the largest.
    """
    open_ones, others = _apart(cells)
    if is_few(len(others.people)):
        return []
    hidden = {label for labels in cells.keys() - open_ones.keys() for label in labels}
    rows = {
        label: row for label, row in _rows(open_ones).items() if row.people or label not in hidden
    }
    if most is not None and len(rows) + bool(others.people) > most:
        rows = dict(list(rows.items())[: most - 1])
        for labels, cell in open_ones.items():
            if not labels & rows.keys():
                others.take(cell)
    if others.people:
        rows[Other.OTHERS] = others
    return _told(rows, everybody=set().union(*(cell.people for cell in cells.values())))


def _rows(cells: Mapping[Labels, Cell]) -> dict[Label, Cell]:
    rows: dict[Label, Cell] = {}
    for labels, cell in cells.items():
        for label in labels:
            rows.setdefault(label, Cell()).take(cell)
    by_size = sorted(rows, key=lambda label: (-rows[label].registrations, str(label)))
    return {label: rows[label] for label in by_size}


def _told(rows: Mapping[Label, Cell], *, everybody: set[int]) -> list[Group]:
    tells = _tells_of_few([row.people for row in rows.values()], everybody)
    return [
        Group(
            label,
            len(row.events),
            row.registrations,
            None if tells else len(row.people),
            round(row.hours, 2),
            row.euros,
        )
        for label, row in rows.items()
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


def in_time(groups: Sequence[Group], *, most: int | None = None) -> list[Group]:
    """Weeks in their order; so many of them together that there are no more lines than `most`."""
    weeks = {one.label: one for one in groups if isinstance(one.label, Span)}
    others = [one for one in groups if one.label is Other.OTHERS]
    if not weeks:
        return others
    start, end = min(ends(week)[0] for week in weeks), max(ends(week)[1] for week in weeks)
    every = ((end - start).days + 1) // 7
    step = 1 if most is None else ceil(every / (most - len(others)))
    pieces: dict[int, list[Group]] = {}
    for label in sorted(weeks, key=ends):
        pieces.setdefault((ends(label)[0] - start).days // 7 // step, []).append(weeks[label])
    return [*[_stretch(start, place, step, some) for place, some in pieces.items()], *others]


def _stretch(start: date, place: int, step: int, weeks: Sequence[Group]) -> Group:
    """People might have registered in several of the weeks, so that they are not told."""
    if step == 1:
        return weeks[0]
    first = start + timedelta(weeks=place * step)
    return Group(
        Span(first, first + timedelta(weeks=step, days=-1)),
        sum(one.events for one in weeks),
        sum(one.registrations for one in weeks),
        None,
    )
