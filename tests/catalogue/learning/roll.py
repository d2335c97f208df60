"""A meeting that has begun, and people who take part in its event."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from tests.factories import NOW, a_person, an_event, kept


async def an_open_event(session: AsyncSession, **facts: Any) -> Event:
    """It has begun ten minutes ago and lasts three hours."""
    plain: dict[str, Any] = {"starts": NOW - timedelta(minutes=10), "hours": 3}
    event = an_event(**plain | facts)
    await kept(session, event)
    return event


async def registered(
    session: AsyncSession, event: Event, state: State = State.CONFIRMED, **facts: Any
) -> tuple[Registration, Person]:
    person = a_person(**facts)
    await kept(session, person)
    own = Registration(
        event_id=event.id,
        person_id=person.id,
        state=state,
        ticket=event.next_ticket,
        joined_at=NOW - timedelta(days=3),
        changed_at=NOW - timedelta(days=3),
    )
    event.next_ticket += 1
    await kept(session, own)
    return own, person
