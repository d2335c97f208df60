"""What the roof itself keeps: which updates were seen, and where each conversation stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base


class SeenUpdate(Base):
    """Telegram may deliver an update twice; the second finds its number here."""

    __tablename__ = "seen_updates"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    seen_at: Mapped[datetime]


class Conversation(Base):
    """The step of a form a person is in, and what they said so far."""

    __tablename__ = "conversations"

    telegram_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    state: Mapped[str | None]
    data: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


async def forget_old_updates(session: AsyncSession, before: datetime) -> None:
    await session.execute(delete(SeenUpdate).where(SeenUpdate.seen_at < before))


async def forget_conversation(session: AsyncSession, telegram_id: int) -> None:
    await session.flush()  # the turn may have changed the row a moment ago
    await session.execute(delete(Conversation).where(Conversation.telegram_id == telegram_id))
