"""Reading what is counted, some at a time, so that nobody who writes to the bot waits for it."""

from collections.abc import Collection
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import raiseload

from catalogue.numbers.packing import packed
from catalogue.numbers.records import Entry, Held
from catalogue.programme.spans import moments
from catalogue.programme.tables import Event, Status
from catalogue.registrations.links import was_passed_on
from catalogue.registrations.queue import late_from
from catalogue.registrations.tables import Registration
from catalogue.search.spans import Span

_AT_ONCE = 50
_ENTRY = (
    Registration.event_id,
    Registration.person_id,
    Registration.state,
    Registration.joined_at,
    Registration.changed_at,
    was_passed_on(),
)


@dataclass(frozen=True, slots=True)
class Records:
    """Events and registrations in packed pieces, as `catalogue.numbers.counting.count` has them."""

    events: list[bytes]
    entries: list[bytes]


async def records(
    session: AsyncSession, *, centres: Collection[int] | None, span: Span, zone: ZoneInfo
) -> Records:
    """Of the published events that begin within the span. `centres` None is all."""
    found = Records([], [])
    query = select(Event).where(*_asked(centres, span, zone)).order_by(Event.id).limit(_AT_ONCE)
    query, last = query.options(raiseload("*")), 0
    while some := (await session.scalars(query.where(Event.id > last))).all():
        last = some[-1].id
        of_these = Registration.event_id.in_([event.id for event in some])
        entries = await session.execute(select(*_ENTRY).where(of_these))
        found.events.append(packed([held_of(event) for event in some]))
        found.entries.append(packed([Entry(*row) for row in entries]))
        session.expunge_all()
    return found


def _asked(
    centres: Collection[int] | None, span: Span, zone: ZoneInfo
) -> list[ColumnElement[bool]]:
    asked = [Event.status == Status.PUBLISHED]
    if centres is not None:
        asked.append(Event.centre_id.in_(centres))
    return [*asked, *moments(Event.starts_at, span, zone)]


def held_of(event: Event) -> Held:
    """What is counted of it."""
    return Held(
        number=event.id,
        audience=tuple(event.audience),
        city=event.city,
        mode=event.mode,
        priority_field=event.priority_field,
        funding=event.funding,
        seats=event.seats,
        late_from=late_from(event),
    )
