"""What is kept of a person who is staff."""

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.journal.tables import JournalEntry
from catalogue.people.tables import Invitation, Lecturing, Person, StaffMember
from catalogue.privacy.facts import Facts, said
from catalogue.programme.tables import Event


async def of_staff(session: AsyncSession, person: Person) -> Facts:
    """Their roles, and what they did in them."""
    return {
        "staff": await _staff(session, person),
        "lectures": await _lectures(session, person),
        "invitations": await _invitations(session, person),
        "deeds": await _deeds(session, person),
    }


async def _staff(session: AsyncSession, person: Person) -> list[Facts]:
    roles = await session.execute(
        select(StaffMember, Centre)
        .outerjoin(Centre, Centre.id == StaffMember.centre_id)
        .where(StaffMember.person_id == person.id)
        .order_by(StaffMember.id)
    )
    return [
        {
            "centre": centre.name if centre else "",
            "role": member.role.value,
            "since": said(member.since),
            "topics": list(member.topics),
        }
        for member, centre in roles
    ]


async def _lectures(session: AsyncSession, person: Person) -> list[Facts]:
    own = await session.scalars(
        select(Event)
        .join(Lecturing, Lecturing.event_id == Event.id)
        .where(Lecturing.person_id == person.id)
        .order_by(Event.starts_at, Event.id)
    )
    return [{"title": event.title, "starts_at": said(event.starts_at)} for event in own]


async def _invitations(session: AsyncSession, person: Person) -> list[Facts]:
    made = await session.scalars(
        select(Invitation).where(Invitation.invited_by == person.id).order_by(Invitation.id)
    )
    return [
        {
            "role": one.role.value,
            "expires_at": said(one.expires_at),
            "used": one.used_by is not None,
        }
        for one in made
    ]


async def _deeds(session: AsyncSession, person: Person) -> list[Facts]:
    """What they did as staff, and what other staff did about them."""
    noted = await session.scalars(
        select(JournalEntry)
        .where(or_(JournalEntry.person_id == person.id, JournalEntry.about_id == person.id))
        .order_by(JournalEntry.id)
    )
    return [
        {
            "deed": one.deed.value,
            "made_at": said(one.made_at),
            "own": one.person_id == person.id,
            "facts": one.facts,
        }
        for one in noted
    ]
