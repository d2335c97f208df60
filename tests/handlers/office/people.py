"""Staff of every role, as they speak."""

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.people.tables import Lecturing, Person, Role, StaffMember
from catalogue.programme.tables import Event
from handlers.talk import Talk
from tests.factories import NOW, a_person, kept
from tests.handlers.talking import OWNER, a_talk


async def an_owner_of_the_house(session: AsyncSession) -> Talk:
    person = a_person(telegram_id=OWNER, name="Rasa Kazlauskienė")
    await kept(session, person)
    return a_talk(session, person)


async def employed(
    session: AsyncSession,
    role: Role,
    centre: Centre | None,
    *,
    name: str = "Rita Ritaitė",
    event: Event | None = None,
) -> Talk:
    """Somebody with the role; a lecturer at the event."""
    person = a_person(name=name)
    await kept(session, person)
    await kept(session, membership(person, role, centre))
    if event is not None:
        await kept(session, Lecturing(person_id=person.id, event_id=event.id))
    return a_talk(session, person)


def membership(person: Person, role: Role, centre: Centre | None) -> StaffMember:
    centre_id = centre.id if centre else None
    return StaffMember(person_id=person.id, role=role, since=NOW, centre_id=centre_id)
