"""Which schools were reached, and which of those that are known were not."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from catalogue.numbers.counting import told
from catalogue.numbers.groups import Cell, Label, Labels, Other, grouped
from catalogue.reports.records import Known
from catalogue.reports.schools import municipality, school_key
from catalogue.reports.values import Reach, Schools


@dataclass(slots=True)
class _School:
    people: set[int] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)


def reach(known: Iterable[Known], *, came: Collection[int]) -> Reach:
    """`came` are the people who were at an event."""
    schools, towns = _read(known)
    there = set(came)
    reached = {key: one.people & there for key, one in schools.items() if one.people & there}
    others = {key: one.people for key, one in schools.items() if key not in reached}
    places = {key: _place(one, towns) for key, one in schools.items()}
    return Reach(
        reached=told(len(reached), people=len(set().union(*reached.values()))),
        unreached=told(len(others), people=len(set().union(*others.values()))),
        reached_in=_in_places(reached, places),
        unreached_in=_in_places(others, places),
    )


def _read(known: Iterable[Known]) -> tuple[dict[str, _School], dict[int, str]]:
    """Schools by their keys, and where people say they work."""
    schools: defaultdict[str, _School] = defaultdict(_School)
    towns: dict[int, str] = {}
    for one in known:
        if one.town:
            towns[one.person] = one.town
        if key := school_key(one.school):
            schools[key].people.add(one.person)
            schools[key].names[one.school] += 1
    return dict(sorted(schools.items())), towns


def _place(school: _School, towns: Mapping[int, str]) -> Label:
    """What the school's name says, else the town that most of its people have told of."""
    named = Counter(place for name in sorted(school.names) if (place := municipality(name)))
    if named:
        return named.most_common(1)[0][0]
    said = Counter(towns[person] for person in sorted(school.people) if person in towns)
    for town, _ in said.most_common(1):
        return municipality(town) or town
    return Other.UNSAID


def _in_places(people: Mapping[str, set[int]], places: Mapping[str, Label]) -> list[Schools]:
    """By municipality, so that none of them tells of a few people."""
    cells: defaultdict[Labels, Cell] = defaultdict(Cell)
    for number, (key, of_school) in enumerate(people.items()):
        cells[frozenset({places[key]})].add([number], of_school)
    return [Schools(group.label, group.events) for group in grouped(cells)]
