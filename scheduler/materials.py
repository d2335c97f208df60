"""Materials of events that are over: those who may have them hear of it once."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.materials.queries import Reader, of_event, readers, to_tell
from catalogue.materials.tables import Material
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from scheduler.addressing import to_person
from scheduler.outbox import Message, put
from scheduler.ticks import Tick, Watch

KIND = "materials"


def materials(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """One event a transaction: whoever adds something to another does not wait."""
        for number in await watch.database.read(partial(to_tell, now=now)):
            await watch.database.write(partial(_tell, watch, now, number))
            watch.said()

    return Tick("materials", watch.seconds, work)


async def _tell(watch: Watch, now: datetime, number: int, session: AsyncSession) -> None:
    """Of all that nobody was told of yet; what each may have is looked at again when it goes."""
    event = await session.get_one(Event, number, with_for_update=True)
    if number not in await to_tell(session, now=now):
        return
    told_at = now.replace(microsecond=0)
    new = [one for one in await of_event(session, number) if one.told_at is None]
    for one in new:
        one.told_at = told_at
    found = await readers(session, event)
    people = await _people(session, found, new)
    await put(session, [_message(watch, event, one, told_at) for one in people], now=now)


async def _people(
    session: AsyncSession, found: dict[int, Reader], new: Sequence[Material]
) -> Sequence[Person]:
    """Those registered who may have something of it, and have a chat with us."""
    numbers = [number for number, reader in found.items() if any(map(reader.may_have, new))]
    query = select(Person).where(Person.id.in_(numbers), Person.telegram_id.is_not(None))
    return (await session.scalars(query.order_by(Person.id))).all()


def _message(watch: Watch, event: Event, person: Person, told_at: datetime) -> Message:
    key = f"{event.id}:{person.id}:{int(told_at.timestamp())}"
    return to_person(watch, person, KIND, key, now=told_at)
