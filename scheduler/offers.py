"""Offered seats: the time to answer runs from the delivery, and ends."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, raiseload

from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.offers import settle
from catalogue.registrations.queue import HOLDS_A_SEAT, free_seats, locked, offers_close
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State
from scheduler.addressing import to_person
from scheduler.colleagues import colleagues
from scheduler.notices import key_of
from scheduler.outbox import Message, Outgoing, Priority, SendState, put
from scheduler.ticks import Tick, Watch

#: How long ago an event may have started in which an offer was left open, by a process asleep.
LOOKS_BACK = timedelta(days=30)


def offers(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """One event a transaction: whoever joins another one does not wait."""
        for event_id in await watch.database.read(partial(_to_look_at, now)):
            await watch.database.write(partial(_settle, now, event_id))
        if messages := await watch.database.read(partial(_seats_stay_empty, watch, now)):
            await watch.database.write(partial(put, messages=messages, now=now))
            watch.said()

    return Tick("offers", watch.seconds, work)


async def _to_look_at(now: datetime, session: AsyncSession) -> list[int]:
    """Events with an offer whose time is to be started or is over, and those where a seat is free
    and somebody waits: whatever the reason, the queue does not stand still for long.
    """
    due = exists().where(
        Registration.event_id == Event.id,
        Registration.state == State.OFFERED,
        or_(Registration.offer_until.is_(None), Registration.offer_until <= now),
    )
    offered = await session.scalars(select(Event.id).where(Event.starts_at > now - LOOKS_BACK, due))
    stalled = await _with_seats_and_queue(session, now, Person.unreachable_since.is_(None))
    return sorted({*offered, *(event.id for event in stalled if offers_close(event) > now)})


async def _with_seats_and_queue(
    session: AsyncSession, now: datetime, *those: ColumnElement[bool]
) -> Sequence[Event]:
    """Coming events that have a free seat while somebody waits, of `those` people."""
    waits = exists().where(
        Registration.event_id == Event.id,
        Registration.state == State.WAITING,
        Person.id == Registration.person_id,
        *those,
    )
    own = aliased(Registration)
    taken = (
        select(func.count())
        .where(own.event_id == Event.id, own.state.in_(HOLDS_A_SEAT))
        .scalar_subquery()
    )
    found = await session.scalars(
        select(Event)
        .where(Event.status == Status.PUBLISHED, Event.starts_at > now, waits)
        .where(or_(Event.seats.is_(None), Event.seats > taken))
        .options(raiseload(Event.sessions))
    )
    return found.all()


async def _settle(now: datetime, event_id: int, session: AsyncSession) -> None:
    event = await locked(session, event_id)
    delivered: dict[int, datetime] = {}
    failed, dropped = set[int](), set[int]()
    for registration_id, state, sent_at in await _told(session, event_id):
        if sent_at is not None:
            delivered[registration_id] = sent_at
        elif state in {SendState.EXPIRED, SendState.CANCELLED}:
            dropped.add(registration_id)
        elif state in {SendState.FAILED, None}:
            failed.add(registration_id)
    await settle(session, event=event, delivered=delivered, failed=failed, dropped=dropped, now=now)


async def _told(
    session: AsyncSession, event_id: int
) -> list[tuple[int, SendState | None, datetime | None]]:
    """What became of the newest word of each open offer; those not planned yet are left out."""
    noted = await session.execute(
        select(Notice.registration_id, Notice.id, Notice.planned_at)
        .join(Registration, Registration.id == Notice.registration_id)
        .where(
            Registration.event_id == event_id,
            Registration.state == State.OFFERED,
            Notice.kind == NoticeKind.OFFERED,
        )
        .order_by(Notice.id)
    )
    newest = {number: (key_of(notice_id), planned_at) for number, notice_id, planned_at in noted}
    keys = [key for key, planned_at in newest.values() if planned_at is not None]
    rows = await session.execute(
        select(Outgoing.key, Outgoing.state, Outgoing.sent_at).where(Outgoing.key.in_(keys))
    )
    known = {key: (state, sent_at) for key, state, sent_at in rows}
    return [
        (number, *known.get(key, (None, None)))
        for number, (key, planned_at) in newest.items()
        if planned_at is not None
    ]


async def _seats_stay_empty(watch: Watch, now: datetime, session: AsyncSession) -> list[Message]:
    """To staff, once for each number of seats that nobody is offered any more."""
    messages = [
        message
        for event in await _with_seats_and_queue(session, now)
        if offers_close(event) <= now and (free := await free_seats(session, event))
        for message in await _to_staff(watch, event, free, now, session)
    ]
    keys = [message.key for message in messages]
    known = set(await session.scalars(select(Outgoing.key).where(Outgoing.key.in_(keys))))
    return [message for message in messages if message.key not in known]


async def _to_staff(
    watch: Watch, event: Event, free: int, now: datetime, session: AsyncSession
) -> list[Message]:
    people = await colleagues(session, watch, event)
    what = f"{event.id}:{int(offers_close(event).timestamp())}:{free}"
    return [
        to_person(
            watch,
            person,
            "seats_empty",
            what,
            now=now,
            priority=Priority.URGENT,
            starts=[event.starts_at],
            expires_at=event.starts_at,
            known_as=f"seats_empty:{what}:{person.telegram_id}",
        )
        for person in people
    ]
