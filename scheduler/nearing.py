"""Events that come near with few registered: coordinators hear of them, of all in one message."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.participants import nearing as rules
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from scheduler.addressing import to_person
from scheduler.colleagues import coordinators
from scheduler.outbox import Message, Priority, put
from scheduler.ticks import Tick, Watch

KIND = "nearing"


def nearing(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """All in one transaction, so that of several events a person gets one message; no writer
        waits for it where there is nothing to tell, as nearly always.
        """
        if not rules.is_office_time(now, watch.timezone):
            return
        if not await watch.database.read(partial(rules.to_tell, now=now, zone=watch.timezone)):
            return
        if await watch.database.write(partial(_tell, watch, now)):
            watch.said()

    return Tick("nearing", watch.seconds, work)


async def _tell(watch: Watch, now: datetime, session: AsyncSession) -> int:
    """How many hear of something."""
    people: dict[int, Person] = {}
    told: defaultdict[int, list[Event]] = defaultdict(list)
    for event in await rules.to_tell(session, now=now, zone=watch.timezone):
        event.few_told = rules.due(event, now=now, zone=watch.timezone)
        for one in await coordinators(session, watch, event):
            people[one.id] = one
            told[one.id].append(event)
    messages = [_message(watch, people[one], events, now) for one, events in told.items()]
    return await put(session, messages, now=now)


def _message(watch: Watch, person: Person, events: Sequence[Event], now: datetime) -> Message:
    numbers = ",".join(str(event.id) for event in events)
    return to_person(
        watch,
        person,
        KIND,
        numbers,
        now=now,
        priority=Priority.URGENT,
        expires_at=max(event.starts_at for event in events),
        known_as=f"{KIND}:{person.id}:{int(now.timestamp())}",
    )
