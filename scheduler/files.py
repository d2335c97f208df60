"""Files that a job has made, kept until they are sent and for a while after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import LargeBinary, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId
from scheduler.outbox import Message, Outgoing, Recipe

KEPT_FOR = timedelta(days=3)
KIND = "kept_file"


@dataclass(frozen=True, slots=True)
class File:
    name: str
    content: bytes


class KeptFile(Base):
    """`payload` is what goes with it: a caption, buttons. As a picture or as a document."""

    __tablename__ = "kept_files"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    name: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    is_picture: Mapped[bool]
    payload: Mapped[dict[str, Any]]
    made_at: Mapped[datetime]


async def keep(
    session: AsyncSession,
    file: File,
    *,
    chat_id: int,
    language: str,
    payload: Mapping[str, Any],
    now: datetime,
    is_picture: bool = False,
) -> Message:
    """The message that brings it."""
    kept = KeptFile(
        name=file.name,
        content=file.content,
        is_picture=is_picture,
        payload=dict(payload),
        made_at=now,
    )
    session.add(kept)
    await session.flush()
    key = f"{KIND}:{kept.id}"  # so that the outbox remembers for whom it was
    return Message(chat_id=chat_id, recipe=Recipe(KIND, str(kept.id), language), key=key)


async def forget(session: AsyncSession, *, chat_id: int) -> None:
    """Deletes what was made for a chat; before its messages are forgotten."""
    made = select(Outgoing.recipe_key).where(
        Outgoing.chat_id == chat_id, Outgoing.recipe_kind == KIND
    )
    numbers = [int(key) for key in await session.scalars(made) if key]
    await session.execute(delete(KeptFile).where(KeptFile.id.in_(numbers)))


async def prune(session: AsyncSession, *, now: datetime) -> None:
    """Whoever needs one later asks for it anew."""
    await session.execute(delete(KeptFile).where(KeptFile.made_at < now - KEPT_FOR))
