from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.reach import mark_unreachable
from catalogue.people.tables import Person


async def test_first_moment_is_kept(database: Database, now: datetime) -> None:
    """Since when somebody cannot be reached is not forgotten; a stranger is no error."""

    async def unreachable(session: AsyncSession) -> datetime | None:
        return (await session.scalars(select(Person.unreachable_since))).one()

    async def blocked_twice(session: AsyncSession) -> None:
        session.add(Person(telegram_id=1, met_at=now))
        await session.flush()
        for telegram_id, hours in ((1, 0), (1, 1), (2, 0)):
            moment = now + timedelta(hours=hours)
            await mark_unreachable(session, telegram_id=telegram_id, now=moment)

    await database.write(blocked_twice)
    assert await database.read(unreachable) == now
