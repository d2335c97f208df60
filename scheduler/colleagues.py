"""Whom of the staff to tell what happens at an event."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.participants.nearing import is_coordinator
from catalogue.people.rights import Right
from catalogue.people.staff import owners, staff_of
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from scheduler.ticks import Watch


async def colleagues(session: AsyncSession, watch: Watch, event: Event) -> list[Person]:
    """Those who decide about its participants, and the owners of the house; each once, and only
    who has a chat with us.
    """
    house = await owners(session, watch.owner_ids)
    staff = await staff_of(session, centre_id=event.centre_id, right=Right.PARTICIPANTS)
    people = {one.id: one for one in (*staff, *house) if one.telegram_id is not None}
    return list(people.values())


async def coordinators(session: AsyncSession, watch: Watch, event: Event) -> Sequence[Person]:
    """The coordinators whom the programme names, else all who decide about its participants."""
    people = await colleagues(session, watch, event)
    return [one for one in people if is_coordinator(event, one.name)] or people
