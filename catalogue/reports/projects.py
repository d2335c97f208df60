"""What was done for each project: in all, and event by event."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from catalogue.numbers.groups import Cell, Group, Labels, Other, grouped
from catalogue.numbers.labels import said, spelled_alike
from catalogue.reports.records import Line, There
from catalogue.reports.values import Project, ProjectEvent


def projects(held: Mapping[int, Line], there: Sequence[There]) -> tuple[list[Group], list[Project]]:
    """All as groups, and by themselves those that are told of: what is told of an event is never
    the rest of a project that is not.
    """
    named = spelled_alike({n: said(one.project) for n, one in held.items() if one.project.strip()})
    every: defaultdict[Labels, Cell] = defaultdict(Cell)
    of_each: defaultdict[Labels, defaultdict[Labels, Cell]] = defaultdict(lambda: defaultdict(Cell))
    for number, labels in named.items():
        for cell in (every[labels], of_each[labels][_of(number)]):
            cell.add([number], [])
    for one in there:
        of_project = named.get(one.event)
        if of_project is not None:
            for cell in (every[of_project], of_each[of_project][_of(one.event)]):
                cell.add([one.event], [one.person], hours=one.hours)
    groups = grouped(every)
    told = [one for one in groups if one.label is not Other.OTHERS]
    return groups, [_project(one, of_each[frozenset({one.label})], held) for one in told]


def _of(event: int) -> Labels:
    return frozenset({str(event)})


def _project(whole: Group, cells: Mapping[Labels, Cell], held: Mapping[int, Line]) -> Project:
    groups = {group.label: group for group in grouped(cells)}
    numbers: Collection[int] = [number for cell in cells.values() for number in cell.events]
    lines = sorted((held[number] for number in numbers), key=lambda one: (one.starts_at, one.code))
    return Project(
        whole=whole,
        events=[
            ProjectEvent(
                code=one.code,
                title=one.title,
                starts_at=one.starts_at,
                ended_at=one.ended_at,
                reported_at=one.reported_at,
                group=groups.get(str(one.held.number)),
            )
            for one in lines
        ],
        others=groups.get(Other.OTHERS),
    )
