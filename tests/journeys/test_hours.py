"""A teacher's ledger of hours: what was attended, what they add themselves, and papers of it."""

import io
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.revisions import stamp
from catalogue.programme.tables import Event
from scheduler.clock import Clock
from tests.catalogue.learning.past import attended
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone
from tests.journeys.test_participants import introduced

pytestmark = ON_SQLITE


@pytest.mark.usefixtures("bot")
async def test_hours_towards_the_target(
    rasa: Someone,
    ona: Someone,
    database: Database,
    clock: Clock,
    programme: Callable[..., Any],
) -> None:
    """Only attendance counts; one's own entries stand beside it; staff set the target."""
    await programme(title_lt="Robotika pamokoje", code="R-1", form="seminaras")
    await programme(title_lt="Vaizdo pamokos", code="V-1")
    await introduced(ona, "R-1", "Ona Petraitienė", "Registracija patvirtinta")
    ona.say("/valandos")
    await ona.see("▯▯▯▯▯▯▯▯▯▯ 0 iš 30 akad. val.", "Šiais mokslo metais tokių renginių nėra")

    async def past(session: Any) -> None:
        person = await session.scalar(select(Person).where(Person.telegram_id == ona.id))
        week, day = clock.now() - timedelta(days=7), timedelta(days=1)
        courses: dict[str, Any] = {"title_lt": "Vertinimas", "form": "kursai"}
        await attended(session, person, counts=12, starts=week, **courses)
        await attended(session, person, starts=week - day, subjects=["matematika"])
        coming = await session.scalar(select(Event).where(Event.code == "V-1"))
        coming.hours = 4
        await stamp(session, coming)

    await database.write(past)
    ona.say("/valandos")
    await ona.see("▮▮▮▮▮▮▯▯▯▯ 18 iš 30 akad. val.", "Trūksta 12", "12 akad. val.: Vertinimas",
                  "Matematika: 6", "Kursai: 12", "1. Vaizdo pamokos\n4 akad. val.",
                  "sprendžia atestacijos komisija")  # fmt: skip
    await _adds_an_entry(ona)
    await _takes_papers(ona)
    await _changes_and_deletes(ona)
    await _sets_the_target(rasa)
    ona.say("kiek valandų turiu?")
    await ona.see("18 iš 40 akad. val.", "Trūksta 22", "5 dienas per metus")


async def _adds_an_entry(ona: Someone) -> None:
    await ona.press("Pridėti įrašą")
    await ona.press("Savišvieta")
    await ona.see("Kaip vadinosi?")
    ona.say("Knyga apie <DI>")
    await ona.see("Kurią dieną baigėsi?")
    ona.say("2100-01-01")
    await ona.see("ne vėlesnės kaip šiandien")
    await ona.press("Šiandien")
    await ona.see("Kiek akademinių valandų")
    ona.say("4,5")
    await ona.see("Įrašyta.", "Kas organizavo?")
    await ona.press("Praleisti")
    await ona.see("Knyga apie <DI>", "centras jo nepatvirtino")
    await ona.press("Į valandų knygelę")
    await ona.see(
        "18 iš 30", "Jūsų pačių įrašai: 4,5 akad. val.", "prie bendros sumos jie nepridėti"
    )


async def _takes_papers(ona: Someone) -> None:
    await ona.press("PDF")
    assert (await ona.see_file(".pdf")).startswith(b"%PDF")
    await ona.press("Excel")
    book = CalamineWorkbook.from_filelike(io.BytesIO(await ona.see_file(".xlsx")))
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    assert [row[-1] for row in sheets["lankyta"][6:9]] == [6, 12, 18]
    assert sheets["savo įrašai"][6][2:] == ["Knyga apie <DI>", "", "savišvieta", 4.5]
    ona.say("/mano_duomenys")
    (kept,) = json.loads(await ona.see_file(".json"))["Jūsų pačių įrašai valandų knygelėje"]
    assert (kept["Kas tai buvo"], kept["Pavadinimas"]) == ("savišvieta", "Knyga apie <DI>")


async def _changes_and_deletes(ona: Someone) -> None:
    await ona.press("Mano įrašai")
    await ona.press("1. Knyga")
    await ona.press("Akad. valandos")
    ona.say("2")
    await ona.see("Akad. valandos: 2")
    await ona.press("Ištrinti")
    await ona.press("Taip, ištrinti")
    await ona.see("Įrašų dar nėra")


async def _sets_the_target(rasa: Someone) -> None:
    rasa.say("/valandos")
    await rasa.press("Metų tikslas")
    rasa.say("trisdešimt")
    await rasa.see("Reikia sveikojo akademinių valandų skaičiaus")
    rasa.say("40")
    await rasa.see("0 iš 40 akad. val.")
    rasa.say("/zurnalas")
    await rasa.see("nustatė metų tikslą: 40 akad. val.")
