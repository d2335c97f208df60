"""Staff send a file of events: they look, take in, undo; and hand the plan out and in again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook
from sqlalchemy import select

from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.people.tables import Person, Role
from catalogue.programme.tables import Event
from scheduler.clock import Clock
from tests.catalogue.files.made_up import workbook
from tests.factories import VILNIUS, a_centre
from tests.handlers.office.people import membership
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone

pytestmark = ON_SQLITE

HEADINGS = ["Kodas", "Pavadinimas", "Pradžia", "Vieta", "Organizatorius", "Kambarys"]


def plan(clock: Clock, *, starts: datetime, hour: int) -> bytes:
    """Two new events, one moved, one of another centre, and one without a time."""

    def at(days: int) -> datetime:
        day = clock.now().astimezone(VILNIUS) + timedelta(days=days)
        return day.replace(hour=14, minute=0, second=0, microsecond=0, tzinfo=None)

    moved = starts.astimezone(VILNIUS).replace(hour=hour, tzinfo=None)
    return workbook(
        [
            HEADINGS,
            ["N-1", "Skaitmeninis raštingumas", at(20), "Aula", "Kauno centras", "2"],
            ["N-2", "Streso valdymas", at(21), "Aula", "", "2"],
            ["V-1", "Vertinimas", moved, "Aula", "Kauno centras", "2"],
            ["X-1", "Robotika", at(22), "Aula", "Vilniaus centras", "2"],
            ["N-3", "Etika", "kada nors", "Aula", "Kauno centras", "2"],
        ]
    )


async def employ(database: Database, someone: Someone, centre: str) -> None:
    async def work(session: Any) -> None:
        person = await session.scalar(select(Person).where(Person.telegram_id == someone.id))
        found = await session.scalar(select(Centre).where(Centre.name == centre))
        session.add(membership(person, Role.COORDINATOR, found))

    await database.write(work)


async def codes(database: Database) -> list[str]:
    async def look(session: Any) -> list[str]:
        return list(await session.scalars(select(Event.code).order_by(Event.code)))

    return await database.read(look)


async def join(someone: Someone, code: str) -> None:
    someone.say(f"/start ev_{code}")
    await someone.press("Register")
    await someone.see("What is your first and last name")
    someone.say("James Smith")
    await someone.press("I agree")
    await someone.see("Registration confirmed")


async def test_a_file_is_looked_through_taken_in_and_undone(
    *,
    bot: Any,
    database: Database,
    clock: Clock,
    ona: Someone,
    james: Someone,
    programme: Callable[..., Any],
) -> None:
    """Nothing before the press, everything after it, and all of it back again."""
    kaunas = a_centre(name="Kauno centras")
    starts = (clock.now() + timedelta(days=10)).replace(minute=0, second=0, microsecond=0)
    await programme(title_lt="Vertinimas", code="V-1", centre=kaunas, starts=starts)
    await programme(title_lt="Robotika", code="R-1", centre=a_centre(name="Vilniaus centras"))
    await join(james, "V-1")
    ona.say("/start")
    await ona.see("Kvieslys")
    await employ(database, ona, "Kauno centras")
    ona.say("/importas")
    await ona.see("xlsx, csv, ics arba jsonl", "Niekas neįrašoma")

    ona.send_file("planas.xlsx", plan(clock, starts=starts, hour=17))
    await _is_told(ona)
    assert await codes(database) == ["R-1", "V-1"]
    await _looks_through(ona)
    await ona.press("Įkelti")
    await ona.see("įkeltas į programą", "Pridėta: 1", "Pakeista: 1")
    assert await codes(database) == ["N-1", "R-1", "V-1"]
    await james.see("now: ", "17:00–20:00")

    await ona.press("Atšaukti visą įkėlimą")
    await ona.press("Taip, atšaukti")
    await ona.see("įkėlimas atšauktas", "Pašalinta iš programos: 1", "Grąžinta, kokie buvo: 1")
    assert await codes(database) == ["R-1", "V-1"]
    await james.see("17:00–20:00\nnow: ")
    james.say("/start ev_N-1")
    await james.see("not in the programme any more")
    ona.say("/zurnalas")
    await ona.see("įkėlė failą į programą", "atšaukė visą įkėlimą")


async def _is_told(ona: Someone) -> None:
    seen = await ona.see(
        "„planas.xlsx“ perskaitytas", "Nauji renginiai: 2", "Keičiami renginiai: 1"
    )
    assert "Apie pakeitimus bus pranešta 1 žmogui" in seen["text"]
    assert "5 eilutė, „Organizatorius“: „Vilniaus centras“ – kito centro renginys" in seen["text"]
    assert "6 eilutė, „Pradžia“" in seen["text"]
    assert "Nežinomi stulpeliai, kurių nepaisyta: Kambarys" in seen["text"]


async def _looks_through(ona: Someone) -> None:
    """One of the new events is left out."""
    await ona.press("Peržiūrėti pakeitimus (1)")
    await ona.see("1 iš 1", "Vertinimas", "17:00", "Aula", "jam bus pranešta")
    await ona.press("Į santrauką")
    await ona.press("Peržiūrėti naujus (2)")
    await ona.see("1 iš 2", "Skaitmeninis raštingumas", "Kauno centras")
    await ona.press("▶")
    await ona.see("2 iš 2", "Streso valdymas")
    await ona.press("Neimti šio")
    await ona.see("Atidėtas")
    await ona.press("Į santrauką")
    await ona.see("Jūsų atidėti: 1")


async def test_what_goes_out_comes_in_unchanged(
    *,
    bot: Any,
    database: Database,
    clock: Clock,
    ona: Someone,
    rasa: Someone,
    james: Someone,
    programme: Callable[..., Any],
) -> None:
    """The whole plan as a workbook; whoever has no right is told kindly what we can do."""
    kaunas = a_centre(name="Kauno centras")
    starts = (clock.now() + timedelta(days=10)).replace(minute=0, second=0, microsecond=0)
    await programme(title_lt="Vertinimas", code="V-1", centre=kaunas, starts=starts, city="")
    await programme(title_lt="Robotika", code="R-1", centre=a_centre(name="Vilniaus centras"))
    ona.say("/start")
    await ona.see("Kvieslys")
    await employ(database, ona, "Kauno centras")
    ona.say("/eksportas")
    await ona.press("Viskas")
    await ona.see("Programa failu")
    await ona.press("xlsx")
    content = await ona.see_file(".xlsx")
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert [row[1] for row in sheet] == ["Pavadinimas", "Vertinimas"]
    ona.send_file("programa.xlsx", content)
    await ona.see("Nauji renginiai: 0", "Keičiami renginiai: 0", "Tokie pat kaip programoje: 1")
    assert "Įkelti" not in ona.buttons()
    james.send_file("programa.xlsx", content)
    await james.see("I can only read text")
    rasa.say("/importas")
    await rasa.press("Failas su antraštėmis")
    content = await rasa.see_file(".xlsx")
    rasa.send_file("antrastes.xlsx", content)
    await rasa.see("perskaityti nepavyko", "nėra nė vieno renginio")


async def test_who_has_joined_stands_in_the_way_of_undoing(
    bot: Any, database: Database, clock: Clock, rasa: Someone, james: Someone
) -> None:
    """It is said which event it is, and nothing is undone; a second press takes nothing twice."""
    rasa.send_file("planas.xlsx", plan(clock, starts=clock.now() + timedelta(days=5), hour=17))
    await rasa.see(
        "Nauji renginiai: 4",
        "Nauji centrai: Kauno centras, organizatorius nenurodytas, Vilniaus centras",
    )
    await rasa.press("Įkelti")
    await rasa.press("Įkelti")
    await rasa.see("įkeltas į programą", "Pridėta: 4")
    await join(james, "N-1")
    await rasa.press("Atšaukti visą įkėlimą")
    await rasa.press("Taip, atšaukti")
    await rasa.see("nebegalima", "„Skaitmeninis raštingumas“: yra užsiregistravusių")
    assert await codes(database) == ["N-1", "N-2", "V-1", "X-1"]
