"""The clock makes drafts, asks for days, notes the event, and ends wishes with the year."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.demand import gatherings, polls
from catalogue.demand.tables import Gathering, GatheringVoice
from catalogue.people.tables import Person, Role
from catalogue.programme.tables import Status
from catalogue.subscriptions.tables import Subscription, SubscriptionHit
from scheduler.gathering import (
    DRAFT_KIND,
    KIND,
    OVER_KIND,
    REMINDER_KIND,
    RESULT_KIND,
    gathering,
)
from tests.catalogue.demand.test_gatherings import DAYS, those_who_wait
from tests.factories import NOW, a_centre, a_person, an_event, kept
from tests.handlers.office.people import membership
from tests.scheduler.test_notices import rows
from tests.scheduler.watching import a_watch

YEAR_OVER = datetime.fromisoformat("2027-08-31T12:00:00+03:00")


async def looked(database: Database, *looks: datetime) -> list[tuple[str | None, int | None]]:
    """What went into the outbox, and to whom."""
    for now in looks:
        await gathering(a_watch(database)).work(now)
    return [(one.recipe_kind, one.chat_id) for one in await rows(database)]


async def test_from_wishes_to_the_event(sqlite_database: Database) -> None:
    """One draft told to its coordinator, one question each, the event noted; twice is as once."""

    async def fill(session: AsyncSession) -> list[int | None]:
        centre, rasa = a_centre(gather_at=5), a_person(telegram_id=1)
        await kept(session, centre, rasa)
        await kept(session, membership(rasa, Role.COORDINATOR, centre))
        return [one.telegram_id for one in await those_who_wait(session, 5)]

    async def offer(session: AsyncSession) -> None:
        await polls.offer(session, await gatherings.held(session, 1), DAYS, now=NOW)

    async def publish(session: AsyncSession) -> None:
        event = an_event(status=Status.PUBLISHED)
        await kept(session, event)
        (await gatherings.held(session, 1)).event_id = event.id

    async def noted(session: AsyncSession) -> tuple[int, Any]:
        hits = (await session.scalars(select(SubscriptionHit))).all()
        return len(hits), (await session.get_one(Gathering, 1)).told_at

    people = await sqlite_database.write(fill)
    again = NOW + timedelta(minutes=1)
    assert await looked(sqlite_database, NOW, again) == [(DRAFT_KIND, 1)]
    await sqlite_database.write(offer)
    found = await looked(sqlite_database, NOW, again)
    assert found[1:] == [(KIND, one) for one in people]
    await sqlite_database.write(offer)
    assert len(await looked(sqlite_database, again)) == 6
    await sqlite_database.write(publish)
    assert len(await looked(sqlite_database, again, again)) == 6
    assert await sqlite_database.read(noted) == (5, again)


async def test_a_question_not_answered(sqlite_database: Database) -> None:
    """Whoever is silent is reminded once, and then staff hear how it stands, once; and once more
    where they waited on.
    """

    async def fill(session: AsyncSession) -> int | None:
        centre, rasa = a_centre(gather_at=5), a_person(telegram_id=1)
        await kept(session, centre, rasa)
        await kept(session, membership(rasa, Role.COORDINATOR, centre))
        first, *_ = await those_who_wait(session, 5)
        return first.telegram_id

    async def offer(session: AsyncSession) -> None:
        await polls.offer(session, await gatherings.held(session, 1), DAYS, now=NOW)

    async def answered(session: AsyncSession) -> None:
        one = await gatherings.held(session, 1)
        (voice, *_) = await session.scalars(select(GatheringVoice))
        person = await session.get_one(Person, voice.person_id)
        await polls.answer(session, one, person, None, now=NOW)

    async def wait_on(session: AsyncSession) -> None:
        await polls.wait_on(session, await gatherings.held(session, 1), now=until)

    await sqlite_database.write(fill)
    await looked(sqlite_database, NOW)
    await sqlite_database.write(offer)
    await looked(sqlite_database, NOW)
    await sqlite_database.write(answered)
    until, hour = NOW + timedelta(days=5), timedelta(hours=1)
    found = await looked(sqlite_database, until - 25 * hour, until - 24 * hour, until - hour)
    assert [kind for kind, _ in found[6:]] == [REMINDER_KIND] * 4
    found = await looked(sqlite_database, until, until + hour)
    assert found[10:] == [(RESULT_KIND, 1)]
    await sqlite_database.write(wait_on)
    found = await looked(sqlite_database, until + hour, until + timedelta(days=3))
    assert found[11:] == [(RESULT_KIND, 1)]


async def test_the_year_ends_once(sqlite_database: Database) -> None:
    """A message each to who had wishes; not to who wishes after it, nor again when they go on."""

    async def open_again(session: AsyncSession) -> None:
        for one in await session.scalars(select(Subscription)):
            one.ended_at = None

    people = await sqlite_database.write(lambda session: those_who_wait(session, 2))
    expected = [(OVER_KIND, one.telegram_id) for one in people]
    before = YEAR_OVER - timedelta(hours=3)
    assert await looked(sqlite_database, before) == []
    assert await looked(sqlite_database, YEAR_OVER) == expected
    await sqlite_database.write(open_again)
    assert await looked(sqlite_database, YEAR_OVER + timedelta(hours=1)) == expected
