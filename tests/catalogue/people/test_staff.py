import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people import staff
from catalogue.people.refusals import InvitationSpent
from catalogue.people.rights import Right
from catalogue.people.tables import Invitation, Person, Role, StaffMember
from tests.factories import NOW, a_centre, a_person, kept

LAST_MOMENT = NOW + staff.INVITATION_LIVES - timedelta(microseconds=1)


async def _people(database: Database, count: int = 2) -> list[int]:
    async def make(session: AsyncSession) -> list[int]:
        made = [a_person(introduced=False) for _ in range(count)]
        await kept(session, *made)
        return [person.id for person in made]

    return await database.write(make)


async def _invite(database: Database, by: int, *, centre: bool = False) -> str:
    async def make(session: AsyncSession) -> str:
        owner = await session.get_one(Person, by)
        place = a_centre() if centre else None
        if place:
            await kept(session, place)
        return await staff.invite(
            session,
            by=owner,
            role=Role.COORDINATOR,
            centre_id=place.id if place else None,
            now=NOW,
        )

    return await database.write(make)


async def _accept(database: Database, secret: str, who: int, now: datetime = NOW) -> int:
    async def work(session: AsyncSession) -> int:
        person = await session.get_one(Person, who)
        return (await staff.accept(session, secret=secret, person=person, now=now)).id

    return await database.write(work)


async def _members(database: Database) -> list[int]:
    async def look(session: AsyncSession) -> list[int]:
        return [person.id for _, person in await staff.members(session)]

    return await database.read(look)


async def test_an_invitation_makes_staff(database: Database) -> None:
    """Of the centre it was made for, in the role it names, until the last moment."""
    owner, ona = await _people(database)
    member = await _accept(database, await _invite(database, owner, centre=True), ona, LAST_MOMENT)

    async def look(session: AsyncSession) -> tuple[bool, bool, StaffMember]:
        owner_row, ona_row = [await session.get_one(Person, each) for each in (owner, ona)]
        return (
            bool(await staff.rights_of(session, person=owner_row)),
            bool(await staff.rights_of(session, person=ona_row)),
            await session.get_one(StaffMember, member),
        )

    of_owner, of_ona, row = await database.read(look)
    assert (of_owner, of_ona) == (False, True)
    assert (row.role, row.since) == (Role.COORDINATOR, LAST_MOMENT)
    assert row.centre_id is not None


@pytest.mark.parametrize("late", [timedelta(0), timedelta(days=1)])
async def test_an_invitation_expires_at_its_moment(database: Database, late: timedelta) -> None:
    """Three days, and not an instant longer."""
    owner, ona = await _people(database)
    secret = await _invite(database, owner)
    with pytest.raises(InvitationSpent):
        await _accept(database, secret, ona, NOW + staff.INVITATION_LIVES + late)
    assert await _members(database) == []


async def test_an_invitation_works_once(database: Database) -> None:
    """Whoever gets the link second, or makes one up, is refused."""
    owner, ona, jonas = await _people(database, 3)
    secret = await _invite(database, owner)
    await _accept(database, secret, ona)
    for wrong in (secret, "", "made-up"):
        with pytest.raises(InvitationSpent):
            await _accept(database, wrong, jonas)
    assert await _members(database) == [ona]


async def test_the_same_person_may_press_twice(database: Database) -> None:
    """Also after the link has expired: they are staff, and nothing is said against it."""
    owner, ona = await _people(database)
    secret = await _invite(database, owner)
    first = await _accept(database, secret, ona)
    assert await _accept(database, secret, ona, NOW + timedelta(days=30)) == first
    assert await _members(database) == [ona]


async def test_a_second_link_makes_no_second_member(database: Database) -> None:
    """One who is staff already spends the link and stays what they are."""
    owner, ona, jonas = await _people(database, 3)
    first, second = await _invite(database, owner), await _invite(database, owner)
    member = await _accept(database, first, ona)
    assert await _accept(database, second, ona) == member
    with pytest.raises(InvitationSpent):
        await _accept(database, second, jonas)


async def test_who_was_let_go_cannot_use_the_old_link(database: Database) -> None:
    """A removal is not undone by pressing once more."""
    owner, ona = await _people(database)
    secret = await _invite(database, owner)
    member = await _accept(database, secret, ona)

    async def let_go(session: AsyncSession) -> None:
        await session.delete(await session.get_one(StaffMember, member))

    await database.write(let_go)
    with pytest.raises(InvitationSpent):
        await _accept(database, secret, ona)


async def test_two_at_once_and_one_is_staff(database: Database) -> None:
    """Ten follow one link in the same moment: exactly one gets in."""
    owner, *crowd = await _people(database, 11)
    secret = await _invite(database, owner)
    ends = await asyncio.gather(
        *(_accept(database, secret, who) for who in crowd), return_exceptions=True
    )
    assert sum(isinstance(end, InvitationSpent) for end in ends) == 9
    assert len(await _members(database)) == 1


async def test_no_secret_is_kept(database: Database) -> None:
    """Who reads the database cannot become staff by it, and no two links are alike."""
    (owner,) = await _people(database, 1)
    secrets = [await _invite(database, owner) for _ in range(2)]

    async def look(session: AsyncSession) -> str:
        return str((await session.execute(select(Invitation.__table__))).all())

    rows = await database.read(look)
    assert len(set(secrets)) == 2
    assert [secret for secret in secrets if secret in rows] == []
    assert all(len(f"st_{secret}") <= 64 for secret in secrets), "a deep link carries 64 letters"


async def test_members_stand_in_order_of_coming(database: Database) -> None:
    """Those who have been there longest first."""
    owner, ona, jonas = await _people(database, 3)
    first, second = await _invite(database, owner), await _invite(database, owner)
    await _accept(database, first, jonas, NOW)
    await _accept(database, second, ona, NOW + timedelta(hours=1))
    assert await _members(database) == [jonas, ona]


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
