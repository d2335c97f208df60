"""Whether the heads of a teacher's school may see their name: asked once, off until it is given."""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import Row, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import insert_into
from catalogue.heads.leading import Leader, Led, leading
from catalogue.heads.tables import NamingConsent, NamingQuestion
from catalogue.heads.teachers import Workplace, workplace, workplaces
from catalogue.learning.tables import Attendance, Presence
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration


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
    return consent.withdrawn_at is None and there.is_that_of(consent)


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


async def to_ask(session: AsyncSession, *, now: datetime) -> list[int]:
    """The row ids of teachers of a confirmed head who have been at something that is over, and were
    not asked; whom nothing reaches just now is asked later.
    """
    led = await leading(session)
    if not led:
        return []
    every = workplaces().subquery()
    rows = await session.execute(
        select(every)
        .join(Person, Person.id == every.c.id)
        .where(
            Person.telegram_id.is_not(None),
            Person.unreachable_since.is_(None),
            ~exists().where(NamingQuestion.person_id == Person.id),
            ~exists().where(NamingConsent.person_id == Person.id),
            exists().where(
                Registration.person_id == Person.id,
                Event.id == Registration.event_id,
                Event.over_at <= now,
                Attendance.registration_id == Registration.id,
                Attendance.presence != Presence.ABSENT,
            ),
        )
        .order_by(Person.id)
    )
    return await asyncio.to_thread(_led, led, rows.all())


def _led(led: Led, rows: Iterable[Row[int, str, str]]) -> list[int]:
    """In a thread: all the teachers of a large house may be looked through, each way to write a
    school once.
    """
    of_way: dict[Workplace, list[Leader]] = {}
    found = []
    for number, *way in rows:
        there = Workplace(*way)
        if there not in of_way:
            of_way[there] = led.of(there)
        if led.includes(number, there, of_way[there]):
            found.append(number)
    return found


async def claim(session: AsyncSession, people: Collection[int], *, now: datetime) -> list[Person]:
    """Whom it is we who ask; nobody is asked twice, also by two who do it at once."""
    if not people:
        return []
    claimed = await session.scalars(
        insert_into(session, NamingQuestion)
        .values([{"person_id": one, "asked_at": now} for one in people])
        .on_conflict_do_nothing()
        .returning(NamingQuestion.person_id)
    )
    query = select(Person).where(Person.id.in_(claimed.all())).order_by(Person.id)
    return list(await session.scalars(query))


async def forget(session: AsyncSession, person: Person) -> None:
    for table in (NamingConsent, NamingQuestion):
        await session.execute(delete(table).where(table.person_id == person.id))
