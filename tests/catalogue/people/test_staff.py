from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people import staff
from catalogue.people.rights import EVERYWHERE, Right
from catalogue.people.tables import Role, StaffMember
from tests.factories import NOW, a_centre, a_person, kept


async def test_who_manages_the_events_of_a_centre(database: Database) -> None:
    """Its own staff and those of all centres, each once; nobody else."""

    async def work(session: AsyncSession) -> list[object]:
        centre, other = a_centre(), a_centre()
        people = [a_person() for _ in range(4)]
        await kept(session, centre, other, *people)
        places = [(0, centre.id), (0, None), (1, None), (2, other.id)]
        await kept(
            session,
            *(
                StaffMember(
                    person_id=people[n].id, centre_id=place, role=Role.COORDINATOR, since=NOW
                )
                for n, place in places
            ),
        )
        rights = [
            (await staff.realm(session, person=one, right=Right.PROGRAMME)).has(centre_id=centre.id)
            for one in people
        ]
        found = await staff.staff_of(session, centre_id=centre.id, right=Right.PROGRAMME)
        return [rights, found == people[:2]]

    assert await database.write(work) == [[True, True, False, False], True]


async def test_whose_events_a_member_speaks_of(database: Database) -> None:
    """Of the centres where they are staff; who is staff of all speaks of all."""

    async def work(session: AsyncSession) -> list[object]:
        ona, rasa, centre = a_person(), a_person(), a_centre()
        await kept(session, ona, rasa, centre)
        for person, number in ((ona, centre.id), (rasa, centre.id), (rasa, None)):
            member = StaffMember(
                person_id=person.id, role=Role.COORDINATOR, since=NOW, centre_id=number
            )
            await kept(session, member)
        spoken = [
            await staff.realm(session, person=one, right=Right.ANNOUNCE) for one in (ona, rasa)
        ]
        return [*(one.centres for one in spoken), centre.id]

    own, every, number = await database.write(work)
    assert (own, every) == (frozenset({number}), None)


async def test_owners_of_the_house_have_every_right_everywhere(database: Database) -> None:
    """Whoever stands in the settings, without any role; nobody else."""

    async def work(session: AsyncSession) -> list[bool]:
        ona, rasa, forgotten = a_person(), a_person(), a_person()
        forgotten.telegram_id = None
        await kept(session, ona, rasa, forgotten)
        owners = [ona.telegram_id or 0]
        return [
            await staff.realm(session, person=one, right=Right.APPOINT, owner_ids=owners)
            == EVERYWHERE
            for one in (ona, rasa, forgotten)
        ]

    assert await database.write(work) == [True, False, False]


async def test_owners_of_the_house_as_people(sqlite_database: Database) -> None:
    """Whoever of them has ever written to us."""

    async def work(session: AsyncSession) -> list[bool]:
        rasa, ona = a_person(telegram_id=777), a_person()
        await kept(session, rasa, ona)
        return [await staff.owners(session, ids) == found for ids, found in (
            ({777, 778}, [rasa]), (frozenset[int](), []))]  # fmt: skip

    assert await sqlite_database.write(work) == [True, True]
