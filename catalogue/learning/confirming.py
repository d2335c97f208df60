"""What a person learnt elsewhere, seen and confirmed by a centre: then it is part of the hours."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from catalogue.learning.tables import OwnEntry
from catalogue.people.rights import Right
from catalogue.people.staff import staff_of
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration


async def may_confirm(session: AsyncSession, person: Person) -> Sequence[Centre]:
    """The centres at whose events they have been; of one who was at none all of them."""
    known = set(
        await session.scalars(
            select(Event.centre_id).join(Registration).where(Registration.person_id == person.id)
        )
    )
    every = await all_centres(session)
    return [one for one in every if one.id in known] or every


async def who_confirms(session: AsyncSession, centre: Centre) -> Sequence[Person]:
    """Those of the centre who decide about people."""
    return await staff_of(session, centre_id=centre.id, right=Right.PARTICIPANTS)


async def ask(session: AsyncSession, entry: OwnEntry, centre: Centre) -> None:
    entry.asked_of = centre.id
    await session.flush()


async def asked(session: AsyncSession, number: int) -> tuple[OwnEntry, Person] | None:
    """Locked; None where nothing is asked any more: it was changed, deleted or decided."""
    entry = await session.scalar(
        select(OwnEntry)
        .where(OwnEntry.id == number)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if entry is None or entry.asked_of is None or entry.confirmed_at is not None:
        return None
    return entry, await session.get_one(Person, entry.person_id)


def decide(
    session: AsyncSession,
    entry: OwnEntry,
    person: Person,
    *,
    confirmed: bool,
    by: Person,
    now: datetime,
) -> None:
    """Where it is not confirmed it stays what it was, and may be asked for again."""
    deed = Deed.ENTRY_CONFIRMED if confirmed else Deed.ENTRY_DECLINED
    note(session, deed, by=by, now=now, centre_id=entry.asked_of, about=person, hours=entry.hours)
    if confirmed:
        entry.confirmed_at, entry.confirmed_by = now, by.id
    else:
        entry.asked_of = None
