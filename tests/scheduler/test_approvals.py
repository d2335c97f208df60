"""Coordinators hear of those who wait for an approval, and not of each of them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from catalogue.database import Database
from catalogue.people.tables import Person, Role
from catalogue.programme.tables import Event, Status
from catalogue.registrations.leaving import ask
from catalogue.registrations.tables import Registration, State
from scheduler.approvals import APPROVALS, LEAVING, Waiting, approvals
from scheduler.outbox import Outgoing
from tests.catalogue.registrations.test_queue import C, P, W, queued
from tests.factories import NOW, a_person, kept
from tests.handlers.office.people import membership
from tests.scheduler.watching import a_watch

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


async def given(database: Database, states: list[State], **facts: Any) -> None:
    """An event with its coordinator; people came a day ago."""

    async def work(session: Any) -> None:
        event, _ = await queued(session, states, **{"starts": NOW + 20 * DAY, "seats": 9} | facts)
        rita = a_person()
        await kept(session, rita)
        await kept(session, membership(rita, Role.COORDINATOR, event.centre))

    await database.write(work)


async def told(database: Database, *looks: datetime, waiting: Waiting = APPROVALS) -> int:
    """How many messages there are after the clock has looked."""
    for now in looks:
        await approvals(a_watch(database), waiting).work(now)

    async def read(session: Any) -> int:
        return len(list(await session.scalars(select(Outgoing))))

    return await database.read(read)


async def comes(database: Database, number: int, now: datetime) -> None:
    async def work(session: Any) -> None:
        await session.execute(
            update(Registration)
            .where(Registration.id == number)
            .values(state=State.PENDING, changed_at=now)
        )

    await database.write(work)


async def test_at_most_one_in_ten_minutes(database: Database) -> None:
    """The first at once, all others of ten minutes together; who waits on is told of each day."""
    await given(database, [P, W, W])
    assert await told(database, NOW, NOW + MINUTE) == 1
    await comes(database, 2, NOW + 2 * MINUTE)
    assert await told(database, NOW + 3 * MINUTE, NOW + 9 * MINUTE) == 1
    await comes(database, 3, NOW + 4 * MINUTE)
    assert await told(database, NOW + 10 * MINUTE, NOW + 20 * MINUTE) == 2
    assert await told(database, NOW + DAY) == 2
    assert await told(database, NOW + DAY + 10 * MINUTE) == 3


async def test_a_night_is_one_message_in_the_morning(database: Database) -> None:
    """However many come while the coordinator sleeps."""
    await given(database, [P, W])
    night = NOW.replace(hour=22)
    assert await told(database, night) == 1
    await comes(database, 2, night + 60 * MINUTE)
    assert await told(database, night + 61 * MINUTE) == 1

    async def read(session: Any) -> datetime | None:
        moment: datetime | None = (await session.scalars(select(Outgoing))).one().not_before
        return moment

    assert await database.read(read) == NOW.replace(day=23, hour=7, minute=30)


@pytest.mark.parametrize(
    ("states", "facts"),
    [
        ([C, W], {}),
        ([P], {"starts": NOW}),
        ([P], {"status": Status.CANCELLED}),
    ],
)
async def test_nothing_to_decide_is_told_to_nobody(
    database: Database, states: list[State], facts: dict[str, Any]
) -> None:
    """Nobody waits for it, or it is too late."""
    await given(database, states, **facts)
    assert await told(database, NOW) == 0

    async def read(session: Any) -> datetime | None:
        moment: datetime | None = (await session.scalars(select(Event))).one().approvals_told_at
        return moment

    assert await database.read(read) is None


async def asks(database: Database, number: int, now: datetime) -> None:
    """The person of this registration asks to be let go."""

    async def work(session: Any) -> None:
        own = await session.get_one(Registration, number)
        person = await session.get_one(Person, own.person_id)
        await ask(session, event_id=own.event_id, person=person, reason="", now=now)

    await database.write(work)


async def test_those_who_ask_to_be_let_go_are_told_of_alike(database: Database) -> None:
    """Together for ten minutes, each day as long as one waits, and apart from approvals."""
    await given(database, [C, P, C])

    async def heard(*looks: datetime) -> int:
        return await told(database, *looks, waiting=LEAVING)

    assert await heard(NOW) == 0
    await asks(database, 1, NOW)
    assert await heard(NOW, NOW + MINUTE) == 1
    await asks(database, 2, NOW + 2 * MINUTE)
    assert await heard(NOW + 3 * MINUTE, NOW + 10 * MINUTE, NOW + 20 * MINUTE) == 2
    assert await told(database, NOW + 20 * MINUTE) == 3
    assert await heard(NOW + DAY, NOW + DAY + 10 * MINUTE) == 4
