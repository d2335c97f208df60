import json
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.queries import kept as everything_kept
from catalogue.people.tables import Person, Role, StaffMember
from catalogue.registrations import rules
from tests.factories import NOW, a_centre, a_person, an_event, kept


async def test_kept_tells_everything_in_plain_facts(database: Database) -> None:
    """Registrations with their event, an adjustment, the time as staff; ready to be a file."""

    async def make(session: AsyncSession) -> int:
        ona = a_person(telegram_id=7, name="Ona Petraitienė", language="en", client_language="lt")
        event = an_event(title_lt="Vertinimas", centre=a_centre(name="Centras"), starts=NOW)
        await kept(session, ona, event)
        member = StaffMember(person_id=ona.id, role=Role.COORDINATOR, since=NOW, centre_id=None)
        before = NOW.replace(day=1)
        joined = await rules.join(session, event_id=event.id, person=ona, now=before)
        joined.registration.access_need = "stambus šriftas"
        await kept(session, member)
        return ona.id

    async def look(session: AsyncSession) -> dict[str, Any]:
        return await everything_kept(session, person=await session.get_one(Person, number))

    number = await database.write(make)
    november = "2026-11-{:02}T08:00:00+00:00".format
    assert json.loads(json.dumps(await database.read(look))) == {
        "telegram_id": 7,
        "name": "Ona Petraitienė",
        "language": "en",
        "client_language": "lt",
        "met_at": november(22),
        "consented_at": november(22),
        "unreachable_since": None,
        "staff": [{"centre": "", "since": november(22)}],
        "invitations": [],
        "registrations": [
            {
                "title": "Vertinimas",
                "centre": "Centras",
                "starts_at": november(22),
                "state": "confirmed",
                "joined_at": november(1),
                "changed_at": november(1),
                "access_need": "stambus šriftas",
            }
        ],
    }


async def test_kept_of_a_stranger(database: Database) -> None:
    """One who only looked has a number and the day we met, and that is said plainly."""

    async def look(session: AsyncSession) -> dict[str, Any]:
        stranger = a_person(introduced=False)
        await kept(session, stranger)
        return await everything_kept(session, person=stranger)

    found = await database.write(look)
    assert (found["name"], found["consented_at"]) == ("", None)
    assert (found["staff"], found["registrations"]) == ([], [])
