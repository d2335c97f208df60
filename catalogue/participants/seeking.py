"""One who takes part, looked for by a name or a school through all the events of a realm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.participants.queries import answers, by_surname
from catalogue.people.rights import Realm
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.programme.queries import within
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Registration, State

#: Whoever rings up asks about what is to come, or about this school year.
LOOKS_BACK = timedelta(days=365)
#: People in one question to the database.
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """One registration of one who was found; `is_whole` is whether the seeker knows all of it, and
    `school` is empty where not.
    """

    registration_id: int
    event_id: int
    name: str
    school: str
    state: State
    is_whole: bool


async def people_of(
    session: AsyncSession, words: str, *, whole: Realm, names: Realm, now: datetime
) -> Sequence[Sought]:
    """By name in all of `names`; by school, too, where the seeker knows the `whole` list.

    What is to come stands first, the soonest at its head; then what is over, the latest.
    """
    found = []
    lately = (Event.status == Status.PUBLISHED, Event.starts_at > now - LOOKS_BACK, within(names))
    people = await _people(session, words, lately)
    for start in range(0, len(people), _AT_ONCE):
        rows = await session.execute(
            select(
                Registration.id, Registration.state, Registration.person_id,
                Event.id, Event.centre_id, Event.starts_at, Event.over_at,
            )
            .join(Event, Event.id == Registration.event_id)
            .where(Registration.person_id.in_(list(people)[start : start + _AT_ONCE]), *lately)
        )  # fmt: skip
        for number, state, person, event_id, centre_id, starts_at, over_at in rows:
            name, told = people[person]
            is_whole = whole.has(centre_id=centre_id, event_id=event_id)
            seen = told if is_whole else ""
            if answers(words, name, seen):
                one = Sought(
                    registration_id=number,
                    event_id=event_id,
                    name=name,
                    school=seen,
                    state=state,
                    is_whole=is_whole,
                )
                found.append((*_nearness(starts_at, over_at, now), by_surname(name), number, one))
    return [one for *_, one in sorted(found, key=lambda row: row[:-1])]


async def _people(
    session: AsyncSession, words: str, lately: Iterable[ColumnElement[bool]]
) -> dict[int, tuple[str, str]]:
    """Name and school of those who may be meant. The database cannot tell letters without their
    marks, so names are looked through here, each once however often they took part.
    """
    school = and_(PersonTrait.person_id == Person.id, PersonTrait.kind == Trait.SCHOOL)
    joined = select(Registration.person_id).join(Event, Event.id == Registration.event_id)
    rows = await session.execute(
        select(Person.id, Person.name, PersonTrait.value)
        .outerjoin(PersonTrait, school)
        .where(Person.forgotten_at.is_(None), Person.id.in_(joined.where(*lately)))
    )
    return {
        number: (name, told or "")
        for number, name, told in rows
        if answers(words, name, told or "")
    }


def _nearness(starts_at: datetime, over_at: datetime, now: datetime) -> tuple[bool, float]:
    is_over = over_at <= now
    return is_over, -starts_at.timestamp() if is_over else starts_at.timestamp()
