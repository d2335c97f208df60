"""Somebody brings a code, or stands at the door without a registration."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.learning.arriving import (
    Arrival,
    Outcome,
    register_at_door,
    running,
    scanned,
    typed,
    unmarked,
)
from catalogue.learning.attendance import came, marks_of, tally
from catalogue.learning.codes import Way, code
from catalogue.learning.house_secret import ATTENDANCE, secret_of
from catalogue.learning.tables import Attendance, CodeKind, Door, Presence, Source, WrongCode
from catalogue.learning.tries import MOST, WITHIN
from catalogue.people.tables import Person
from catalogue.privacy.forgetting import forget
from catalogue.programme.tables import Event, Status
from catalogue.registrations.decisions import case_of, take_off
from catalogue.registrations.refusals import IntroductionNeeded
from catalogue.registrations.tables import Registration, State
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW, a_person, kept


async def _made(session: Any, way: Way, event: Event, at: Any = NOW) -> str:
    secret = await secret_of(session, ATTENDANCE)
    return code(secret, way, meeting=event.sessions[0].id, at=at)


async def _scan(session: Any, person: Person, event: Event, **how: Any) -> Arrival:
    made_at, now = how.get("made_at", NOW), how.get("now", NOW)
    said = await _made(session, Way.SCANNED, event, made_at)
    number = event.sessions[0].id
    return await scanned(session, person=person, meeting_id=number, said=said, now=now)


@pytest.mark.parametrize(
    ("state", "facts", "outcome", "has_seat"),
    [
        (State.CONFIRMED, {}, Outcome.MARKED, False),
        (State.PENDING, {}, Outcome.NOT_CONFIRMED, False),
        (State.WAITING, {}, Outcome.UNREGISTERED, True),
        (State.OFFERED, {"seats": 1}, Outcome.UNREGISTERED, True),
        (State.WAITING, {"seats": 0}, Outcome.UNREGISTERED, False),
        (State.CANCELLED, {}, Outcome.UNREGISTERED, True),
        (State.CANCELLED, {"needs_approval": True}, Outcome.UNREGISTERED, False),
        (State.CONFIRMED, {"status": Status.CANCELLED}, Outcome.OFF, False),
    ],
)
async def test_a_scan(
    database: Database, state: State, facts: dict[str, Any], outcome: Outcome, *, has_seat: bool
) -> None:
    """Only who is confirmed is marked; the others learn how it stands."""

    async def work(session: Any) -> None:
        event = await an_open_event(session, **facts)
        _, person = await registered(session, event, state)
        arrival = await _scan(session, person, event)
        assert (arrival.outcome, arrival.has_seat) == (outcome, has_seat)
        marks = (await session.scalars(select(Attendance))).all()
        assert [one.source for one in marks] == [Source.QR] * (outcome is Outcome.MARKED)

    await database.write(work)


@pytest.mark.parametrize(
    ("made", "now", "outcome"),
    [
        (0, 1, Outcome.MARKED),
        (0, 2, Outcome.WRONG),
        (-41, -41, Outcome.NOT_NOW),
        (171, 171, Outcome.NOT_NOW),
    ],
)
async def test_when_it_is_scanned(
    database: Database, made: int, now: int, outcome: Outcome
) -> None:
    """A code lives for its minute and the next, and only while the meeting goes on."""

    async def work(session: Any) -> None:
        event = await an_open_event(session)
        _, person = await registered(session, event)
        moments = {"made_at": NOW + timedelta(minutes=made), "now": NOW + timedelta(minutes=now)}
        assert (await _scan(session, person, event, **moments)).outcome is outcome

    await database.write(work)


async def test_a_second_scan_and_another_meetings(database: Database) -> None:
    """Scanning again changes nothing; a code of another meeting tells nothing of this one."""

    async def work(session: Any) -> None:
        event, other = await an_open_event(session), await an_open_event(session)
        _, person = await registered(session, event)
        outcomes = [(await _scan(session, person, event)).outcome for _ in range(2)]
        assert outcomes == [Outcome.MARKED, Outcome.MARKED_BEFORE]
        said = await _made(session, Way.SCANNED, other)
        for number in (event.sessions[0].id, 999_999):
            found = await scanned(session, person=person, meeting_id=number, said=said, now=NOW)
            assert found == Arrival(outcome=Outcome.WRONG)

    await database.write(work)


async def test_typing(database: Database) -> None:
    """The code finds the one meeting among those of the person; five wrong ones make one wait."""

    async def work(session: Any) -> None:
        first, second = await an_open_event(session), await an_open_event(session)
        _, person = await registered(session, first)
        own = Registration(event_id=second.id, person_id=person.id, state=State.CONFIRMED,
                           ticket=9, joined_at=NOW, changed_at=NOW)  # fmt: skip
        await kept(session, own)
        right = await _made(session, Way.TYPED, second)
        for number in range(MOST[CodeKind.DOOR]):
            found = await typed(session, person=person, said="", now=NOW)
            assert found.outcome is Outcome.WRONG
            assert (found.again_at is not None) is (number == MOST[CodeKind.DOOR] - 1)
        found = await typed(session, person=person, said=right, now=NOW)
        assert (found.outcome, found.again_at) == (Outcome.TOO_OFTEN, NOW + WITHIN)
        later = NOW + WITHIN
        right = await _made(session, Way.TYPED, second, later)
        found = await typed(session, person=person, said=right, now=later)
        assert (found.outcome, found.event) == (Outcome.MARKED, second)
        (mark,) = await session.scalars(select(Attendance))
        assert (mark.source, mark.marked_by) == (Source.CODE, None)
        assert [one[0] for one in await running(session, person, later)] == [first, second]
        assert [one[0] for one in await unmarked(session, person, later)] == [first]

    await database.write(work)


async def test_not_where_one_takes_no_part(database: Database) -> None:
    """Who is not registered cannot find a meeting by typing, however right the code is."""

    async def work(session: Any) -> None:
        event, stranger = await an_open_event(session), a_person()
        await kept(session, stranger)
        right = await _made(session, Way.TYPED, event)
        assert (await typed(session, person=stranger, said=right, now=NOW)).event is None

    await database.write(work)


@pytest.mark.parametrize(
    ("state", "facts", "outcome"),
    [
        (None, {"seats": 1}, Outcome.MARKED),
        (State.CANCELLED, {}, Outcome.MARKED),
        (State.WAITING, {"seats": 1}, Outcome.MARKED),
        (None, {"seats": 0}, Outcome.UNREGISTERED),
        (None, {"needs_approval": True}, Outcome.UNREGISTERED),
        (State.PENDING, {"needs_approval": True}, Outcome.NOT_CONFIRMED),
        (None, {"status": Status.CANCELLED}, Outcome.OFF),
    ],
)
async def test_a_seat_at_the_door(
    database: Database, state: State | None, facts: dict[str, Any], outcome: Outcome
) -> None:
    """After the start a free seat is theirs who stand there; and they are marked."""

    async def work(session: Any) -> None:
        event, person = await an_open_event(session, **facts), a_person()
        await kept(session, person)
        if state is not None:
            _, person = await registered(session, event, state)
        number = event.sessions[0].id
        found = await register_at_door(session, meeting_id=number, person=person, now=NOW)
        assert found.outcome is outcome
        marks = (await session.scalars(select(Attendance.presence))).all()
        assert marks == [Presence.PRESENT] * (outcome is Outcome.MARKED)
        over = NOW + timedelta(hours=4)
        again = await register_at_door(session, meeting_id=number, person=a_person(), now=over)
        assert again.outcome in {Outcome.NOT_NOW, Outcome.OFF}

    await database.write(work)


async def test_a_scan_while_one_is_taken_off(postgres_database: Database) -> None:
    """Whose seat is just being taken is not told that they are marked."""

    async def begin(session: Any) -> tuple[Event, Person, int, Person]:
        event, rita = await an_open_event(session, starts=NOW + timedelta(minutes=10)), a_person()
        await kept(session, rita)
        own, person = await registered(session, event)
        return event, person, own.id, rita

    event, person, number, rita = await postgres_database.write(begin)
    is_off = asyncio.Event()

    async def takes_off(session: Any) -> None:
        await take_off(session, await case_of(session, number, by=rita, now=NOW))
        is_off.set()
        await asyncio.sleep(0.1)

    async def comes(session: Any) -> Arrival:
        await is_off.wait()
        return await _scan(session, person, event)

    work = map(postgres_database.write, (comes, takes_off))
    arrival, _ = await asyncio.gather(*work)
    assert arrival is not None
    assert arrival.outcome is Outcome.UNREGISTERED


async def test_a_name_first(database: Database) -> None:
    """Nobody is registered at the door either before they have agreed."""

    async def work(session: Any) -> None:
        event, person = await an_open_event(session), a_person(introduced=False)
        await kept(session, person)
        with pytest.raises(IntroductionNeeded):
            await register_at_door(session, meeting_id=event.sessions[0].id, person=person, now=NOW)

    await database.write(work)


async def test_who_is_forgotten(database: Database) -> None:
    """That somebody was there still counts; what they typed in vain goes, and their doors close."""

    async def work(session: Any) -> None:
        event = await an_open_event(session)
        own, person = await registered(session, event)
        await typed(session, person=person, said="", now=NOW)
        await _scan(session, person, event)
        door = Door(session_id=event.sessions[0].id, chat_id=5, language="lt", closes_at=NOW,
                    opened_by=person.id, opened_at=NOW)  # fmt: skip
        await kept(session, door)
        assert [mark.registration_id for mark, _ in await marks_of(session, person)] == [own.id]
        await forget(session, person=person, now=NOW)
        await session.refresh(door)
        assert door.closed_at == NOW
        assert (await session.scalars(select(WrongCode))).all() == []
        assert (await tally(session, event)).came == 1
        assert await came(session, event) == []

    await database.write(work)
