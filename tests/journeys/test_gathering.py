"""What nobody offers yet: those who want it gather, choose its day, and hear of it first."""

from datetime import timedelta
from typing import Any

import pytest

from catalogue.database import Database
from catalogue.subscriptions import rules
from catalogue.subscriptions.tables import Rhythm
from scheduler.clock import Clock
from tests.factories import a_centre, a_person, kept
from tests.journeys.person import Someone, calm


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Of one kind: who crosses the number at one moment is tried on both in `tests/catalogue`."""
    return sqlite_database


@pytest.fixture
async def waiting(database: Database, clock: Clock) -> None:
    """Four who look for it in words of their own, at a house of one centre that wants six."""

    async def fill(session: Any) -> None:
        people = [a_person(unreachable_since=clock.now()) for _ in range(4)]
        await kept(session, a_centre(name="Utenos centras", gather_at=6), *people)
        for one, said in zip(
            people, ("stresas", "streso įveika", "stress", "burnout"), strict=True
        ):
            await rules.subscribe(
                session,
                person=one,
                words=said,
                wanted={"topic": said.split(), "filters": {"topic": said}},
                rhythm=Rhythm.ONCE,
                now=clock.now(),
            )

    await database.write(fill)


async def days_are_offered(ona: Someone, james: Someone, rasa: Someone, clock: Clock) -> None:
    """Five wait; two more come, each in words of their own, and staff find two days."""
    rasa.say("/start")
    await rasa.see("Kvieslys")
    ona.say("valdyti stresą")
    await ona.see("Pasižymėjau", "Norinčių jau 5 iš 6")
    james.say("streso valdimas")
    await james.see("6 people")
    await rasa.see("laukia 6 žmonės", "sukūriau juodraštį")
    await rasa.press("Siūlyti datas")
    await rasa.see("Kokias datas siūlote")
    rasa.say("kada nors")
    await rasa.see("nėra būsima diena")
    first, second = (clock.now() + timedelta(days=30 + more) for more in (0, 1))
    rasa.say(f"{first:%Y-%m-%d} 14:00–16:00; Utena\n{second:%Y-%m-%d} 15:00; nuotoliu")
    await rasa.see("Paklausiu 6 žmonių", "Utena", "nuotoliu")
    await rasa.press("Klausti 6 žmonių")
    for someone in (ona, james):
        await someone.see("?")


@pytest.mark.usefixtures("bot", "waiting")
async def test_enough_who_want_it_make_an_event(
    ona: Someone, james: Someone, rasa: Someone, clock: Clock
) -> None:
    """Six of whatever words: a draft, days to choose from, the event, and each is told once."""
    await days_are_offered(ona, james, rasa, clock)
    await ona.press("Utena")
    await ona.see("tinka 1 diena")
    await ona.press("nuotoliu")
    await ona.see("tinka 2 dienos")
    await james.press("online")
    await james.see("1 day suits you")
    await rasa.press("Kas nori")
    await rasa.see("laukia 6 žmonės", "Atsakė 2 iš 2", "nuotoliu: 2", "Utena: 1")
    await rasa.press("nuotoliu · 2")
    await rasa.see("Juodraštis parengtas", "uotoli")
    await ona.press("Utena")
    await ona.see("nebederiname")
    await rasa.press("Paskelbti")
    await ona.see("Ieškojote", "uotoli")
    await james.see("You were looking for")
    said = str(ona.chat)
    await calm(0.9)
    assert str(ona.chat) == said
    rasa.say("/zurnalas")
    await rasa.see("Pats asistentas", "laukia 6 žmonės")


async def test_wishes_end_with_the_school_year(
    bot: Any, waiting: None, ona: Someone, rasa: Someone, clock: Clock
) -> None:
    """A word on the last day, and one press to keep waiting; staff see what is wanted all along."""
    ona.say("streso valdymas")
    await ona.see("Norinčių jau 5 iš 6")
    ona.say("kamišibai teatras")
    await ona.see("Pasižymėjau")
    rasa.say("/paklausa")
    await rasa.see("1.", "treso", "5 žmonės")
    await rasa.press("1. ")
    await rasa.see("5 žmonės")
    await rasa.press("Paskelbti renginį")
    await rasa.see("Koks renginio pavadinimas")
    now = clock.now()
    clock.push(now.replace(year=now.year + (now.month > 8), month=8, day=31) - now)
    await ona.see("Mokslo metai baigėsi", "kamišibai teatras")
    await ona.press("Laukti toliau: streso")
    await ona.see("Toliau laukiate", "streso valdymas")
    await ona.press("Naujienos")
    page = await ona.see("Apie ką pranešu", "streso valdymas")
    assert "kamišibai" not in page["text"]
