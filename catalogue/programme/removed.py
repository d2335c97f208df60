"""Events that are no more: their numbers are never given to others."""

from sqlalchemy import event, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, Session, UOWTransaction, mapped_column

from catalogue.database import Base, RowId
from catalogue.programme.tables import Event


class RemovedEvent(Base):
    """The number of an event that is no more, and the revision from which on it is not."""

    __tablename__ = "removed_events"

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=False)
    revision: Mapped[int] = mapped_column(index=True)


async def first_free(session: AsyncSession) -> int | None:
    """The number for the next event, where the database would give one a second time."""
    return await session.run_sync(_first_free)


def _first_free(session: Session) -> int | None:
    """SQLite gives the number of the last row again once that row is gone, and a button in an old
    message would open another event.
    """
    if session.get_bind().dialect.name != "sqlite":
        return None
    with session.no_autoflush:
        removed = session.scalar(select(func.max(RemovedEvent.id))) or 0
        last = session.scalar(select(func.max(Event.id))) or 0
    return removed + 1 if removed > last else None


@event.listens_for(Session, "before_flush")
def _number(session: Session, _context: UOWTransaction, _instances: object) -> None:
    new = [one for one in session.new if isinstance(one, Event) and one.id is None]
    if new and (first := _first_free(session)) is not None:
        for number, one in enumerate(new, start=first):
            one.id = number
