"""When the events are, in local time, and which have not started."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.search.documents import Document
from catalogue.search.postings import slots_of
from catalogue.search.timetable import Timetable

VILNIUS = ZoneInfo("Europe/Vilnius")
BEGIN = datetime(2026, 3, 27, tzinfo=UTC)


def at(key: int, *hours: int) -> Document:
    """An event whose sessions start so many hours after the beginning."""
    return Document(
        key=key, code=str(key), starts=tuple(BEGIN + timedelta(hours=one) for one in sorted(hours))
    )


def held(*documents: Document) -> Timetable:
    """Events entered under their keys."""
    timetable = Timetable(VILNIUS)
    for document in documents:
        timetable.put(document.key, document)
    return timetable


def test_days_are_local() -> None:
    """An hour before midnight in UTC is the next day here, also when the clocks change."""
    late = Document(key=1, code="1", starts=(datetime(2026, 3, 29, 21, 30, tzinfo=UTC),))
    timetable = held(late)
    assert timetable.between(date(2026, 3, 30), date(2026, 3, 30)) == 2
    assert timetable.between(date(2026, 3, 29), date(2026, 3, 29)) == 0
    assert timetable.on_weekdays((1,)) == 2
    assert timetable.in_part("morning") == 2


@pytest.mark.parametrize(
    ("hour", "parts"),
    [
        (9, {"morning"}),
        (11, {"morning"}),
        (12, {"afternoon"}),
        (16, {"afternoon", "evening"}),
        (18, {"evening"}),
    ],
)
def test_parts_of_the_day(hour: int, parts: set[str]) -> None:
    """What begins right after the lessons is found by afternoon and by evening."""
    start = datetime(2026, 12, 1, hour, tzinfo=VILNIUS)
    timetable = held(Document(key=0, code="0", starts=(start,)))
    assert {
        part for part in ("morning", "afternoon", "evening") if timetable.in_part(part)
    } == parts


def test_an_event_without_a_day_has_not_started() -> None:
    """One without a session is on no day and comes after all others."""
    timetable = held(at(0), at(1, 5))
    assert timetable.started(BEGIN + timedelta(days=9999)) == 0b10
    assert timetable.between(None, None) == 0b10
    assert timetable.earliest(0b11, 5) == [1, 0]


HOURS = st.integers(0, 100)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, 60), st.lists(HOURS, min_size=1, max_size=3)),
        st.tuples(st.just("remove"), st.integers(0, 60), st.just([0])),
        st.tuples(st.just("ask"), HOURS, st.just([0])),
    ),
    max_size=80,
)


@given(STEPS, st.booleans())
@settings(max_examples=60)
def test_after_any_changes_it_knows_who_has_started(
    steps: list[tuple[str, int, list[int]]],
    full: bool,  # noqa: FBT001 -- many events change in another way than few
) -> None:
    """Changes and questions in any order, also back in time: started, order and days are right."""
    documents = {key: at(key, key) for key in range(61)} if full else {}
    timetable = held(*documents.values())
    for deed, number, hours in [*steps, ("ask", 50, [0])]:
        if deed == "put":
            if number in documents:
                timetable.remove(number, documents[number])
            documents[number] = at(number, *hours)
            timetable.put(number, documents[number])
        elif deed == "remove" and number in documents:
            timetable.remove(number, documents.pop(number))
        elif deed == "ask":
            now = BEGIN + timedelta(hours=number)
            begun = [key for key, one in documents.items() if one.starts[0] <= now]
            assert list(slots_of(timetable.started(now))) == sorted(begun)
    order = sorted(documents, key=lambda key: (documents[key].starts[0], key))
    assert timetable.earliest(sum(1 << key for key in documents), 99) == order


@pytest.mark.parametrize("number", [5, 500])
def test_few_and_many_come_in_the_same_order(number: int) -> None:
    """The first ten are the soonest not yet started, however many there are to choose from."""
    timetable = held(*(at(key, (key * 7919) % 997 + 1) for key in range(number)))
    everything = (1 << number) - 1
    open_now = everything & ~timetable.started(BEGIN + timedelta(hours=100))
    expected = sorted(slots_of(open_now), key=lambda key: ((key * 7919) % 997, key))[:10]
    assert timetable.earliest(open_now, 10) == expected


@given(
    st.lists(st.lists(st.integers(0, 400), max_size=3), min_size=70, max_size=90),
    st.integers(-10, 5),
    st.integers(1, 20),
)
@settings(max_examples=15)
def test_many_events_of_several_days_come_with_their_first(
    hours: list[list[int]], now: int, limit: int
) -> None:
    """Taken day by day they are in the order of their first sessions, without a day at the end."""
    timetable = held(*(at(key, *some) for key, some in enumerate(hours)))
    open_now = ((1 << len(hours)) - 1) & ~timetable.started(BEGIN + timedelta(hours=now))
    expected = sorted(slots_of(open_now), key=lambda key: (min(hours[key], default=999), key))
    assert timetable.earliest(open_now, limit) == expected[:limit]
