"""Publishing a plan, and looking at it in the morning."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing.rules import Edits, save
from catalogue.editing.sessions import as_drafts
from catalogue.plans import rules
from catalogue.plans.entries import Kind, changes_of_json
from catalogue.plans.tables import PlannedEvent, PlanNews
from catalogue.programme.tables import Event, Status
from tests.catalogue.plans.made_up import DAY, MORNING, a_plan, publish
from tests.factories import NOW, VILNIUS, an_event, kept

HOUR = timedelta(hours=1)


async def news(session: AsyncSession, centre_id: int, at: datetime = MORNING) -> dict[str, Any]:
    """What is told then, by title."""
    await session.flush()
    due = rules.morning(at, VILNIUS)
    assert due is not None
    found = await rules.note_changes(session, centre_id, due=due, zone=VILNIUS, now=at)
    made = changes_of_json(found.changes) if found else ()
    return {one.entry.title_lt: one.kind for one in made}


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-11-23 07:59", None),
        ("2026-11-23 08:00", "2026-11-23 08:00"),
        ("2026-11-23 22:00", "2026-11-23 08:00"),
        ("2026-11-22 10:00", None),
        ("2026-12-25 10:00", None),
        ("2026-11-04 10:00", "2026-11-04 08:00"),
        ("2027-07-14 09:00", "2027-07-14 08:00"),
        ("2027-06-24 09:00", None),
    ],
)
def test_working_mornings(moment: str, due: str | None) -> None:
    """From eight on the wall, no weekend and no public holiday; pupils' holidays do not matter."""
    found = rules.morning(datetime.fromisoformat(moment).replace(tzinfo=VILNIUS), VILNIUS)
    assert found == (due and datetime.fromisoformat(due).replace(tzinfo=VILNIUS))


async def test_what_staff_did_since_is_told_once(session: AsyncSession) -> None:
    """Added, cancelled, moved and taken back; what was put right again or is of no matter is not;
    the morning after there is nothing left to tell.
    """
    titles = ("Perkeltas", "Atšauktas", "Juodraštis", "Tas pats", "Pabrangęs ir atpigęs", "Klaida")
    centre, _, events = await a_plan(session, *titles)
    moved, off, draft, _, dear, slip = events
    moved.starts_at = moved.sessions[0].starts_at = moved.starts_at + DAY
    off.status, draft.status = Status.CANCELLED, Status.DRAFT
    dear.price_eur = Decimal(30)
    await session.flush()
    dear.price_eur = None
    slip.title_lt = "Klaida ištaisyta"
    new = an_event(title_lt="Naujas", centre=centre, starts=NOW + 20 * DAY)
    later = an_event(title_lt="Sausio", centre=centre, starts=NOW + 50 * DAY)
    unseen = an_event(title_lt="Nematytas", centre=centre, status=Status.CANCELLED,
                      starts=NOW + 20 * DAY)  # fmt: skip
    await kept(session, new, later, unseen)
    assert await news(session, centre.id) == {
        "Perkeltas": Kind.CHANGED,
        "Atšauktas": Kind.CANCELLED,
        "Juodraštis": Kind.GONE,
        "Naujas": Kind.ADDED,
    }
    assert await news(session, centre.id, MORNING + HOUR) == {}
    assert await news(session, centre.id, MORNING + DAY) == {}
    told = await session.scalars(select(PlannedEvent.event_id))
    assert set(told) == {one.id for one in (moved, off, events[3], dear, slip, new)}


async def test_a_change_after_eight_waits_for_the_next_morning(session: AsyncSession) -> None:
    """And one that was undone by then says nothing at all."""
    centre, _, (event,) = await a_plan(session, "Vertinimas")
    assert await news(session, centre.id) == {}
    event.lecturer = "dr. Rita"
    assert await news(session, centre.id, MORNING + HOUR) == {}
    event.lecturer = ""
    assert await news(session, centre.id, MORNING + DAY) == {}
    event.lecturer = "dr. Rita"
    assert await news(session, centre.id, MORNING + 2 * DAY) == {"Vertinimas": Kind.CHANGED}


