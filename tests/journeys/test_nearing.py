"""An event comes near, and nobody has registered: its coordinator hears of it in time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from catalogue.programme.holidays import SchoolYear
from scheduler.clock import Clock
from tests.factories import VILNIUS
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone, calm

pytestmark = ON_SQLITE


def a_working_morning(clock: Clock) -> datetime:
    """Of a day that is one at an office and at school, and not tomorrow already."""
    day = SchoolYear().working_day(clock.now().astimezone(VILNIUS).date() + timedelta(days=3))
    return datetime.combine(day, datetime.min.time(), VILNIUS).replace(hour=10)


async def test_told_a_week_before_with_what_can_be_done(
    bot: Any, rasa: Someone, clock: Clock, programme: Callable[..., Any]
) -> None:
    """On a working day, once; every button leads to where it is done, and why it came is told."""
    morning = a_working_morning(clock)
    await programme(title_lt="Robotika", code="R-1", seats=20, starts=morning + timedelta(days=7))
    await programme(title_lt="Rudens planas", seats=None, starts=morning + timedelta(days=7))
    rasa.say("/start")
    await rasa.see("Kvieslys")
    clock.push(morning - clock.now())
    await rasa.see("Artėja renginys", "Robotika", "neužsiregistravo niekas; vietų: 20")
    assert rasa.buttons() == [
        "Skelbti mokytojams",
        "Perkelti, keisti",
        "Atšaukti renginį",
        "Dalyviai",
    ]
    rasa.say("/kodel")
    await rasa.see("likus 7 ir 2 d. iki pradžios")
    await rasa.press("Skelbti")
    await rasa.see("Po skelbimu bus mygtukas į „Robotika“")
    rasa.say("Dar yra vietų!")
    await rasa.see("Kam skirta?")
    clock.push(timedelta(hours=1))
    await calm()
    assert sum("Artėja renginys" in one["text"] for one in rasa.chat) == 1
    await rasa.press("Perkelti, keisti")
    await rasa.see("Keičiamas renginys „Robotika“")
