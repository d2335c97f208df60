"""Who works at the school of a head, as far as people have said so, or staff for them."""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Row, Select, exists, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from catalogue.heads.tables import Head, HeadMonth, HeadTeacher, NamingConsent
from catalogue.people.rights import Realm
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration
from catalogue.schools.spelling import Likeness, School, compare, read
from catalogue.search.normalise import fold


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where somebody works, in their own words."""

    school: str
    city: str

    @classmethod
    def of(cls, row: Head | HeadMonth | HeadTeacher | NamingConsent) -> "Workplace":
        """As it was written then."""
        return cls(row.school, row.city)

    @property
    def read(self) -> School:
        return read(self.school, self.city)

    def is_that_of(self, row: Head | HeadMonth | HeadTeacher | NamingConsent) -> bool:
        """Whether they wrote of the same then."""
        return self.is_like(Workplace.of(row))

    def is_like(self, other: "Workplace") -> bool:
        """Written the same, or surely the same school: enough where one person wrote both."""
        mine, theirs = (fold(self.school), fold(self.city)), (fold(other.school), fold(other.city))
        return mine == theirs or self.is_same(other)

    def is_same(self, other: "Workplace") -> bool:
        """Surely one school, whoever wrote it."""
        return compare(self.read, other.read) is Likeness.SAME


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody who may work at a head's school; what staff have said of it, None is nothing."""

    person: Person
    workplace: Workplace
    is_own: bool | None


async def workplace(session: AsyncSession, person: Person) -> Workplace | None:
    """None where they have named no school."""
    rows = await session.execute(workplaces().where(Person.id == person.id))
    return next((Workplace(school, city) for _, school, city in rows), None)


async def teachers(session: AsyncSession, head: Head) -> dict[int, Workplace]:
    """By their row ids, without the head; none while the head's profile says otherwise."""
    own = await of_head(session, head)
    if own is None:
        return {}
    said = await _said(session, head)
    found: dict[int, Workplace] = {}
    for number, there in await _like(session, own, {Likeness.SAME}, known=said):
        is_own = _decided(said.get(number), there)
        if is_own is None:
            is_own = own.is_same(there)
        if is_own and number != head.person_id:
            found[number] = there
    return found


async def doubtful(session: AsyncSession, head: Head, realm: Realm) -> list[Doubt]:
    """Those of whom staff have to say it, or have said it, by name; only people of events that the
    one who asks has a right to know.
    """
    own = await of_head(session, head)
    if own is None:
        return []
    said = await _said(session, head)
    unsure = {
        number: there
        for number, there in await _like(session, own, {Likeness.UNSURE}, realm=realm)
        if number != head.person_id
    }
    people = await session.scalars(
        select(Person).where(Person.id.in_(unsure)).order_by(Person.name, Person.id)
    )
    return [
        Doubt(one, unsure[one.id], _decided(said.get(one.id), unsure[one.id])) for one in people
    ]


async def of_head(session: AsyncSession, head: Head) -> Workplace | None:
    """The school of which they say that they are the head, as long as their profile says so too;
    as they wrote it then, for that is what staff have confirmed.
    """
    own = await workplace(session, await session.get_one(Person, head.person_id))
    return Workplace.of(head) if own is not None and own.is_that_of(head) else None


def _decided(row: HeadTeacher | None, there: Workplace) -> bool | None:
    return row.is_own if row is not None and there.is_that_of(row) else None


async def _said(session: AsyncSession, head: Head) -> dict[int, HeadTeacher]:
    rows: Sequence[HeadTeacher] = (
        await session.scalars(select(HeadTeacher).where(HeadTeacher.head_id == head.id))
    ).all()
    return {one.person_id: one for one in rows}


async def _like(
    session: AsyncSession,
    own: Workplace,
    wanted: Collection[Likeness],
    *,
    known: Collection[int] = (),
    realm: Realm | None = None,
) -> list[tuple[int, Workplace]]:
    """Who works at a school so like this one, and those `known` besides. Each way to write a school
    is compared once, however many people write it so.
    """
    every = workplaces(realm).subquery()
    ways = await session.execute(select(every.c.school, every.c.city).distinct())
    alike = await asyncio.to_thread(_alike, own.read, ways.all(), wanted)
    at_one = tuple_(every.c.school, every.c.city).in_(alike)
    rows = await session.execute(
        select(every).where(or_(at_one, every.c.id.in_(known))).order_by(every.c.id)
    )
    return [(number, Workplace(school, city)) for number, school, city in rows]


def _alike(
    own: School, ways: Iterable[Row[str, str]], wanted: Collection[Likeness]
) -> list[tuple[str, str]]:
    """In a thread: of a large house there are thousands to be read."""
    return [(school, city) for school, city in ways if compare(own, read(school, city)) in wanted]


def workplaces(realm: Realm | None = None) -> Select[int, str, str]:
    """The person (`id`), the `school` and the `city` of everybody who has named a school."""
    school, city = aliased(PersonTrait), aliased(PersonTrait)
    query = (
        select(Person.id, school.value.label("school"), func.coalesce(city.value, "").label("city"))
        .join(school, (school.person_id == Person.id) & (school.kind == Trait.SCHOOL))
        .outerjoin(city, (city.person_id == Person.id) & (city.kind == Trait.CITY))
    )
    if realm is None or realm.centres is None:
        return query
    known = exists().where(
        Registration.person_id == Person.id,
        Event.id == Registration.event_id,
        Event.centre_id.in_(realm.centres),
    )
    return query.where(known)
