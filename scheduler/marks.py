"""How far the clock has come with work that cannot be derived from what is due."""

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base


class Mark(Base):
    """A value under a name."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


async def mark(session: AsyncSession, name: str) -> str | None:
    row = await session.get(Mark, name)
    return row.value if row else None


async def set_mark(session: AsyncSession, name: str, value: str) -> None:
    await session.merge(Mark(name=name, value=value))
