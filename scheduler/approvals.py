"""What waits for a word of the coordinators: registrations to approve, people who ask to be let
go. They hear of it a few at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.leaving import is_asked
from catalogue.registrations.queue import locked
from catalogue.registrations.tables import LeaveRequest, Registration, State
from scheduler.addressing import not_before, to_person
from scheduler.colleagues import colleagues
from scheduler.outbox import Message, Priority, put
from scheduler.ticks import Tick, Watch

#: Of one event nobody hears oftener, and once a day as long as anybody waits.
AT_MOST_EVERY = timedelta(minutes=10)
AT_LEAST_EVERY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits at an event: `waits` is true of each in a query beside the event, `since` when it
    came; `told_at` of the event is when staff last heard of any.
    """

    kind: str
    waits: ColumnElement[bool]
    since: InstrumentedAttribute[datetime]
    told_at: InstrumentedAttribute[datetime | None]


APPROVALS = Waiting(
    kind="approvals",
    waits=Registration.state == State.PENDING,
    since=Registration.changed_at,
    told_at=Event.approvals_told_at,
)
LEAVING = Waiting(
    kind="leaving",
    waits=(LeaveRequest.registration_id == Registration.id) & is_asked(),
    since=LeaveRequest.asked_at,
    told_at=Event.leaving_told_at,
)


def approvals(watch: Watch, waiting: Waiting) -> Tick:
    async def work(now: datetime) -> None:
        """One event a transaction: whoever joins another one does not wait."""
        for event_id in await watch.database.read(partial(_to_tell, waiting, now)):
            await watch.database.write(partial(_tell, watch, waiting, now, event_id))
            watch.said()

    return Tick(waiting.kind, watch.seconds, work)


async def _to_tell(waiting: Waiting, now: datetime, session: AsyncSession) -> Sequence[int]:
    """Events where somebody waits of whom staff have not heard, or heard a day ago."""
    told = waiting.told_at
    waits = exists().where(
        Registration.event_id == Event.id,
        waiting.waits,
        or_(told.is_(None), told <= now - AT_LEAST_EVERY, waiting.since > told),
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


async def _tell(
    watch: Watch, waiting: Waiting, now: datetime, event_id: int, session: AsyncSession
) -> None:
    event = await locked(session, event_id)
    setattr(event, waiting.told_at.key, now)
    people = await colleagues(session, watch, event)
    messages = [_message(watch, waiting.kind, event, one, now) for one in people]
    await put(session, messages, now=now)


def _message(watch: Watch, kind: str, event: Event, person: Person, now: datetime) -> Message:
    """Known by when it goes out: of a whole night there is one in the morning."""
    starts = [event.starts_at]
    goes_at = int((not_before(watch, person, now, starts) or now).timestamp())
    return to_person(
        watch,
        person,
        kind,
        f"{event.id}:{person.id}",
        now=now,
        priority=Priority.URGENT,
        starts=starts,
        expires_at=event.starts_at,
        known_as=f"{kind}:{event.id}:{goes_at}:{person.telegram_id}",
    )
