"""Whether we can still be heard by a person; who writes to us can (see `rules.meet`)."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person


async def mark_unreachable(session: AsyncSession, *, telegram_id: int, now: datetime) -> None:
    """Keeps the first moment; somebody we do not know is no error."""
    await session.execute(
        update(Person)
        .where(Person.telegram_id == telegram_id, Person.unreachable_since.is_(None))
        .values(unreachable_since=now)
    )
