"""Meetings keep their rows."""

from typing import Any

import pytest

from catalogue.centres.queries import nameless_centre
from catalogue.editing.sessions import as_drafts, new_session, replan
from catalogue.programme.tables import Event
from tests.catalogue.files.made_up import at, drafts_of


def planned(*days: int, **fields: Any) -> Event:
    """An event with meetings from 10 to 12 on these days of December."""
    rows = [
        {"code": "A", "title_lt": "A", "start": f"2026-12-{day:02} 10:00", "end": "12:00", **fields}
        for day in days
    ]
    (draft,) = drafts_of(*rows)
    event = Event(
        centre=nameless_centre(),
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        hours=draft.hours,
        sessions=[new_session(wanted) for wanted in draft.sessions],
    )
    for number, meeting in enumerate(event.sessions):
        meeting.id = number
    return event


def days_of(event: Event) -> list[tuple[int | None, int]]:
    return [(meeting.id, meeting.starts_at.day) for meeting in event.sessions]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([7, 14], [7, 14], [(0, 7), (1, 14)]),
        ([7, 14], [7, 15], [(0, 7), (1, 15)]),
        ([7, 14], [14, 21], [(1, 14), (0, 21)]),
        ([7, 14, 21], [8, 15, 22], [(0, 8), (1, 15), (2, 22)]),
        ([7, 14, 21], [14], [(1, 14)]),
        ([7], [6, 7, 8], [(None, 6), (0, 7), (None, 8)]),
    ],
)
def test_known_by_start_then_by_order(
    before: list[int], after: list[int], expected: list[tuple[int | None, int]]
) -> None:
    """A meeting that moved is the same meeting, and no start is taken twice on the way."""
    event = planned(*before)
    rows = [
        {"code": "A", "title_lt": "A", "start": f"2026-12-{day:02} 10:00", "end": "12:00"}
        for day in after
    ]
    (draft,) = drafts_of(*rows)
    replan(event, draft)
    assert days_of(event) == expected
    assert as_drafts(event) == draft.sessions


def test_file_without_ends_moves_a_meeting_with_its_length() -> None:
    """Two hours stay two hours when only the start is written anew."""
    event = planned(7)
    (draft,) = drafts_of({"code": "A", "title_lt": "A", "start": "2026-12-08 09:00"})
    replan(event, draft)
    assert (event.starts_at, event.ends_at) == (at("2026-12-08T09:00"), at("2026-12-08T11:00"))
