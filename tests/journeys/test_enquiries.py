"""What we cannot answer a coordinator can, and from then on we can too."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from catalogue.database import Database
from catalogue.people.tables import Person, Role, StaffMember
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone

pytestmark = ON_SQLITE

QUESTION = "Ar prie centro yra kur pastatyti automobilį?"


async def test_a_question_comes_back_answered_and_is_known_from_then_on(
    bot: Any, database: Database, ona: Someone, rasa: Someone, somebody: Callable[[int], Someone]
) -> None:
    """From „Šito nežinau“ to two coordinators, of whom one answers, back to the teacher, on to the
    same coordinator, into the known answers and to the next who asks in other words.
    """
    jonas = somebody(1)
    for coordinator in (jonas, rasa):
        coordinator.say("/start")
        await coordinator.see("Laba diena")
        await employ(database, coordinator)
    await ask(ona)
    for coordinator in (rasa, jonas):
        await coordinator.see("Klausimas", "iš Alytaus", "mokytoja(s) be vardo")
    rasa.say("/klausimai")
    await rasa.see("Atsakymo laukia 1 klausimas")
    await answer(jonas, "Taip, aikštelė yra kieme.")
    await ona.see(f"Jūs klausėte: {QUESTION}", "Metodininko atsakymas", "aikštelė yra kieme")
    await rasa.see("Atsakė", "aikštelė yra kieme")
    await ask_more(ona)
    await jonas.see("O ar ji mokama?", "Klausta anksčiau", "aikštelė yra kieme")
    await jonas.press("Užverti")
    await jonas.press("Taip, užverti")
    await ona.see("čia į jį atsakyti negali")
    await approve(rasa)
    other = somebody(2)
    other.say("kur pas jus pasistatyti masina")
    await other.see("aikštelė yra kieme")


async def ask(who: Someone) -> None:
    """In words of one's own, once more before it is sent."""
    who.say("ar prie centro yra kur pastatyti automobilį?")
    await who.see("Šito nežinau", "galiu perduoti metodininkui")
    await who.press("Klausti metodininko")
    await who.see("Jūsų klausimas: ", "kur pastatyti automobilį", "Jūsų vardo jie nematys")
    who.say(f"{QUESTION} Atvyksiu iš Alytaus")
    await who.see("Jūsų klausimas: Ar prie centro", "iš Alytaus")
    await who.press("Siųsti")
    await who.see("Išsiųsta")


async def ask_more(who: Someone) -> None:
    """On from the answer."""
    await who.press("Klausti dar")
    await who.see("Parašykite klausimą metodininkui")
    who.say("O ar ji mokama?")
    await who.see("Jūsų klausimas: O ar ji mokama")
    await who.press("Siųsti")


async def answer(who: Someone, text: str) -> None:
    """From the message with the question."""
    await who.press("Atsakyti")
    await who.see("Parašykite atsakymą")
    who.say(text)
    await who.see("Jūsų atsakymas")
    await who.press("Siųsti")
    await who.see("siunčiamas žmogui")


async def approve(who: Someone) -> None:
    """The last that was answered, with its question put as others would ask it."""
    who.say("/klausimai")
    await who.see("Neseniai atsakyta", "Atsakymo nelaukia niekas")
    await who.press("✓ Ar prie centro")
    await who.press("Įtraukti į žinomus atsakymus")
    await who.see("Ar nuo šiol taip atsakinėti?", "žmonių vardų")
    await who.press("Perrašyti klausimą")
    await who.see("be jokių vardų")
    who.say(QUESTION)
    await who.see("Ar nuo šiol taip atsakinėti?")
    await who.press("Patvirtinti: Visi centrai")
    await who.see("visi centrai")


async def employ(database: Database, whom: Someone) -> None:
    """At all centres."""

    async def work(session: Any) -> None:
        person = await session.scalar(select(Person).where(Person.telegram_id == whom.id))
        member = StaffMember(
            person_id=person.id, centre_id=None, role=Role.COORDINATOR, since=person.met_at
        )
        session.add(member)

    await database.write(work)
