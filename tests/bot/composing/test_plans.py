"""A plan and its changes, as things stand when the message goes out."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.plans import own_plans, plan_changes, plan_post, stretch_of
from bot.composing.why import why
from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.plans import following, rules
from catalogue.plans.stretches import around
from catalogue.plans.tables import PublishedPlan
from catalogue.programme.tables import Event, Status
from scheduler.outbox import Priority
from tests.bot.composing.test_digests import labels, making
from tests.bot.composing.test_why import sent
from tests.catalogue.plans.made_up import DECEMBER, MORNING, a_plan, publish
from tests.factories import NOW, VILNIUS, a_person, kept

World = tuple[AsyncSession, Person, Centre, Person, Event]


@pytest.fixture
async def world(sqlite_database: Database) -> AsyncIterator[World]:
    """A published December with one event, and Ona, who follows the centre."""
    async with AsyncSession(sqlite_database.engine, expire_on_commit=False) as session:
        centre, rasa, (event,) = await a_plan(session, "Vertinimas")
        ona = a_person(telegram_id=777)
        await kept(session, ona)
        await following.follow(session, ona, centre.id, now=NOW)
        yield session, ona, centre, rasa, event


async def test_the_post_has_the_plan_and_the_way_out(world: World) -> None:
    """In the follower's language; files, the whole plan, and one press to hear no more of it."""
    session, ona, *_ = world
    made = await plan_post(f"1:{ona.id}", making(session))
    assert made is not None
    assert made.payload["text"].startswith("<b>2026 m. gruodis: planas</b> · 1 renginys\n")
    assert labels(made) == ["Visas planas", "PDF", "Excel", "Kalendorius", "Nebesekti plano"]
    english = await plan_post(f"1:{ona.id}", making(session, "en"))
    assert english is not None
    assert "December 2026: plan" in english.payload["text"]


async def test_nothing_for_who_stopped_or_gets_a_newer_one(world: World) -> None:
    """Published once more before the first went out, it is said once."""
    session, ona, centre, rasa, _ = world
    newer = await publish(session, centre, rasa)
    assert await plan_post(f"1:{ona.id}", making(session)) is None
    assert await plan_post(f"{newer.id}:{ona.id}", making(session)) is not None
    await following.stop(session, ona, centre.id)
    assert await plan_post(f"{newer.id}:{ona.id}", making(session)) is None


async def test_the_changes_of_a_morning(world: World) -> None:
    """With the way to the month they are in; when they are no news any more, nothing."""
    session, ona, centre, _, event = world
    event.status = Status.CANCELLED
    await session.flush()
    news = await rules.note_changes(session, centre.id, due=MORNING, zone=VILNIUS, now=MORNING)
    assert news is not None
    made = await plan_changes(f"{ona.id}:{news.day}", making(session))
    assert made is not None
    assert made.payload["text"] == (
        "<b>Plano pakeitimai</b>\nŠvietimo centras\n\n"
        "<b>Atšaukta:</b> <s>gruodžio 2 d., tr 10:00 Vertinimas</s>"
    )
    rows = made.payload["reply_markup"]["inline_keyboard"]
    assert [row[0]["text"] for row in rows] == ["Visas planas", "Nebesekti plano"]
    assert rows[0][0]["callback_data"] == f"up:{centre.id}:2612:0:0:0"
    await following.stop(session, ona, centre.id)
    assert await plan_changes(f"{ona.id}:{news.day}", making(session)) is None


async def test_why_a_plan_came(world: World) -> None:
    """Because one follows it; it ends with one press."""
    session, ona, centre, _, _ = world
    assert await own_plans(making(session), ona.id, centre.id) == [centre]
    assert await own_plans(making(session), ona.id, 99) == []
    for key in (f"plan_post:1:{ona.id}", f"plan_changes:{ona.id}:2026-11-23"):
        await sent(session, key, priority=Priority.ANNOUNCEMENT)
        made = await why(str(ona.id), making(session))
        assert made is not None
        assert "Sekate planą" in made.payload["text"]
        assert labels(made) == ["Nebesekti plano", "Naujienos"]


def test_which_days_a_plan_is_of() -> None:
    """A month or a year, by its first and last day."""
    for stretch in (DECEMBER, around(DECEMBER.first, is_year=True)):
        plan = PublishedPlan(first_day=stretch.first, last_day=stretch.last)
        assert stretch_of(plan) == stretch
