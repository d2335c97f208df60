"""Staff keep the programme in the chat: new, changed, cancelled, copied and pasted events."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.playground.server import Server
from catalogue.database import Database
from scheduler.clock import Clock
from tests.factories import VILNIUS, a_centre
from tests.journeys.conftest import ON_SQLITE, running
from tests.journeys.person import Someone
from tests.journeys.test_holding import introduced

pytestmark = ON_SQLITE


@pytest.mark.usefixtures("bot")
async def test_an_event_from_the_first_word_to_its_end(
    database: Database,
    rasa: Someone,
    ona: Someone,
    programme: Callable[..., Any],
    clock: Clock,
) -> None:
    """Described, published, joined, moved and priced in one go, then cancelled with a reason."""
    await programme(title_lt="Senas", code="S-1", form="seminaras", centre=a_centre(name="Centras"))
    await _described(rasa, clock.now().astimezone(VILNIUS) + timedelta(days=9))
    await rasa.press("Paskelbti")
    await rasa.see("Būsena: paskelbtas")
    await introduced(database, [ona])
    ona.say("balso higiena")
    await ona.press("Registruotis")
    await ona.see("Registracija patvirtinta")
    await _edited(rasa, ona)
    await rasa.press("Daugiau")
    await rasa.press("Atšaukti renginį")
    await rasa.see("Bus pranešta 1 žmogui")
    rasa.say("Susirgo lektorė")
    await rasa.press("Taip, atšaukti renginį")
    await ona.see("atšaukė", "Priežastis: Susirgo lektorė")


async def _described(rasa: Someone, then: datetime) -> None:
    """Question by question, the year pressed."""
    rasa.say("/naujas")
    await rasa.press("Aprašyti naują renginį")
    await rasa.see("Koks renginio pavadinimas")
    rasa.say("Balso higiena")
    await rasa.press("seminaras")
    await rasa.see("Kada jis vyks")
    rasa.say(f"{then:%m-%d} 14:00–16:30")
    for label in (str(then.year), "kontaktiniu būdu", "Praleisti"):
        await rasa.press(label)
    await rasa.see("Kurioje vietoje")
    rasa.say("Aktų salė")
    await rasa.see("Kam jis skirtas")
    for label in ("Praleisti", "25", "Praleisti", "Praleisti"):
        await rasa.press(label)
    await rasa.see("Juodraštis parengtas", "Balso higiena", "Aktų salė", "liko 25 iš 25")


async def _edited(rasa: Someone, ona: Someone) -> None:
    """Two fields and one notice."""
    await rasa.press("Keisti")
    await rasa.press("Vieta:")
    await rasa.see("Dabar: Aktų salė")
    rasa.say("Biblioteka")
    await rasa.see("Vieta: Aktų salė → ")
    await rasa.press("Kaina:")
    rasa.say("penki")
    await rasa.see("nėra skaičius")
    rasa.say("5 Eur")
    await rasa.see("Kaina: ", "5 €", "Bus pranešta 1 žmogui")
    await rasa.press("Išsaugoti")
    await rasa.see("Išsaugota", "Biblioteka")
    await ona.see("pakeitė", "Biblioteka")


async def test_a_description_outlives_a_restart(
    telegram: Server, database: Database, rasa: Someone, clock: Clock
) -> None:
    """It is gone on with where it was left."""
    async with running(telegram, database, clock=clock):
        rasa.say("/naujas")
        await rasa.press("Aprašyti naują renginį")
        rasa.say("Balso higiena")
        await rasa.see("Kokia renginio forma")
    async with running(telegram, database, clock=clock):
        rasa.say("/naujas")
        await rasa.press("Tęsti pradėtą renginį „Balso higiena“")
        await rasa.see("Kokia renginio forma")
        await rasa.press("Atgal")
        await rasa.see("Koks renginio pavadinimas")


async def test_last_years_event_and_a_pasted_plan(
    bot: Server, rasa: Someone, programme: Callable[..., Any], clock: Clock
) -> None:
    """One is copied onto the same weekday, the other taken in as drafts; teachers see neither."""
    held = clock.now() - timedelta(days=300)
    await programme(title_lt="Senas", code="S-1", centre=a_centre(name="Centras"), starts=held)
    rasa.say("/naujas")
    await rasa.press("Pernykščiai")
    await rasa.press("Senas")
    await rasa.see("Kopija tomis pačiomis savaitės dienomis", "Senas")
    await rasa.press("Sukurti juodraštį")
    await rasa.press("Palikti juodraščiu")
    await rasa.see("juodraštis, mokytojai jo dar nemato")
    year = clock.now().astimezone(VILNIUS).year + 1
    rasa.say("GRUODIS\n3 d. 14 val. Balso higiena, 25 Eur\n10 d. 14 val. Lėlių teatras\n11 d. Be")
    await rasa.press(str(year))
    await rasa.see("nenurodyta valanda")
    await rasa.press("Kaip juodraščius")
    rasa.say("/naujas")
    await rasa.see("Nepaskelbt")
