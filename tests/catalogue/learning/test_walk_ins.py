"""Somebody who has not registered stands there: what becomes of them, and of the seats."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.learning.attendance import came
from catalogue.learning.refusals import ReasonNeeded, TooEarly
from catalogue.learning.rolls import roll_of
from catalogue.learning.tables import Attendance, Presence
from catalogue.learning.walk_ins import goes_over, known_as, write_down
from catalogue.participants.pasted import Pasted
from catalogue.participants.queries import Part, everybody
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.rules import join, leave
from catalogue.registrations.tables import Registration, State
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW, VILNIUS, a_person, kept

JONAS = Pasted("Jonas Jonaitis", "Akmenės gimnazija")


async def _written(session: Any, event: Event, given: Pasted = JONAS, **how: Any) -> Any:
    rita = a_person(name="Rita Ritaitė")
    await kept(session, rita)
    plain: dict[str, Any] = {"now": NOW, "zone": VILNIUS, "by": rita}
    plain["meeting_id"] = event.sessions[0].id
    return await write_down(session, given=given, **plain | how)


async def _deeds(session: Any) -> list[Deed]:
    return list(await session.scalars(select(JournalEntry.deed).order_by(JournalEntry.id)))


async def test_somebody_new_gets_a_seat_and_a_mark(database: Database) -> None:
    """Though all seats are taken; they came like all others, and stand apart in the lists."""

    async def work(session: Any) -> None:
        event = await an_open_event(session, seats=1)
        own, _ = await registered(session, event, name="Ona Žukaitė")
        assert await goes_over(session, event, await known_as(session, event, JONAS))
        entry = await _written(session, event)
        assert (entry.person.name, entry.person.telegram_id) == ("Jonas Jonaitis", None)
        assert (entry.own.state, entry.own.walked_in) == (State.CONFIRMED, True)
        assert entry.said.presence is Presence.PRESENT
        assert [one.person.name for one in await came(session, event)] == ["Jonas Jonaitis"]
        lines = await roll_of(session, event, event.sessions[0])
        assert [(one.name, one.walked_in) for one in lines] == [
            ("Ona Žukaitė", False), ("Jonas Jonaitis", True),
        ]  # fmt: skip
        listed = await everybody(session, event)
        assert [one.name for one in listed if one.is_of(Part.WALKED_IN)] == ["Jonas Jonaitis"]
        assert [one.registration_id for one in listed if one.is_of(Part.CONFIRMED)] == [own.id]
        assert await _deeds(session) == [Deed.PERSON_ADDED]

    await database.write(work)


@pytest.mark.parametrize(
    ("state", "is_new", "deeds"),
    [
        (State.CONFIRMED, False, []),
        (State.WAITING, False, [Deed.SEAT_GIVEN]),
        (State.OFFERED, False, [Deed.SEAT_GIVEN]),
        (State.CANCELLED, True, [Deed.SEAT_GIVEN]),
    ],
)
async def test_who_stands_in_a_list_is_that_very_person(
    sqlite_database: Database, state: State, *, is_new: bool, deeds: list[Deed]
) -> None:
    """Nobody is written down twice; only who had cancelled has come without a registration."""

    async def work(session: Any) -> None:
        event = await an_open_event(session, seats=1)
        own, person = await registered(session, event, state, name="Jonas Jonaitis")
        entry = await _written(session, event)
        assert (entry.own.id, entry.person.id) == (own.id, person.id)
        assert (own.state, own.walked_in) == (State.CONFIRMED, is_new)
        assert await _deeds(session) == deeds
        assert await session.scalar(select(Attendance.presence)) is Presence.PRESENT

    await sqlite_database.write(work)


async def test_who_comes_back_is_registered_like_all(sqlite_database: Database) -> None:
    """Having walked in is of that seat alone."""

    async def work(session: Any) -> bool:
        event = await an_open_event(session)
        entry = await _written(session, event)
        event.starts_at = NOW + timedelta(days=20)
        await leave(session, event_id=event.id, person=entry.person, now=NOW)
        await join(session, event_id=event.id, person=entry.person, now=NOW)
        own = await session.scalar(
            select(Registration).where(Registration.person_id == entry.person.id)
        )
        return bool(own.walked_in)

    assert await sqlite_database.write(work) is False


async def test_only_while_the_list_is_kept(sqlite_database: Database) -> None:
    """Neither before anybody can be there, nor once the report is handed in."""

    async def work(session: Any) -> int:
        event = await an_open_event(session)
        with pytest.raises(TooEarly):
            await _written(session, event, now=NOW - timedelta(hours=1))
        event.reported_at = NOW
        with pytest.raises(ReasonNeeded):
            await _written(session, event)
        return len(
            (await session.scalars(select(Person.id).where(Person.telegram_id.is_(None)))).all()
        )

    assert await sqlite_database.write(work) == 0
