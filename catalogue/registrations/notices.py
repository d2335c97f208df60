"""What people must be told of their registrations, kept in the transaction that decided it."""

from datetime import datetime

from sqlalchemy import insert, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import wake_clock
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State


def note(
    session: AsyncSession, registration: Registration, kind: NoticeKind, *, now: datetime
) -> None:
    """The clock tells it; a turn that noted something wakes the clock."""
    session.add(Notice(registration_id=registration.id, kind=kind, made_at=now))
    wake_clock(session)


async def note_all(
    session: AsyncSession, *, event_id: int, change_id: int, kind: NoticeKind, now: datetime
) -> None:
    """The same for everybody who takes part in the event or waits for it, however many."""
    those = select(
        Registration.id,
        literal(kind, Notice.kind.type),
        literal(change_id),
        literal(now, Notice.made_at.type),
    ).where(Registration.event_id == event_id, Registration.state != State.CANCELLED)
    columns = ["registration_id", "kind", "change_id", "made_at"]
    await session.execute(insert(Notice).from_select(columns, those))
    wake_clock(session)
