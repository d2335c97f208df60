"""Reminders as a teacher gets them: on time, only the wanted ones, and with all that is needed."""

from datetime import datetime, timedelta
from typing import Any

from catalogue.database import Database
from catalogue.programme.tables import Event, Mode, Status
from scheduler.clock import Clock
from tests.factories import VILNIUS
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone, calm
from tests.journeys.test_joining import introduce, open_card

pytestmark = ON_SQLITE

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def reach(clock: Clock, moment: datetime) -> None:
    clock.push(moment - clock.now())


def at_noon(clock: Clock, *, days: int) -> datetime:
    """So many days ahead, so that no reminder falls into the night."""
    return (clock.now().astimezone(VILNIUS) + days * DAY).replace(
        hour=12, minute=0, second=0, microsecond=0
    )


def told(who: Someone, title: str) -> list[str]:
    """The first line of each reminder of this event, oldest first."""
    return [
        one["text"].split("\n")[0]
        for one in who.chat
        if one["from"] == "bot" and title in one["text"] and one["text"].startswith("Prasideda")
    ]


async def join(who: Someone, code: str, *, first_time: bool = False) -> dict[str, Any]:
    await open_card(who, code)
    await who.press("Registruotis")
    if first_time:
        await introduce(who)
    return await who.see("Registracija patvirtinta", "Kada:")


async def turn_off_the_day_before(who: Someone) -> None:
    """And begins the quiet hours earlier, in the same message."""
    who.say("/profilis")
    await who.press("Priminimai ir ramybės valandos")
    await who.see("Prieš kiek laiko priminti")
    await who.press("✓ Prieš 1 d.")
    await who.see("Prieš kiek laiko priminti")
    await who.press("Ramybės valandos")
    await who.press("nuo 20:00")
    await who.see("20:00–07:30")
    await who.press("Atgal")
    await who.see("Prieš kiek laiko priminti")
    await who.press("Atgal")
    await who.see("Profilis", "Ona Petraitienė")


async def test_reminded_as_wanted(
    bot: Any, programme: Any, clock: Clock, ona: Someone, database: Database
) -> None:
    """Seven days, one day and two hours before, but for what was turned off; and none of an event
    that was cancelled.
    """
    starts = at_noon(clock, days=10)
    place = {"city": "Kaunas", "place": "Vytauto pr. 44"}
    await programme(title_lt="Vertinimas", code="V-1", starts=starts, **place)
    off = await programme(title_lt="Neįvyks", code="N-1", starts=starts + 4 * HOUR)
    await join(ona, "V-1", first_time=True)
    await join(ona, "N-1")
    reach(clock, starts - 7 * DAY)
    seen = await ona.see("Prasideda po 7 dienų", "Vertinimas", "12:00–15:00", "Vytauto pr. 44")
    assert [[button["text"] for button in row] for row in seen["keyboard"]] == [
        ["Atsisakyti", "Kalendorius"],
        ["Kaip nuvykti"],
    ]
    assert seen["keyboard"][1][0]["url"].startswith("https://www.google.com/maps/search/")
    reach(clock, starts - 7 * DAY + 5 * HOUR)
    await ona.see("Prasideda po 7 dienų", "Neįvyks")

    await turn_off_the_day_before(ona)

    async def cancel(session: Any) -> None:
        (await session.get_one(Event, off)).status = Status.CANCELLED

    await database.write(cancel)
    reach(clock, starts - DAY)
    await calm(1.2)
    reach(clock, starts - 2 * HOUR)
    await ona.see("Prasideda po 2 val.", "Vertinimas")
    reach(clock, starts + 4 * HOUR)
    await calm(1.2)
    assert told(ona, "Vertinimas") == ["Prasideda po 7 dienų.", "Prasideda po 2 val."]
    assert told(ona, "Neįvyks") == ["Prasideda po 7 dienų."]


async def test_late_comer_and_the_link(
    bot: Any, programme: Any, clock: Clock, ona: Someone
) -> None:
    """Who joins five hours before is told so at once and gets no reminder of the day before; the
    link comes with the confirmation, two hours and a quarter of an hour before.
    """
    link = "https://zoom.example/j/1"
    starts = clock.now() + 5 * HOUR + 2 * MINUTE
    await programme(
        title_lt="Vebinaras", code="W-1", starts=starts, mode=Mode.ONLINE, join_url=link
    )
    await open_card(ona, "W-1")
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.see("Registracija patvirtinta", "Vebinaras", link, "Prasideda po 5 val.")
    await calm(1.2)
    assert told(ona, "Vebinaras") == []
    reach(clock, starts - 2 * HOUR)
    await ona.see("Prasideda po 2 val.", link)
    reach(clock, starts - 15 * MINUTE)
    seen = await ona.see("Prasideda po 15 min.", link)
    assert seen["text"].split("\n")[1] == f"Prisijungimo nuoroda: {link}"
    assert seen["keyboard"][0][0]["url"] == link
    await ona.press("Atsisakyti")
    await ona.press("Taip, atsisakyti")
    await ona.see("Atšaukta")
    assert told(ona, "Vebinaras") == ["Prasideda po 2 val.", "Prasideda po 15 min."]
