"""A school with its head and teachers, and what they were at in October."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.heads import rules
from catalogue.heads.tables import Head
from catalogue.people import traits
from catalogue.people.tables import Person, Trait
from catalogue.programme.tables import Event
from tests.catalogue.learning.past import marked
from tests.factories import NOW, VILNIUS, a_person, an_event, kept

SCHOOL = "Kauno „Saulės“ gimnazija"
OCTOBER = date(2026, 10, 1)
IN_OCTOBER = datetime(2026, 10, 14, 14, tzinfo=VILNIUS)


async def a_teacher(
    session: AsyncSession, name: str = "", school: str = SCHOOL, city: str = "", **facts: Any
) -> Person:
    person = a_person(**({"name": name} if name else {}) | facts)
    await kept(session, person)
    await works_at(session, person, school, city)
    return person


async def works_at(session: AsyncSession, person: Person, school: str, city: str = "") -> None:
    for kind, value in ((Trait.SCHOOL, school), (Trait.CITY, city)):
        await traits.clear(session, person, kind)
        if value:
            await traits.add(session, person, kind, value)


async def a_head(session: AsyncSession, *, confirmed: bool = True, **facts: Any) -> Head:
    """Of the school above, confirmed by somebody of staff."""
    person = await a_teacher(session, **{"name": "Jonas Jonaitis"} | facts)
    head = await rules.say(session, person, now=NOW)
    if confirmed:
        rasa = a_person(name="Rasa Kazlauskienė")
        await kept(session, rasa)
        await rules.confirm(session, head, by=rasa, now=NOW)
    return head


async def held(
    session: AsyncSession, *people: Person, starts: datetime = IN_OCTOBER, **facts: Any
) -> Event:
    """An event of four academic hours at which all of these were."""
    event = an_event(starts=starts, **facts)
    event.hours = 4
    await kept(session, event)
    for person in people:
        await marked(session, event, person)
    return event


async def teachers(session: AsyncSession, count: int) -> list[Person]:
    return [await a_teacher(session, f"Mokytoja {'ABCDEFGHIJ'[n]}") for n in range(count)]
