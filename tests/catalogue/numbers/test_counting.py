"""From events and registrations to numbers."""

from datetime import datetime, timedelta

from catalogue.numbers.counting import Few, Figures, Fill, Numbers, count
from catalogue.numbers.groups import Group, Other
from catalogue.numbers.labels import Table
from catalogue.numbers.packing import packed
from catalogue.numbers.records import Entry, Held
from catalogue.registrations.tables import State
from catalogue.search.spans import week
from tests.catalogue.numbers.test_labels import held
from tests.factories import NOW, VILNIUS

EARLIER, LATER = NOW - timedelta(days=30), NOW + timedelta(hours=1)


def entries(
    event: int, people: range, state: State = State.CONFIRMED, changed_at: datetime = EARLIER
) -> list[Entry]:
    return [Entry(event, person, state, EARLIER, changed_at) for person in people]


def counted(events: list[Held], *some: list[Entry], until: datetime | None = None) -> Numbers:
    pieces = [packed(one) for one in some]
    return count([packed(events)], pieces, zone=VILNIUS, until=until)


def test_the_figures_of_a_period() -> None:
    """Seats that are held, people once each, who left too late, who waits. Whose seat a colleague
    got has left none empty.
    """
    found = counted(
        [held(1, seats=20), held(2, seats=10), held(3)],
        entries(1, range(10)),
        entries(1, range(20, 26), State.CANCELLED, LATER),
        entries(1, range(30, 39), State.CANCELLED),
        [one._replace(passed_on=True) for one in entries(1, range(50, 60), State.CANCELLED, LATER)],
        entries(2, range(5), State.PENDING),
        entries(2, range(40, 45), State.WAITING),
    )
    assert found.figures == Figures(
        events=3, registrations=15, people=10, full=0.5, left_late=6, waiting=5
    )
    assert found.fills == {
        Fill.FULL: 0,
        Fill.MOST: 0,
        Fill.HALF: 2,
        Fill.SOME: 0,
        Fill.LITTLE: 0,
        Fill.UNLIMITED: 1,
    }


def test_few_people_are_told_of_nowhere() -> None:
    """Neither as figures, nor as the share of seats they take, nor in a table; nobody is 0."""
    found = counted(
        [held(1, seats=8, city="Kaunas"), held(2, city="Vilnius")],
        entries(1, range(3)),
        entries(2, range(3)),
        entries(2, range(9), State.WAITING),
    )
    few = Few()
    assert found.figures == Figures(
        events=2, registrations=few, people=few, full=None, left_late=0, waiting=9
    )
    assert found.fills == {}
    assert all(groups == [] for groups in found.tables.values())


def test_the_tables_of_a_period() -> None:
    """Each registration in its week, town and for its audience; an event of nobody counts too, and
    two people who are in two towns are not told of.
    """
    found = counted(
        [
            held(1, city="Kaunas", audience=("logopedai", "psichologai")),
            held(2, city="Vilnius", audience=("psichologai",)),
            held(3, city="Alytus"),
            held(4, city="Zarasai"),
            held(5, city="Zarasai"),
        ],
        entries(1, range(8)),
        entries(2, range(10, 16)),
        entries(3, range(10, 12)),
        entries(4, range(20, 24)),
    )
    assert set(found.tables[Table.TOWNS]) == {
        Group("Kaunas", 1, 8, None),
        Group("Vilnius", 1, 6, None),
        Group(Other.OTHERS, 3, 6, None),
    }
    names = {one.label: one.registrations for one in found.tables[Table.AUDIENCE]}
    assert names == {"logopedai": 8, "psichologai": 14, Other.UNSAID: 6}
    assert found.tables[Table.WEEKS] == [Group(week(EARLIER.date()), 4, 20, 18)]


def test_what_came_later_is_not_counted() -> None:
    """A year ago one knew of those alone who had registered by then."""
    found = counted([held()], entries(1, range(9)), until=EARLIER)
    assert found.figures.registrations == 0
    assert counted([held()], entries(1, range(9)), until=NOW).figures.people == 9
