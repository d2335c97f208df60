"""Plans go out when they are published, and their changes on the next working morning."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.plans import following
from catalogue.plans.tables import PlanNews, PublishedPlan
from catalogue.programme.tables import Event
from scheduler.outbox import Outgoing, Priority, SendState
from scheduler.plans import plans
from tests.catalogue.plans.made_up import DAY, MORNING, a_plan
from tests.factories import NOW, a_person, kept
from tests.scheduler.watching import a_watch

HOUR = timedelta(hours=1)


class Desk:
    """The tick over a database, and what it has put into the outbox."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.restart()

    def restart(self) -> None:
        watch = a_watch(self.database)
        self._tick = plans(watch)

    async def look(self, now: datetime) -> dict[str, datetime]:
        """By key all that was ever put, with when it may go out."""
        await self._tick.work(now)
        return {row.key or "": row.not_before or now for row in await self.rows()}

    async def rows(self) -> list[Outgoing]:
        return await self.database.read(_rows)

    async def follower(self, **facts: Any) -> int:
        async def work(session: AsyncSession) -> int:
            person = a_person(**facts)
            await kept(session, person)
            await following.follow(session, person, None, now=NOW)
            return person.id

        return await self.database.write(work)

    async def published(self) -> int:
        """A December with one event."""

        async def work(session: AsyncSession) -> int:
            _, _, (event,) = await a_plan(session, "Vertinimas")
            return event.id

        return await self.database.write(work)

    async def changed(self, event: int, lecturer: str) -> None:
        async def work(session: AsyncSession) -> None:
            (await session.get_one(Event, event)).lecturer = lecturer

        await self.database.write(work)


async def _rows(session: AsyncSession) -> list[Outgoing]:
    return list(await session.scalars(select(Outgoing).order_by(Outgoing.id)))


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def test_a_plan_goes_to_its_followers_once(desk: Desk) -> None:
    """Also when the process died in the middle; not to those who follow nothing."""
    ona, _ = await desk.follower(), await desk.published()
    keys = [f"plan_post:1:{ona}"]
    assert list(await desk.look(NOW)) == keys

    async def as_if_cut_short(session: AsyncSession) -> None:
        (await session.get_one(PublishedPlan, 1)).fed_at = None

    await desk.database.write(as_if_cut_short)
    desk.restart()
    later = await desk.follower()
    assert list(await desk.look(NOW + HOUR)) == [*keys, f"plan_post:1:{later}"]
    (row, _) = await desk.rows()
    assert (row.priority, row.recipe_kind, row.recipe_key) == (
        Priority.ANNOUNCEMENT, "plan_post", f"1:{ona}",
    )  # fmt: skip


async def test_changes_wait_for_the_morning_and_for_each_person(desk: Desk) -> None:
    """After eight, after quiet hours, under the ceiling; the morning after says nothing again."""
    event = await desk.published()
    ona = await desk.follower()
    sleeps = await desk.follower(quiet_from=21 * 60, quiet_until=10 * 60)
    full = await desk.follower(weekly_ceiling=1)
    never = await desk.follower(weekly_ceiling=0)
    await desk.look(NOW)
    await desk.database.write(_all_sent)
    await desk.changed(event, "dr. Rita")
    posts = {f"plan_post:1:{one}" for one in (ona, sleeps, full)}
    for early in (NOW + HOUR, MORNING - timedelta(minutes=1)):
        assert {*await desk.look(early)} == posts
    found = await desk.look(MORNING)
    due = {key: moment for key, moment in found.items() if key not in posts}
    assert due == {
        f"plan_changes:{ona}:2026-11-23": MORNING,
        f"plan_changes:{sleeps}:2026-11-23": MORNING + 2 * HOUR,
        f"plan_changes:{full}:2026-11-23": NOW + 7 * DAY,
    }
    desk.restart()
    for later in (MORNING + HOUR, MORNING + DAY):
        assert {*await desk.look(later)} == posts | {*due}
    await desk.changed(event, "")
    assert f"plan_changes:{ona}:2026-11-25" in await desk.look(MORNING + 2 * DAY)
    assert not any(str(never) in key.split(":") for key in found)


async def test_changed_and_changed_back_says_nothing(desk: Desk) -> None:
    """No row of news, and no message."""
    event, _ = await desk.published(), await desk.follower()
    posts = await desk.look(NOW)
    await desk.changed(event, "dr. Rita")
    await desk.changed(event, "")
    assert {*await desk.look(MORNING)} == {*posts}
    assert await desk.database.read(lambda session: session.scalar(select(PlanNews.id))) is None


async def test_what_was_missed_is_told_on_a_working_day(desk: Desk) -> None:
    """The bot was off on Friday and came back on Saturday: on Monday then."""
    event, ona = await desk.published(), await desk.follower()
    await desk.look(NOW)
    await desk.changed(event, "dr. Rita")
    saturday = MORNING + 5 * DAY
    assert len(await desk.look(saturday)) == 1
    assert f"plan_changes:{ona}:2026-11-30" in await desk.look(saturday + 2 * DAY + HOUR)
    person = await desk.database.read(lambda session: session.get(Person, ona))
    assert person is not None


async def _all_sent(session: AsyncSession) -> None:
    for row in await _rows(session):
        row.state, row.sent_at = SendState.SENT, NOW
