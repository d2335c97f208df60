"""Joining, waiting and leaving."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session, Status
from catalogue.refusals import Refusal
from catalogue.registrations import refusals, rules
from catalogue.registrations.tables import Registration, State
from tests.factories import NOW, a_person, an_event, kept


async def _given(database: Database, *, people: int = 1, **facts: Any) -> tuple[int, list[int]]:
    """An event and people who have introduced themselves; their row ids."""

    async def make(session: Any) -> tuple[int, list[int]]:
        event = an_event(**facts)
        crowd = [a_person() for _ in range(people)]
        await kept(session, event, *crowd)
        return event.id, [person.id for person in crowd]

    return await database.write(make)


async def _join(database: Database, event_id: int, person_id: int, **how: Any) -> rules.Joined:
    async def work(session: Any) -> rules.Joined:
        person = await session.get_one(Person, person_id)
        return await rules.join(session, event_id=event_id, person=person, **{"now": NOW} | how)

    return await database.write(work)


async def _leave(database: Database, event_id: int, person_id: int, **how: Any) -> Registration:
    async def work(session: Any) -> Registration:
        person = await session.get_one(Person, person_id)
        return await rules.leave(session, event_id=event_id, person=person, **{"now": NOW} | how)

    return await database.write(work)


async def _states(database: Database, event_id: int) -> list[tuple[State, int]]:
    async def look(session: Any) -> list[tuple[State, int]]:
        rows = await session.scalars(
            select(Registration)
            .where(Registration.event_id == event_id)
            .order_by(Registration.ticket)
        )
        return [(row.state, row.person_id) for row in rows]

    return await database.read(look)


async def test_join_takes_a_free_seat(database: Database) -> None:
    """With a seat free the registration is confirmed at once."""
    event, (ona,) = await _given(database, seats=1)
    joined = await _join(database, event, ona)
    assert (joined.registration.state, joined.place) == (State.CONFIRMED, None)


async def test_join_waits_in_order_of_arrival(database: Database) -> None:
    """Whoever comes to a full event gets the next place in the queue."""
    event, people = await _given(database, people=4, seats=1)
    joined = [await _join(database, event, person) for person in people]
    assert [one.place for one in joined] == [None, 1, 2, 3]


async def test_join_without_seats_given_is_unlimited(database: Database) -> None:
    """An event that names no number of seats takes everybody."""
    event, people = await _given(database, people=5, seats=None)
    joined = [await _join(database, event, person) for person in people]
    assert {one.registration.state for one in joined} == {State.CONFIRMED}


async def test_join_twice_is_refused_with_the_place_held(database: Database) -> None:
    """A second press says where one stands and takes no second seat."""
    event, people = await _given(database, people=2, seats=1)
    for person in people:
        await _join(database, event, person)
    with pytest.raises(refusals.AlreadyRegistered) as refused:
        await _join(database, event, people[1])
    assert refused.value.place == 1
    assert len(await _states(database, event)) == 2


REFUSED: list[tuple[str, dict[str, Any], type[Refusal]]] = [
    ("a draft is not there", {"status": Status.DRAFT}, refusals.EventGone),
    ("a cancelled one", {"status": Status.CANCELLED}, refusals.EventCancelled),
    ("one that has started", {"starts": NOW - timedelta(minutes=1)}, refusals.EventStarted),
    ("one that starts now", {"starts": NOW}, refusals.EventStarted),
    ("after the deadline", {"registration_closes": NOW}, refusals.RegistrationClosed),
    ("full without a queue", {"seats": 0, "waiting_list": False}, refusals.EventFull),
]


@pytest.mark.parametrize(("case", "facts", "refusal"), REFUSED, ids=[row[0] for row in REFUSED])
async def test_join_is_refused(
    database: Database, case: str, facts: dict[str, Any], refusal: type[Refusal]
) -> None:
    """What cannot be joined says why, and leaves no row behind."""
    event, (ona,) = await _given(database, **facts)
    with pytest.raises(refusal):
        await _join(database, event, ona)
    assert await _states(database, event) == []


async def test_join_needs_an_introduction(database: Database) -> None:
    """Nobody is registered without a name and a consent of their own."""
    event, _ = await _given(database)

    async def stranger(session: Any) -> int:
        person = a_person(introduced=False)
        await kept(session, person)
        return int(person.id)

    with pytest.raises(refusals.IntroductionNeeded):
        await _join(database, event, await database.write(stranger))


async def test_join_warns_of_a_clash_and_obeys(database: Database) -> None:
    """Two events at one time are said before joining, and joined when the person insists."""
    first, (ona,) = await _given(database)
    later, _ = await _given(database, starts=NOW + timedelta(days=10, hours=2))
    await _join(database, first, ona)
    with pytest.raises(refusals.Clash):
        await _join(database, later, ona)

    async def others(session: Any) -> list[int]:
        event, person = await session.get_one(Event, later), await session.get_one(Person, ona)
        return [other.id for other in await rules.clashes(session, event=event, person=person)]

    assert await database.read(others) == [first]
    joined = await _join(database, later, ona, despite_clash=True)
    assert joined.registration.state is State.CONFIRMED


async def test_join_back_to_back_is_no_clash(database: Database) -> None:
    """One event may begin the minute another ends."""
    first, (ona,) = await _given(database)
    after, _ = await _given(database, starts=NOW + timedelta(days=10, hours=3))
    await _join(database, first, ona)
    assert (await _join(database, after, ona)).registration.state is State.CONFIRMED


async def test_join_sees_a_clash_with_any_session(database: Database) -> None:
    """A programme of several meetings clashes where one of them does, not in between."""
    start = NOW + timedelta(days=5)
    meetings = [
        Session(starts_at=start + timedelta(days=d), ends_at=start + timedelta(days=d, hours=2))
        for d in (0, 7)
    ]
    course, (ona,) = await _given(database, starts=start, sessions=meetings)
    between, _ = await _given(database, starts=start + timedelta(days=3))
    second, _ = await _given(database, starts=start + timedelta(days=7, hours=1))
    await _join(database, course, ona)
    await _join(database, between, ona)
    with pytest.raises(refusals.Clash):
        await _join(database, second, ona)


async def test_leave_gives_the_seat_to_the_first_in_the_queue(database: Database) -> None:
    """The next one moves up in the same transaction, and the others one place ahead."""
    event, people = await _given(database, people=4, seats=1)
    for person in people:
        await _join(database, event, person)
    await _leave(database, event, people[0])
    assert await _states(database, event) == [
        (State.CANCELLED, people[0]),
        (State.CONFIRMED, people[1]),
        (State.WAITING, people[2]),
        (State.WAITING, people[3]),
    ]


async def test_leaving_the_queue_moves_nobody_up(database: Database) -> None:
    """One who only waited frees no seat."""
    event, people = await _given(database, people=3, seats=1)
    for person in people:
        await _join(database, event, person)
    await _leave(database, event, people[1])
    states = [state for state, _ in await _states(database, event)]
    assert states == [State.CONFIRMED, State.CANCELLED, State.WAITING]


async def test_join_again_after_leaving_goes_to_the_end(database: Database) -> None:
    """Who left and comes back waits behind those who stayed."""
    event, people = await _given(database, people=3, seats=1)
    for person in people:
        await _join(database, event, person)
    await _leave(database, event, people[0])
    assert (await _join(database, event, people[0])).place == 2


async def test_leave_is_refused_after_its_limit(database: Database) -> None:
    """After `cancel_until` a seat is kept; one who waits, or whose event was moved, may go."""
    event, people = await _given(database, people=2, seats=1, cancel_until=NOW)
    for person in people:
        await _join(database, event, person)
    with pytest.raises(refusals.LeavingClosed):
        await _leave(database, event, people[0])
    assert (await _leave(database, event, people[1])).state is State.CANCELLED
    left = await _leave(database, event, people[0], after_change=True)
    assert left.state is State.CANCELLED


async def test_leave_is_refused_after_the_start(database: Database) -> None:
    """What has begun is history."""
    event, (ona,) = await _given(database)
    await _join(database, event, ona)
    with pytest.raises(refusals.EventStarted):
        await _leave(database, event, ona, now=NOW + timedelta(days=10))


async def test_leave_without_a_registration_is_refused(database: Database) -> None:
    """Nobody can give up what they do not have."""
    event, (ona,) = await _given(database)
    with pytest.raises(refusals.NotRegistered):
        await _leave(database, event, ona)


async def test_approval_holds_a_seat_meanwhile(database: Database) -> None:
    """Where the organiser approves, one who waits for it already has a seat."""
    event, people = await _given(database, people=2, seats=1, needs_approval=True)
    joined = [await _join(database, event, person) for person in people]
    assert [one.registration.state for one in joined] == [State.PENDING, State.WAITING]


async def test_a_hundred_at_once_for_ten_seats(database: Database) -> None:
    """Exactly ten are in; the others wait, each told a place that nobody else was told."""
    event, people = await _given(database, people=100, seats=10)
    joined = await asyncio.gather(*(_join(database, event, person) for person in people))
    assert sorted(one.place for one in joined if one.place) == list(range(1, 91))

    async def taken(session: Any) -> int:
        query = select(func.count()).where(Registration.state == State.CONFIRMED)
        return int(await session.scalar(query))

    assert await database.read(taken) == 10
    waiting = {one.registration.person_id: one.place for one in joined if one.place}
    in_order = [who for state, who in await _states(database, event) if state is State.WAITING]
    assert [waiting[who] for who in in_order] == list(range(1, 91))


async def test_withdraw_all_leaves_what_is_past(database: Database) -> None:
    """One who is forgotten leaves every coming event, and the past keeps its count."""
    past, (ona, jonas) = await _given(database, people=2, starts=NOW + timedelta(days=1))
    coming, _ = await _given(database, seats=1, starts=NOW + timedelta(days=20))
    for person in (ona, jonas):
        await _join(database, past, person)
        await _join(database, coming, person)

    async def work(session: Any) -> None:
        person = await session.get_one(Person, ona)
        await rules.withdraw_all(session, person=person, now=NOW + timedelta(days=5))

    await database.write(work)
    assert (await _states(database, past))[0] == (State.CONFIRMED, ona)
    assert await _states(database, coming) == [(State.CANCELLED, ona), (State.CONFIRMED, jonas)]
