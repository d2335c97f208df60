"""What was made use of: asked six weeks and six months later, an example, and the bank."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.practice.rules import answer
from catalogue.practice.tables import Use, UseAsked
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration
from scheduler.clock import Clock, real_now
from scheduler.practice import LOOK_AGAIN
from tests.catalogue.learning.past import marked
from tests.factories import VILNIUS, kept
from tests.journeys.person import Someone

#: A Wednesday after lessons, six weeks and a day after the event.
ASKED = datetime(2026, 10, 14, 15, 10, tzinfo=VILNIUS)
HELD = datetime(2026, 9, 1, 9, tzinfo=VILNIUS)
HALF_A_YEAR = timedelta(weeks=20, hours=2)
EXAMPLE = "Jonukas su klase vertino vieni kitų darbus."


@pytest.fixture
def clock() -> Clock:
    """Goes on from then."""
    ahead = ASKED - real_now()
    return Clock(lambda: real_now() + ahead)


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """What of it is SQL is tried on both kinds elsewhere."""
    return sqlite_database


@pytest.fixture
def came(database: Database, programme: Callable[..., Any]) -> Callable[..., Any]:
    """They were all at „Vertinimas“, and the first of them has told where she works."""

    async def go(*people: Someone) -> None:
        event = await programme(title_lt="Vertinimas", code="V-1", starts=HELD, hours=3)

        async def work(session: Any) -> None:
            row = await session.get_one(Event, event)
            for number, who in enumerate(people):
                query = select(Person).where(Person.telegram_id == who.id)
                person = (await session.scalars(query)).one()
                person.name = f"Ona Onaitė {'I' * number}".strip()
                await marked(session, row, person)
                if not number:
                    school = "Saulės gimnazija"
                    facts = {"kind": Trait.SCHOOL, "value": school, "key": school.lower()}
                    await kept(session, PersonTrait(person_id=person.id, **facts))

        await database.write(work)

    return go


@pytest.fixture
def answered(database: Database, clock: Clock) -> Callable[..., Any]:
    """Somebody presses, and nobody looks at how."""

    async def go(who: Someone, use: Use) -> None:
        async def work(session: Any) -> None:
            person = await session.scalar(select(Person).where(Person.telegram_id == who.id))
            asked = await session.scalar(
                select(UseAsked.id)
                .join(Registration, Registration.id == UseAsked.registration_id)
                .where(Registration.person_id == person.id)
            )
            await answer(session, asked, use, person=person, now=clock.now(), zone=VILNIUS)

        await database.write(work)

    return go


@pytest.mark.usefixtures("bot")
async def test_from_the_question_to_the_bank_and_back(
    rasa: Someone,
    ona: Someone,
    james: Someone,
    somebody: Callable[[int], Someone],
    *,
    came: Callable[..., Any],
    answered: Callable[..., Any],
    clock: Clock,
) -> None:
    """Five answers make numbers; an example goes through the hands of staff, is read and found, and
    is gone when its author takes it back. Half a year later it is asked once more.
    """
    others = [somebody(number) for number in range(1, 5)]
    for who in (rasa, ona, *others, james):
        who.say("/start")
        await who.see("Kvieslys")
    await came(ona, *others)
    clock.push(LOOK_AGAIN)
    await _tells(ona)
    for who, use in zip(others, (Use.REGULARLY, Use.TRIED, Use.TRIED, Use.NOT_YET), strict=True):
        await who.see("Ką pritaikėte iš renginio „Vertinimas“?", "šešios savaitės")
        await answered(who, use)
    await _decides(rasa)
    await ona.see("jau gerosios patirties banke", "Viena mokinė su klase")
    await _reads(james, others[0])
    await _counts(rasa)
    await ona.press("Peržiūrėti")
    await ona.press("Atsiimti")
    await ona.press("Taip, ištrinti")
    await ona.see("pavyzdys ištrintas")
    james.say("/practice")
    await james.see("There are no examples here yet")
    clock.push(HALF_A_YEAR)
    await ona.see("Ką pritaikėte", "praėjo pusė metų")
    await ona.press("Daugiau neklauskite")
    await ona.see("daugiau neklausiu, ką pritaikėte")


async def _tells(ona: Someone) -> None:
    await ona.see("Ką pritaikėte iš renginio „Vertinimas“?", "atsako bent 5")
    ona.say("/kodel")
    await ona.see("Dalyvavote renginyje „Vertinimas“", "kartą per savaitę")
    await ona.press("Išbandžiau")
    await ona.see("Gal parašytumėte pavyzdį")
    ona.say(EXAMPLE)
    await ona.see(EXAMPLE, "Ona Onaitė, Saulės gimnazija")
    await ona.press("Taip, su vardu ir mokykla")
    await ona.see("Darbuotojai pavyzdį peržiūrės")


async def _decides(rasa: Someone) -> None:
    """The pupil's name is taken out first."""
    await rasa.see("Jūsų sprendimo laukia 1 pavyzdys")
    await rasa.press("Laukia sprendimo (1)")
    await rasa.press("Jonukas su klase")
    await rasa.see("Laukia sprendimo, parašyta", "Pasirašyta: Ona Onaitė, Saulės gimnazija")
    await rasa.press("Taisyti žodžius")
    await rasa.see("be mokinių vardų")
    rasa.say(EXAMPLE.replace("Jonukas", "Viena mokinė"))
    await rasa.press("Įdėti į banką")
    await rasa.see("Banke, parašyta", "Viena mokinė")


async def _reads(james: Someone, other: Someone) -> None:
    """From the event's card, and by words that are not written so anywhere."""
    james.say("/start ev_V-1")
    await james.press("How others made use of it")
    await james.see("Viena mokinė su klase", "Ona Onaitė, Saulės gimnazija")
    other.say("/patirtis vertinimo")
    await other.see("Tema: vertinimo", "Viena mokinė su klase")
    other.say("/patirtis keramika")
    await other.see("Tokio pavyzdžio dar nėra")


async def _counts(rasa: Someone) -> None:
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.press("Kas pritaikyta")
    await rasa.see("Atsakė: 5 iš 5 klaustų", "Taikau nuolat: 1", "Išbandžiau: 3", "Dar ne: 1")
    await rasa.press("Visų renginių")
    await rasa.see("Vertinimas · 6 sav. · 80")
    await rasa.press("Paveikslėlis")
    await rasa.see("Ką sako dalyviai praėjus šešioms savaitėms")
