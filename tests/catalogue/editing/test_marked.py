"""What is known of who was at a meeting is not lost when the plan changes."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from catalogue.database import Database
from catalogue.editing.changes import Plan
from catalogue.editing.importing import take_in
from catalogue.editing.marked import lost, marked_meetings
from catalogue.editing.rules import Edits, save
from catalogue.editing.sessions import as_drafts
from catalogue.files.drafts import EventDraft
from catalogue.intake.comparing import Comparison, compare
from catalogue.intake.plain import draft_of, loses_by, state_of, text_of
from catalogue.intake.whose import Reach
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.people.rights import EVERYWHERE
from catalogue.programme.refusals import MeetingMarked
from catalogue.programme.refused import Reason
from catalogue.programme.tables import Event, Session
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW, VILNIUS, kept

WEEK, HOUR = timedelta(days=7), timedelta(hours=1)


def _plan(*starts: tuple[int, float]) -> Plan:
    """Meetings by number, so many days from now."""
    return {
        "sessions": [
            {
                "id": number,
                "start": (NOW + timedelta(days=days)).isoformat(),
                "end": (NOW + timedelta(days=days, hours=1)).isoformat(),
                "city": "",
                "place": "",
                "join_url": "",
            }
            for number, days in starts
        ]
    }


@pytest.mark.parametrize(
    ("after", "marked", "is_lost"),
    [
        (((1, 0), (2, 7)), {1, 2}, False),
        (((2, 7),), {1}, True),
        (((2, 7),), {2}, False),
        (((1, 0.1), (2, 7)), {1}, False),
        (((1, 3), (2, 7)), {1}, True),
        (((1, 3), (2, 7)), set(), False),
    ],
)
def test_what_would_be_lost(after: Any, marked: set[int], *, is_lost: bool) -> None:
    """One that is taken out, or put on another day; a slip in the hour may be mended."""
    assert (lost(_plan((1, 0), (2, 7)), _plan(*after), marked) is not None) is is_lost


async def _marked(session: Any) -> Event:
    """Of two meetings the first has a mark."""
    meetings = [Session(starts_at=NOW + n * WEEK, ends_at=NOW + n * WEEK + HOUR) for n in (0, 1)]
    event = await an_open_event(session, starts=NOW, sessions=meetings)
    own, _ = await registered(session, event)
    row = Attendance(registration_id=own.id, session_id=event.sessions[0].id, marked_at=NOW,
                     presence=Presence.PRESENT, source=Source.LIST)  # fmt: skip
    await kept(session, row)
    return event


async def test_editing(database: Database) -> None:
    """It is refused with the day of the meeting; the other one may be taken out."""

    async def work(session: Any) -> None:
        event = await _marked(session)
        first, second = as_drafts(event)
        with pytest.raises(MeetingMarked) as refusal:
            await save(session, event, Edits(sessions=(second,)), now=NOW, zone=VILNIUS)
        assert refusal.value.starts_at == NOW
        await save(session, event, Edits(sessions=(first,)), now=NOW, zone=VILNIUS)
        assert [one.starts_at for one in event.sessions] == [NOW]
        assert await marked_meetings(session, [event.id]) == {event.id: {event.sessions[0].id}}

    await database.write(work)


async def test_files(database: Database) -> None:
    """A file that has the meeting no more is refused with its row, when looked at and taken in."""

    async def work(session: Any) -> None:
        event = await _marked(session)
        now_is = state_of(event)
        whole: EventDraft = draft_of(json.loads(now_is)["draft"])
        without = replace(whole, row=7, sessions=whole.sessions[1:])
        done, reach = Comparison(), Reach(realm=EVERYWHERE, founds=False)
        without = replace(without, organiser=event.centre.name)
        await compare(session, done, [text_of(without)], reach, now=NOW)
        assert ([one.reason for one in done.refused], done.rows) == ([Reason.MEETING_MARKED], [])
        report = await take_in(session, [without], now=NOW)
        assert [(one.row, one.reason) for one in report.refused] == [(7, Reason.MEETING_MARKED)]
        assert len(event.sessions) == 2
        marked = {event.sessions[0].id}
        assert not loses_by(event, now_is, marked)

    await database.write(work)
