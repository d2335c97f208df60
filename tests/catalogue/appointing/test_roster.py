from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.appointing import roster
from catalogue.appointing import rules as appointing
from catalogue.database import Database
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.people.tables import Lecturing, Person, Role, StaffMember
from tests.factories import NOW, a_centre, a_person, an_event, kept


def _at(person: Person, centre_id: int | None, role: Role, days: int = 0) -> StaffMember:
    since = NOW + timedelta(days=days)
    return StaffMember(person_id=person.id, centre_id=centre_id, role=role, since=since)


async def test_members_stand_centre_by_centre(database: Database) -> None:
    """Within one by role, those who have been there longest first; of one's own realm only."""

    async def work(session: AsyncSession) -> list[list[str]]:
        first, second = a_centre(name="Šiaulių centras"), a_centre(name="Kauno centras")
        people = [a_person(name=name) for name in ("Ona", "Jonas", "Rita", "Rasa")]
        await kept(session, first, second, *people)
        ona, jonas, rita, rasa = people
        await kept(
            session,
            _at(ona, first.id, Role.DOOR),
            _at(jonas, second.id, Role.COORDINATOR, days=1),
            _at(rita, second.id, Role.COORDINATOR),
            _at(rasa, second.id, Role.OWNER, days=2),
            _at(rasa, None, Role.OBSERVER),
        )
        realms = (EVERYWHERE, Realm(frozenset({first.id})), Realm())
        found = [await roster.members(session, realm) for realm in realms]
        return [[one.person.name for one in members] for members in found]

    assert await database.write(work) == [["Rasa", "Rasa", "Rita", "Jonas", "Ona"], ["Ona"], []]


async def test_links_are_listed_while_they_work(database: Database) -> None:
    """Neither a used one nor one that has expired nor another centre's; the last made first."""

    async def work(session: AsyncSession) -> list[Role]:
        rasa, ona, centre, other = a_person(), a_person(), a_centre(), a_centre()
        await kept(session, rasa, ona, centre, other)

        async def invite(role: Role, number: int, days: int = 0) -> str:
            made = NOW - timedelta(days=days)
            return await appointing.invite(session, by=rasa, role=role, centre_id=number, now=made)

        await invite(Role.COORDINATOR, centre.id)
        used = await invite(Role.OWNER, centre.id)
        await invite(Role.OWNER, centre.id, days=3)
        await invite(Role.OWNER, other.id)
        await session.flush()
        await invite(Role.DOOR, centre.id, days=2)
        await appointing.accept(session, secret=used, person=ona, now=NOW)
        found = await roster.unused(session, Realm(frozenset({centre.id})), now=NOW)
        return [one.invitation.role for one in found]

    assert await database.write(work) == [Role.DOOR, Role.COORDINATOR]


@pytest.mark.parametrize(
    ("role", "everywhere", "others", "is_last"),
    [
        (Role.OWNER, False, 0, True),
        (Role.OWNER, False, 1, False),
        (Role.OWNER, True, 0, False),
        (Role.COORDINATOR, False, 0, False),
    ],
)
async def test_who_is_the_last_owner(
    sqlite_database: Database, *, role: Role, everywhere: bool, others: int, is_last: bool
) -> None:
    """Of a centre; owners of another one do not count, and of all centres there is no last."""

    async def work(session: AsyncSession) -> bool:
        rasa, ona, centre, other = a_person(), a_person(), a_centre(), a_centre()
        await kept(session, rasa, ona, centre, other)
        member = _at(rasa, None if everywhere else centre.id, role)
        rows = [_at(ona, centre.id, Role.OWNER)] * others
        await kept(session, member, _at(ona, other.id, Role.OWNER), *rows)
        return await roster.is_last_owner(session, member)

    assert await sqlite_database.write(work) is is_last


async def test_lecturers_stand_by_name(database: Database) -> None:
    """Those of this event only."""

    async def work(session: AsyncSession) -> list[str]:
        event, other = an_event(), an_event()
        people = [a_person(name=name) for name in ("Rita", "Ona", "Jonas")]
        await kept(session, event, other, *people)
        for person, at in zip(people, (event, event, other), strict=True):
            await kept(session, Lecturing(person_id=person.id, event_id=at.id))
        return [one.name for one in await roster.lecturers(session, event)]

    assert await database.write(work) == ["Ona", "Rita"]
