"""The list that staff tick."""

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.learning.marking import Said, entry_of
from catalogue.learning.refusals import ReasonNeeded
from catalogue.learning.rolls import all_came, roll_of, say_of, ticked
from catalogue.learning.tables import Presence
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import State
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW, VILNIUS, a_person, kept

HOW: dict[str, Any] = {"now": NOW, "zone": VILNIUS}


async def _given(session: Any) -> tuple[Event, Person]:
    """Two who are expected and one who waits."""
    event, rita = await an_open_event(session), a_person(name="Rita Ritaitė")
    await kept(session, rita)
    await registered(session, event, name="Jonas Žukas")
    await registered(session, event, name="Zita Abelytė")
    await registered(session, event, State.WAITING, name="Petras Petraitis")
    return event, rita


async def _stands(session: Any, event: Event) -> list[tuple[str, Presence | None]]:
    lines = await roll_of(session, event, event.sessions[0])
    return [(one.name, one.mark.presence if one.mark else None) for one in lines]


async def test_ticking(database: Database) -> None:
    """By surname; a press says there, another one not there; the first is noted, once a keeper."""

    async def work(session: Any) -> None:
        event, rita = await _given(session)
        zita, jonas = await roll_of(session, event, event.sessions[0])
        for one in (zita, jonas, jonas):
            entry = await entry_of(session, one.registration_id, event.sessions[0].id)
            await say_of(session, entry, ticked(entry), by=rita, **HOW)
        expected = [("Zita Abelytė", Presence.PRESENT), ("Jonas Žukas", Presence.ABSENT)]
        assert await _stands(session, event) == expected
        noted = await session.scalars(select(JournalEntry.deed).order_by(JournalEntry.id))
        assert noted.all() == [Deed.ROLL_KEPT, Deed.ATTENDANCE_CHANGED]

    await database.write(work)


async def test_everybody_came(database: Database) -> None:
    """Only those of whom nothing was said; a second time there is nobody."""

    async def work(session: Any) -> None:
        event, rita = await _given(session)
        meeting = event.sessions[0]
        zita, _ = await roll_of(session, event, meeting)
        entry = await entry_of(session, zita.registration_id, meeting.id)
        await say_of(session, entry, Said(Presence.LATE), by=rita, **HOW)
        numbers = [await all_came(session, event, meeting, by=rita, **HOW) for _ in range(2)]
        assert numbers == [1, 0]
        expected = [("Zita Abelytė", Presence.LATE), ("Jonas Žukas", Presence.PRESENT)]
        assert await _stands(session, event) == expected
        (noted,) = await session.scalars(
            select(JournalEntry).where(JournalEntry.deed == Deed.ALL_CAME)
        )
        assert noted.facts["people"] == 1

    await database.write(work)


async def test_not_after_the_report(database: Database) -> None:
    """What was reported is corrected one by one, each with a reason."""

    async def work(session: Any) -> None:
        event, rita = await _given(session)
        event.reported_at = NOW + timedelta(hours=5)
        with pytest.raises(ReasonNeeded):
            await all_came(session, event, event.sessions[0], by=rita, **HOW)
        assert [one for _, one in await _stands(session, event)] == [None, None]

    await database.write(work)


async def test_what_a_colleague_says_meanwhile_stands(postgres_database: Database) -> None:
    """Whoever is just being noted as absent has not come with everyone."""
    event, rita = await postgres_database.write(_given)
    meeting, is_held = event.sessions[0], asyncio.Event()

    async def says(session: Any) -> None:
        _, jonas = await roll_of(session, event, meeting)
        entry = await entry_of(session, jonas.registration_id, meeting.id)
        is_held.set()
        await asyncio.sleep(0.1)
        await say_of(session, entry, Said(Presence.ABSENT), by=rita, **HOW)

    async def presses(session: Any) -> None:
        await is_held.wait()
        assert await all_came(session, event, meeting, by=rita, **HOW) == 1

    await asyncio.gather(*map(postgres_database.write, (says, presses)))
    stands = await postgres_database.read(partial(_stands, event=event))
    assert stands == [("Zita Abelytė", Presence.PRESENT), ("Jonas Žukas", Presence.ABSENT)]
