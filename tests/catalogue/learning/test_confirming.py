"""Learnt elsewhere: asked for, confirmed, and void again when it is changed."""

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.learning import own_entries
from catalogue.learning.confirming import ask, asked, decide, may_confirm, who_confirms
from catalogue.learning.ledger import ledger
from catalogue.learning.own_entries import Described
from catalogue.learning.tables import OwnEntry, OwnKind
from catalogue.people.tables import Person, Role
from tests.catalogue.learning.roll import an_open_event, registered
from tests.factories import NOW, VILNIUS, a_centre, a_person, kept
from tests.handlers.office.people import membership

BOOK = Described(kind=OwnKind.SELF_STUDY, title="Knyga", day=NOW.date(), hours=4)


async def _given(session: Any) -> tuple[Person, OwnEntry]:
    ona = a_person()
    await kept(session, ona)
    return ona, await own_entries.add(session, ona, BOOK, now=NOW)


async def test_a_confirmed_entry_is_part_of_the_hours(database: Database) -> None:
    """And of nothing else before; it stands in a list of its own, and in the journal."""

    async def work(session: Any) -> None:
        ona, entry = await _given(session)
        centre, rita, door = a_centre(), a_person(), a_person()
        await kept(session, centre, rita, door)
        await kept(session, membership(rita, Role.COORDINATOR, centre),
                   membership(door, Role.DOOR, centre))  # fmt: skip
        assert await who_confirms(session, centre) == [rita]
        await ask(session, entry, centre)
        before = await ledger(session, ona, year=2026, now=NOW, zone=VILNIUS)
        assert (before.hours, before.own, before.confirmed) == (0, [entry], [])
        found = await asked(session, entry.id)
        assert found == (entry, ona)
        decide(session, entry, ona, confirmed=True, by=rita, now=NOW)
        await session.flush()
        after = await ledger(session, ona, year=2026, now=NOW, zone=VILNIUS)
        assert (after.hours, after.own, after.confirmed) == (4, [], [entry])
        assert await asked(session, entry.id) is None
        noted = (await session.scalars(select(JournalEntry))).one()
        assert (noted.deed, noted.centre_id) == (Deed.ENTRY_CONFIRMED, centre.id)

    await database.write(work)


@pytest.mark.parametrize("confirmed", [True, False])
async def test_what_is_changed_is_neither_asked_nor_confirmed(
    sqlite_database: Database, *, confirmed: bool
) -> None:
    """What was not confirmed may be asked for again."""

    async def work(session: Any) -> None:
        ona, entry = await _given(session)
        centre, rita = a_centre(), a_person()
        await kept(session, centre, rita)
        await ask(session, entry, centre)
        decide(session, entry, ona, confirmed=confirmed, by=rita, now=NOW)
        await session.flush()
        assert await asked(session, entry.id) is None
        assert (entry.asked_of is None) is not confirmed
        await ask(session, entry, centre)
        own_entries.change(entry, "hours", 40.0)
        assert (entry.hours, entry.asked_of, entry.confirmed_at) == (40, None, None)

    await sqlite_database.write(work)


async def test_a_centre_that_knows_them_is_asked(sqlite_database: Database) -> None:
    """Of one who was nowhere yet any centre may be."""

    async def work(session: Any) -> None:
        ona, _ = await _given(session)
        event, other = await an_open_event(session), a_centre()
        await kept(session, other)
        assert {one.id for one in await may_confirm(session, ona)} == {event.centre_id, other.id}
        _, jonas = await registered(session, event)
        assert [one.id for one in await may_confirm(session, jonas)] == [event.centre_id]

    await sqlite_database.write(work)


async def test_what_is_changed_while_it_is_confirmed(postgres_database: Database) -> None:
    """Of a colleague and the teacher who press at one moment one waits for the other: no hours are
    confirmed that nobody has seen.
    """

    async def begin(session: Any) -> tuple[int, int]:
        _, entry = await _given(session)
        centre, rita = a_centre(), a_person()
        await kept(session, centre, rita)
        await ask(session, entry, centre)
        return entry.id, rita.id

    number, rita_id = await postgres_database.write(begin)
    has_read, has_changed = asyncio.Event(), asyncio.Event()

    async def confirm(session: Any) -> None:
        found = await asked(session, number)
        assert found is not None
        has_read.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(has_changed.wait(), timeout=0.2)
        rita = await session.get_one(Person, rita_id)
        decide(session, *found, confirmed=True, by=rita, now=NOW)

    async def change(session: Any) -> None:
        await has_read.wait()
        ona = await session.get_one(Person, 1)
        entry = await own_entries.one_of(session, ona, number)
        own_entries.change(entry, "hours", 60)
        has_changed.set()

    await asyncio.gather(postgres_database.write(confirm), postgres_database.write(change))

    async def look(session: Any) -> None:
        entry = await session.get_one(OwnEntry, number)
        assert (entry.hours, entry.confirmed_at) == (60, None)

    await postgres_database.read(look)
