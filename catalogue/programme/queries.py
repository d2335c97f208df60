"""Looking things up in the programme. Everything returned has its centre and sessions with it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.rights import Realm
from catalogue.programme.removed import RemovedEvent
from catalogue.programme.revisions import current_revision
from catalogue.programme.tables import Event, Status


async def upcoming(
    session: AsyncSession,
    *,
    now: datetime,
    centre_id: int | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Sequence[Event]:
    """Published events that have not started yet, the soonest first."""
    query = select(Event).where(Event.status == Status.PUBLISHED, Event.starts_at > now)
    if centre_id is not None:
        query = query.where(Event.centre_id == centre_id)
    query = query.order_by(Event.starts_at, Event.id).limit(limit).offset(offset)
    return (await session.scalars(query)).all()


async def not_over(
    session: AsyncSession, realm: Realm, *, now: datetime, limit: int, offset: int = 0
) -> Sequence[Event]:
    """Published events of the realm that have not ended, the soonest first."""
    query = select(Event).where(
        Event.status == Status.PUBLISHED, Event.over_at > now, within(realm)
    )
    query = query.order_by(Event.starts_at, Event.id).limit(limit).offset(offset)
    return (await session.scalars(query)).all()


async def over(
    session: AsyncSession, realm: Realm, *, now: datetime, limit: int, offset: int = 0
) -> Sequence[Event]:
    """Published events of the realm that have ended, the latest first."""
    query = select(Event).where(
        Event.status == Status.PUBLISHED, Event.over_at <= now, within(realm)
    )
    query = query.order_by(Event.starts_at.desc(), Event.id.desc()).limit(limit).offset(offset)
    return (await session.scalars(query)).all()


def within(realm: Realm) -> ColumnElement[bool]:
    """Of an event in a query: whether it is of the realm."""
    if realm.centres is None:
        return true()
    return or_(Event.centre_id.in_(realm.centres), Event.id.in_(realm.events))


async def unpublished(
    session: AsyncSession, realm: Realm, *, now: datetime, limit: int, offset: int = 0
) -> Sequence[Event]:
    """Drafts of the realm that have not begun, the soonest first."""
    query = select(Event).where(Event.status == Status.DRAFT, Event.starts_at > now)
    if realm.centres is not None:
        query = query.where(Event.centre_id.in_(realm.centres))
    query = query.order_by(Event.starts_at, Event.id).limit(limit).offset(offset)
    return (await session.scalars(query)).all()


async def by_code(session: AsyncSession, code: str) -> list[Event]:
    """Published or cancelled events with this code, one of each centre that uses it.

    Where no code is spelled so, letter case is not minded: people type codes from paper.
    """
    seen = select(Event).where(Event.status != Status.DRAFT).order_by(Event.starts_at, Event.id)
    exact = (await session.scalars(seen.where(Event.code == code))).all()
    if exact:
        return list(exact)
    return list((await session.scalars(seen.where(func.lower(Event.code) == code.lower()))).all())


async def by_id(session: AsyncSession, event_id: int) -> Event | None:
    event: Event | None = await session.get(Event, event_id)
    return event


async def of_centre(session: AsyncSession, centre_id: int | None) -> Sequence[Event]:
    """The whole plan of a centre, or of all: past, draft and cancelled too, in order of time."""
    query = select(Event).order_by(Event.starts_at, Event.centre_id, Event.code)
    if centre_id is not None:
        query = query.where(Event.centre_id == centre_id)
    return (await session.scalars(query)).all()


async def changed_since(
    session: AsyncSession, revision: int
) -> tuple[int, Sequence[Event], Sequence[int]]:
    """The present revision, published events changed after the given one, and ids that are gone.

    Give -1 for everything. Gone is what is a draft, cancelled or removed now, whether the reader
    knew it or not; that an event has started is left to the reader's own clock.
    """
    present = await current_revision(session)
    if present == revision:
        return present, (), ()
    newer = select(Event).where(Event.revision > revision).order_by(Event.id)
    changed = (await session.scalars(newer)).all()
    published = [event for event in changed if event.status is Status.PUBLISHED]
    hidden = [event.id for event in changed if event.status is not Status.PUBLISHED]
    removed = select(RemovedEvent.id).where(RemovedEvent.revision > revision)
    return present, published, hidden + list(await session.scalars(removed))
