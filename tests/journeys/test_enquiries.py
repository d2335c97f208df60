"""What we cannot answer a coordinator can, and from then on we can too."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from catalogue.database import Database
from catalogue.people.tables import Person, Role, StaffMember
from tests.journeys.person import Someone


async def test_a_question_comes_back_answered_and_is_known_from_then_on(
    bot: Any,
    programme: Callable[..., Any],
    database: Database,
    ona: Someone,
    rasa: Someone,
    somebody: Callable[[int], Someone],
) -> None:
    """From „Šito nežinau“ to two coordinators, of whom one answers, back to the teacher, on as a
    follow-up, into the known answers and to the next who asks in other words.
    """
    jonas = somebody(1)
    await programme()
    jonas.say("/start")
    await jonas.see("Laba diena")
    await employ(database, jonas)
    rasa.say("/start")
    await rasa.see("Laba diena")

    ona.say("ar prie centro yra kur pastatyti automobilį?")
    await ona.see("Šito nežinau", "galiu perduoti metodininkui")
    await ona.press("Klausti metodininko")
    await ona.see("Jūsų klausimas: ", "kur pastatyti automobilį", "Jūsų vardo jie nematys")
    ona.say("Ar prie centro yra kur pastatyti automobilį? Atvyksiu iš Alytaus")
    await ona.see("Jūsų klausimas: Ar prie centro", "iš Alytaus")
    await ona.press("Siųsti")
    await ona.see("Išsiųsta")

    for coordinator in (rasa, jonas):
        await coordinator.see("Klausimas", "iš Alytaus", "mokytoja(s) be vardo")
    rasa.say("/klausimai")
    await rasa.see("Atsakymo laukia 1 klausimas")
    await jonas.press("Atsakyti")
    await jonas.see("Parašykite atsakymą")
    jonas.say("Taip, aikštelė yra kieme.")
    await jonas.see("Jūsų atsakymas")
    await jonas.press("Siųsti")
    await jonas.see("siunčiamas žmogui")
    await ona.see("Jūs klausėte: Ar prie centro", "Metodininko atsakymas", "aikštelė yra kieme")
    await rasa.see("Atsakė", "aikštelė yra kieme")
    await ona.press("Klausti dar")
    await ona.see("Parašykite klausimą metodininkui")
    ona.say("O ar ji mokama?")
    await ona.see("Jūsų klausimas: O ar ji mokama")
    await ona.press("Siųsti")
    await jonas.see("O ar ji mokama?", "Klausta anksčiau", "aikštelė yra kieme")
    await jonas.press("Užverti")
    await jonas.press("Taip, užverti")
    await ona.see("čia į jį atsakyti negali")

    rasa.say("/klausimai")
    await rasa.see("Neseniai atsakyta", "Atsakymo nelaukia niekas")
    await rasa.press("✓ Ar prie centro")
    await rasa.press("Įtraukti į žinomus atsakymus")
    await rasa.see("Ar nuo šiol taip atsakinėti?", "žmonių vardų")
    await rasa.press("Perrašyti klausimą")
    await rasa.see("be jokių vardų")
    rasa.say("Ar prie centro yra kur pastatyti automobilį?")
    await rasa.see("Ar nuo šiol taip atsakinėti?")
    await rasa.press("Patvirtinti: Visi centrai")
    await rasa.see("visi centrai")
    other = somebody(2)
    other.say("kur pas jus pasistatyti masina")
    await other.see("aikštelė yra kieme")


async def employ(database: Database, whom: Someone) -> None:
    """At all centres."""

    async def work(session: Any) -> None:
        person = await session.scalar(select(Person).where(Person.telegram_id == whom.id))
        member = StaffMember(
            person_id=person.id, centre_id=None, role=Role.COORDINATOR, since=person.met_at
        )
        session.add(member)

    await database.write(work)
