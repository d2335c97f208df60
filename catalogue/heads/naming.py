"""Whether the heads of a teacher's school may see their name: asked once, off until it is given."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, exists, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.heads.tables import Head, NamingConsent, NamingQuestion
from catalogue.heads.teachers import Workplace, teachers, workplace
from catalogue.learning.tables import Attendance, Presence
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration
from catalogue.search.normalise import fold


async def give(session: AsyncSession, person: Person, *, now: datetime) -> None:
    """For the school of their profile, from now on; nothing where it is given, or there is none."""
    there = await workplace(session, person)
    if there is None or await is_given(session, person):
        return
    await withdraw(session, person, now=now)
    session.add(
        NamingConsent(person_id=person.id, school=there.school, city=there.city, given_at=now)
    )
    await session.flush()


async def withdraw(session: AsyncSession, person: Person, *, now: datetime) -> None:
    for one in await all_of(session, [person.id]):
        one.withdrawn_at = one.withdrawn_at or now
    await session.flush()


async def is_given(session: AsyncSession, person: Person) -> bool:
    """For the school where they say now that they work."""
    there = await workplace(session, person)
    given = await all_of(session, [person.id])
    return there is not None and any(is_open(one, there) for one in given)


def is_open(consent: NamingConsent, there: Workplace) -> bool:
    """Given for another school, it is none."""
    is_here = (fold(consent.school), fold(consent.city)) == (fold(there.school), fold(there.city))
    return is_here and consent.withdrawn_at is None


def covering(consents: Iterable[NamingConsent], moment: datetime) -> list[NamingConsent]:
    """Those that were in force at that moment, also where they were withdrawn later."""
    return [
        one
        for one in consents
        if one.given_at <= moment and (one.withdrawn_at is None or moment < one.withdrawn_at)
    ]


async def all_of(session: AsyncSession, people: Collection[int]) -> Sequence[NamingConsent]:
    """All that these people ever gave, in their order."""
    query = select(NamingConsent).where(NamingConsent.person_id.in_(people))
    return (await session.scalars(query.order_by(NamingConsent.id))).all()


async def to_ask(session: AsyncSession, *, now: datetime) -> list[Person]:
    """Teachers of a confirmed head who have been at something that is over, and were not asked;
    whom nothing reaches just now is asked later.
    """
    own: set[int] = set()
    for head in await session.scalars(select(Head).where(Head.confirmed_at.is_not(None))):
        own |= (await teachers(session, head)).keys()
    asked = exists().where(NamingQuestion.person_id == Person.id)
    given = exists().where(NamingConsent.person_id == Person.id)
    was_there = exists().where(
        Registration.person_id == Person.id,
        Event.id == Registration.event_id,
        func.coalesce(Event.ends_at, Event.starts_at) <= now,
        Attendance.registration_id == Registration.id,
        Attendance.presence != Presence.ABSENT,
    )
    people = await session.scalars(
        select(Person)
        .where(
            Person.id.in_(own),
            Person.telegram_id.is_not(None),
            Person.unreachable_since.is_(None),
            *(was_there, ~asked, ~given),
        )
        .order_by(Person.id)
    )
    return list(people)


async def claim(session: AsyncSession, person: Person, *, now: datetime) -> bool:
    """Whether it is we who ask; nobody is asked twice, also by two who do it at once."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    claimed = await session.scalar(
        dialect.insert(NamingQuestion)
        .values(person_id=person.id, asked_at=now)
        .on_conflict_do_nothing()
        .returning(NamingQuestion.person_id)
    )
    return claimed is not None


async def forget(session: AsyncSession, person: Person) -> None:
    for table in (NamingConsent, NamingQuestion):
        await session.execute(delete(table).where(table.person_id == person.id))
