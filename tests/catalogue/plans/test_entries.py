"""How two plans differ: for any two, and for what staff do to an event."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.plans.entries import (
    Change,
    Entry,
    Field,
    Kind,
    Meeting,
    Plan,
    as_json,
    changes,
    changes_as_json,
    changes_of_json,
    entry_of,
    of_json,
)
from catalogue.programme.tables import Mode, Session, Status
from tests.catalogue.plans.made_up import DAY, an_entry
from tests.factories import NOW
from tests.handlers.words.made_up import event as an_event

HERE = an_entry()
PRICE: dict[str, Any] = {"price_eur": Decimal(25)}
HOURS = timedelta(hours=1)

meetings = st.builds(
    lambda day, hours, town: Meeting(NOW + day * DAY, NOW + day * DAY + hours * HOURS, town),
    st.integers(-40, 40),
    st.integers(1, 60),
    st.sampled_from(["", "Kaunas", "Vilnius"]),
)
entries = st.builds(
    Entry,
    code=st.sampled_from(["A-1", "B-2"]),
    title_lt=st.sampled_from(["Vertinimas", "Balsas"]),
    title_en=st.just(""),
    meetings=st.lists(meetings, min_size=1, max_size=3).map(tuple),
    mode=st.sampled_from([None, *Mode]),
    price_eur=st.none() | st.decimals(0, 500, places=2),
    hours=st.none() | st.just(6.0),
    lecturer=st.sampled_from(["", "dr. Rita"]),
    audience=st.sampled_from([(), ("pradinukų mokytojai",)]),
    is_off=st.booleans(),
)
plans = st.dictionaries(st.integers(1, 6), entries)


def applied(before: Plan, made: tuple[Change, ...]) -> Plan:
    """The plan after these changes."""
    plan = {**before, **{one.event_id: one.after for one in made}}
    return {number: entry for number, entry in plan.items() if entry is not None}


@given(before=plans, after=plans)
def test_the_changes_lead_from_one_plan_to_the_other(before: Plan, after: Plan) -> None:
    """All of them and nothing else, also when they were written down; between equals are none."""
    made = changes(before, after)
    assert applied(before, made) == after
    assert changes_of_json(json.loads(json.dumps(changes_as_json(made)))) == made
    assert {one.event_id for one in made} == {
        number for number in before.keys() | after.keys() if before.get(number) != after.get(number)
    }
    assert changes(after, applied(after, ())) == ()


@given(before=plans, after=plans)
def test_there_and_back_is_no_news(before: Plan, after: Plan) -> None:
    """What was changed and changed back leaves the plan as it was told."""
    there = applied(before, changes(before, after))
    assert changes(before, applied(there, changes(there, before))) == ()


@pytest.mark.parametrize(
    ("before", "after", "kind", "fields"),
    [
        (None, HERE, Kind.ADDED, ()),
        (HERE, None, Kind.GONE, ()),
        (HERE, replace(HERE, is_off=True), Kind.CANCELLED, ()),
        (replace(HERE, is_off=True), HERE, Kind.REOPENED, ()),
        (replace(HERE, is_off=True), None, None, ()),
        (None, replace(HERE, is_off=True), None, ()),
        (replace(HERE, is_off=True), replace(HERE, is_off=True, **PRICE), None, (Field.PRICE,)),
        (HERE, an_entry(starts=NOW + 11 * DAY), Kind.CHANGED, (Field.TIME,)),
        (HERE, replace(HERE, **PRICE), Kind.CHANGED, (Field.PRICE,)),
        (HERE, replace(HERE, lecturer="Rita", mode=Mode.ONLINE), Kind.CHANGED,
         (Field.MODE, Field.LECTURER)),
        (HERE, replace(HERE, title_lt="Vertinimai", hours=6.0, audience=("visi",)), None, ()),
    ],
)  # fmt: skip
def test_what_is_told(
    before: Entry | None, after: Entry | None, kind: Kind | None, fields: tuple[Field, ...]
) -> None:
    """By a table; a title that was put right is changed without a word."""
    change = Change(1, before, after)
    assert (change.kind, change.fields) == (kind, fields)


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        (HERE, an_entry(starts=NOW + 11 * DAY), ()),
        (HERE, an_entry(starts=NOW + 11 * DAY, **PRICE), (Field.PRICE,)),
        (HERE, replace(HERE, is_off=True), ()),
        (replace(HERE, is_off=True), replace(HERE, lecturer="Rita"), (Field.LECTURER,)),
        (HERE, None, ()),
    ],
)
def test_who_had_a_notice_hears_the_rest_only(
    before: Entry, after: Entry | None, left: tuple[Field, ...]
) -> None:
    """The price and the lecturer are in no notice."""
    rest = Change(1, before, after).beside_notice()
    assert (rest.fields if rest else ()) == left


def test_what_is_over_is_over_on_both_sides() -> None:
    """An event moved from the past into the future concerns people, and the other way round."""
    past, coming = an_entry(starts=NOW - 3 * DAY), an_entry()
    assert Change(1, past, replace(past, lecturer="Rita")).is_over(NOW)
    assert not Change(1, past, coming).is_over(NOW)
    assert not Change(1, coming, past).is_over(NOW)


@pytest.mark.parametrize(
    ("facts", "places"),
    [
        ({}, (("Kaunas", ""),)),
        ({"sessions": [Session(starts_at=NOW, ends_at=NOW + DAY, city="Vilnius", place="Salė"),
                       Session(starts_at=NOW + DAY, ends_at=NOW + DAY, city="", place="")]},
         (("Vilnius", "Salė"), ("Kaunas", ""))),
        ({"sessions": []}, (("Kaunas", ""),)),
    ],
)  # fmt: skip
def test_an_event_as_an_entry(facts: dict[str, Any], places: tuple[tuple[str, str], ...]) -> None:
    """Each meeting is where it says, or else where the event is; and it can be kept."""
    event = an_event(status=Status.CANCELLED, price_eur=Decimal("25.00"), **facts)
    entry = entry_of(event)
    assert (entry.places, entry.is_off, entry.code) == (places, True, "V-1")
    assert of_json(json.loads(json.dumps(as_json(entry)))) == entry
