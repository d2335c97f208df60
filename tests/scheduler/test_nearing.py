"""Coordinators hear of events that come near with few registered."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.tables import Role
from catalogue.programme.tables import Event
from catalogue.registrations.queue import locked
from scheduler.nearing import nearing
from scheduler.outbox import Outgoing
from tests.catalogue.registrations.test_queue import C, queued
from tests.factories import NOW, a_centre, a_person, kept
from tests.handlers.office.people import membership
from tests.scheduler.test_notices import rows
from tests.scheduler.watching import a_watch

DAY = timedelta(days=1)
MONDAY = NOW + DAY
STARTS = MONDAY + 7 * DAY
RASA, RITA = "Rasa Kazlauskienė", "Rita Ritaitė"


async def given(database: Database, *coordinators: str) -> list[int]:
    """Events of one centre in a week with nobody in them, whose coordinators are so named; Rasa
    and Rita are of its staff.
    """

    async def work(session: Any) -> list[int]:
        centre = a_centre()
        for chat, name in enumerate((RASA, RITA), start=1):
            person = a_person(name=name, telegram_id=chat)
            await kept(session, person)
            await kept(session, centre, membership(person, Role.COORDINATOR, centre))
        facts = {"centre": centre, "starts": STARTS, "seats": 20}
        return [
            (await queued(session, [], **facts, coordinator=named))[0].id for named in coordinators
        ]

    return await database.write(work)


async def told(database: Database, *looks: datetime) -> list[Outgoing]:
    for now in looks:
        await nearing(a_watch(database)).work(now)
    return list(await rows(database))


async def test_one_message_of_all_to_the_coordinator(database: Database) -> None:
    """To whom the programme names; where it names nobody of the staff, to all of them."""
    first, second, third = await given(database, RITA, RITA, "Jonas Jonaitis")
    found = await told(database, MONDAY, MONDAY + timedelta(minutes=1))
    assert {(one.chat_id, one.recipe_key) for one in found} == {
        (1, f"{third}"),
        (2, f"{first},{second},{third}"),
    }


async def test_a_look_holds_nobody_up(database: Database) -> None:
    """Where there is nothing to tell, it does not wait for one who holds the event, nor they."""

    async def seats_taken(session: AsyncSession) -> int:
        return (await queued(session, [C], starts=STARTS, seats=1))[0].id

    number, held, looked = await database.write(seats_taken), asyncio.Event(), asyncio.Event()

    async def hold(session: AsyncSession) -> None:
        await locked(session, number)
        held.set()
        await looked.wait()

    async def look() -> None:
        await held.wait()
        try:
            async with asyncio.timeout(5):
                assert await told(database, MONDAY) == []
        finally:
            looked.set()

    await asyncio.gather(database.write(hold), look())


async def test_each_time_once_also_after_it_was_moved(database: Database) -> None:
    """A week before, and two days before; a move does not begin it anew."""
    (number,) = await given(database, RITA)
    assert len(await told(database, MONDAY - DAY, MONDAY.replace(hour=7))) == 0
    assert len(await told(database, MONDAY, MONDAY + DAY)) == 1
    later = update(Event).where(Event.id == number).values(starts_at=STARTS + 7 * DAY)
    await database.write(lambda session: session.execute(later))
    assert len(await told(database, MONDAY + 7 * DAY)) == 1
    assert len(await told(database, MONDAY + 11 * DAY, MONDAY + 12 * DAY)) == 2
