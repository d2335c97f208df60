import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.appointing import roster
from catalogue.appointing import rules as appointing
from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people import staff
from catalogue.people.refusals import InvitationSpent, OwnInvitation
from catalogue.people.rights import EVERYWHERE, Right
from catalogue.people.tables import Invitation, Person, Role, StaffMember
from catalogue.programme.tables import Event
from tests.factories import NOW, a_centre, a_person, an_event, kept

LAST_MOMENT = NOW + appointing.INVITATION_LIVES - timedelta(microseconds=1)


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
        return await appointing.invite(
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
        await appointing.accept(session, secret=secret, person=person, now=now)
        member = select(StaffMember.id).where(StaffMember.person_id == who)
        return await session.scalar(member) or 0

    return await database.write(work)


async def _members(database: Database) -> list[int]:
    async def look(session: AsyncSession) -> list[int]:
        return [one.person.id for one in await roster.members(session, EVERYWHERE)]

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
        await _accept(database, secret, ona, NOW + appointing.INVITATION_LIVES + late)
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


async def test_nobody_raises_themselves(database: Database) -> None:
    """Whoever made a link cannot follow it, and the link goes on waiting for a colleague."""
    owner, ona = await _people(database)
    secret = await _invite(database, owner)
    with pytest.raises(OwnInvitation):
        await _accept(database, secret, owner)
    await _accept(database, secret, ona)
    assert await _members(database) == [ona]


async def _lecture(session: AsyncSession, by: Person, person: Person, event: Event) -> None:
    secret = await appointing.invite(
        session, by=by, role=Role.LECTURER, centre_id=event.centre_id, event=event, now=NOW
    )
    await appointing.accept(session, secret=secret, person=person, now=NOW)


async def _rolls(session: AsyncSession, person: Person) -> frozenset[int]:
    return (await staff.realm(session, person=person, right=Right.ROLL)).events


async def test_a_lecturer_has_events_until_the_last_is_taken(database: Database) -> None:
    """One membership for all events of a centre; another centre's is its own."""

    async def work(session: AsyncSession) -> list[Any]:
        rasa, ona, first = a_person(), a_person(), an_event()
        second, elsewhere = an_event(centre=first.centre), an_event()
        events = first, second, elsewhere
        await kept(session, rasa, ona, *events)
        for event in events:
            await _lecture(session, rasa, ona, event)
        seen: list[Any] = [
            [(one.centre == first.centre, one.events) for one in await _all(session)],
            await _rolls(session, ona) == {event.id for event in events},
        ]
        await appointing.end_lecturing(session, first, ona, by=rasa, now=NOW)
        await appointing.end_lecturing(session, first, ona, by=rasa, now=NOW)
        seen += [len(await _all(session)), await _rolls(session, ona) == {second.id, elsewhere.id}]
        await appointing.end_lecturing(session, second, ona, by=rasa, now=NOW)
        seen += [len(await _all(session)), await _rolls(session, ona) == {elsewhere.id}]
        return seen

    seen = await database.write(work)
    assert sorted(seen[0]) == [(False, 1), (True, 2)]
    assert seen[1:] == [True, 2, True, 1, True]


async def _all(session: AsyncSession) -> list[roster.Member]:
    return await roster.members(session, EVERYWHERE)


async def test_with_a_lecturer_go_their_events_there(database: Database) -> None:
    """Those of another centre stay theirs."""

    async def work(session: AsyncSession) -> list[object]:
        rasa, ona, here, there = a_person(), a_person(), an_event(), an_event()
        await kept(session, rasa, ona, here, there)
        for event in (here, there):
            await _lecture(session, rasa, ona, event)
        member = next(one.row for one in await _all(session) if one.centre == here.centre)
        await appointing.let_go(session, member, by=rasa, now=NOW)
        return [await _rolls(session, ona) == {there.id}, len(await _all(session))]

    assert await database.write(work) == [True, 1]


async def test_who_was_let_go_leaves_no_links_behind(database: Database) -> None:
    """Neither they nor a friend of theirs comes back by one; what another role still allows
    stays good.
    """

    async def work(session: AsyncSession) -> list[Role]:
        rasa, rita, event = a_person(), a_person(), an_event()
        await kept(session, rasa, rita, event)
        centre = event.centre_id
        owner = StaffMember(person_id=rita.id, centre_id=centre, role=Role.OWNER, since=NOW)
        other = StaffMember(person_id=rita.id, centre_id=centre, role=Role.COORDINATOR, since=NOW)
        await kept(session, owner, other)
        for role in (Role.OWNER, Role.LECTURER):
            at = event if role is Role.LECTURER else None
            await appointing.invite(
                session, by=rita, role=role, centre_id=centre, event=at, now=NOW
            )
        await session.flush()
        await appointing.let_go(session, owner, by=rasa, now=NOW)
        links = await roster.unused(session, EVERYWHERE, now=NOW)
        return [one.invitation.role for one in links]

    assert await database.write(work) == [Role.LECTURER]


@pytest.mark.parametrize(("stays", "state"), [(False, "stopped"), (True, "scheduled")])
async def test_who_was_let_go_speaks_to_nobody_any_more(
    sqlite_database: Database, *, stays: bool, state: str
) -> None:
    """What they had confirmed and has not gone out stops, unless another role still allows it."""

    async def work(session: AsyncSession) -> str:
        rasa, rita, centre = a_person(), a_person(), a_centre()
        await kept(session, rasa, rita, centre)
        roles = [Role.COORDINATOR, Role.OWNER] if stays else [Role.COORDINATOR]
        for role in roles:
            await kept(
                session,
                StaffMember(person_id=rita.id, centre_id=centre.id, role=role, since=NOW),
            )
        scheduled = AnnouncementState.SCHEDULED
        written = Announcement(author_id=rita.id, state=scheduled, text="Sveiki", created_at=NOW)
        await kept(session, written)
        member = next(one for one in await _all(session) if one.row.role is Role.COORDINATOR)
        await appointing.let_go(session, member.row, by=rasa, now=NOW)
        return written.state.value

    assert await sqlite_database.write(work) == state


async def test_appointing_is_noted(database: Database) -> None:
    """Each step by whoever took it, with whom it was about."""

    async def work(session: AsyncSession) -> tuple[object, object]:
        rasa, ona, event = a_person(), a_person(), an_event()
        await kept(session, rasa, ona, event)
        await _lecture(session, rasa, ona, event)
        secret = await appointing.invite(
            session, by=rasa, role=Role.DOOR, centre_id=event.centre_id, now=NOW
        )
        await session.flush()
        (link,) = await roster.unused(session, EVERYWHERE, now=NOW)
        await appointing.withdraw(session, link.invitation, by=rasa, now=NOW)
        with pytest.raises(InvitationSpent):
            await appointing.accept(session, secret=secret, person=ona, now=NOW)
        (member,) = await _all(session)
        await appointing.let_go(session, member.row, by=rasa, now=NOW)
        made = await session.scalars(select(JournalEntry).order_by(JournalEntry.id))
        rows = [
            (one.deed, one.person_id, one.about_id, one.event_id is None, one.facts["role"])
            for one in made
        ]
        r, o = rasa.id, ona.id
        return rows, [
            (Deed.INVITED, r, None, False, "lecturer"),
            (Deed.BECAME_STAFF, o, r, False, "lecturer"),
            (Deed.INVITED, r, None, True, "door"),
            (Deed.INVITATION_WITHDRAWN, r, None, True, "door"),
            (Deed.LET_GO, r, o, True, "lecturer"),
        ]

    rows, wanted = await database.write(work)
    assert rows == wanted


async def test_who_is_forgotten_is_staff_nowhere(database: Database) -> None:
    """Their links are void, their lectures nobody's."""

    async def work(session: AsyncSession) -> list[object]:
        rasa, ona, event = a_person(), a_person(), an_event()
        await kept(session, rasa, ona, event)
        await _lecture(session, rasa, ona, event)
        await appointing.invite(session, by=ona, role=Role.DOOR, centre_id=event.centre_id, now=NOW)
        await appointing.forget(session, person=ona)
        return [
            await _all(session),
            await roster.lecturers(session, event),
            await roster.unused(session, EVERYWHERE, now=NOW),
        ]

    assert await database.write(work) == [[], [], []]


@pytest.mark.parametrize("role", Role)
def test_a_lecturer_is_invited_by_who_keeps_the_programme(role: Role) -> None:
    """And everyone else by who may appoint."""
    right = Right.PROGRAMME if role is Role.LECTURER else Right.APPOINT
    assert appointing.right_to_invite(role) is right
