"""What is kept about a person."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.people.tables import Invitation, Person, StaffMember
from catalogue.registrations.queries import own_registrations


async def kept(session: AsyncSession, *, person: Person) -> dict[str, Any]:
    """Everything kept about the person, as JSON-able facts under the names of our columns."""
    roles = await session.execute(
        select(StaffMember, Centre)
        .outerjoin(Centre, Centre.id == StaffMember.centre_id)
        .where(StaffMember.person_id == person.id)
    )
    invitations = await session.scalars(
        select(Invitation).where(Invitation.invited_by == person.id).order_by(Invitation.id)
    )
    return {
        "telegram_id": person.telegram_id,
        "name": person.name,
        "language": person.language,
        "client_language": person.client_language,
        "met_at": person.met_at.isoformat(),
        "consented_at": person.consented_at and person.consented_at.isoformat(),
        "unreachable_since": person.unreachable_since and person.unreachable_since.isoformat(),
        "staff": [
            {"centre": centre.name if centre else "", "since": member.since.isoformat()}
            for member, centre in roles
        ],
        "invitations": [
            {"expires_at": one.expires_at.isoformat(), "used": one.used_by is not None}
            for one in invitations
        ],
        "registrations": [
            {
                "title": own.event.title,
                "centre": own.event.centre.name,
                "starts_at": own.event.starts_at.isoformat(),
                "state": own.state.value,
                "joined_at": own.joined_at.isoformat(),
                "changed_at": own.changed_at.isoformat(),
                "access_need": own.access_need,
            }
            for own in await own_registrations(session, person=person)
        ],
    }
