"""Writing into the journal, in the transaction of the deed itself."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.tables import Person
from catalogue.programme.tables import Event


def note(
    session: AsyncSession,
    deed: Deed,
    *,
    by: Person,
    now: datetime,
    centre_id: int | None = None,
    event: Event | None = None,
    about: Person | None = None,
    **facts: Any,
) -> None:
    """`facts` are JSON-able and tell of no person; an event brings its centre."""
    session.add(
        JournalEntry(
            made_at=now,
            person_id=by.id,
            deed=deed,
            centre_id=event.centre_id if event else centre_id,
            event_id=event.id if event else None,
            about_id=about.id if about else None,
            facts=facts,
        )
    )
