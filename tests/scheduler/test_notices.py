from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.programme.tables import Change
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State
from scheduler.notices import AT_ONCE, notices
from scheduler.outbox import Outgoing, Priority
from tests.factories import NOW, a_person, an_event, kept
from tests.scheduler.watching import a_watch

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NIGHT = NOW.replace(hour=23)
MORNING = (NOW + DAY).replace(hour=7, minute=30)


async def note(
    database: Database, kind: NoticeKind, *, starts: datetime = NOW + 10 * DAY, count: int = 1,
    moved_from: datetime | None = None, **person: Any,
) -> None:  # fmt: skip
    """To so many people in one event."""

    async def work(session: Any) -> None:
        event, people = an_event(starts=starts), [a_person(**person) for _ in range(count)]
        await kept(session, event, *people)
        change = None
        if moved_from is not None:
            change = Change(
                event_id=event.id, made_at=NOW, before=_plan(moved_from), after=_plan(starts)
            )
            await kept(session, change)
        own = [
            Registration(event_id=event.id, person_id=one.id, state=State.CONFIRMED,
                         ticket=ticket, joined_at=NOW, changed_at=NOW)
            for ticket, one in enumerate(people)
        ]  # fmt: skip
        await kept(session, *own)
        change_id = change.id if change else None
        await kept(
            session,
            *(Notice(registration_id=one.id, kind=kind, made_at=NOW, change_id=change_id)
              for one in own),
        )  # fmt: skip

    await database.write(work)


def _plan(start: datetime) -> dict[str, Any]:
    meeting = {"start": start.isoformat(), "end": (start + 2 * HOUR).isoformat()}
    return {"sessions": [meeting]}


async def rows(database: Database) -> list[Outgoing]:
    async def look(session: Any) -> list[Outgoing]:
        return list(await session.scalars(select(Outgoing).order_by(Outgoing.id)))

    return await database.read(look)


async def test_each_notice_goes_into_the_outbox_once(database: Database) -> None:
    """However often the clock looks, and also where there are more than it takes at a time; nobody
    is written to who was forgotten.
    """
    await note(database, NoticeKind.MOVED_UP, count=AT_ONCE + 3, language="en")
    await note(database, NoticeKind.MOVED_UP, telegram_id=None)
    tick = notices(a_watch(database))
    for _ in range(2):
        await tick.work(NOW)
    found = await rows(database)
    assert len(found) == AT_ONCE + 3
    assert {(one.recipe_kind, one.recipe_language, one.priority) for one in found} == {
        ("moved_up", "en", Priority.URGENT)
    }
    assert found[0].key == f"notice:{found[0].recipe_key}"

    async def unplanned(session: Any) -> list[int]:
        return list(await session.scalars(select(Notice.id).where(Notice.planned_at.is_(None))))

    assert await database.read(unplanned) == []


@pytest.mark.parametrize(
    ("kind", "at", "facts", "not_before"),
    [
        (NoticeKind.CHANGED, NOW, {}, None),
        (NoticeKind.CHANGED, NIGHT, {}, MORNING),
        (NoticeKind.CHANGED, NIGHT, {"moved_from": NIGHT + 8 * HOUR}, None),
        (NoticeKind.CHANGED, NIGHT, {"starts": NIGHT + 8 * HOUR, "moved_from": MORNING}, None),
        (NoticeKind.CANCELLED, NIGHT, {"starts": MORNING - HOUR}, None),
        (NoticeKind.CANCELLED, NIGHT, {"starts": MORNING}, MORNING),
        (NoticeKind.MOVED_UP, NIGHT, {"starts": MORNING - HOUR}, None),
        (NoticeKind.OFFERED, NIGHT, {"starts": MORNING - HOUR}, MORNING),
        (NoticeKind.OFFER_OVER, NIGHT, {}, MORNING),
        (NoticeKind.OFFERED, NIGHT, {"quiet_from": 0, "quiet_until": 0}, None),
    ],
)
async def test_quiet_hours(
    database: Database, kind: NoticeKind, at: datetime, facts: dict[str, Any], not_before: Any
) -> None:
    """Kept, but for what is cancelled, moved or given and starts before they end."""
    await note(database, kind, **facts)
    await notices(a_watch(database)).work(at)
    (row,) = await rows(database)
    assert row.not_before == not_before


@pytest.mark.parametrize(
    ("kind", "facts", "expires"),
    [
        (NoticeKind.OFFERED, {}, NOW + 10 * DAY - 12 * HOUR),
        (NoticeKind.MOVED_UP, {}, NOW + 10 * DAY),
        (NoticeKind.CHANGED, {"moved_from": NOW + 12 * DAY}, NOW + 12 * DAY + 2 * HOUR),
    ],
)
async def test_what_is_too_late_is_not_said(
    database: Database, kind: NoticeKind, facts: dict[str, Any], expires: datetime
) -> None:
    """An offer after the cut-off, a seat after the start, a change when the event would be over."""
    await note(database, kind, **facts)
    await notices(a_watch(database)).work(NOW)
    assert [row.expires_at for row in await rows(database)] == [expires]
