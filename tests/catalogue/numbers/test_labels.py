"""To which groups an event or a registration belongs."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from catalogue.numbers.groups import Label, Other
from catalogue.numbers.labels import Table, by_event, by_week, weeks_between
from catalogue.numbers.records import Entry, Held
from catalogue.programme.tables import Mode
from catalogue.registrations.tables import State
from catalogue.search.spans import week
from tests.factories import NOW, VILNIUS


def held(number: int = 1, **facts: Any) -> Held:
    plain: dict[str, Any] = {
        "audience": (),
        "city": "",
        "mode": Mode.ONSITE,
        "priority_field": "",
        "funding": "",
        "seats": None,
        "late_from": NOW,
    }
    return Held(**plain | facts | {"number": number})


def joined(moment: datetime) -> Entry:
    return Entry(1, 1, State.CONFIRMED, moment, moment)


@pytest.mark.parametrize(
    ("table", "facts", "labels"),
    [
        (Table.TOWNS, {"city": "Kaunas"}, {"Kaunas"}),
        (Table.TOWNS, {"city": " "}, {Other.UNSAID}),
        (Table.TOWNS, {"mode": Mode.ONLINE}, {Other.ONLINE}),
        (Table.TOWNS, {"mode": Mode.HYBRID, "city": "Kaunas"}, {"Kaunas"}),
        (Table.FUNDING, {"funding": "ES lėšos"}, {"ES lėšos"}),
        (Table.FIELDS, {}, {Other.UNSAID}),
        (Table.FIELDS, {"priority_field": "Įtraukusis ugdymas"}, {"Įtraukusis ugdymas"}),
        (Table.AUDIENCE, {}, {Other.UNSAID}),
        (
            Table.AUDIENCE,
            {"audience": ("logopedams, specialiesiems pedagogams",)},
            {"logopedai", "specialieji pedagogai"},
        ),
        (Table.AUDIENCE, {"audience": ("kosmonautai",)}, {"kosmonautai"}),
    ],
)
def test_an_event_has_its_labels(table: Table, facts: dict[str, Any], labels: set[Label]) -> None:
    """As it is written; groups of teachers by the names we know, in whatever case."""
    assert by_event(table, [held(**facts)]) == {1: labels}


def test_spellings_of_one_name_are_one() -> None:
    """The one that most events have."""
    towns = ["kaunas", "Kaunas", "KAUNAS ", "Kaunas"]
    found = by_event(Table.TOWNS, [held(number, city=town) for number, town in enumerate(towns)])
    assert set(found.values()) == {frozenset({"Kaunas"})}


def test_weeks_are_of_the_local_calendar() -> None:
    """Late on Sunday in Greenwich is Monday here; weeks of nobody are between the others."""
    late = joined(datetime(2026, 11, 22, 22, 30, tzinfo=UTC))
    before = joined(datetime(2026, 11, 2, 10, tzinfo=UTC))
    assert by_week(late, VILNIUS) == {week(date(2026, 11, 23))}
    between = list(weeks_between([by_week(late, VILNIUS), by_week(before, VILNIUS)]))
    assert between == [{week(date(2026, 11, day))} for day in (2, 9, 16, 23)]
    assert list(weeks_between([])) == []
