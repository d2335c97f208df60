"""What is kept of one who is staff."""

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.appointing.rules import invite
from catalogue.database import Database
from catalogue.people.tables import Lecturing, Person, Role, StaffMember
from catalogue.privacy.facts import Facts
from catalogue.privacy.staff import of_staff
from tests.factories import NOW, a_centre, a_person, an_event, kept

DAY, IN_THREE = "2026-11-22T08:00:00+00:00", "2026-11-25T08:00:00+00:00"


async def test_roles_and_deeds(database: Database) -> None:
    """Where and since when, what they lecture at, whom they invited, what the journal says."""

    async def make(session: AsyncSession) -> list[int]:
        ona, jonas = a_person(), a_person()
        event = an_event(title_lt="Vertinimas", centre=a_centre(name="Centras"), starts=NOW)
        await kept(session, ona, jonas, event)
        places = ((None, Role.COORDINATOR), (event.centre_id, Role.LECTURER))
        await kept(
            session,
            *(
                StaffMember(person_id=ona.id, role=role, since=NOW, centre_id=place)
                for place, role in places
            ),
            Lecturing(person_id=ona.id, event_id=event.id),
        )
        await invite(session, by=ona, role=Role.DOOR, centre_id=event.centre_id, now=NOW)
        return [ona.id, jonas.id]

    async def look(session: AsyncSession) -> list[Facts]:
        return [await of_staff(session, await session.get_one(Person, one)) for one in made]

    made = await database.write(make)
    own, others = await database.read(look)
    assert own == {
        "staff": [
            {"centre": "", "role": "coordinator", "since": DAY, "topics": []},
            {"centre": "Centras", "role": "lecturer", "since": DAY, "topics": []},
        ],
        "lectures": [{"title": "Vertinimas", "starts_at": DAY}],
        "invitations": [{"role": "door", "expires_at": IN_THREE, "used": False}],
        "deeds": [{"deed": "invited", "made_at": DAY, "own": True, "facts": {"role": "door"}}],
    }
    assert others == {"staff": [], "lectures": [], "invitations": [], "deeds": []}
