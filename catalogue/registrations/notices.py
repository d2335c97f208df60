"""What people must be told of their registrations, kept in the transaction that decided it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.registrations.tables import Notice, NoticeKind, Registration

_NOTED = "noted"


def note(
    session: AsyncSession,
    registration: Registration,
    kind: NoticeKind,
    *,
    now: datetime,
    change_id: int | None = None,
) -> None:
    """The clock tells it; a turn that noted something wakes the clock."""
    session.add(
        Notice(registration_id=registration.id, kind=kind, made_at=now, change_id=change_id)
    )
    session.info[_NOTED] = True


def has_noted(session: AsyncSession) -> bool:
    """Whether this transaction has something that the clock need not be late with."""
    return _NOTED in session.info
