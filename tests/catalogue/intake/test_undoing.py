"""Undoing as a whole, or saying what stands in the way."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.details import Detail, set_detail
from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.intake import rules, undoing
from catalogue.intake.plain import state_of
from catalogue.intake.tables import Intake, IntakeState
from catalogue.intake.undoing import Obstacle
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.tables import Lecturing, Person, Role
from catalogue.programme.queries import changed_since
from catalogue.programme.revisions import current_revision, stamp
from catalogue.programme.tables import Event
from catalogue.registrations.rules import join
from tests.catalogue.intake.test_rules import events, ready, rows, taken
from tests.factories import NOW, a_centre, a_person, an_event, kept
from tests.handlers.office.people import membership


async def imported(session: AsyncSession, person: Person) -> tuple[Intake, Event, str]:
    """A-1 was there and is changed, A-2 and A-3 are new; and what A-1 was."""
    old = an_event(code="A-1", title_lt="Senas", centre=a_centre(name="Kauno centras"))
    await kept(session, person, old)
    before = state_of(old)
    intake = await ready(session, person, *rows("A-1", "A-2", "A-3"))
    await taken(session, intake)
    await rules.finish(session, intake, now=NOW)
    return intake, old, before


async def undo(session: AsyncSession, intake: Intake) -> list[undoing.InTheWay]:
    if obstacles := await undoing.hide(session, intake):
        return obstacles
    while await undoing.undo_portion(session, intake.id, now=NOW):
        pass
    await undoing.finish(session, intake, now=NOW)
    return []


async def test_the_programme_is_what_it_was(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was added is gone, for every reader of the programme; what was changed is back."""
    monkeypatch.setattr(undoing, "PORTION", 2)

    async def work(session: AsyncSession) -> None:
        intake, old, before = await imported(session, a_person())
        added = [one.id for code, one in (await events(session)).items() if code != "A-1"]
        seen = await current_revision(session)
        assert await undoing.left(session, intake) == 3
        assert await undo(session, intake) == []
        assert set(await events(session)) == {"A-1"}
        assert state_of(old) == before
        _, _, gone = await changed_since(session, seen)
        assert set(added) <= set(gone)
        assert intake.state is IntakeState.UNDONE
        entries = (await session.scalars(select(JournalEntry).order_by(JournalEntry.id))).all()
        assert [(one.deed, one.facts) for one in entries] == [
            (Deed.PROGRAMME_TAKEN_IN, {"added": 2, "changed": 1}),
            (Deed.PROGRAMME_PUT_BACK, {"added": 2, "changed": 1}),
        ]

    await database.write(work)


async def test_what_stands_in_the_way(database: Database) -> None:
    """Joined, changed since, or somebody's own event by now: all are named, nothing is undone."""

    async def work(session: AsyncSession) -> None:
        intake, old, _ = await imported(session, a_person())
        found = await events(session)
        guest = a_person()
        await kept(session, guest)
        session.add(Lecturing(person_id=guest.id, event_id=found["A-3"].id))
        await join(session, event_id=found["A-2"].id, person=guest, now=NOW)
        old.title_lt = "Pakeistas"
        await stamp(session, old)
        await session.flush()
        obstacles = await undo(session, intake)
        assert {one.event.code: one.why for one in obstacles} == {
            "A-1": Obstacle.CHANGED,
            "A-2": Obstacle.JOINED,
            "A-3": Obstacle.IN_USE,
        }
        assert set(await events(session)) == {"A-1", "A-2", "A-3"}
        assert found["A-3"].status.value == "published"

    await database.write(work)


async def test_what_is_touched_in_the_middle_stays(sqlite_database: Database) -> None:
    """Somebody changes an event after it was hidden and before its turn."""

    async def work(session: AsyncSession) -> None:
        intake, old, _ = await imported(session, a_person())
        assert await undoing.hide(session, intake) == []
        old.title_lt = "Pakeistas"
        await stamp(session, old)
        await session.flush()
        while await undoing.undo_portion(session, intake.id, now=NOW):
            pass
        assert {code: one.title_lt for code, one in (await events(session)).items()} == {
            "A-1": "Pakeistas"
        }

    await sqlite_database.write(work)


@pytest.mark.parametrize("used", [None, "event", "staff", "facts", "details"])
async def test_a_centre_that_it_made_goes_too(database: Database, used: str | None) -> None:
    """Unless anything is of it by now; the journal goes on, and the file can be taken in again."""

    async def work(session: AsyncSession) -> None:
        person = a_person()
        await kept(session, person)
        lines = rows("A-1", "A-2")
        intake = await ready(session, person, *lines)
        await taken(session, intake)
        await rules.finish(session, intake, now=NOW)
        centre = (await session.scalars(select(Centre))).one()
        if used == "event":
            await kept(session, an_event(centre=centre, code="B-1"))
        elif used == "staff":
            await kept(session, membership(person, Role.COORDINATOR, centre))
        elif used == "facts":
            centre.facts = {"address": {}}
        elif used == "details":
            set_detail(centre, Detail.ACCREDITATION, "SPV-12")
        await session.flush()
        assert await undo(session, intake) == []
        left = set(await session.scalars(select(Centre.name)))
        assert left == (set() if used is None else {"Kauno centras"})
        entries = await session.scalars(select(JournalEntry.centre_id))
        assert set(entries) == {centre.id}
        again = await ready(session, person, *lines)
        assert again.new_centres == (["Kauno centras"] if used is None else [])

    await database.write(work)
