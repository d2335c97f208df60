"""Looking at who takes part: one event as one person sees it, and a person's own events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.leaving import asks_to_leave
from catalogue.registrations.queue import HOLDS_A_SEAT, place_of
from catalogue.registrations.rules import Joined
from catalogue.registrations.tables import Registration, State

#: Made once: every list asks it.
_COUNTED = (
    select(Registration.event_id, Registration.state, func.count())
    .where(Registration.event_id.in_(bindparam("events", expanding=True)))
    .group_by(Registration.event_id, Registration.state)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an event stands for one person. `free` None is without limit; `place` counts from 1. Who
    `asks_to_leave` waits for the organiser's answer.
    """

    free: int | None
    waiting: int
    own: Registration | None = None
    place: int | None = None
    asks_to_leave: bool = False

    @property
    def is_in(self) -> bool:
        return self.own is not None and self.own.state is not State.CANCELLED

    @property
    def is_full(self) -> bool:
        """Nobody passes those who already wait, so a queue is full too."""
        return self.free == 0 or (self.free is not None and self.waiting > 0)


async def standing(session: AsyncSession, *, event: Event, person: Person) -> Standing:
    return (await standings(session, [event], person=person))[event.id]


async def standings(
    session: AsyncSession, events: list[Event], *, person: Person | None
) -> dict[int, Standing]:
    """How each of these events stands, by event id; without a person for nobody in particular."""
    found = {}
    seats = await places(session, events)
    own = await _own(session, events, person) if person else {}
    for event in events:
        free, waiting = seats[event.id]
        row, asks = own.get(event.id, (None, False))
        place = await place_of(session, row) if row else None
        found[event.id] = Standing(
            free=free, waiting=waiting, own=row, place=place, asks_to_leave=asks
        )
    return found


async def _own(
    session: AsyncSession, events: list[Event], person: Person
) -> dict[int, tuple[Registration, bool]]:
    """As they are in the database now, whatever this transaction read before; and whether the
    person asks to be let go.
    """
    rows = await session.execute(
        select(Registration, asks_to_leave())
        .where(
            Registration.event_id.in_([event.id for event in events]),
            Registration.person_id == person.id,
        )
        .execution_options(populate_existing=True)
    )
    return {row.event_id: (row, bool(asks)) for row, asks in rows}


async def standing_after(session: AsyncSession, joined: Joined) -> Standing:
    """What joining has just told is not asked again."""
    free, waiting = (await places(session, [joined.event]))[joined.event.id]
    return Standing(free=free, waiting=waiting, own=joined.registration, place=joined.place)


async def places(session: AsyncSession, events: list[Event]) -> dict[int, tuple[int | None, int]]:
    """Free seats (None without limit) and the length of the queue, by event id, in one query.

    Those who have been offered the last seats are still counted in the queue.
    """
    count = await counts(session, events)

    def free(event: Event) -> int | None:
        if event.seats is None:
            return None
        return max(0, event.seats - sum(count.get((event.id, state), 0) for state in HOLDS_A_SEAT))

    def waiting(event: Event) -> int:
        offered = count.get((event.id, State.OFFERED), 0) if free(event) == 0 else 0
        return offered + count.get((event.id, State.WAITING), 0)

    return {event.id: (free(event), waiting(event)) for event in events}


async def counts(session: AsyncSession, events: Sequence[Event]) -> dict[tuple[int, State], int]:
    """How many registrations there are, by event id and state; what is not there is none."""
    counted = await session.execute(_COUNTED, {"events": [event.id for event in events]})
    return {(event_id, state): number for event_id, state, number in counted}


async def own_registrations(session: AsyncSession, *, person: Person) -> list[Registration]:
    """All of a person's registrations with their events, the earliest event first."""
    rows = await session.scalars(
        select(Registration)
        .join(Event)
        .options(joinedload(Registration.event))
        .where(Registration.person_id == person.id)
        .order_by(Event.starts_at, Event.id)
    )
    return list(rows.unique())


def is_coming(registration: Registration, now: datetime) -> bool:
    """Whether the event has not ended; while it runs it is still one's coming event."""
    return registration.event.over_at > now
