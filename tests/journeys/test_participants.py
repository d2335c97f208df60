"""The staff's day with those who take part: approving, adding by hand, writing, payments, files."""

import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from python_calamine import CalamineWorkbook

from tests.factories import a_centre
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone

pytestmark = ON_SQLITE


async def introduced(
    someone: Someone, event: str, name: str, *seen: str, way: str = "Registruotis"
) -> None:
    """Joins for the first time, and sees what came of it."""
    someone.say(f"/start ev_{event}")
    await someone.press(way)
    await someone.see("vardas ir pavardė")
    someone.say(name)
    await someone.press("Sutinku")
    await someone.see(*seen)


async def test_approved_added_and_written_to(
    bot: Any,
    rasa: Someone,
    ona: Someone,
    somebody: Callable[[int], Someone],
    programme: Callable[..., Any],
) -> None:
    """A switch makes each registration wait for a word; one without Telegram comes in by hand."""
    await programme(title_lt="Vertinimas", code="V-1", seats=3, centre=a_centre(name="Centras"))
    rita, jonas = somebody(1), somebody(2)
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.press("Daugiau")
    await rasa.press("Registracijas tvirtina organizatorius")
    await rasa.see("Vertinimas")
    await introduced(ona, "V-1", "Ona Petraitienė", "Laukia patvirtinimo")
    await rasa.see("1 registracija laukia patvirtinimo", "Vertinimas")
    await introduced(rita, "V-1", "Rita Ritaitė", "Laukia patvirtinimo")
    await rasa.press("Peržiūrėti")
    await rasa.see("0/3 · laukia patvirtinimo 2", "1. Ona Petraitienė", "2. Rita Ritaitė")
    await rasa.press("1. Ona")
    await rasa.press("Patvirtinti")
    await rasa.see("Registracija patvirtinta. Žmogui pranešame.")
    await ona.see("organizatorius patvirtino Jūsų registraciją", "Registracija patvirtinta")
    await _adds_by_hand(rasa)
    await introduced(jonas, "V-1", "Jonas Jonaitis", "Esate eilėje (1-a vieta)", way="Stoti į eilę")
    await _decides(rasa, rita, jonas)
    await _writes(rasa, ona)
    rasa.say("/zurnalas")
    await rasa.see("parašė žinutę: Ona Petraitienė", "skyrė vietą viršydami vietų skaičių", "ranka")


async def _opens_the_list(rasa: Someone) -> None:
    rasa.say("/dalyviai")
    await rasa.press("Vertinimas")
    await rasa.see("Vertinimas", "Patvirtinti (")


async def _adds_by_hand(rasa: Someone) -> None:
    await rasa.press("Į sąrašą")
    await rasa.press("Pridėti")
    await rasa.see("Kiekvienam žmogui – viena eilutė")
    rasa.say("Petras Petraitis, Akmenės gimnazija, petras@pastas.lt, 8 600 00000\nGimnazija")
    await rasa.see("1. Petras Petraitis", "Akmenės gimnazija · petras@pastas.lt · +37060000000",
                   "vardo neradau")  # fmt: skip
    await rasa.press("Žmogus sutinka")
    await rasa.see("✓ Petras Petraitis: Registracija patvirtinta", "Kam skambinti")
    await rasa.press("Į sąrašą")
    await rasa.press("Pridėti")
    rasa.say("Petras Petraitis, petras@pastas.lt")
    await rasa.see("jau yra sąraše", "Pridėti nėra ko")
    await _opens_the_list(rasa)
    await rasa.press("Kam skambinti (1)")
    await rasa.see("Petras Petraitis · Akmenės gimnazija", "+37060000000")


