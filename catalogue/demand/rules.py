"""What staff decide about demand."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand.tables import SetAside


async def set_aside(session: AsyncSession, key: str, *, day: date) -> None:
    """What was wanted until that day is seen no more; what is wanted after it counts anew."""
    await session.merge(SetAside(key=key, since=day))
    await session.flush()
