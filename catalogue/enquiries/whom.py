"""Whom a question is passed on to: the nearest first, and wider where nobody is left."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.enquiries.tables import Enquiry, EnquiryRecipient
from catalogue.enquiries.topics import suits
from catalogue.people.rights import Right, roles_with
from catalogue.people.staff import owners
from catalogue.people.tables import Person, StaffMember
from catalogue.programme.tables import Event
from catalogue.registrations.queries import own_registrations
from catalogue.registrations.tables import State

Member = tuple[Person, Sequence[str]]


async def next_to_ask(
    session: AsyncSession, enquiry: Enquiry, *, owner_ids: Collection[int]
) -> list[Person]:
    """Those of the nearest circle in which anybody was not asked yet; empty where all were.

    Who answered the question before, or wrote what it replies to; who chose its topic; all of the
    centre; those of all centres
    and the owners of the house.
    """
    asked = await session.scalars(
        select(EnquiryRecipient.person_id).where(EnquiryRecipient.enquiry_id == enquiry.id)
    )
    left_out = {enquiry.person_id, *asked}
    for circle in await _circles(session, enquiry, owner_ids):
        people = {one.id: one for one in circle if one.id not in left_out and _is_there(one)}
        if people:
            return list(people.values())
    return []


async def own_centre(session: AsyncSession, person: Person, *, now: datetime) -> int | None:
    """The centre whose event they take part in next, else took part in last."""
    own = [
        each.event
        for each in await own_registrations(session, person=person)
        if each.state is not State.CANCELLED
    ]
    coming = [event for event in own if event.starts_at > now]
    return (coming[0] if coming else own[-1]).centre_id if own else None


async def _circles(
    session: AsyncSession, enquiry: Enquiry, owner_ids: Collection[int]
) -> Iterable[Iterable[Person]]:
    house = await owners(session, owner_ids)
    everywhere = await _members(session, None)
    own = await _members(session, enquiry.centre_id) if enquiry.centre_id else []
    text = await _text(session, enquiry)
    near = own or everywhere
    everybody = {one.id: one for one in (*(one for one, _ in (*own, *everywhere)), *house)}
    nearest = {await _answered_before(session, enquiry), enquiry.addressed_to}
    return (
        [one for one in everybody.values() if one.id in nearest],
        [one for one, topics in near if suits(topics, text)],
        [one for one, _ in own],
        [*(one for one, _ in everywhere), *house],
    )


async def _members(session: AsyncSession, centre_id: int | None) -> Sequence[Member]:
    """Who answers at this centre and no other; without one, who does at all of them."""
    rows = await session.execute(
        select(Person, StaffMember.topics)
        .join(StaffMember, StaffMember.person_id == Person.id)
        .where(
            StaffMember.centre_id == centre_id,
            StaffMember.role.in_(roles_with(Right.ANSWER)),
        )
        .order_by(Person.id)
    )
    return [(person, topics) for person, topics in rows]


async def _text(session: AsyncSession, enquiry: Enquiry) -> str:
    """All that tells what it is about; of an event also for whom it is."""
    if enquiry.event_id is None:
        return enquiry.words
    event = await session.get_one(Event, enquiry.event_id)
    told = (event.title_lt, event.title_en, *event.subjects, *event.audience, event.priority_field)
    return "\n".join([enquiry.words, *told])


async def _answered_before(session: AsyncSession, enquiry: Enquiry) -> int | None:
    before = await session.get(Enquiry, enquiry.follows) if enquiry.follows else None
    return before.closed_by if before else None


def _is_there(person: Person) -> bool:
    """Whether they can be written to."""
    return person.telegram_id is not None and person.unreachable_since is None
