"""What is decided about demand, and what is kept of a person in it."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.demand import polls, rules
from catalogue.demand.tables import SetAside
from tests.catalogue.demand.test_gatherings import gathered
from tests.factories import NOW


async def test_putting_aside_again_begins_anew(sqlite_database: Database) -> None:
    """The last day counts."""

    async def put(session: AsyncSession) -> Any:
        for day in (1, 20):
            await rules.set_aside(session, "=stresas", day=NOW.date().replace(day=day))
        return (await session.get_one(SetAside, "=stresas")).since.day

    assert await sqlite_database.write(put) == 20


async def test_what_was_put_aside_comes_back_as_it_was(sqlite_database: Database) -> None:
    """To where it had been put aside before, and then altogether."""

    async def back(session: AsyncSession) -> list[Any]:
        day = NOW.date()
        days = [
            await rules.set_aside(session, "=stresas", day=one)
            for one in (day - timedelta(days=3), day)
        ]
        one = await session.get_one(SetAside, "=stresas")
        await rules.take_back(session, one, days=days[1])
        earlier = (day - one.since).days
        await rules.take_back(session, one, days=days[0])
        return [*days, earlier, await session.get(SetAside, "=stresas")]

    assert await sqlite_database.write(back) == [0, 3, 3, None]


async def test_a_forgotten_person_has_said_no_day(sqlite_database: Database) -> None:
    """What one answered is found by oneself, and goes with oneself; others' answers stay."""

    async def forget(session: AsyncSession) -> list[Any]:
        one, people = await gathered(session)
        first, second = await polls.days_of(session, one)
        for person in people[:2]:
            await polls.answer(session, one, person, second.id, now=NOW)
        own = await rules.answered_by(session, people[0])
        assert [(each.id, days) for each, _, days in own] == [(one.id, [second])]
        await rules.forget(session, people[0])
        assert await rules.answered_by(session, people[0]) == []
        return [(await polls.counted(session, one)).suits[day.id] for day in (first, second)]

    assert await sqlite_database.write(forget) == [0, 1]
