"""Which reminders are due, put into the outbox."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import lazyload, load_only

from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.reminders import Due, Reminder, due, minutes, reminders_of
from catalogue.registrations.tables import Registration, State
from scheduler.addressing import recipe
from scheduler.marks import mark, set_mark
from scheduler.outbox import Message, Priority, put
from scheduler.ticks import Tick, Watch

log = structlog.get_logger(__name__)

#: Registrations in one transaction: what the event loop works through without a breath.
BATCH = 200
MARK = "reminders"


def reminders(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """Batch after batch, so that everybody else gets a turn in between."""
        await _look_at_all_where_the_setting_changed(watch, now)
        total: Counter[str] = Counter()
        while counted := await watch.database.write(lambda session: _batch(session, watch, now)):
            total += counted
            if counted["put"]:
                watch.said()
        if total["put"] or total["dropped"] or total["unreachable"]:
            log.info("reminders", **total)

    return Tick("reminders", watch.seconds, work)


async def _batch(session: AsyncSession, watch: Watch, now: datetime) -> Counter[str]:
    """Nothing was left to look at where nothing is counted."""
    found = await _to_look_at(session, now)
    if not found:
        return Counter()
    events = await _events(session, {registration.event_id for registration, _ in found})
    counted, messages, looks = Counter(looked=len(found)), [], []
    for registration, person in found:
        decided = _decide(registration, events[registration.event_id], person, watch, now)
        looks.append({"registration": registration.id, "look_at": decided.look_at})
        counted["dropped"] += decided.dropped
        if person.telegram_id is None or person.unreachable_since is not None:
            counted["unreachable"] += len(decided.reminders)
            continue
        messages += [_message(registration, each, person, watch, now) for each in decided.reminders]
    await session.execute(_LOOK_NEXT, looks)
    counted["put"] = await put(session, messages, now=now)
    return counted


_table: Any = Registration.__table__
_LOOK_NEXT = (
    update(_table)
    .where(_table.c.id == bindparam("registration"))
    .values(remind_at=bindparam("look_at"))
)


#: Only what is asked of them: a hundred thousand rows are read here.
_OF_REGISTRATION = load_only(
    Registration.event_id,
    Registration.state,
    Registration.changed_at,
    Registration.remind_at,
    raiseload=True,
)
_OF_PERSON = load_only(
    Person.telegram_id,
    Person.language,
    Person.client_language,
    Person.quiet_from,
    Person.quiet_until,
    Person.wants_reminders,
    Person.unwanted_reminders,
    Person.unreachable_since,
    Person.forgotten_at,
    raiseload=True,
)
_OF_EVENT = load_only(Event.status, Event.mode, Event.reminders, raiseload=True)


async def _to_look_at(
    session: AsyncSession, now: datetime
) -> Sequence[tuple[Registration, Person]]:
    """Those in a turn's hands just now wait for the next tick; the event's row is not theirs."""
    rows = await session.execute(
        select(Registration, Person)
        .join(Person, Person.id == Registration.person_id)
        .where(Registration.remind_at <= now)
        .order_by(Registration.remind_at, Registration.event_id)
        .options(_OF_REGISTRATION, _OF_PERSON)
        .limit(BATCH)
        .with_for_update(of=Registration, skip_locked=True)
    )
    return [(registration, person) for registration, person in rows]


async def _events(session: AsyncSession, ids: Iterable[int]) -> dict[int, Event]:
    rows = await session.scalars(
        select(Event).where(Event.id.in_(ids)).options(_OF_EVENT, lazyload(Event.centre))
    )
    return {event.id: event for event in rows}


def _decide(
    registration: Registration, event: Event, person: Person, watch: Watch, now: datetime
) -> Due:
    planned = reminders_of(registration, event, person, usual=watch.reminders, zone=watch.timezone)
    since = registration.remind_at or now
    return due(planned, person, since=since, now=now, zone=watch.timezone)


def _message(
    registration: Registration, reminder: Reminder, person: Person, watch: Watch, now: datetime
) -> Message:
    """Known by the start too, so that a meeting that was moved is reminded of anew."""
    start = int(reminder.starts_at.timestamp())
    key = f"{registration.id}:{reminder.session_id}:{reminder.lead}:{start}"
    return Message(
        chat_id=person.telegram_id,
        recipe=recipe(watch, person, "reminder", key),
        key=f"reminder:{key}",
        priority=Priority.REMINDER,
        not_before=reminder.at if reminder.at > now else None,
        expires_at=reminder.starts_at,
    )


async def _look_at_all_where_the_setting_changed(watch: Watch, now: datetime) -> None:
    """Whoever takes part in something to come, when REMINDERS says something new."""
    setting = ",".join(map(str, sorted(minutes(watch.reminders))))
    if await watch.database.read(lambda session: mark(session, MARK)) == setting:
        return
    last: int | None = 0
    while last is not None:
        last = await watch.database.write(partial(_look_at, after=last, now=now))
    await watch.database.write(lambda session: set_mark(session, MARK, setting))


async def _look_at(session: AsyncSession, *, after: int, now: datetime) -> int | None:
    """The last of the next batch by number; None when there are no more."""
    ids = (
        await session.scalars(
            select(Registration.id)
            .join(Event)
            .where(
                Registration.id > after,
                Registration.state == State.CONFIRMED,
                Event.over_at > now,
            )
            .order_by(Registration.id)
            .limit(BATCH)
        )
    ).all()
    still = _table.c.remind_at
    await session.execute(
        update(_table)
        .where(_table.c.id.in_(ids), (still.is_(None)) | (still > now))
        .values(remind_at=now)
    )
    return ids[-1] if ids else None
