"""What one may go to instead of an event that is off."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.finding.browsing import events_of
from catalogue.programme.queries import upcoming
from catalogue.programme.tables import Event
from catalogue.registrations.queries import places
from catalogue.search.filters import Filters
from catalogue.search.index import Index
from catalogue.search.normalise import words
from catalogue.search.questions import Question

LOOKED_AT = 20


async def alternatives(
    session: AsyncSession, *, event: Event, index: Index, now: datetime, limit: int = 3
) -> list[Event]:
    """Coming events with free seats: the nearest in topic, then what else there is for the same
    people, then the soonest of the same centre.
    """
    near = await events_of(session, _nearest(event, index, now))
    of_centre = await upcoming(session, now=now, centre_id=event.centre_id, limit=LOOKED_AT)
    found = {one.id: one for one in (*near, *of_centre) if one.id != event.id}
    return (await open_to_join(session, list(found.values()), now=now))[:limit]


async def open_to_join(session: AsyncSession, events: list[Event], *, now: datetime) -> list[Event]:
    """Those of them where a seat is free and one may still register, in their order."""
    free = await places(session, events)
    return [
        one
        for one in events
        if one.starts_at > now and one.closes_at > now and _has_room(*free[one.id])
    ]


def _nearest(event: Event, index: Index, now: datetime) -> list[int]:
    topic = words(" ".join([event.title, *event.subjects]))
    for_whom = Filters(audience=event.audience[0] if event.audience else None)
    alike = Question("", filters=for_whom, topic=tuple(dict.fromkeys(topic)))
    found = index.find(alike, now=now, limit=LOOKED_AT)
    hits = list(found.hits or found.nearest)
    if for_whom:
        hits += index.find(Question("", filters=for_whom), now=now, limit=LOOKED_AT).hits
    return list(dict.fromkeys(hit.document.key for hit in hits))


def _has_room(free: int | None, waiting: int) -> bool:
    return free is None or (free > 0 and waiting == 0)
