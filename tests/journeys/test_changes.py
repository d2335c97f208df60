"""An event moves, is cancelled, or takes place after all, while people are in it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event
from sqlalchemy import select

from bot.playground.server import Server
from catalogue.database import Database
from catalogue.editing.importing import take_in
from catalogue.registrations.tables import Notice, Registration
from scheduler.clock import Clock
from tests.catalogue.files.made_up import drafts_of
from tests.factories import VILNIUS
from tests.journeys.person import Someone, calm
from tests.journeys.test_holding import introduced

DAY = timedelta(days=1)


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Of one kind: what these say of the tables is tried on both in `tests/catalogue`."""
    return sqlite_database


class Office:
    """An organiser who sends the plan in again; what it does not say stays."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock
        self.row: dict[str, Any] = {
            "code": "V-1", "title_lt": "Vertinimas", "title_en": "Assessment",
            "organiser": "Menų centras", "start": self.day(3), "hours": 4, "seats": 1,
            "city": "Kaunas", "place": "Salė", "mode": "onsite", "cancel_until": self.day(1),
        }  # fmt: skip

    def day(self, days: int, hour: int = 10) -> str:
        """A moment as a plan writes it."""
        then = self.clock.now().astimezone(VILNIUS) + days * DAY
        return f"{then:%Y-%m-%d} {hour}:00"

    async def sends(self, *others: dict[str, Any], **facts: Any) -> None:
        self.row |= facts
        drafts = drafts_of(self.row, *({**self.row, **other} for other in others))
        await self.database.write(lambda session: take_in(session, drafts, now=self.clock.now()))


def entry(file: bytes) -> Event:
    (only,) = Calendar.from_ical(file).walk("VEVENT")
    assert isinstance(only, Event)
    return only


def sequence(one: Any) -> int:
    return int(one["SEQUENCE"])


async def answers(database: Database) -> list[tuple[int, bool | None]]:
    """Ticket and answer of each notice of a change."""

    async def look(session: Any) -> list[tuple[int, bool | None]]:
        rows = await session.execute(
            select(Registration.ticket, Notice.is_fine)
            .join(Registration, Registration.id == Notice.registration_id)
            .where(Notice.change_id.is_not(None))
            .order_by(Registration.ticket)
        )
        return [(ticket, is_fine) for ticket, is_fine in rows]

    return await database.read(look)


async def into(one: Someone, *, waits: bool = False) -> None:
    one.say("/start ev_V-1")
    await one.press("Stoti į eilę" if waits else "Registruotis")
    await one.see("Esate eilėje" if waits else "Registracija patvirtinta")


async def test_a_move_is_told_with_a_file_and_asks_for_an_answer(
    bot: Server, database: Database, clock: Clock, somebody: Callable[[int], Someone]
) -> None:
    """Before and after in one message, the same entry moved; who cannot come leaves by one press,
    though the limit is over, and the seat goes on; who comes later hears only how it is now.
    """
    office = Office(database, clock)
    await office.sends(seats=2)
    ona, jonas, rasa = people = [somebody(number) for number in range(3)]
    await introduced(database, people)
    for one in people:
        await into(one, waits=one is rasa)
    ona.say("/start ev_V-1")
    await ona.press("Kalendorius")
    old = entry(await ona.see_file("V-1.ics"))
    clock.push(timedelta(days=1, hours=1))  # the limit of leaving is over
    await office.sends(start=office.day(9, 14), place="Biblioteka")
    told = await ona.see("pakeitė renginį „Vertinimas“", "buvo:", "dabar:", "14:00", "Biblioteka")
    assert told["document"]
    new = entry(await ona.see_file("V-1.ics"))
    assert str(new["UID"]) == str(old["UID"])
    assert sequence(new) == sequence(old) + 1
    assert ona.buttons() == ["Tinka", "Nedalyvausiu"]
    waiting = await rasa.see("pakeitė renginį", "Biblioteka", "Jūsų vieta eilėje išlieka")
    assert (waiting["document"], rasa.buttons()) == (None, ["Išeiti iš eilės"])
    await ona.press("Tinka")
    await ona.see("pakeitė renginį", "Biblioteka")
    assert ona.buttons() == ["Atsisakyti"]
    await jonas.press("Nedalyvausiu")
    await jonas.see("Atšaukta", "Vertinimas")
    await rasa.see("ji – Jūsų", "14:00")
    assert await answers(database) == [(1, True), (2, False), (3, None)]


async def test_two_changes_before_the_first_was_told_are_one(
    bot: Server, database: Database, clock: Clock, ona: Someone
) -> None:
    """At night two changes of one meeting of a course wait; the morning tells the whole difference,
    and one that was taken back again is told to nobody.
    """
    office = Office(database, clock)
    first, second = {"start": office.day(9)}, {"start": office.day(16)}
    await office.sends(second, **first)
    await introduced(database, [ona])
    await into(ona)
    clock.push(timedelta(hours=12))
    await office.sends({**second, "place": "Biblioteka"})
    await calm(1.0)
    await office.sends({"start": office.day(17, 15)})
    await calm(1.0)
    assert not any("pakeitė" in one["text"] for one in ona.chat)
    clock.push(timedelta(hours=11))
    told = await ona.see("pakeitė renginį „Vertinimas“")
    assert "→" in told["text"]
    assert "Biblioteka" not in told["text"]
    assert told["text"].count("•") == 1
    file = await ona.see_file("V-1.ics")
    assert [sequence(one) for one in Calendar.from_ical(file).walk("VEVENT")] == [2, 2]


async def test_a_cancelled_event_says_sorry_and_what_there_is_instead(
    bot: Server,
    database: Database,
    clock: Clock,
    programme: Any,
    somebody: Callable[[int], Someone],
) -> None:
    """A file that takes it out of the calendar, and the nearest as buttons; taken up again, it asks
    who still comes.
    """
    office = Office(database, clock)
    await office.sends()
    await programme(title_lt="Formuojamasis vertinimas", code="F-1")
    await programme(title_lt="Keramika", code="K-1")
    ona, jonas = people = [somebody(number) for number in range(2)]
    await introduced(database, people)
    for one in people:
        await into(one, waits=one is jonas)
    await office.sends(status="cancelled")
    await ona.see("atšaukė renginį „Vertinimas“", "Atsiprašome", "Galbūt Jums tiks")
    file = await ona.see_file("V-1.ics")
    assert b"METHOD:CANCEL" in file
    assert entry(file)["STATUS"] == "CANCELLED"
    assert "Formuojamasis" in ona.buttons()[0]
    await jonas.see("atšaukė renginį")
    ona.say("/mano")
    await ona.see("renginį organizatorius atšaukė")
    await office.sends(status="published")
    await ona.see("vis dėlto įvyks", "Registracija patvirtinta")
    await ona.press("Nedalyvausiu")
    await ona.see("Atšaukta")
    await jonas.see("Atsilaisvino vieta")
