from typing import Any

from sqlalchemy import select

from catalogue.database import Database, wakes_clock
from catalogue.programme.tables import Change
from catalogue.registrations import rules
from catalogue.registrations.notices import note, note_all
from catalogue.registrations.tables import Notice, NoticeKind, Registration
from tests.catalogue.registrations.test_queue import C, F, W, X, queued
from tests.factories import NOW, a_person, an_event, kept


async def test_a_note_waits_for_the_clock(database: Database) -> None:
    """It is kept unplanned, and the transaction knows that there is something to tell."""

    async def work(session: Any) -> tuple[bool, bool, Notice]:
        event, person = an_event(), a_person()
        await kept(session, event, person)
        joined = await rules.join(session, event_id=event.id, person=person, now=NOW)
        before = wakes_clock(session)
        note(session, joined.registration, NoticeKind.MOVED_UP, now=NOW)
        await session.flush()
        return before, wakes_clock(session), await session.get_one(Notice, 1)

    before, after, notice = await database.write(work)
    assert (before, after) == (False, True)
    assert (notice.kind, notice.planned_at) == (NoticeKind.MOVED_UP, None)


async def test_all_in_an_event_are_noted_at_once(database: Database) -> None:
    """Whoever takes part or waits, in one statement; not those who left, nor other events."""

    async def work(session: Any) -> tuple[list[tuple[int, int | None]], bool]:
        event, _ = await queued(session, [C, W, X, F], seats=2)
        await queued(session, [C])
        change = Change(event_id=event.id, made_at=NOW, before={}, after={})
        await kept(session, change)
        await note_all(
            session, event_id=event.id, change_id=change.id, kind=NoticeKind.CHANGED, now=NOW
        )
        rows = (await session.scalars(select(Notice).order_by(Notice.registration_id))).all()
        assert {(one.kind, one.made_at, one.planned_at) for one in rows} == {
            (NoticeKind.CHANGED, NOW, None)
        }
        tickets = [
            (await session.get_one(Registration, one.registration_id)).ticket for one in rows
        ]
        return [(ticket, one.change_id) for ticket, one in zip(tickets, rows, strict=True)], (
            wakes_clock(session)
        )

    found, is_noted = await database.write(work)
    assert [ticket for ticket, _ in found] == [1, 2, 4]
    assert is_noted
