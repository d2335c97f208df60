from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from catalogue.database import Database
from catalogue.editing.changes import difference, meetings, note_change, plan_of
from catalogue.programme.tables import Change, Event, Mode, Session, Status
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State
from tests.catalogue.editing.test_importing import ROW, SECOND, imported, registered
from tests.factories import NOW, an_event, kept

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MOVED = {**ROW, "start": "2026-12-08 10:00", "end": "2026-12-08 12:00"}


def a_plan(*days: int, **facts: Any) -> dict[str, Any]:
    """A meeting of two hours on each of these days from now, known by its day."""
    made = [
        Session(id=day, starts_at=NOW + day * DAY, ends_at=NOW + day * DAY + 2 * HOUR,
                city="Kaunas", place="Salė", join_url="")
        for day in days
    ]  # fmt: skip
    status, mode = facts.get("status", Status.PUBLISHED), facts.get("mode", Mode.ONSITE)
    event = Event(sessions=made, status=status, mode=mode)
    return plan_of(event)


def other(plan: dict[str, Any], day: int, **facts: Any) -> dict[str, Any]:
    """The same plan, with one meeting changed."""
    made = [{**one, **facts} if one["id"] == day else one for one in plan["sessions"]]
    return {**plan, "sessions": made}


PLAN = a_plan(3, 10)
LATER = (NOW + 4 * DAY).isoformat()


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (PLAN, PLAN, None),
        (PLAN, other(PLAN, 10, place="Kita"), NoticeKind.CHANGED),
        (PLAN, other(PLAN, 10, city="Alytus"), NoticeKind.CHANGED),
        (PLAN, other(PLAN, 3, join_url="https://a.lt"), NoticeKind.CHANGED),
        (PLAN, other(PLAN, 3, start=LATER), NoticeKind.CHANGED),
        (PLAN, other(PLAN, 3, end=LATER), NoticeKind.CHANGED),
        (PLAN, a_plan(3), NoticeKind.CHANGED),
        (PLAN, a_plan(3, 10, 12), NoticeKind.CHANGED),
        (PLAN, a_plan(3, 10, mode=Mode.ONLINE), NoticeKind.CHANGED),
        (PLAN, a_plan(3, 10, status=Status.CANCELLED), NoticeKind.CANCELLED),
        (a_plan(3, 10, status=Status.CANCELLED), PLAN, NoticeKind.REOPENED),
        (a_plan(3, status=Status.CANCELLED), a_plan(4, status=Status.CANCELLED), None),
        (a_plan(-3), a_plan(-3, status=Status.CANCELLED), None),
        (a_plan(-3, 3), other(a_plan(-3, 3), -3, place="Kita"), None),
        (a_plan(-3), other(a_plan(-3), -3, start=LATER, end=LATER), NoticeKind.CHANGED),
    ],
)
def test_difference(before: dict[str, Any], after: dict[str, Any], kind: NoticeKind | None) -> None:
    """Time, place, link and way of coming meetings count; what is over does not."""
    assert difference(before, after, now=NOW).kind is kind


def test_difference_tells_what_of_which_meeting() -> None:
    """One meeting of a course moved, one fell out and one is new; the unchanged one is not told."""
    plan = a_plan(3, 10, 17)
    after = other(a_plan(3, 10, 24), 10, place="Kita")
    steps = difference(plan, after, now=NOW).steps
    told = [
        (step.before and step.before.id, step.after and step.after.id, step.has_other_place)
        for step in steps
    ]
    assert told == [(10, 10, True), (None, 24, False), (17, None, False)]
    assert [meeting.id for meeting in meetings(plan)] == [3, 10, 17]


async def told(database: Database) -> list[tuple[NoticeKind, int]]:
    """Kind and ticket of what was noted, the oldest first."""

    async def look(session: Any) -> list[tuple[NoticeKind, int]]:
        rows = await session.execute(
            select(Notice.kind, Registration.ticket)
            .join(Registration, Registration.id == Notice.registration_id)
            .where(Notice.change_id.is_not(None))
            .order_by(Notice.change_id, Registration.ticket)
        )
        return [(kind, ticket) for kind, ticket in rows]

    return await database.read(look)


