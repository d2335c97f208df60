"""What has become of registrations, put into the outbox."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, raiseload

from catalogue.programme.tables import Change, Event
from catalogue.registrations.queue import offers_close
from catalogue.registrations.tables import Notice, NoticeKind, Registration
from scheduler.addressing import to_person
from scheduler.outbox import Message, Priority, put
from scheduler.ticks import Tick, Watch

AT_ONCE = 200

#: What one must hear before an event that starts while one is left in peace.
_BREAKS_QUIET_HOURS = frozenset(NoticeKind) - {NoticeKind.OFFERED, NoticeKind.OFFER_OVER}


def notices(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """A few hundred in a transaction, so that nobody else waits long."""
        while await watch.database.write(partial(_plan, watch, now)):
            watch.said()

    return Tick("notices", watch.seconds, work)


def key_of(notice_id: int) -> str:
    """Under which a notice stands in the outbox."""
    return f"notice:{notice_id}"


async def _plan(watch: Watch, now: datetime, session: AsyncSession) -> int:
    """How many were planned; 0 when there is nothing left."""
    rows = (await session.execute(
        select(Notice, Registration, Change)
        .join(Registration, Registration.id == Notice.registration_id)
        .outerjoin(Change, Change.id == Notice.change_id)
        .options(
            joinedload(Registration.person),
            joinedload(Registration.event).options(raiseload(Event.sessions)),
        )
        .where(Notice.planned_at.is_(None))
        .order_by(Notice.id)
        .limit(AT_ONCE)
    )).all()  # fmt: skip
    messages = [
        _message(watch, notice, registration, change, now)
        for notice, registration, change in rows
        if registration.person.telegram_id is not None
    ]
    await put(session, messages, now=now)
    planned = [notice.id for notice, _, _ in rows]
    await session.execute(update(Notice).where(Notice.id.in_(planned)).values(planned_at=now))
    return len(rows)


def _message(
    watch: Watch, notice: Notice, registration: Registration, change: Change | None, now: datetime
) -> Message:
    event = registration.event
    starts = list(_starts(event, change)) if notice.kind in _BREAKS_QUIET_HOURS else []
    return to_person(
        watch,
        registration.person,
        notice.kind.value,
        str(notice.id),
        now=now,
        priority=Priority.URGENT,
        starts=starts,
        expires_at=_expires_at(notice, event, change),
        known_as=key_of(notice.id),
    )


def _expires_at(notice: Notice, event: Event, change: Change | None) -> datetime:
    """An offer is made before the cut-off, the rest is of use until the event is over."""
    if notice.kind is NoticeKind.OFFERED:
        return offers_close(event)
    if change is None:
        return event.starts_at
    return max(_moments(change, "end"))


def _starts(event: Event, change: Change | None) -> Iterator[datetime]:
    yield event.starts_at
    if change is not None:
        yield from _moments(change, "start")


def _moments(change: Change, edge: str) -> Iterator[datetime]:
    plans: tuple[dict[str, Any], ...] = (change.before, change.after)
    for plan in plans:
        yield from (datetime.fromisoformat(meeting[edge]) for meeting in plan["sessions"])
