"""Staff take the report of a month as files; whoever may not see numbers gets none."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.people.tables import Person, Role
from catalogue.programme.tables import Session
from catalogue.registrations.tables import Registration, State
from scheduler.clock import Clock
from tests.factories import a_centre, a_person, kept
from tests.handlers.office.people import membership
from tests.journeys.person import Someone


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """What is read is tried on both kinds elsewhere."""
    return sqlite_database


@pytest.fixture
def last_month(clock: Clock) -> datetime:
    return clock.now().replace(day=1, hour=10) - timedelta(days=5)


@pytest.fixture
async def held(database: Database, last_month: datetime, programme: Callable[..., Any]) -> None:
    """Six of twelve registered came to an event of four academic hours, of a project."""
    centre = a_centre(name="Kauno centras")
    event = await programme(title_lt="Vertinimas", starts=last_month, centre=centre,
                            project="Tyrėjai", audience=["logopedai"])  # fmt: skip

    async def come(session: Any) -> None:
        people = [a_person() for _ in range(12)]
        await kept(session, *people)
        meeting = await session.scalar(select(Session.id).where(Session.event_id == event))
        own = [
            Registration(event_id=event, person_id=one.id, state=State.CONFIRMED, ticket=1,
                         joined_at=last_month, changed_at=last_month)
            for one in people
        ]  # fmt: skip
        await kept(session, *own)
        session.add_all(
            Attendance(registration_id=one.id, session_id=meeting, presence=Presence.PRESENT,
                       source=Source.LIST, marked_at=last_month)
            for one in own[:6]
        )  # fmt: skip

    await database.write(come)


async def employ(database: Database, someone: Someone, role: Role) -> None:
    async def work(session: Any) -> None:
        person = await session.scalar(select(Person).where(Person.telegram_id == someone.id))
        centre = await session.scalar(select(Centre).where(Centre.name == "Kauno centras"))
        session.add(membership(person, role, centre))

    await database.write(work)


@pytest.mark.usefixtures("bot", "held")
async def test_a_report_in_one_press(
    database: Database, rasa: Someone, ona: Someone, james: Someone
) -> None:
    """Rasa comes from the numbers, an observer by the command; both get a paper and a workbook of
    the month that is over. A teacher gets neither, and Rasa finds in the journal who took it.
    """
    for someone in (rasa, ona, james):
        someone.say("/start")
        await someone.see("Kvieslys")
    await employ(database, ona, Role.OBSERVER)
    rasa.say("/skaiciai")
    await rasa.press("Ataskaita")
    await rasa.see("Ataskaita", "Visi centrai")
    await rasa.press("Parengti ataskaitą")
    await rasa.see("Registracijos į surengtus: 12 (0)", "Iš jų dalyvavo: 6 (0)")
    paper = await rasa.see_file(".pdf")
    book = CalamineWorkbook.from_filelike(BytesIO(await rasa.see_file(".xlsx")))
    assert paper.startswith(b"%PDF")
    rows = book.get_sheet_by_name("Pagal grupes").to_python()
    assert rows[1:] == [["Logopedai", 1, 6, 6, 24]]
    lines = book.get_sheet_by_name("Projektų renginiai").to_python()
    assert [line[:2] for line in lines[1:]] == [["Tyrėjai", "Vertinimas"]]
    ona.say("/ataskaita")
    await ona.see("Ataskaita", "Kauno centras")
    await ona.press("Parengti ataskaitą")
    await ona.see("Išklausyta akademinių valandų: 24 (0)")
    await ona.see_file(".pdf")
    await ona.see_file(".xlsx")
    await ona.press("Ketvirtis")
    await ona.see("Ataskaita", "ketvirtis")
    james.say("/report")
    await james.see("for the staff of the centres only")
    rasa.say("/zurnalas")
    await rasa.see("atsisiuntė ataskaitą failais")
