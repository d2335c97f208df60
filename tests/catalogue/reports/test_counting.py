"""What a period came to, with figures worked out by hand."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.learning.tables import Presence
from catalogue.numbers.counting import Few
from catalogue.numbers.groups import LEAST, Group, Label, Other
from catalogue.programme.tables import Mode
from catalogue.registrations.tables import Payer, State
from catalogue.reports.funding import Source
from catalogue.reports.records import Mark
from catalogue.reports.values import Due, Figures, Grouped, Kinds, Report
from tests.catalogue.reports.made_up import a_line, counted, marks, takings
from tests.factories import NOW

LATER = NOW + timedelta(hours=1)


def test_the_figures_of_a_period() -> None:
    """One cancelled, one still to come, one of which nobody knows who came, and one where ten came
    twice: 10 were there all four hours, 6 for an hour, and 6 did not come.
    """
    lines = [
        a_line(1, shares={1: 3.0, 2: 1.0}),
        a_line(3, is_off=True),
        a_line(4, ended_at=LATER),
        a_line(5),
    ]
    taken = [*takings(1, range(22)), *takings(1, range(30, 39), state=State.CANCELLED)]
    taken += [*takings(1, range(40, 45), state=State.PENDING), *takings(5, range(7))]
    noted = [*marks(1, range(10)), *marks(1, range(10), meeting=2)]
    noted += marks(1, range(10, 16), Presence.LATE, hours=1.0)
    noted += marks(1, range(16, 22), Presence.ABSENT)
    assert counted(lines, taken, noted).figures == Figures(
        published=4,
        held=2,
        cancelled=1,
        unnoted=1,
        registrations=22 + 5 + 7,
        came=16,
        people=16,
        hours=10 * 4.0 + 6 * 1.0,
    )


@pytest.mark.parametrize(
    ("came", "absent", "registrations", "told"),
    [
        (0, 0, 0, 0),
        (3, 0, Few(), Few()),
        (9, 0, 9, 9),
        (9, 3, None, 9),
        (9, 5, 14, 9),
        (0, 3, None, 0),
    ],
)
def test_few_are_not_found_by_taking_those_who_came_off_all(
    came: int, absent: int, registrations: object, told: object
) -> None:
    """How many have registered is not told where one to four of them have not come."""
    taken = takings(1, range(came + absent))
    noted = [*marks(1, range(came)), *marks(1, range(came, came + absent), Presence.ABSENT)]
    figures = counted([a_line()], taken, noted).figures
    assert (figures.registrations, figures.came, figures.people) == (registrations, told, told)
    assert figures.hours == (Few() if told == Few() else came * 4.0)


def test_events_by_their_form_and_by_how_they_are_held() -> None:
    """Spellings of one form are one; what was not said comes last."""
    lines = [
        a_line(1, form="Seminaras"),
        a_line(2, form="seminaras", mode=Mode.ONLINE),
        a_line(3, form="seminaras", mode=None, is_off=True),
        a_line(4, form="", mode=None),
        a_line(5, form=" ", mode=None, ended_at=LATER),
        a_line(6, form="", mode=None),
        a_line(7, form="", mode=None),
    ]
    found = counted(lines)
    assert found.forms == [
        Kinds(label="seminaras", published=3, held=2, cancelled=1),
        Kinds(label=Other.UNSAID, published=4, held=3, cancelled=0),
    ]
    assert found.modes == [
        Kinds(label=Mode.ONLINE, published=1, held=1, cancelled=0),
        Kinds(label=Mode.ONSITE, published=1, held=1, cancelled=0),
        Kinds(label=Other.UNSAID, published=5, held=3, cancelled=1),
    ]


def told(table: Grouped) -> dict[Label, tuple[int, int, float]]:
    """Events, how many came, hours."""
    return {one.label: (one.events, one.registrations, one.hours) for one in table.every}


def test_hours_by_audience_and_field() -> None:
    """Those of an event for two groups are in both; three people in one field stand with others."""
    lines = [
        a_line(1, audience=("logopedai", "psichologai"), priority_field="Įtrauktis"),
        a_line(2, audience=("psichologai",), priority_field="įtrauktis"),
        a_line(3, priority_field="STEAM"),
        a_line(4, priority_field="Raštingumas"),
        a_line(5, priority_field="Raštingumas"),
    ]
    taken, noted = [], []
    for event, people in ((1, 8), (2, 5), (3, 3), (4, 6)):
        taken += takings(event, range(people))
        noted += marks(event, range(people))
    found = counted(lines, taken, noted)
    assert told(found.audience) == {
        "psichologai": (2, 13, 52.0),
        "logopedai": (1, 8, 32.0),
        Other.UNSAID: (3, 9, 36.0),
    }
    assert told(found.fields) == {"Įtrauktis": (2, 13, 52.0), Other.OTHERS: (3, 9, 36.0)}


@pytest.mark.parametrize(
    ("facts", "payer", "labels"),
    [
        ({"funding": "Savivaldybės tikslinės lėšos"}, None, {Source.MUNICIPAL}),
        ({"funding": "Loterijos laimėjimas"}, None, {"Loterijos laimėjimas"}),
        ({"project": "Tyrėjai 2026"}, Payer.SELF, {Source.PROJECTS}),
        ({"payer": "patys dalyviai", "funding": "rėmėjai"}, None,
         {Source.PERSONAL, Source.SPONSORS}),
        ({}, Payer.SCHOOL, {Source.BASKET}),
        ({}, Payer.OTHER, {Source.INSTITUTIONS}),
        ({}, None, {Other.UNSAID}),
    ],
)  # fmt: skip
def test_where_the_money_comes_from(
    facts: dict[str, Any], payer: Payer | None, labels: set[Label]
) -> None:
    """What staff wrote; where they wrote nothing, what those who came have said."""
    found = counted([a_line(**facts)], takings(1, range(5), payer=payer), marks(1, range(5)))
    assert told(found.funding) == dict.fromkeys(labels, (1, 5, 20.0))


def test_bills_are_prices_of_those_who_take_part_or_have_paid() -> None:
    """30 € for each of six whose school has paid and seven whose school has not; nobody is billed
    for what is free, off, or was left unpaid.
    """
    lines = [a_line(1, price=Decimal("30.50")), a_line(2, price=Decimal(0)), a_line(3, price=None)]
    taken = [
        *takings(1, range(6), payer=Payer.SCHOOL, is_paid=True),
        *takings(1, range(10, 17), payer=Payer.SCHOOL),
        *takings(1, range(20, 25), payer=Payer.SELF, is_paid=True, state=State.CANCELLED),
        *takings(1, range(30, 36), payer=Payer.SELF, state=State.CANCELLED),
        *takings(1, range(40, 46), state=State.WAITING),
        *takings(2, range(6)),
        *takings(3, range(6), is_paid=True),
    ]
    assert counted(lines, taken).bills == [
        Group(Due.SCHOOL_DUE, 1, 7, 7, 0.0, Decimal("213.50")),
        Group(Due.SCHOOL_PAID, 1, 6, 6, 0.0, Decimal("183.00")),
        Group(Due.SELF_PAID, 1, 5, 5, 0.0, Decimal("152.50")),
    ]


def test_few_who_have_not_paid_are_not_told_of() -> None:
    """Nor found by taking those who have off all: they stand with the next smallest."""
    lines = [a_line(1, price=Decimal(10))]
    taken = [*takings(1, range(6), is_paid=True), *takings(1, range(10, 12))]
    taken += takings(1, range(20, 40), payer=Payer.SCHOOL)
    assert counted(lines, taken).bills == [
        Group(Due.SCHOOL_DUE, 1, 20, 20, 0.0, Decimal(200)),
        Group(Other.OTHERS, 1, 8, 8, 0.0, Decimal(80)),
    ]


@pytest.mark.parametrize(("absent", "billed"), [(1, 12), (4, 12), (5, 17)])
def test_few_who_stayed_away_are_not_found_by_what_is_billed(absent: int, billed: int) -> None:
    """How many came is told: by the bills, in number or in euros, one could subtract them."""
    taken = takings(1, range(12 + absent))
    noted = [*marks(1, range(12)), *marks(1, range(12, 12 + absent), Presence.ABSENT)]
    told = counted([a_line(1, price=Decimal(20))], taken, noted)
    assert told.figures.came == 12
    assert told.bills == [Group(Due.UNSAID_DUE, 1, billed, billed, 0.0, Decimal(20 * billed))]


#: Audience, field, how many came and how many did not, hours of the meeting.
_EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["", "logopedai", "psichologai"]),
        st.sampled_from(["", "STEAM", "Įtrauktis", "Raštingumas"]),
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from([0.5, 2.0, 8.0]),
    ),
    max_size=8,
)


@given(events=_EVENTS)
def test_the_parts_make_up_the_whole(events: list[tuple[str, str, int, int, float]]) -> None:
    """Those who came and their hours, by field and by audience (each event is for one), and events
    by form: every table adds up to the figures, and no cell of one to four people stands in it.
    """
    found = _of(events)
    for table in (found.audience, found.fields, found.funding):
        for groups in (table.every, table.largest):
            assert all(not 0 < one.registrations < LEAST for one in groups)
            if groups and isinstance(found.figures.came, int):
                assert sum(one.registrations for one in groups) == found.figures.came
                assert sum(one.hours for one in groups) == found.figures.hours
    for kinds in (found.forms, found.modes):
        assert sum(one.held for one in kinds) == found.figures.held == len(events)
    registered, came = found.figures.registrations, found.figures.came
    if isinstance(registered, int) and isinstance(came, int):
        assert not 0 < registered - came < LEAST


def _of(events: list[tuple[str, str, int, int, float]]) -> Report:
    lines, taken, noted = [], [], list[Mark]()
    for n, (audience, field, came, absent, hours) in enumerate(events, start=1):
        people = range(n * 100, n * 100 + came + absent)
        lines.append(a_line(n, audience=(audience,), priority_field=field, shares={n: hours}))
        taken += takings(n, people)
        noted += marks(n, people[:came])
    return counted(lines, taken, noted)
