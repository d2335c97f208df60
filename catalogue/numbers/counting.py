"""From events and registrations to numbers: computing alone, a second for 100,000 registrations."""

import enum
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from catalogue.numbers.groups import MOST_LINES, Cell, Group, Labels, grouped, in_time, is_few
from catalogue.numbers.labels import Table, by_event, by_week, weeks_between
from catalogue.numbers.packing import unpacked
from catalogue.numbers.records import Entry, Held
from catalogue.registrations.queue import HOLDS_A_SEAT, left_late
from catalogue.registrations.tables import State


class Fill(enum.Enum):
    """How much of an event's seats is taken; where seats are not limited there is no such share."""

    FULL = "full"
    MOST = "most"
    HALF = "half"
    SOME = "some"
    LITTLE = "little"
    UNLIMITED = "unlimited"


_AT_LEAST = ((1.0, Fill.FULL), (0.75, Fill.MOST), (0.5, Fill.HALF), (0.25, Fill.SOME))


@dataclass(frozen=True, slots=True)
class Few:
    """Of one to four people: how many is told to nobody."""


Count = int | Few


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A period in brief. `full` is the average share of seats taken, where that is known."""

    events: int
    registrations: Count
    people: Count
    full: float | None
    left_late: Count
    waiting: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Everything that is counted of a period; `largest` are the tables as far as a picture holds
    them. `fills` are numbers of events, the fullest first, and not of people: how many seats an
    event has left is open to everyone.
    """

    figures: Figures
    fills: Mapping[Fill, int]
    tables: Mapping[Table, Sequence[Group]]
    largest: Mapping[Table, Sequence[Group]]


def count(
    events: Sequence[bytes],
    entries: Sequence[bytes],
    *,
    zone: ZoneInfo,
    until: datetime | None = None,
) -> Numbers:
    """Both come in packed pieces. Who joined from `until` on is left out."""
    held: dict[int, Held] = {one.number: one for one in unpacked(events)}
    every: list[Entry] = [
        one for one in unpacked(entries) if until is None or one.joined_at < until
    ]
    seated = [one for one in every if one.state in HOLDS_A_SEAT]
    shares = _shares(held, seated)
    cells = {table: _cells(table, held, seated, zone) for table in Table}
    return Numbers(
        figures=Figures(
            events=len(held),
            registrations=_told(seated),
            people=_people(seated),
            full=sum(shares.values()) / len(shares) if shares else None,
            left_late=_told(
                [one for one in every if left_late(one, late_from=held[one.event].late_from)]
            ),
            waiting=_told([one for one in every if one.state is State.WAITING]),
        ),
        fills=_fills(held, shares),
        tables={table: grouped(of_table) for table, of_table in cells.items()},
        largest={
            table: in_time(grouped(of_table), most=MOST_LINES)
            if table is Table.WEEKS
            else grouped(of_table, most=MOST_LINES)
            for table, of_table in cells.items()
        },
    )


def told(number: int, *, people: int) -> Count:
    """A number behind which so many people are."""
    return Few() if is_few(people) else number


def _people(entries: Sequence[Entry]) -> Count:
    people = len({one.person for one in entries})
    return told(people, people=people)


def _told(entries: Sequence[Entry]) -> Count:
    return told(len(entries), people=len({one.person for one in entries}))


def _shares(held: Mapping[int, Held], seated: Sequence[Entry]) -> dict[int, float]:
    """What part of its seats is taken, by event; none where few people are behind all of it."""
    limited = {number: one.seats for number, one in held.items() if one.seats}
    inside = [one for one in seated if one.event in limited]
    if isinstance(_people(inside), Few):
        return {}
    taken = Counter(one.event for one in inside)
    return {number: min(1.0, taken[number] / seats) for number, seats in limited.items()}


def _fills(held: Mapping[int, Held], shares: Mapping[int, float]) -> dict[Fill, int]:
    if not shares:
        return {}
    fills = Counter(map(_fill, shares.values()))
    fills[Fill.UNLIMITED] = len(held) - len(shares)
    return {fill: fills[fill] for fill in Fill}


def _fill(share: float) -> Fill:
    return next((fill for least, fill in _AT_LEAST if share >= least), Fill.LITTLE)


def _cells(
    table: Table, held: Mapping[int, Held], seated: Sequence[Entry], zone: ZoneInfo
) -> dict[Labels, Cell]:
    """A week of nobody between others is a cell too, and so is an event of nobody."""
    cells: defaultdict[Labels, Cell] = defaultdict(Cell)
    if table is Table.WEEKS:
        for one in seated:
            cells[by_week(one, zone)].add([one.event], [one.person])
        for labels in list(weeks_between(cells)):
            cells[labels].add([], [])
        return cells
    people: defaultdict[int, list[int]] = defaultdict(list)
    for one in seated:
        people[one.event].append(one.person)
    for number, labels in by_event(table, held.values()).items():
        cells[labels].add([number], people[number])
    return cells
