"""Events that are taken out of the programme whole, as if they had never been in it."""

from collections.abc import Collection, Sequence

from sqlalchemy import Column, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Base
from catalogue.programme.refusals import EventInUse, StageOver
from catalogue.programme.removed import RemovedEvent
from catalogue.programme.revisions import locked_revision
from catalogue.programme.tables import Event, Status
from catalogue.subscriptions.tables import SubscriptionHit

_GO_WITH_IT = frozenset({"sessions", SubscriptionHit.__tablename__, "gatherings"})


async def in_use(session: AsyncSession, event_ids: Sequence[int]) -> set[int]:
    """Those of the events on which anything hangs that would be lost with them.

    Every table is asked that refers to events, so that a new one need not be thought of here.
    News that nobody has been told yet, and the meetings, go with the event; those who gathered
    before there was one wait on.
    """
    return await referred_to(session, "events", event_ids, but=_GO_WITH_IT)


async def referred_to(
    session: AsyncSession, table: str, ids: Sequence[int], *, but: Collection[str] = ()
) -> set[int]:
    """Those rows of the table to which any other table refers, `but` for some."""
    found: set[int] = set()
    for column in _referring(f"{table}.id", but):
        rows = select(column).where(column.in_(ids)).distinct()
        found |= set(await session.scalars(rows))
    return found


async def remove(session: AsyncSession, event_ids: Sequence[int], *, revision: int) -> None:
    """For good; nothing may be `in_use`. The caller holds the revision and has counted it up."""
    if not event_ids:
        return
    await session.execute(
        insert(RemovedEvent), [{"id": number, "revision": revision} for number in event_ids]
    )
    await session.execute(delete(SubscriptionHit).where(SubscriptionHit.event_id.in_(event_ids)))
    await session.execute(delete(Event).where(Event.id.in_(event_ids)))


async def delete_draft(session: AsyncSession, event: Event) -> None:
    """For good. The caller `held` the event. Raises StageOver where teachers may have seen it,
    EventInUse where anything hangs on it.
    """
    if event.status is not Status.DRAFT:
        raise StageOver(event)
    if await in_use(session, [event.id]):
        raise EventInUse(event)
    revision = await locked_revision(session)
    revision.value += 1
    await remove(session, [event.id], revision=revision.value)


def _referring(target: str, but: Collection[str]) -> list[Column[int]]:
    return [
        key.parent
        for table in Base.metadata.sorted_tables
        if table.name not in but
        for key in table.foreign_keys
        if key.target_fullname == target
    ]
