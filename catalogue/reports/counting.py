"""From events, registrations and marks to a report: computing alone."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from catalogue.learning.hours import attended
from catalogue.numbers.counting import Few, told
from catalogue.numbers.groups import (
    MOST_LINES,
    Cell,
    Group,
    Label,
    Labels,
    Other,
    grouped,
    is_few,
)
from catalogue.numbers.labels import Table, by_event, said, spelled_alike
from catalogue.numbers.packing import unpacked
from catalogue.registrations.queue import HOLDS_A_SEAT, TAKES_PART
from catalogue.registrations.tables import State
from catalogue.reports.funding import OF_PAYER, Source, sources
from catalogue.reports.projects import projects
from catalogue.reports.reaching import reach
from catalogue.reports.records import Line, Mark, Records, Taking, There
from catalogue.reports.values import Due, Figures, Grouped, Kinds, Report

_NOT_SAID: Labels = frozenset({Other.UNSAID})


def count(found: Records, *, now: datetime) -> Report:
    """What is over by `now` was held."""
    lines: dict[int, Line] = {one.held.number: one for one in unpacked(found.lines)}
    held = {n: one for n, one in lines.items() if not one.is_off and one.ended_at <= now}
    takings = [one for one in unpacked(found.takings) if one.event in held]
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in unpacked(found.marks):
        marks[mark.registration].append(mark)
    there = _there(held, takings, marks)
    noted = {one.event for one in takings if one.number in marks}
    groups, project_lines = projects(held, there)
    paid_from = _funding(held)
    return Report(
        figures=_figures(lines, held, takings, there, unnoted=len(held.keys() - noted)),
        forms=_kinds(spelled_alike({n: said(one.form) for n, one in lines.items()}), lines, held),
        modes=_kinds({n: _mode(one) for n, one in lines.items()}, lines, held),
        audience=_by_event(Table.AUDIENCE, held, there),
        fields=_by_event(Table.FIELDS, held, there),
        funding=_grouped(paid_from, there, lambda one: _paid_from(one, paid_from)),
        bills=_bills(held, takings, there),
        projects=groups,
        lines=project_lines,
        reach=reach(unpacked(found.known), came={one.person for one in there}),
    )


def _there(
    held: Mapping[int, Line], takings: Iterable[Taking], marks: Mapping[int, Sequence[Mark]]
) -> list[There]:
    """To have been registered counts nothing, and neither does what nobody has noted."""
    found: list[There] = []
    for one in takings:
        own = marks.get(one.number, ())
        if one.state is State.CONFIRMED and any(it.presence.is_there for it in own):
            hours = attended(held[one.event].shares, own)
            found.append(There(one.event, one.person, one.payer, hours))
    return found


def _figures(
    lines: Mapping[int, Line],
    held: Mapping[int, Line],
    takings: Sequence[Taking],
    there: Sequence[There],
    *,
    unnoted: int,
) -> Figures:
    seated = [one for one in takings if one.state in HOLDS_A_SEAT]
    people = len({one.person for one in there})
    hours = round(sum(one.hours for one in there), 2)
    registered = told(len(seated), people=len({one.person for one in seated}))
    return Figures(
        published=len(lines),
        held=len(held),
        cancelled=sum(one.is_off for one in lines.values()),
        unnoted=unnoted,
        registrations=None if is_few(len(seated) - len(there)) else registered,
        came=told(len(there), people=people),
        people=told(people, people=people),
        hours=Few() if is_few(people) else hours,
    )


def _mode(line: Line) -> Labels:
    return frozenset({line.held.mode}) if line.held.mode else _NOT_SAID


def _kinds(
    labels: Mapping[int, Labels], lines: Mapping[int, Line], held: Mapping[int, Line]
) -> list[Kinds]:
    """The most frequent first; what was not said last. They are events and no people."""
    every, over, off = Counter[Label](), Counter[Label](), Counter[Label]()
    for number, of_event in labels.items():
        every.update(of_event)
        over.update(of_event if number in held else ())
        off.update(of_event if lines[number].is_off else ())
    by_size = sorted(every, key=lambda one: (one is Other.UNSAID, -every[one], str(one)))
    return [
        Kinds(label=one, published=every[one], held=over[one], cancelled=off[one])
        for one in by_size
    ]


def _by_event(table: Table, held: Mapping[int, Line], there: Sequence[There]) -> Grouped:
    labels = by_event(table, [one.held for one in held.values()])
    return _grouped(labels, there, lambda one: labels[one.event])


def _grouped(
    of_events: Mapping[int, Labels], there: Iterable[There], labels: Callable[[There], Labels]
) -> Grouped:
    """By those who came; an event to which nobody did counts too."""
    together: defaultdict[tuple[int, Labels], list[There]] = defaultdict(list)
    for one in there:
        together[one.event, labels(one)].append(one)
    cells: defaultdict[Labels, Cell] = defaultdict(Cell)
    for (event, own), some in together.items():
        hours = sum(one.hours for one in some)
        cells[own].add([event], [one.person for one in some], hours=hours)
    for number in sorted(of_events.keys() - {event for event, _ in together}):
        cells[of_events[number]].add([number], [])
    return Grouped(grouped(cells), grouped(cells, most=MOST_LINES))


def _funding(held: Mapping[int, Line]) -> Mapping[int, Labels]:
    """What staff say that each event is paid from."""
    return spelled_alike({number: _sources(one) for number, one in held.items()})


def _sources(line: Line) -> list[Label]:
    written = " ; ".join(filter(None, (line.held.funding.strip(), line.payer.strip())))
    found = sources(written) | ({Source.PROJECTS} if line.project.strip() else set())
    return [*sorted(found)] if found else said(written)


def _paid_from(one: There, of_events: Mapping[int, Labels]) -> Labels:
    """Where staff say nothing, what those who came have said of who pays for them."""
    labels = of_events[one.event]
    if labels == _NOT_SAID and one.payer is not None:
        return frozenset({OF_PAYER[one.payer]})
    return labels


def _bills(
    held: Mapping[int, Line], takings: Iterable[Taking], there: Iterable[There]
) -> list[Group]:
    """The price for each who takes part, or has paid, at the events held. Each bill is either paid
    or due, so that no few who have paid are found by subtraction. For the same reason those who are
    billed and did not come are left out where they are few: how many came is told beside it.
    """
    billed = [
        one for one in takings if held[one.event].price and (one.state in TAKES_PART or one.is_paid)
    ]
    came = {(one.event, one.person) for one in there}
    away = [one for one in billed if (one.event, one.person) not in came]
    left_out = {one.number for one in away} if is_few(len(away)) else set()
    cells: defaultdict[Labels, Cell] = defaultdict(Cell)
    for one in billed:
        if one.number not in left_out:
            due = Due(f"{one.payer or 'unsaid'} {'paid' if one.is_paid else 'due'}")
            price = held[one.event].price or Decimal(0)
            cells[frozenset({due})].add([one.event], [one.person], euros=price)
    return grouped(cells)
