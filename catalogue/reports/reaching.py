"""Which schools were reached, and which of those that are known were not."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from catalogue.numbers.counting import told
from catalogue.numbers.groups import Cell, Label, Labels, Other, grouped
from catalogue.reports.records import Known
from catalogue.reports.values import Reach, Schools
from catalogue.schools.municipalities import municipality
from catalogue.schools.spelling import School, read
from catalogue.schools.uniting import united


def reach(known: Iterable[Known], *, came: Collection[int]) -> Reach:
    """`came` are the people who were at an event."""
    there = set(came)
    people = _people(known)
    reached = {one: those & there for one, those in people.items() if those & there}
    others = {one: those for one, those in people.items() if one not in reached}
    return Reach(
        reached=told(len(reached), people=len(set().union(*reached.values()))),
        unreached=told(len(others), people=len(set().union(*others.values()))),
        reached_in=_in_places(reached),
        unreached_in=_in_places(others),
    )


def _people(known: Iterable[Known]) -> dict[School, set[int]]:
    """Everybody of whom it is known that they are of the school."""
    towns: dict[int, str] = {}
    named: list[Known] = []
    for one in known:
        if one.town:
            towns[one.person] = one.town
        if one.school:
            named.append(one)
    schools = [(one.person, read(one.school, towns.get(one.person, ""))) for one in named]
    same = united(school for _, school in schools)
    people: defaultdict[School, set[int]] = defaultdict(set)
    for person, school in schools:
        people[same[school]].add(person)
    return people


def _in_places(people: Mapping[School, set[int]]) -> list[Schools]:
    """By municipality, those with the most schools first, so that none tells of a few people."""
    cells: defaultdict[Labels, Cell] = defaultdict(Cell)
    for number, (school, of_school) in enumerate(people.items()):
        place: Label = municipality(school) or Other.UNSAID
        cells[frozenset({place})].add([number], of_school)
    found = [Schools(group.label, group.events) for group in grouped(cells)]
    return sorted(
        found, key=lambda one: (isinstance(one.label, Other), -one.schools, str(one.label))
    )
