from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations import rules
from catalogue.registrations.queries import (
    Standing,
    is_coming,
    own_registrations,
    places,
    standing,
)
from catalogue.registrations.tables import Registration, State
from tests.factories import NOW, a_person, an_event, kept


def a_registration(event: Event, person: Person, state: State, ticket: int) -> Registration:
    return Registration(
        event_id=event.id,
        person_id=person.id,
        state=state,
        ticket=ticket,
        joined_at=NOW,
        changed_at=NOW,
    )


async def _filled(
    session: AsyncSession, states: list[State], **facts: Any
) -> tuple[Event, list[Person]]:
    """An event with a person in each of these states, in this order."""
    event, people = an_event(**facts), [a_person() for _ in states]
    await kept(session, event, *people)
    rows = [
        a_registration(event, person, state, ticket)
        for ticket, (person, state) in enumerate(zip(people, states, strict=True), start=1)
    ]
    await kept(session, *rows)
    return event, people


C, P, W, X = State.CONFIRMED, State.PENDING, State.WAITING, State.CANCELLED
OFFERED = State.OFFERED


@pytest.mark.parametrize(
    ("seats", "states", "expected"),
    [
        (None, [C, C], (None, 0)),
        (2, [], (2, 0)),
        (3, [C, P, X], (1, 0)),
        (2, [C, P, W, W, X], (0, 2)),
        (2, [C, OFFERED, W], (0, 2)),  # who has been offered the last seat is still in the queue
        (3, [C, OFFERED], (1, 0)),
        (1, [C, C, P], (0, 0)),  # the seats were cut afterwards
    ],
)
async def test_places(
    database: Database, seats: int | None, states: list[State], expected: tuple[int | None, int]
) -> None:
    """Confirmed, pending and offered hold a seat, those who left hold none; never below zero."""

    async def look(session: AsyncSession) -> dict[int, tuple[int | None, int]]:
        event, _ = await _filled(session, states, seats=seats)
        other, _ = await _filled(session, [C, W], seats=1)
        found = await places(session, [event, other])
        assert found[other.id] == (0, 1)
        return {0: found[event.id]}

    assert await database.write(look) == {0: expected}


async def test_places_of_no_events(database: Database) -> None:
    """An empty page asks for nothing and gets nothing."""

    async def look(session: AsyncSession) -> dict[int, tuple[int | None, int]]:
        return await places(session, [])

    assert await database.read(look) == {}


async def test_standing_is_each_persons_own(database: Database) -> None:
    """The same event for one who is in, one who waits third in line, one who left, a stranger."""

    async def look(session: AsyncSession) -> list[tuple[bool, State | None, int | None]]:
        event, people = await _filled(session, [C, W, X, W, W], seats=1)
        stranger = a_person()
        await kept(session, stranger)
        found = [await standing(session, event=event, person=one) for one in (*people, stranger)]
        assert {(one.free, one.waiting, one.is_full) for one in found} == {(0, 3, True)}
        return [(one.is_in, one.own.state if one.own else None, one.place) for one in found]

    assert await database.write(look) == [
        (True, C, None),
        (True, W, 1),
        (False, X, None),
        (True, W, 2),
        (True, W, 3),
        (False, None, None),
    ]


@pytest.mark.parametrize(
    ("free", "waiting", "is_full"),
    [(None, 0, False), (1, 0, False), (0, 0, True), (0, 2, True), (1, 2, True), (None, 2, False)],
)
def test_nobody_passes_those_who_wait(free: int | None, waiting: int, is_full: bool) -> None:  # noqa: FBT001 -- a table
    """A seat that came free is for the queue, so a passer-by finds the event full."""
    assert Standing(free=free, waiting=waiting).is_full is is_full


async def test_own_registrations_with_their_events(database: Database) -> None:
    """All of one person's, the earliest event first, and nobody else's."""

    async def look(session: AsyncSession) -> list[tuple[str, int, State]]:
        ona, jonas = a_person(), a_person()
        events = [an_event(code=f"E{d}", starts=NOW + timedelta(days=d)) for d in (9, 1, 5)]
        await kept(session, ona, jonas, *events)
        for event in events:
            await rules.join(session, event_id=event.id, person=ona, now=NOW)
        await rules.join(session, event_id=events[0].id, person=jonas, now=NOW)
        await rules.leave(session, event_id=events[2].id, person=ona, now=NOW)
        session.expunge_all()
        own = await own_registrations(session, person=ona)
        return [(one.event.code, len(one.event.sessions), one.state) for one in own]

    assert await database.write(look) == [("E1", 1, C), ("E5", 1, X), ("E9", 1, C)]


@pytest.mark.parametrize(
    ("hours_ago", "ends_known", "coming"),
    [(-1, True, True), (1, True, True), (3, True, False), (1, False, False), (0, False, False)],
)
def test_is_coming_until_it_has_ended(hours_ago: int, ends_known: bool, coming: bool) -> None:  # noqa: FBT001 -- a table
    """While it runs it is still one's coming event; without a known end the start is the end."""
    event = an_event(starts=NOW - timedelta(hours=hours_ago))
    if not ends_known:
        event.ends_at = None
    assert is_coming(Registration(event=event), NOW) is coming
