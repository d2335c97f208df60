"""Events that are over, and what was noted of one person there."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from tests.factories import NOW, an_event, kept


async def attended(
    session: AsyncSession,
    person: Person,
    *,
    counts: float | None = 6,
    presence: Presence | None = Presence.PRESENT,
    partly: float | None = None,
    state: State = State.CONFIRMED,
    starts: datetime = NOW - timedelta(days=7),
    **facts: Any,
) -> Event:
    """An event of so many academic hours, and the person's mark there; without a presence none."""
    event = an_event(starts=starts, **facts)
    event.hours = counts
    await kept(session, event)
    await marked(session, event, person, presence=presence, partly=partly, state=state)
    return event


async def marked(
    session: AsyncSession,
    event: Event,
    person: Person,
    *,
    presence: Presence | None = Presence.PRESENT,
    partly: float | None = None,
    state: State = State.CONFIRMED,
) -> Registration:
    """Registered for it, and seen at its first meeting."""
    own = Registration(
        event_id=event.id,
        person_id=person.id,
        state=state,
        ticket=event.next_ticket,
        joined_at=NOW - timedelta(days=30),
        changed_at=NOW - timedelta(days=30),
    )
    event.next_ticket += 1
    await kept(session, own)
    if presence is not None:
        mark = Attendance(
            registration_id=own.id,
            session_id=event.sessions[0].id,
            presence=presence,
            hours=partly,
            source=Source.LIST,
            marked_at=NOW,
        )
        await kept(session, mark)
    return own
