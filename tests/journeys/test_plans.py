"""Staff publish a plan, a teacher follows it, and hears in the morning what became of it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from catalogue.database import Database
from catalogue.plans.rules import morning
from catalogue.plans.stretches import around
from catalogue.programme.tables import Session
from scheduler.clock import Clock
from tests.factories import NOW, VILNIUS, a_centre, a_person
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone, calm
from tests.journeys.test_subscribing import push_to

pytestmark = ON_SQLITE


@pytest.fixture
async def jonas(database: Database, james: Someone) -> Someone:
    """A teacher who has introduced himself, and speaks English."""

    async def work(session: Any) -> None:
        session.add(a_person(telegram_id=james.id, language="en", met_at=NOW))

    await database.write(work)
    return james


@pytest.fixture
async def whole(programme: Callable[..., Any], clock: Clock) -> str:
    """Three events of one centre; the school year they are in, as buttons have it."""
    centre = a_centre(name="Centras")
    starts = clock.now() + timedelta(days=8)
    for code, title in (("P-1", "Balso higiena"), ("P-2", "Lėlių teatras"), ("P-3", "Keramika")):
        meeting = Session(starts_at=starts, ends_at=starts + timedelta(hours=2), city="Kaunas")
        facts = {"centre": centre, "starts": starts, "sessions": [meeting]}
        await programme(title_lt=title, code=code, **facts)
    year = around(starts.astimezone(VILNIUS).date(), is_year=True)
    return f"{year.first.year}–{year.last.year}"


@pytest.mark.usefixtures("bot")
async def test_a_plan_from_its_publishing_to_the_last_word(
    rasa: Someone, ona: Someone, jonas: Someone, clock: Clock, whole: str
) -> None:
    """Both follow and get the post; one event is moved, one cancelled, one set right again: the
    next working morning tells the first two, once; Jonas takes part in the moved one and hears of
    the other only; one press ends it.
    """
    await _followed(ona, jonas)
    await _published(rasa, whole)
    await ona.see("m. m.: planas", "Balso higiena", "Lėlių teatras", "Keramika")
    await jonas.see("School year", ": plan", "Balso higiena")
    await _changed(rasa)
    await jonas.see("has changed")
    await _marked(ona, whole)
    await _told(ona, jonas, clock)
    await ona.press("Nebesekti plano")
    await ona.see("daugiau nerašysiu")
    await _moved(rasa, "P-3", "Alytus")
    push_to(clock, _next_morning(clock), time(8, 1))
    await jonas.see("Changes in the plan", "Keramika", "Alytus")
    assert "Alytus" not in str(ona.chat)
    rasa.say("/zurnalas")
    await rasa.see("paskelbė planą", "3 renginiai")


async def _followed(ona: Someone, jonas: Someone) -> None:
    """By both; Jonas registers, too."""
    ona.say("/planas")
    await ona.press("Sekti planą")
    await ona.see("Sekate")
    jonas.say("/plan")
    await jonas.press("Follow the plan")
    await jonas.see("You follow")
    jonas.say("/start ev_P-1")
    await jonas.press("Register")
    await jonas.see("Registration confirmed")


async def _marked(ona: Someone, whole: str) -> None:
    """Who looks before the morning sees it already."""
    ona.say("/planas")
    await ona.see(": planas")
    await ona.press(whole)
    await ona.see("m. m.: planas", "Pakeista po paskelbimo: vieta", "atšauktas")


async def _told(ona: Someone, jonas: Someone, clock: Clock) -> None:
    """Not before eight."""
    morning = _next_morning(clock)
    push_to(clock, morning, time(7, 50))
    await calm(0.9)
    assert "Plano pakeitimai" not in str(ona.chat)
    push_to(clock, morning, time(8, 1))
    told = await ona.see("Plano pakeitimai", "Balso higiena", "Atšaukta:", "Lėlių teatras")
    assert ("Vilnius" in told["text"], "Keramika" in told["text"]) == (True, False)
    told = await jonas.see("Changes in the plan", "Cancelled:", "Lėlių teatras")
    assert "Balso higiena" not in told["text"]


async def _published(rasa: Someone, whole: str) -> None:
    """The whole school year, after a look at it."""
    rasa.say("/planas")
    await rasa.press(whole)
    await rasa.see("m. m.: planas")
    await rasa.press("Skelbti planą")
    await rasa.see("gaus 2 plano sekėjai", "Balso higiena")
    await rasa.press("Paskelbti (")
    await rasa.see("Planas paskelbtas", "3 renginiai")


async def _changed(rasa: Someone) -> None:
    await _moved(rasa, "P-1", "Vilnius")
    await _moved(rasa, "P-3", "Vilnius")
    await _moved(rasa, "P-3", "Kaunas")
    await _opened(rasa, "P-2")
    await rasa.press("Daugiau")
    await rasa.press("Atšaukti renginį")
    await rasa.press("Be priežasties")
    await rasa.see("atšauktas")


async def _opened(rasa: Someone, code: str) -> None:
    rasa.say(f"/start ev_{code}")
    await rasa.see("Organizatorius")
    await rasa.press("Tvarkyti")
    await rasa.see("Būsena")


async def _moved(rasa: Someone, code: str, town: str) -> None:
    await _opened(rasa, code)
    await rasa.press("Keisti")
    await rasa.see("Keičiamas renginys")
    await rasa.press("Miestas:")
    await rasa.see("Dabar:")
    rasa.say(town)
    await rasa.see("Miestas: ", town)
    await rasa.press("Išsaugoti")
    await rasa.see("Išsaugota")


def _next_morning(clock: Clock) -> date:
    """The next day on which anybody works."""
    day = clock.now().astimezone(VILNIUS).date() + timedelta(days=1)
    while morning(datetime.combine(day, time(9), VILNIUS), VILNIUS) is None:
        day += timedelta(days=1)
    return day
