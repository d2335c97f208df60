"""One who takes part, looked for by a name or a school through all the events of a realm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.participants.queries import answers, by_surname
from catalogue.people.rights import Realm
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.programme.queries import within
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Registration, State

#: Whoever rings up asks about what is to come, or about this school year.
LOOKS_BACK = timedelta(days=365)


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

    What is to come stands first, the soonest at its head; then what is over, the latest. The
    database cannot tell letters without their marks, so all names are looked through here.
    """
    school = and_(PersonTrait.person_id == Person.id, PersonTrait.kind == Trait.SCHOOL)
    rows = await session.execute(
        select(
            Registration.id, Registration.state, Person.name, PersonTrait.value,
            Event.id, Event.centre_id, Event.starts_at, Event.ends_at,
        )
        .join(Event, Event.id == Registration.event_id)
        .join(Person, Person.id == Registration.person_id)
        .outerjoin(PersonTrait, school)
        .where(
            Event.status == Status.PUBLISHED,
            Event.starts_at > now - LOOKS_BACK,
            Person.forgotten_at.is_(None),
            within(names),
        )
    )  # fmt: skip
    found = []
    for number, state, name, told, event_id, centre_id, starts_at, ends_at in rows:
        is_whole = whole.has(centre_id=centre_id, event_id=event_id)
        seen = told or "" if is_whole else ""
        if answers(words, name, seen):
            one = Sought(
                registration_id=number,
                event_id=event_id,
                name=name,
                school=seen,
                state=state,
                is_whole=is_whole,
            )
            found.append((*_nearness(starts_at, ends_at, now), by_surname(name), number, one))
    return [one for *_, one in sorted(found, key=lambda row: row[:-1])]


def _nearness(starts_at: datetime, ends_at: datetime | None, now: datetime) -> tuple[bool, float]:
    is_over = (ends_at or starts_at) <= now
    return is_over, -starts_at.timestamp() if is_over else starts_at.timestamp()