async def test_everybody_in_it_is_noted(database: Database, now: Any) -> None:
    """Who takes part and who waits, not who left; reminders are looked at anew."""
    await imported(database, now, ROW)
    await registered(database, now, State.CONFIRMED, State.WAITING, State.CANCELLED)
    await imported(database, now, {**ROW, "price_eur": 7, "title_lt": "Muzika visiems"})
    assert await told(database) == []
    await imported(database, now, MOVED)
    assert await told(database) == [(NoticeKind.CHANGED, 1), (NoticeKind.CHANGED, 2)]

    async def look(session: Any) -> list[Any]:
        rows = await session.scalars(select(Registration).order_by(Registration.ticket))
        return [row.remind_at for row in rows]

    assert await database.read(look) == [now, None, None]


async def test_one_meeting_of_several(database: Database, now: Any) -> None:
    """Another room for the second evening is a change of the course; both plans are kept."""
    await imported(database, now, ROW, SECOND)
    await registered(database, now, State.CONFIRMED)
    await imported(database, now, ROW, {**SECOND, "place": "Biblioteka"})

    async def look(session: Any) -> list[list[str]]:
        (change,) = await session.scalars(select(Change))
        plans = (change.before, change.after)
        return [[meeting["place"] for meeting in plan["sessions"]] for plan in plans]

    assert await database.read(look) == [["Salė", "Salė"], ["Salė", "Biblioteka"]]


async def test_a_draft_is_told_when_it_is_published_again(database: Database, now: Any) -> None:
    """From the plan that people know, whatever was tried in between; nothing where all is as it
    was.
    """
    await imported(database, now, ROW)
    await registered(database, now, State.CONFIRMED)
    await imported(database, now, {**ROW, "status": "draft"})
    await imported(database, now, {**ROW, "status": "published"})
    assert await told(database) == []
    await imported(database, now, {**ROW, "status": "draft"})
    await imported(database, now, {**ROW, "status": "draft", "place": "Kita"})
    await imported(database, now, {**MOVED, "status": "draft", "place": "Kita"})
    assert await told(database) == []
    await imported(database, now, {**MOVED, "status": "published", "place": "Kita"})
    assert await told(database) == [(NoticeKind.CHANGED, 1)]

    async def last(session: Any) -> tuple[str, str]:
        change = (await session.scalars(select(Change).order_by(Change.id.desc()))).first()
        return change.before["sessions"][0]["place"], change.after["sessions"][0]["place"]

    assert await database.read(last) == ("Salė", "Kita")


async def test_reminders_survive_a_time_as_a_draft(database: Database, now: Any) -> None:
    """Looked at while nobody could see the event, they are looked at again when all can."""
    await imported(database, now, ROW)
    await registered(database, now, State.CONFIRMED)
    await imported(database, now, {**ROW, "status": "draft"})

    async def looked_at(session: Any) -> None:
        await session.execute(update(Registration).values(remind_at=None))

    await database.write(looked_at)
    await imported(database, now + HOUR, {**ROW, "status": "published"})

    async def look(session: Any) -> Any:
        return await session.scalar(select(Registration.remind_at))

    assert await database.read(look) == now + HOUR


async def test_first_published_and_the_cut_off_that_follows(database: Database) -> None:
    """The first time teachers can see it is kept; so long before the start stays so long."""

    async def work(session: Any) -> list[Any]:
        event = an_event(status=Status.DRAFT, offers_close=NOW + 9 * DAY)
        await kept(session, event)
        seen = []
        for hours in (1, 2):
            before = plan_of(event)
            event.status = Status.PUBLISHED
            event.starts_at += DAY
            event.sessions[0].starts_at += DAY
            event.sessions[0].ends_at += DAY
            await session.flush()
            await note_change(session, event, before, now=NOW + hours * HOUR)
            seen.append((event.published_at, event.offers_close))
        return seen

    assert await database.write(work) == [
        (NOW + HOUR, NOW + 10 * DAY), (NOW + HOUR, NOW + 11 * DAY)
    ]  # fmt: skip


async def test_an_import_says_when_it_published(database: Database, now: Any) -> None:
    """A new event at once, a draft when it is shown the first time."""
    report = await imported(database, now, ROW, {**ROW, "code": "B", "status": "draft"})
    assert [event.published_at for event in report.added] == [now, None]
    again = await imported(database, now + HOUR, {**ROW, "code": "B", "status": "published"})
    assert [one.event.published_at for one in again.changed] == [now + HOUR]
