"""Staff look at numbers: figures, a picture, a workbook; whoever has no right sees none."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.people.tables import Person, Role
from catalogue.registrations.tables import Registration, State
from scheduler.clock import Clock
from tests.factories import a_centre, a_person, kept
from tests.handlers.office.people import membership
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone

pytestmark = ON_SQLITE


@pytest.fixture
async def taken(database: Database, clock: Clock, programme: Callable[..., Any]) -> None:
    """Eight people in Kaunas, six in Zarasai and three in Alytus, all of one centre."""
    centre = a_centre(name="Kauno centras")
    for city, number in (("Kaunas", 8), ("Zarasai", 6), ("Alytus", 3)):
        event = await programme(title_lt="Vertinimas", city=city, seats=10, centre=centre)

        async def join(session: Any, event: int = event, number: int = number) -> None:
            people = [a_person() for _ in range(number)]
            await kept(session, *people)
            joined = clock.now() - timedelta(days=1)
            session.add_all(
                Registration(
                    event_id=event,
                    person_id=one.id,
                    state=State.CONFIRMED,
                    ticket=place,
                    joined_at=joined,
                    changed_at=joined,
                )
                for place, one in enumerate(people)
            )

        await database.write(join)


async def employ(database: Database, someone: Someone, role: Role) -> None:
    async def work(session: Any) -> None:
        person = await session.scalar(select(Person).where(Person.telegram_id == someone.id))
        centre = await session.scalar(select(Centre).where(Centre.name == "Kauno centras"))
        session.add(membership(person, role, centre))

    await database.write(work)


async def test_figures_a_picture_and_a_workbook(
    bot: Any, database: Database, taken: None, ona: Someone, james: Someone
) -> None:
    """An observer sees numbers and nobody's name; three people in one town are not told of."""
    for someone in (ona, james):
        someone.say("/start")
        await someone.see("Kvieslys")
    await employ(database, ona, Role.OBSERVER)
    ona.say("/skaiciai")
    await ona.see("Renginiai: 3", "Registracijos: 17", "Žmonės: 17", "Vidutinis užpildymas: 57")
    await ona.press("Pagal miestus")
    await ona.see("pagal miestą")
    await ona.press("Kiti skaičiai")
    await ona.press("Visa lentelė (xlsx)")
    book = CalamineWorkbook.from_filelike(BytesIO(await ona.see_file(".xlsx")))
    towns = book.get_sheet_by_name("Pagal miestus").to_python()
    assert towns == [
        ["Grupė", "Renginiai", "Registracijos", "Žmonės"],
        ["Kaunas", 1, 8, 8],
        ["Kita", 2, 9, 9],
    ]
    await ona.press("Kiti skaičiai")
    await ona.press("Kitas laikotarpis")
    await ona.press("Visas laikas")
    await ona.see("Visas laikas · Kauno centras", "Registracijos: 17")
    james.say("/numbers")
    await james.see("for the staff of the centres only")
