"""Saying that one is a head, being confirmed by staff, and what becomes of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import wake_clock
from catalogue.heads import naming
from catalogue.heads.refusals import SchoolNeeded, TownNeeded
from catalogue.heads.tables import Head, HeadMonth, HeadTeacher
from catalogue.heads.teachers import Workplace, workplace
from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed
from catalogue.people import traits
from catalogue.people.tables import Person, Trait
from catalogue.schools.spelling import is_placed

#: As `catalogue.search.audiences` calls them.
HEADS = "mokyklų vadovai ir pavaduotojai"


async def head_of(session: AsyncSession, person: Person) -> Head | None:
    row: Head | None = await session.scalar(select(Head).where(Head.person_id == person.id))
    return row


async def say(session: AsyncSession, person: Person, *, now: datetime) -> Head:
    """They are the head, or a deputy, of the school of their profile. Of another school than before
    everything begins anew. Raises ConsentNeeded, SchoolNeeded, TownNeeded.
    """
    traits.with_consent(person)
    own = await workplace(session, person)
    if own is None:
        raise SchoolNeeded
    if not is_placed(own.read):
        raise TownNeeded(own.school, own.city)
    await traits.add(session, person, Trait.GROUP, HEADS)
    head = await head_of(session, person)
    if head is not None and own.is_that_of(head):
        return head
    if head is not None:
        await resign(session, head)
    head = Head(person_id=person.id, school=own.school, city=own.city, said_at=now)
    session.add(head)
    await session.flush()
    wake_clock(session)
    return head


async def resign(session: AsyncSession, head: Head) -> None:
    """Nothing is left of it but what the school was told of its months. Locks the head first, as
    staff do who say who works there.
    """
    await session.get(Head, head.id, with_for_update=True, populate_existing=True)
    await session.execute(delete(HeadTeacher).where(HeadTeacher.head_id == head.id))
    await session.delete(head)
    await session.flush()


async def confirm(session: AsyncSession, head: Head, *, by: Person, now: datetime) -> bool:
    """Whether it was not so before."""
    if head.confirmed_at is not None:
        return False
    head.confirmed_at, head.confirmed_by = now, by.id
    about = await session.get_one(Person, head.person_id)
    journal.note(session, Deed.HEAD_CONFIRMED, by=by, now=now, about=about)
    return True


async def take_back(session: AsyncSession, head: Head, *, by: Person, now: datetime) -> bool:
    """From now on they see no names; what they saw they saw. Whether it was confirmed."""
    if head.confirmed_at is None:
        return False
    head.confirmed_at, head.confirmed_by = None, None
    about = await session.get_one(Person, head.person_id)
    journal.note(session, Deed.HEAD_TAKEN_BACK, by=by, now=now, about=about)
    return True


async def settle(
    session: AsyncSession,
    head: Head,
    person: Person,
    there: Workplace,
    *,
    is_own: bool,
    by: Person,
    now: datetime,
) -> None:
    """One of staff says whether somebody works at the head's school."""
    row = await session.scalar(
        select(HeadTeacher).where(
            HeadTeacher.head_id == head.id, HeadTeacher.person_id == person.id
        )
    )
    if row is None:
        row = HeadTeacher(head_id=head.id, person_id=person.id)
        session.add(row)
    elif row.is_own is is_own and there.is_that_of(row):
        return
    row.school, row.city = there.school, there.city
    row.is_own, row.decided_by = is_own, by.id
    journal.note(session, Deed.HEAD_TEACHER_SETTLED, by=by, now=now, about=person, own=is_own)
    await session.flush()


async def everybody(session: AsyncSession) -> Sequence[tuple[Head, Person]]:
    """Who says so; those first of whom staff have not said anything, the newest first."""
    rows = await session.execute(
        select(Head, Person)
        .join(Person, Person.id == Head.person_id)
        .order_by(Head.confirmed_at.is_not(None), Head.id.desc())
    )
    return [(head, person) for head, person in rows]


async def forget(session: AsyncSession, person: Person) -> None:
    """What they decided as staff stays without their name, and so do their school's months."""
    head = await head_of(session, person)
    if head is not None:
        await resign(session, head)
    await session.execute(delete(HeadTeacher).where(HeadTeacher.person_id == person.id))
    await session.execute(
        update(Head).where(Head.confirmed_by == person.id).values(confirmed_by=None)
    )
    await session.execute(
        update(HeadMonth).where(HeadMonth.person_id == person.id).values(person_id=None)
    )
    await naming.forget(session, person)
