"""Who is staff: invitations by a one-time link, and the right to press a button."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import InvitationSpent
from catalogue.people.tables import Invitation, Person, Role, StaffMember

INVITATION_LIVES = timedelta(days=3)


async def invite(
    session: AsyncSession, *, by: Person, role: Role, centre_id: int | None, now: datetime
) -> str:
    """The secret of a link that makes one person staff, once, within three days."""
    secret = secrets.token_urlsafe(24)
    session.add(
        Invitation(
            secret_hash=_hash(secret),
            role=role,
            centre_id=centre_id,
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
    own = await _membership(session, person, invitation.centre_id)
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
        await session.flush()
    return own


async def is_staff(session: AsyncSession, *, person: Person) -> bool:
    found = select(StaffMember.id).where(StaffMember.person_id == person.id).limit(1)
    return await session.scalar(found) is not None


async def may_manage(session: AsyncSession, *, person: Person, centre_id: int | None) -> bool:
    """Staff of this centre, or of all of them; with None of all. Owners are known elsewhere."""
    found = (
        select(StaffMember.id).where(StaffMember.person_id == person.id, _at(centre_id)).limit(1)
    )
    return await session.scalar(found) is not None


async def centres_of(session: AsyncSession, *, person: Person) -> frozenset[int] | None:
    """The centres whose staff the person is; None is all of them."""
    found = await session.scalars(
        select(StaffMember.centre_id).where(StaffMember.person_id == person.id)
    )
    centres = set(found)
    return None if None in centres else frozenset(one for one in centres if one is not None)


async def staff_of(session: AsyncSession, *, centre_id: int) -> list[Person]:
    """Everybody who may manage the events of a centre, each once."""
    rows = await session.scalars(
        select(Person)
        .where(Person.id.in_(select(StaffMember.person_id).where(_at(centre_id))))
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
    session: AsyncSession, person: Person, centre_id: int | None
) -> StaffMember | None:
    row: StaffMember | None = await session.scalar(
        select(StaffMember).where(
            StaffMember.person_id == person.id,
            StaffMember.centre_id.is_not_distinct_from(centre_id),
        )
    )
    return row


def _at(centre_id: int | None) -> ColumnElement[bool]:
    return or_(StaffMember.centre_id == centre_id, StaffMember.centre_id.is_(None))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
