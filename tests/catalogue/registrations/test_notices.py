from typing import Any

from catalogue.database import Database
from catalogue.registrations import rules
from catalogue.registrations.notices import has_noted, note
from catalogue.registrations.tables import Notice, NoticeKind
from tests.factories import NOW, a_person, an_event, kept


async def test_a_note_waits_for_the_clock(database: Database) -> None:
    """It is kept unplanned, and the transaction knows that there is something to tell."""

    async def work(session: Any) -> tuple[bool, bool, Notice]:
        event, person = an_event(), a_person()
        await kept(session, event, person)
        joined = await rules.join(session, event_id=event.id, person=person, now=NOW)
        before = has_noted(session)
        note(session, joined.registration, NoticeKind.MOVED_UP, now=NOW)
        await session.flush()
        return before, has_noted(session), await session.get_one(Notice, 1)

    before, after, notice = await database.write(work)
    assert (before, after) == (False, True)
    assert (notice.kind, notice.planned_at) == (NoticeKind.MOVED_UP, None)
