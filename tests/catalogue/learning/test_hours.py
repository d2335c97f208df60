"""How many academic hours a meeting counts, and a person has."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.learning.hours import attended, shares
from catalogue.learning.tables import Attendance, Presence
from catalogue.programme.tables import Event, Session
from tests.factories import NOW, an_event

MINUTES = st.lists(st.integers(15, 600), min_size=1, max_size=6)


def an_event_of(minutes: list[int], *, hours: float | None, own: dict[int, float] | None) -> Event:
    sessions = [
        Session(
            id=number,
            starts_at=NOW + timedelta(days=number),
            ends_at=NOW + timedelta(days=number, minutes=length),
            hours=(own or {}).get(number),
        )
        for number, length in enumerate(minutes, 1)
    ]
    event = an_event(sessions=sessions)
    event.hours = hours
    return event


@pytest.mark.parametrize(
    ("minutes", "hours", "own", "expected"),
    [
        ([180], 4, None, {1: 4}),
        ([180], None, None, {1: 4}),
        ([100], None, None, {1: 2}),
        ([90, 180], 6, None, {1: 2, 2: 4}),
        ([90, 90, 90], 40, {1: 10}, {1: 10, 2: 15, 3: 15}),
        ([90, 90], 4, {1: 3, 2: 5}, {1: 3, 2: 5}),
        ([90, 90], 4, {1: 5}, {1: 5, 2: 0}),
        ([45, 90], None, {1: 3}, {1: 3, 2: 2}),
    ],
)
def test_what_a_meeting_counts(
    minutes: list[int],
    hours: float | None,
    own: dict[int, float] | None,
    expected: dict[int, float],
) -> None:
    """Its own hours, else its part of the event's, else its length."""
    assert shares(an_event_of(minutes, hours=hours, own=own)) == pytest.approx(expected)


@given(MINUTES, st.floats(0.5, 100))
def test_the_parts_are_the_whole(minutes: list[int], hours: float) -> None:
    """Nothing of the event's hours is lost or added by sharing them out."""
    event = an_event_of(minutes, hours=hours, own=None)
    assert sum(shares(event).values()) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], 0),
        ([(1, Presence.PRESENT, None)], 2),
        ([(1, Presence.PRESENT, None), (2, Presence.PRESENT, None)], 6),
        ([(1, Presence.LATE, 1.5), (2, Presence.LEFT_EARLY, 3)], 4.5),
        ([(1, Presence.LATE, None)], 2),
        ([(1, Presence.LATE, 9)], 2),
        ([(1, Presence.ABSENT, None), (2, Presence.PRESENT, None)], 4),
        ([(3, Presence.PRESENT, None)], 0),
    ],
)
def test_what_a_person_has(
    marks: list[tuple[int, Presence, float | None]], expected: float
) -> None:
    """The whole of a meeting, or the part that was said; nothing for the absent."""
    said = [Attendance(session_id=n, presence=how, hours=hours) for n, how, hours in marks]
    assert attended({1: 2.0, 2: 4.0}, said) == pytest.approx(expected)
