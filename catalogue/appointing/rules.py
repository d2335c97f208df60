"""Appointing staff: one-time links, who follows them, and letting go."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements import rules as announcements
from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from catalogue.people import staff
from catalogue.people.one_time import hashed, new_secret
from catalogue.people.refusals import InvitationSpent, OwnInvitation
from catalogue.people.rights import Realm, Right
from catalogue.people.tables import Invitation, Lecturing, Person, Role, StaffMember
from catalogue.programme.tables import Event

INVITATION_LIVES = timedelta(days=3)


def right_to_invite(role: Role) -> Right:
    """Who lectures at an event is part of the programme; every other role is an appointment."""
    return Right.PROGRAMME if role is Role.LECTURER else Right.APPOINT


async def invite(
    session: AsyncSession,
    *,
    by: Person,
    role: Role,
    centre_id: int | None,
    now: datetime,
    event: Event | None = None,
) -> str:
    """The secret of a link that makes one person staff, once, within three days.

    `event` is what a lecturer is invited to.
    """
    secret = new_secret()
    session.add(
        Invitation(
            secret_hash=hashed(secret),
            role=role,
            centre_id=centre_id,
            event_id=event.id if event else None,
            invited_by=by.id,
            expires_at=now + INVITATION_LIVES,
        )
    )
    note(session, Deed.INVITED, by=by, now=now, centre_id=centre_id, event=event, role=role.value)
    return secret


async def accept(
    session: AsyncSession, *, secret: str, person: Person, now: datetime
) -> Invitation:
    """Raises InvitationSpent, OwnInvitation; the same person may press the same link again and
    stays staff.
    """
    invitation: Invitation | None = await session.scalar(
        select(Invitation).where(Invitation.secret_hash == hashed(secret)).with_for_update()
    )
    if invitation is None or invitation.used_by not in {None, person.id}:
        raise InvitationSpent
    own = await _membership(session, person, invitation)
    if invitation.used_by == person.id and own:
        return invitation
    if invitation.used_by or invitation.expires_at <= now:
        raise InvitationSpent
    if invitation.invited_by == person.id:
        raise OwnInvitation
    invitation.used_by = person.id
    if own is None:
        session.add(_member(invitation, person, now))
    if invitation.event_id is not None:
        await session.merge(Lecturing(person_id=person.id, event_id=invitation.event_id))
    await _note_coming(session, invitation, person, now)
    await session.flush()
    return invitation


async def withdraw(
    session: AsyncSession, invitation: Invitation, *, by: Person, now: datetime
) -> None:
    """Its link is void from now on."""
    note(
        session,
        Deed.INVITATION_WITHDRAWN,
        by=by,
        now=now,
        centre_id=invitation.centre_id,
        event=await _event_of(session, invitation),
        role=invitation.role.value,
    )
    await session.delete(invitation)
    await session.flush()


async def let_go(session: AsyncSession, member: StaffMember, *, by: Person, now: datetime) -> None:
    """With the role goes what only the role allowed: a lecturer's events there, links that nobody
    has followed yet, announcements that have not gone out.
    """
    person = await session.get_one(Person, member.person_id)
    note(
        session,
        Deed.LET_GO,
        by=by,
        now=now,
        centre_id=member.centre_id,
        about=person,
        role=member.role.value,
    )
    if member.role is Role.LECTURER:
        await session.execute(
            delete(Lecturing).where(
                Lecturing.person_id == person.id,
                Lecturing.event_id.in_(select(Event.id).where(Event.centre_id == member.centre_id)),
            )
        )
    await session.delete(member)
    await session.flush()
    await _end_what_they_may_not(session, person, now)


async def end_lecturing(
    session: AsyncSession, event: Event, person: Person, *, by: Person, now: datetime
) -> None:
    """At this one event; with the last event of the centre goes the role."""
    lecturing = await session.get(Lecturing, (person.id, event.id))
    if lecturing is None:
        return
    note(session, Deed.LET_GO, by=by, now=now, event=event, about=person, role=Role.LECTURER.value)
    await session.delete(lecturing)
    await session.flush()
    others = await session.scalar(
        select(func.count())
        .select_from(Lecturing)
        .join(Event, Event.id == Lecturing.event_id)
        .where(Lecturing.person_id == person.id, Event.centre_id == event.centre_id)
    )
    if not others:
        await session.execute(
            delete(StaffMember).where(
                StaffMember.person_id == person.id,
                StaffMember.centre_id == event.centre_id,
                StaffMember.role == Role.LECTURER,
            )
        )


async def forget(session: AsyncSession, *, person: Person) -> None:
    """They are staff nowhere any more, and nobody becomes staff by their word."""
    for table in (StaffMember, Lecturing):
        await session.execute(delete(table).where(table.person_id == person.id))
    await session.execute(
        delete(Invitation).where(Invitation.invited_by == person.id, Invitation.used_by.is_(None))
    )


def _member(invitation: Invitation, person: Person, now: datetime) -> StaffMember:
    return StaffMember(
        person_id=person.id, centre_id=invitation.centre_id, role=invitation.role, since=now
    )


async def _note_coming(
    session: AsyncSession, invitation: Invitation, person: Person, now: datetime
) -> None:
    note(
        session,
        Deed.BECAME_STAFF,
        by=person,
        now=now,
        centre_id=invitation.centre_id,
        event=await _event_of(session, invitation),
        about=await session.get_one(Person, invitation.invited_by),
        role=invitation.role.value,
    )


async def _event_of(session: AsyncSession, invitation: Invitation) -> Event | None:
    return await session.get(Event, invitation.event_id) if invitation.event_id else None


async def _end_what_they_may_not(session: AsyncSession, person: Person, now: datetime) -> None:
    if Right.ANNOUNCE not in await staff.rights_of(session, person=person):
        for written in await announcements.steerable(session, person=person, realm=Realm()):
            announcements.stop(session, written, now=now)
    await _void(session, person)


async def _void(session: AsyncSession, person: Person) -> None:
    """The links that the person could no longer make."""
    own = await session.scalars(
        select(Invitation).where(Invitation.invited_by == person.id, Invitation.used_by.is_(None))
    )
    for invitation in own:
        right = right_to_invite(invitation.role)
        realm = await staff.realm(session, person=person, right=right)
        if not realm.has(centre_id=invitation.centre_id):
            await session.delete(invitation)
    await session.flush()


async def _membership(
    session: AsyncSession, person: Person, invitation: Invitation
) -> StaffMember | None:
    row: StaffMember | None = await session.scalar(
        select(StaffMember).where(
            StaffMember.person_id == person.id,
            StaffMember.role == invitation.role,
            StaffMember.centre_id.is_not_distinct_from(invitation.centre_id),
        )
    )
    return row
