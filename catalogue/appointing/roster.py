"""Who is staff of which centre, and who has been invited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, false, func, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from catalogue.centres.names import plain_words
from catalogue.centres.tables import Centre
from catalogue.people.rights import Realm
from catalogue.people.tables import Invitation, Lecturing, Person, Role, StaffMember
from catalogue.programme.tables import Event

_ORDER = list(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """`centre` None is all of them; `events` are how many a lecturer may call their own."""

    row: StaffMember
    person: Person
    centre: Centre | None
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """A link that nobody has followed yet."""

    invitation: Invitation
    centre: Centre | None
    event: Event | None


async def is_last_owner(session: AsyncSession, member: StaffMember) -> bool:
    """Whether nobody of the centre could appoint anybody afterwards."""
    if member.role is not Role.OWNER or member.centre_id is None:
        return False
    owners = await session.scalar(
        select(func.count())
        .select_from(StaffMember)
        .where(StaffMember.centre_id == member.centre_id, StaffMember.role == Role.OWNER)
    )
    return owners == 1


async def members(session: AsyncSession, realm: Realm) -> list[Member]:
    """Centre by centre, within one by role, those who have been there longest first."""
    lecturing = (
        select(func.count())
        .select_from(Lecturing)
        .join(Event, Event.id == Lecturing.event_id)
        .where(
            Lecturing.person_id == StaffMember.person_id,
            Event.centre_id == StaffMember.centre_id,
        )
        .scalar_subquery()
    )
    rows = await session.execute(
        select(StaffMember, Person, Centre, lecturing)
        .join(Person, Person.id == StaffMember.person_id)
        .outerjoin(Centre, Centre.id == StaffMember.centre_id)
        .where(_within(StaffMember.centre_id, realm))
        .order_by(StaffMember.since, StaffMember.id)
    )
    found = [
        Member(
            row=row, person=person, centre=centre, events=count if row.role is Role.LECTURER else 0
        )
        for row, person, centre, count in rows
    ]
    return sorted(found, key=_place)


async def unused(session: AsyncSession, realm: Realm, *, now: datetime) -> list[Invited]:
    """Links that would still make somebody staff, the last made first."""
    rows = await session.execute(
        select(Invitation, Centre, Event)
        .outerjoin(Centre, Centre.id == Invitation.centre_id)
        .outerjoin(Event, Event.id == Invitation.event_id)
        .options(joinedload(Event.centre, innerjoin=False))
        .where(
            Invitation.used_by.is_(None),
            Invitation.expires_at > now,
            _within(Invitation.centre_id, realm),
        )
        .order_by(Invitation.id.desc())
    )
    return [
        Invited(invitation=invitation, centre=centre, event=event)
        for invitation, centre, event in rows
    ]


async def lecturers(session: AsyncSession, event: Event) -> Sequence[Person]:
    """Whose own event it is."""
    query = (
        select(Person)
        .join(Lecturing, Lecturing.person_id == Person.id)
        .where(Lecturing.event_id == event.id)
    )
    return (await session.scalars(query.order_by(Person.name, Person.id))).all()


def _within(column: InstrumentedAttribute[int | None], realm: Realm) -> ColumnElement[bool]:
    if realm.centres is None:
        return true()
    return column.in_(realm.centres) if realm.centres else false()


def _place(member: Member) -> tuple[str, int]:
    """All centres come first."""
    name = plain_words(member.centre.name) if member.centre else ""
    return name, _ORDER.index(member.row.role)
