"""Who is staff: invitations by a one-time link, and the right to press a button."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import InvitationSpent
from catalogue.people.rights import RIGHTS, Realm, Right
from catalogue.people.tables import Invitation, Lecturing, Person, Role, StaffMember

INVITATION_LIVES = timedelta(days=3)


async def invite(
    session: AsyncSession,
    *,
    by: Person,
    role: Role,
    centre_id: int | None,
    now: datetime,
    event_id: int | None = None,
) -> str:
    """The secret of a link that makes one person staff, once, within three days.

    `event_id` is what a lecturer is invited to.
    """
    secret = secrets.token_urlsafe(24)
    session.add(
        Invitation(
            secret_hash=_hash(secret),
            role=role,
            centre_id=centre_id,
            event_id=event_id,
            invited_by=by.id,
            expires_at=now + INVITATION_LIVES,
        )
    )
    return secret


async def accept(
    session: AsyncSession, *, secret: str, person: Person, now: datetime
) -> StaffMember:
    """Raises InvitationSpent; the same person may press the same link again and stays staff."""
    invitation = await session.scalar(
        select(Invitation).where(Invitation.secret_hash == _hash(secret)).with_for_update()
    )
    if invitation is None or invitation.used_by not in {None, person.id}:
        raise InvitationSpent
    own = await _membership(session, person, invitation)
    if invitation.used_by == person.id and own:
        return own
    if invitation.used_by or invitation.expires_at <= now:
        raise InvitationSpent
    invitation.used_by = person.id
    if own is None:
        own = StaffMember(
            person_id=person.id, centre_id=invitation.centre_id, role=invitation.role, since=now
        )
        session.add(own)
    if invitation.event_id is not None:
        await session.merge(Lecturing(person_id=person.id, event_id=invitation.event_id))
    await session.flush()
    return own


async def realm(session: AsyncSession, *, person: Person, right: Right) -> Realm:
    """Where the person's roles give them the right. Owners of the house are known elsewhere."""
    mine = [
        (role, centre_id)
        for role, centre_id in await session.execute(
            select(StaffMember.role, StaffMember.centre_id).where(
                StaffMember.person_id == person.id
            )
        )
        if right in RIGHTS[role]
    ]
    own = select(Lecturing.event_id).where(Lecturing.person_id == person.id)
    teaches = any(role is Role.LECTURER for role, _ in mine)
    events = frozenset(await session.scalars(own)) if teaches else frozenset[int]()
    centres = {centre_id for role, centre_id in mine if role is not Role.LECTURER}
    if None in centres:
        return Realm(centres=None, events=events)
    return Realm(frozenset(one for one in centres if one is not None), events)


async def rights_of(session: AsyncSession, *, person: Person) -> frozenset[Right]:
    """Every right their roles give them, wherever."""
    roles = select(StaffMember.role).where(StaffMember.person_id == person.id)
    return frozenset[Right]().union(*(RIGHTS[role] for role in await session.scalars(roles)))


async def staff_of(session: AsyncSession, *, centre_id: int, right: Right) -> list[Person]:
    """Everybody who has the right at the centre as a whole, each once."""
    roles = [role for role, rights in RIGHTS.items() if right in rights]
    rows = await session.scalars(
        select(Person)
        .where(
            Person.id.in_(
                select(StaffMember.person_id).where(
                    _at(centre_id),
                    StaffMember.role.in_(roles),
                    StaffMember.role != Role.LECTURER,
                )
            )
        )
        .order_by(Person.id)
    )
    return list(rows)


async def members(session: AsyncSession) -> list[tuple[StaffMember, Person]]:
    rows = await session.execute(
        select(StaffMember, Person)
        .join(Person, Person.id == StaffMember.person_id)
        .order_by(StaffMember.since)
    )
    return [(member, person) for member, person in rows]


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


def _at(centre_id: int | None) -> ColumnElement[bool]:
    return or_(StaffMember.centre_id == centre_id, StaffMember.centre_id.is_(None))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