async def test_an_event_that_was_removed_is_told_of(session: AsyncSession) -> None:
    """It has left the programme; the plan still knows what it was."""
    centre, _, (event, _) = await a_plan(session, "Pašalintas", "Kitas")
    await session.delete(event)
    assert await news(session, centre.id) == {"Pašalintas": Kind.GONE}


async def test_moved_out_of_the_month_it_is_still_followed(session: AsyncSession) -> None:
    """Nobody has published January, yet who had it in December hears of it."""
    centre, _, (event,) = await a_plan(session, "Perkeltas")
    event.starts_at += 40 * DAY
    for field in ("starts_at", "ends_at"):
        setattr(event.sessions[0], field, getattr(event.sessions[0], field) + 40 * DAY)
    event.ends_at = event.sessions[0].ends_at
    assert await news(session, centre.id) == {"Perkeltas": Kind.CHANGED}
    event.city = "Vilnius"
    assert await news(session, centre.id, MORNING + DAY) == {"Perkeltas": Kind.CHANGED}


@pytest.mark.parametrize("moved_at", [NOW + 10 * DAY - 2 * HOUR, NOW + 10 * DAY + 6 * HOUR])
async def test_moved_on_its_own_day_it_is_not_new(
    session: AsyncSession, moved_at: datetime
) -> None:
    """Though the day that the plan last said is over by the morning; also when nobody came."""
    centre, _, (event,) = await a_plan(session, "Perkeltas")
    the_day = MORNING + 9 * DAY
    assert await news(session, centre.id, the_day) == {}
    edits = Edits(sessions=tuple(replace(one, starts_at=one.starts_at + 5 * DAY,
                                         ends_at=one.ends_at + 5 * DAY)
                                 for one in as_drafts(event)))  # fmt: skip
    await save(session, event, edits, now=moved_at, zone=VILNIUS)
    assert await news(session, centre.id, the_day + DAY) == {"Perkeltas": Kind.CHANGED}


async def test_published_again_says_what_is_so_now(session: AsyncSession) -> None:
    """What the new post shows is no news any more; what it does not show, a cancelling, is."""
    centre, rasa, (event, off) = await a_plan(session, "Vertinimas", "Atšauktas")
    event.lecturer, off.status = "dr. Rita", Status.CANCELLED
    await session.flush()
    await publish(session, centre, rasa, now=NOW + HOUR)
    assert await news(session, centre.id) == {"Atšauktas": Kind.CANCELLED}
    await publish(session, centre, rasa, now=MORNING + HOUR)
    assert list(await session.scalars(select(PlannedEvent.event_id))) == [event.id]


async def test_pressed_before_eight_and_done_after_it(session: AsyncSession) -> None:
    """The morning that was looked at while the press waited is not looked at once more."""
    centre, rasa, (event,) = await a_plan(session, "Vertinimas")
    event.lecturer = "dr. Rita"
    assert await news(session, centre.id) == {"Vertinimas": Kind.CHANGED}
    await publish(session, centre, rasa, now=MORNING - HOUR / 3600)
    event.lecturer = "dr. Ona"
    assert await news(session, centre.id, MORNING + HOUR / 3600) == {}
    assert await news(session, centre.id, MORNING + DAY) == {"Vertinimas": Kind.CHANGED}


async def test_who_is_due(session: AsyncSession) -> None:
    """A centre whose plan is not over and was not looked at since the morning."""
    centre, _, _ = await a_plan(session, "Vertinimas")
    today = MORNING.date()
    assert await rules.centres_due(session, due=MORNING, today=today) == [centre.id]
    await news(session, centre.id)
    assert await rules.centres_due(session, due=MORNING, today=today) == []
    long_after = datetime(2027, 1, 4, 8, tzinfo=VILNIUS)
    assert await rules.centres_due(session, due=long_after, today=long_after.date()) == []


async def test_a_plan_of_yesterday_is_nobodys_concern(session: AsyncSession) -> None:
    """A lecturer put right after the event changes the plan without a word."""
    centre, _, (event,) = await a_plan(session, "Vertinimas")
    event.lecturer = "dr. Rita"
    after = datetime(2026, 12, 7, 8, tzinfo=VILNIUS)
    assert await news(session, centre.id, after) == {}
    assert await session.scalar(select(PlanNews.id)) is None
    assert await session.get(Event, event.id) is event
