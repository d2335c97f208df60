"""Staff tell many people at once, and see what became of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.playground import deeds
from catalogue.database import Database
from catalogue.people.tables import PersonTrait, Trait
from catalogue.search.normalise import fold
from scheduler.clock import Clock
from tests.journeys.person import Someone, calm


async def started(*people: Someone) -> None:
    for one in people:
        one.say("/start")
        await one.see("")


async def audience_of(rasa: Someone, text: str) -> None:
    rasa.say("/skelbti")
    await rasa.see("Atsiųskite, ką skelbti")
    rasa.say(text)
    await rasa.see("Kam skirta?")


async def send(rasa: Someone) -> None:
    await rasa.press("Siųsti")
    await rasa.press("Tikrai siųsti")


async def test_the_shortest_path(bot: Any, rasa: Someone, ona: Someone, james: Someone) -> None:
    """Text, everyone, and two confirmations: each gets it once, and the report says how many."""
    await started(rasa, ona, james)
    await audience_of(rasa, "Rytoj centras nedirba")
    await rasa.press("Visi")
    await rasa.see("Gaus 3 žmonės")
    await send(rasa)
    await ona.see("Rytoj centras nedirba")
    await james.see("Rytoj centras nedirba")
    await rasa.see("Skelbimas išsiųstas", "Išsiųsta: 3")
    assert sum(one["text"] == "Rytoj centras nedirba" for one in ona.chat) == 1
