"""Materials of an event: given by staff, told of when it is over, had by those who came."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from scheduler.clock import Clock
from tests.catalogue.learning.past import marked
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone, calm
from tests.journeys.test_participants import introduced

pytestmark = ON_SQLITE

Noted = Callable[[Someone, Someone], Awaitable[None]]
DAY = timedelta(days=1)


@pytest.fixture
def held(database: Database, clock: Clock, programme: Callable[..., Any]) -> Noted:
    """„Vertinimas“ was yesterday: of these two the first has come and the second has not."""

    async def note(came: Someone, absent: Someone) -> None:
        event = await programme(title_lt="Vertinimas", code="V-1", starts=clock.now() - DAY)

        async def work(session: Any) -> None:
            row = await session.get_one(Event, event)
            for who, presence in ((came, Presence.PRESENT), (absent, Presence.ABSENT)):
                person = await session.scalar(select(Person).where(Person.telegram_id == who.id))
                await marked(session, row, person, presence=presence)

        await programme(title_lt="Robotika", code="R-1")
        await introduced(came, "R-1", "Ona Petraitienė", "Registracija patvirtinta")
        await introduced(absent, "R-1", "Jonas Jonaitis", "Registracija patvirtinta")
        await database.write(work)

    return note


@pytest.mark.usefixtures("bot")
async def test_slides_and_a_recording(
    rasa: Someone, ona: Someone, somebody: Callable[[int], Someone], clock: Clock, held: Noted
) -> None:
    """One message of all; a file comes as it was sent; who did not come has only what is for all
    registered.
    """
    jonas = somebody(1)
    await held(ona, jonas)
    await _gives(rasa)
    clock.push(timedelta(minutes=11))
    await ona.see("Renginio „Vertinimas“ medžiaga:", "1. Įrašas iš salės (įrašas, youtube.com)",
                  "2. skaidres (failas)")  # fmt: skip
    await ona.press("2. skaidres")
    assert await ona.see_file("skaidres.pdf") == b"%PDF-1.4 skaidres"
    ona.say("/kodel")
    await ona.see("renginio „Vertinimas“, kuriame dalyvavote, medžiagą")
    await jonas.see("Renginio „Vertinimas“ medžiaga:", "1. Įrašas iš salės")
    await calm()
    assert not any("skaidres" in message["text"] for message in jonas.chat)
    ona.say("Ar yra vertinimo renginio įrašas?")
    await ona.see("Jums skirta medžiaga (2):", "2. skaidres (failas)")
    await ona.press("Medžiaga")
    await ona.see("Medžiaga: Vertinimas")
    await _removes(rasa)
    ona.say("/mano")
    await ona.press("Buvę (")
    await ona.press("1. Vertinimas")
    await ona.press("Medžiaga")
    await ona.see("Medžiaga: Vertinimas", "1. Įrašas iš salės")


async def _gives(rasa: Someone) -> None:
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.see("Būsena: įvyko")
    await rasa.press("Medžiaga")
    await rasa.see("Medžiaga: Vertinimas", "Medžiagos dar nėra")
    await rasa.press("Pridėti")
    await rasa.see("Atsiųskite")
    rasa.say("ftp://centras.lt/a")
    await rasa.see("prasidedančios https://")
    rasa.send_file("skaidres.pdf", b"%PDF-1.4 skaidres")
    await rasa.see("Pridėta.", "skaidres", "failas · dalyvavusiems")
    rasa.say("https://www.youtube.com/watch?v=1 Salė")
    await rasa.see("Pridėta.", "Salė", "įrašas, youtube.com · dalyvavusiems")
    await rasa.press("Visiems registruotiems")
    await rasa.see("visiems registruotiems")
    await rasa.press("▲")
    await rasa.press("Pervadinti")
    await rasa.see("Kaip pavadinti „Salė“?")
    rasa.say("Įrašas iš salės")
    await rasa.see("Įrašas iš salės", "visiems registruotiems")
    await rasa.press("Į medžiagą")
    await rasa.see("1. Įrašas iš salės", "2. skaidres", "praėjus dešimčiai minučių")


async def _removes(rasa: Someone) -> None:
    await rasa.press("2. skaidres")
    await rasa.see("failas · dalyvavusiems · pranešta")
    await rasa.press("Pašalinti")
    await rasa.press("Taip, pašalinti")
    await rasa.see("1. Įrašas iš salės", "pranešta")
    rasa.say("/zurnalas")
    await rasa.see("pridėjo renginio „Vertinimas“ medžiagos", "pašalino dalį")