async def _decides(rasa: Someone, rita: Someone, jonas: Someone) -> None:
    """One gets a seat more than there are, after a question; one is not approved."""
    await _opens_the_list(rasa)
    await rasa.see("2/3 · laukia patvirtinimo 1 · eilėje 1")
    await rasa.press("Eilėje (1)")
    await rasa.press("1. Jonas")
    await rasa.press("Duoti vietą be eilės")
    await rasa.see("Laisvų vietų nėra (iš viso 3)")
    await rasa.press("Taip, duoti dar vieną vietą")
    await rasa.see("Vieta skirta")
    await jonas.see("organizatorius skyrė Jums vietą", "Registracija patvirtinta")
    await _opens_the_list(rasa)
    rasa.say("ritaite")
    await rasa.see("Rastas 1", "Rita Ritaitė · Laukia patvirtinimo")
    await rasa.press("1. Rita")
    await rasa.see("Rita Ritaitė", "Registravosi savarankiškai")
    await rasa.press("Atmesti")
    await rasa.press("Taip, atmesti")
    await rita.see("nepatvirtino Jūsų registracijos")


async def _writes(rasa: Someone, ona: Someone) -> None:
    await _opens_the_list(rasa)
    await rasa.press("Ona")
    await rasa.see("Ona Petraitienė", "pasiekia per „Telegram“")
    await rasa.press("Parašyti")
    await rasa.see("Gavėjas: Ona Petraitienė")
    rasa.say("Ar galėtumėte atsinešti kompiuterį?")
    await rasa.see("Centras", "atsinešti kompiuterį?")
    await rasa.press("Siųsti")
    await rasa.see("Išsiųsta", "Ona Petraitienė")
    await ona.see("Centras", "rašo Jums dėl renginio „Vertinimas“", "atsinešti kompiuterį?")
    await ona.press("Atsakyti")
    await ona.see("„Vertinimas“")
    ona.say("Taip, atsinešiu.")
    await ona.press("Siųsti")
    await rasa.see("Taip, atsinešiu.")


async def test_who_pays_and_what_is_printed(
    bot: Any, rasa: Someone, ona: Someone, james: Someone, programme: Callable[..., Any]
) -> None:
    """Asked below the answer, ticked by staff, listed by school; the files come as documents."""
    await programme(
        title_lt="Robotika", title_en="Robotics", code="R-1", price_eur=Decimal(40), seats=1
    )
    await introduced(ona, "R-1", "Ona Petraitienė", "Registracija patvirtinta", "Kas mokės?")
    await _tells_who_pays(ona)
    james.say("/start ev_R-1")
    await james.press("Join the waiting list")
    james.say("James Smith")
    await james.press("I agree")
    await james.see("On the waiting list (place 1)")
    rasa.say("/dalyviai")
    rasa.say("robotikos")
    await rasa.press("Robotika")
    await rasa.press("Mokėjimai")
    await rasa.see("Mokėtina 40 €, apmokėta 0 €", "=Ąžuolo gimnazija (buhalterija@azuolas.lt)")
    await rasa.press("☐ Ona")
    await rasa.see("apmokėta 40 €")
    await _takes_the_files(rasa)
    ona.say("/mano")
    await ona.press("Robotika")
    await ona.press("Kas moka")
    await ona.see("Žinome, kad apmokėta")


async def _tells_who_pays(ona: Someone) -> None:
    await ona.press("Mokykla")
    await ona.see("Kaip vadinasi mokykla?")
    ona.say("=Ąžuolo gimnazija")
    await ona.see("Kam siųsti sąskaitą?")
    ona.say("buhalterija@azuolas.lt")
    await ona.see("Moka: mokykla, =Ąžuolo gimnazija, buhalterija@azuolas.lt")


async def _takes_the_files(rasa: Someone) -> None:
    await rasa.press("Excel")
    book = CalamineWorkbook.from_filelike(io.BytesIO(await rasa.see_file("dalyviai_R-1.xlsx")))
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    assert [row[1] for row in sheets["dalyviai"]] == ["Vardas ir pavardė", "Ona Petraitienė"]
    assert [row[1] for row in sheets["eilė"]] == ["Vardas ir pavardė", "James Smith"]
    assert sheets["sąskaitos"][1][:6] == [
        *("mokykla", "'=Ąžuolo gimnazija", "buhalterija@azuolas.lt", "Ona Petraitienė"),
        *(40, "taip"),
    ]
    rasa.say("/dalyviai")
    await rasa.press("Robotika")
    await rasa.press("Pasirašymo lapas")
    assert (await rasa.see_file("parasai_R-1.pdf")).startswith(b"%PDF")
