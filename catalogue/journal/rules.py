"""Writing into the journal, in the transaction of the deed itself."""

import enum
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.tables import Person
from catalogue.programme.tables import Event

#: Fields of an event that say nothing of a person and little enough to be told as they were.
TOLD = frozenset(
    {"code_as_written", "form", "mode", "city", "starts_at", "ends_at", "hours", "price_eur",
     "seats", "waiting_list", "registration_closes", "cancel_until", "status", "language",
     "certificate", "needs_approval", "offers_close"}
)  # fmt: skip


def note(
    session: AsyncSession,
    deed: Deed,
    *,
    by: Person | None,
    now: datetime,
    centre_id: int | None = None,
    event: Event | None = None,
    about: Person | None = None,
    **facts: Any,
) -> None:
    """`facts` are JSON-able and tell of no person; an event brings its centre. By nobody is what
    the house does by itself.
    """
    session.add(
        JournalEntry(
            made_at=now,
            person_id=by.id if by else None,
            deed=deed,
            centre_id=event.centre_id if event else centre_id,
            event_id=event.id if event else None,
            about_id=about.id if about else None,
            facts=facts,
        )
    )


def differences(fields: Iterable[tuple[str, object, object]]) -> dict[str, list[Any]]:
    """By the name of the field what was before and is after, JSON-able; nothing of what would tell
    of a person or fill the page.
    """
    return {
        name: [_plain(before), _plain(after)] if name in TOLD else []
        for name, before, after in fields
    }


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return value.isoformat()
        case Decimal():
            return str(value)
        case enum.Enum():
            return value.value
        case _:
            return value
