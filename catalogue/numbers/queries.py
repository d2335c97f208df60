"""Reading what is counted, some at a time, so that nobody who writes to the bot waits for it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import raiseload

from catalogue.numbers.counting import packed
from catalogue.numbers.records import Entry, Held
from catalogue.numbers.spans import moments
from catalogue.programme.tables import Event, Status
from catalogue.registrations.queue import offers_close
from catalogue.registrations.tables import Registration
from catalogue.search.spans import Span

_EVENTS, _ENTRIES = 250, 2_500


@dataclass(frozen=True, slots=True)
class Records:
    """Events and registrations in packed pieces, as `catalogue.numbers.counting.count` has them."""

    events: Sequence[bytes]
    entries: Sequence[bytes]


async def records(
    session: AsyncSession, *, centres: Collection[int] | None, span: Span, zone: ZoneInfo
) -> Records:
    """Of the events that are not cancelled and begin within the span. `centres` None is all."""
    asked = _asked(centres, span, zone)
    events: list[bytes] = []
    last = 0
    query = select(Event).options(raiseload("*")).where(*asked).order_by(Event.id).limit(_EVENTS)
    while some := (await session.scalars(query.where(Event.id > last))).all():
        last = some[-1].id
        events.append(packed([_held(event) for event in some]))
        session.expunge_all()
    return Records(events, await _entries(session, asked))


async def _entries(session: AsyncSession, asked: Sequence[ColumnElement[bool]]) -> list[bytes]:
    pieces: list[bytes] = []
    last = 0
    row = Registration
    query = (
        select(row.id, row.event_id, row.person_id, row.state, row.joined_at, row.changed_at)
        .join(Event, Event.id == row.event_id)
        .where(*asked)
        .order_by(row.id)
        .limit(_ENTRIES)
    )
    while some := (await session.execute(query.where(row.id > last))).all():
        last = some[-1].id
        pieces.append(packed([Entry(*one[1:]) for one in some]))
    return pieces


def _asked(
    centres: Collection[int] | None, span: Span, zone: ZoneInfo
) -> list[ColumnElement[bool]]:
    asked = [Event.status == Status.PUBLISHED]
    if centres is not None:
        asked.append(Event.centre_id.in_(centres))
    return [*asked, *moments(Event.starts_at, span, zone)]


def _held(event: Event) -> Held:
    return Held(
        number=event.id,
        audience=tuple(event.audience),
        city=event.city,
        mode=event.mode,
        priority_field=event.priority_field,
        funding=event.funding,
        seats=event.seats,
        late_from=min(offers_close(event), event.leaving_until),
    )
