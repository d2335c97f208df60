"""Questions that were passed on, and those who answer."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.enquiries.tables import Enquiry
from catalogue.people.tables import Person, Role, StaffMember
from tests.factories import NOW, a_person, kept


async def an_enquiry(
    session: AsyncSession, person: Person, *, now: datetime = NOW, **facts: Any
) -> Enquiry:
    plain = {"words": "Ar yra liftas?", "language": "lt", "asked_at": now}
    enquiry = Enquiry(**plain | {"person_id": person.id} | facts)
    await kept(session, enquiry)
    return enquiry


async def staff(session: AsyncSession, centre: Centre | None, *topics: str, **facts: Any) -> Person:
    person = a_person(**facts)
    await kept(session, person)
    member = StaffMember(
        person_id=person.id,
        centre_id=centre.id if centre else None,
        role=Role.COORDINATOR,
        since=NOW,
        topics=list(topics),
    )
    await kept(session, member)
    return person
