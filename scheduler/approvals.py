"""Registrations that wait for an approval: the coordinators hear of them, a few at a time."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.languages import language_of
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.queue import locked
from catalogue.registrations.tables import Registration, State
from scheduler.colleagues import colleagues
from scheduler.notices import not_before
from scheduler.outbox import Message, Priority, Recipe, put
from scheduler.ticks import Tick, Watch

#: Of one event nobody hears oftener, and once a day as long as anybody waits.
AT_MOST_EVERY = timedelta(minutes=10)
AT_LEAST_EVERY = timedelta(days=1)
KIND = "approvals"


def approvals(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """One event a transaction: whoever joins another one does not wait."""
        for event_id in await watch.database.read(partial(_to_tell, now)):
            await watch.database.write(partial(_tell, watch, now, event_id))
            watch.said()

    return Tick("approvals", watch.seconds, work)


async def _to_tell(now: datetime, session: AsyncSession) -> Sequence[int]:
    """Events where somebody waits of whom staff have not heard, or heard a day ago."""
    told = Event.approvals_told_at
    waits = exists().where(
        Registration.event_id == Event.id,
        Registration.state == State.PENDING,
        or_(told.is_(None), told <= now - AT_LEAST_EVERY, Registration.changed_at > told),
    )
    found = await session.scalars(
        select(Event.id).where(
            Event.status == Status.PUBLISHED,
            Event.starts_at > now,
            or_(told.is_(None), told <= now - AT_MOST_EVERY),
            waits,
        )
    )
    return found.all()


async def _tell(watch: Watch, now: datetime, event_id: int, session: AsyncSession) -> None:
    event = await locked(session, event_id)
    event.approvals_told_at = now
    people = await colleagues(session, watch, event)
    await put(session, [_message(watch, event, one, now) for one in people], now=now)


def _message(watch: Watch, event: Event, person: Person, now: datetime) -> Message:
    """Known by when it goes out: of a whole night there is one in the morning."""
    after = not_before(person, now, [event.starts_at], watch.timezone)
    goes_at = int((after or now).timestamp())
    return Message(
        chat_id=person.telegram_id,
        recipe=Recipe(KIND, str(event.id), language_of(person, default=watch.default_language)),
        priority=Priority.URGENT,
        not_before=after,
        expires_at=event.starts_at,
        key=f"{KIND}:{event.id}:{goes_at}:{person.telegram_id}",
    )
