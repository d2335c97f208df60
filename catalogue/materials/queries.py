"""Looking at what an event has, and whether one may have it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.attendance import was_there
from catalogue.learning.tables import Attendance
from catalogue.materials.tables import ForWhom, Material
from catalogue.people.rights import Realm
from catalogue.people.tables import Person
from catalogue.programme.queries import within
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Registration, State

#: What is added within this time is told of together.
TOGETHER = timedelta(minutes=10)
#: As long as recordings come in.
_LATELY = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Reader:
    """How one stands to an event. `came` None: nobody has noted yet who came."""

    is_registered: bool
    came: bool | None

    def may_have(self, material: Material) -> bool:
        """What is for those who came is for the registered as long as nobody knows who came."""
        match material.for_whom:
            case ForWhom.EVERYBODY:
                return True
            case ForWhom.REGISTERED:
                return self.is_registered
            case ForWhom.CAME:
                return self.is_registered if self.came is None else self.came


#: One who has nothing to do with it.
NOBODY = Reader(is_registered=False, came=None)


async def of_event(session: AsyncSession, event_id: int) -> Sequence[Material]:
    """All of them, as staff have put them."""
    query = select(Material).where(Material.event_id == event_id)
    return (await session.scalars(query.order_by(Material.position, Material.id))).all()


async def seen_by(session: AsyncSession, event: Event, person: Person | None) -> list[Material]:
    """What this person may have; nobody in particular sees what is for everybody."""
    every = await of_event(session, event.id)
    if not every:
        return []
    reader = NOBODY
    if person is not None:
        reader = (await readers(session, event, [person.id])).get(person.id, NOBODY)
    return [one for one in every if reader.may_have(one)]


async def readers(
    session: AsyncSession, event: Event, people: Collection[int] | None = None
) -> dict[int, Reader]:
    """Those whose registration is confirmed, by the person's number; of `people` alone where they
    are given.
    """
    query = select(Registration.person_id, was_there(Registration.id)).where(
        Registration.event_id == event.id, Registration.state == State.CONFIRMED
    )
    if people is not None:
        query = query.where(Registration.person_id.in_(people))
    is_known = await is_noted(session, event)
    return {
        person_id: Reader(is_registered=True, came=came if is_known else None)
        for person_id, came in await session.execute(query)
    }


async def is_noted(session: AsyncSession, event: Event) -> bool:
    """Whether it was said of anybody that they came, or did not."""
    marks = exists().where(
        Attendance.registration_id == Registration.id, Registration.event_id == event.id
    )
    return bool(await session.scalar(select(marks)))


async def begun_lately(
    session: AsyncSession, realm: Realm, *, now: datetime, limit: int, offset: int = 0
) -> Sequence[Event]:
    """Events of the realm to which something may still be added, the newest first."""
    query = select(Event).where(
        Event.status == Status.PUBLISHED,
        Event.starts_at <= now,
        Event.starts_at > now - _LATELY,
        within(realm),
    )
    query = query.order_by(Event.starts_at.desc(), Event.id).limit(limit).offset(offset)
    return (await session.scalars(query)).all()


async def to_tell(session: AsyncSession, *, now: datetime) -> Sequence[int]:
    """Events that are over, and have something of which nobody was told and to which nothing was
    added for a while.
    """
    query = (
        select(Material.event_id)
        .join(Event, Event.id == Material.event_id)
        .where(
            Material.told_at.is_(None),
            Event.status == Status.PUBLISHED,
            Event.over_at <= now,
        )
        .group_by(Material.event_id)
        .having(func.max(Material.added_at) <= now - TOGETHER)
        .order_by(Material.event_id)
    )
    return (await session.scalars(query)).all()
