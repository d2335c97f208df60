"""Who was telephoned, since Telegram brings them nothing."""

from sqlalchemy import ColumnElement, and_, exists, func, not_
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed
from catalogue.registrations.decisions import Case
from catalogue.registrations.tables import Notice, Registration


def is_phoned() -> ColumnElement[bool]:
    """Of a registration in a query: until there is something new that the person must hear."""
    at = Registration.phoned_at
    newer = exists().where(Notice.registration_id == Registration.id, Notice.made_at > at)
    told = and_(at.is_not(None), at >= Registration.changed_at, not_(newer))
    return func.coalesce(told, False)


def tick(session: AsyncSession, case: Case, *, done: bool) -> None:
    """Telephoned, or not after all."""
    case.own.phoned_at = case.now if done else None
    deed = Deed.PHONED if done else Deed.NOT_PHONED
    journal.note(session, deed, by=case.by, now=case.now, event=case.event, about=case.person)
