"""Staff tell many people at once, and see what became of it."""

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from bot.playground import deeds
from bot.playground.people import Person as Account
from bot.playground.server import Server
from catalogue.database import Database
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.search.normalise import fold
from scheduler.clock import Clock
from scheduler.outbox import Message, Priority, put
from tests.factories import NOW, a_person
from tests.journeys.conftest import running
from tests.journeys.person import Someone, calm

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00\x00\x00\x01" * 2 + bytes(20)


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Of one kind: what these say of the tables is tried on both in `tests/catalogue`."""
    return sqlite_database


async def started(*people: Someone) -> None:
    for one in people:
        one.say("/start")
        await one.see("")


async def draft(rasa: Someone, text: str) -> None:
    rasa.say("/skelbti")
    await rasa.see("Atsiųskite, ką skelbti")
    rasa.say(text)
    await rasa.see("Kam skirta?")


async def send(rasa: Someone) -> None:
    await rasa.press("Siųsti")
    await rasa.press("Tikrai siųsti")


async def a_crowd(bot: Any, database: Database, *, count: int) -> list[Account]:
    """People who have spoken to the bot before."""
    accounts = [Account(700_000_000 + number, "Mokytoja", started=True) for number in range(count)]
    for one in accounts:
        bot.world.add(one)
    people = [
        a_person(telegram_id=one.id, name="Ona Petraitienė", telephone="+37061234567")
        for one in accounts
    ]

    async def work(session: Any) -> None:
        session.add_all(people)

    await database.write(work)
    return accounts


class Arrived:
    """What lies in the chats of a crowd."""

    def __init__(self, crowd: Sequence[Account]) -> None:
        self.crowd = crowd

    def of(self, one: Account, text: str) -> int:
        return sum(letter.message.get("text") == text for letter in one.letters.values())

    def count(self, text: str) -> int:
        return sum(self.of(one, text) for one in self.crowd)


def xlsx(content: bytes) -> list[list[Any]]:
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
    rows: list[list[Any]] = sheet.to_python()
    return rows


async def told(database: Database, someone: Someone, **facts: Any) -> None:
    """What a person has told of themselves; a kind of trait is written as one."""

    async def work(session: Any) -> None:
        person = await session.scalar(select(Person).where(Person.telegram_id == someone.id))
        for name, value in facts.items():
            if name in set(Trait):
                key = fold(value)
                trait = PersonTrait(person_id=person.id, kind=Trait(name), value=value, key=key)
                session.add(trait)
            else:
                setattr(person, name, value)

    await database.write(work)


def got(someone: Someone, text: str) -> int:
    return sum(one["from"] == "bot" and one["text"] == text for one in someone.chat)


async def test_the_shortest_path(bot: Any, rasa: Someone, ona: Someone, james: Someone) -> None:
    """Text, everyone, and two confirmations: each gets it once, and the report says how many. The
    author corrects their own message as one does any, and so it is corrected for all.
    """
    await started(rasa, ona, james)
    ona.say("/skelbti")
    await ona.see("tik centrų darbuotojams")
    await draft(rasa, "Rytoj centras nedirba")
    source = rasa.chat[-2]
    assert rasa.buttons()[0] == "Visi"
    await rasa.press("Visi")
    await rasa.see("Gaus 3 žmonės", "3 iš jų vardo nenurodė")
    assert got(rasa, "Rytoj centras nedirba") == 1, "the preview is the message itself"
    assert rasa.buttons()[0] == "Siųsti"
    await rasa.press("Siųsti")
    await rasa.see("Skelbimą dabar gaus 3 žmonės")
    await rasa.press("Tikrai siųsti")
    seen = await ona.see("Rytoj centras nedirba")
    await rasa.see("Skelbimas išsiųstas", "Išsiųsta: 3", "Nepasiekta: 0")
    assert [got(one, "Rytoj centras nedirba") for one in (ona, james)] == [1, 1]
    deeds.edit(bot.world, rasa.account, source["message_id"], "Rytoj centras dirba")
    await rasa.see("Tekstas pakeistas", "3 žmonėms")
    assert (await ona.see("Rytoj centras dirba"))["message_id"] == seen["message_id"]
    assert got(james, "Rytoj centras nedirba") == 0


async def test_an_audience_of_blocks(
    bot: Any, rasa: Someone, ona: Someone, james: Someone, database: Database
) -> None:
    """Nobody, and everybody by accident, is said first; a town and not a language are those and no
    others.
    """
    await started(rasa, ona, james)
    await told(database, ona, city="Kaunas", name="Ona Petraitienė")
    await told(database, james, city="Kaunas")
    await draft(rasa, "Kauniečiams")
    await rasa.press("Mokykla")
    rasa.say("Nėra tokios")
    await rasa.press("Toliau")
    await rasa.see("negautų niekas")
    assert not any("Siųsti" in label for label in rasa.buttons())
    await rasa.press("Keisti gavėjus")
    await rasa.press("1: priešingai")
    await rasa.press("Toliau")
    await rasa.see("nieko neatmeta", "Gaus 3 žmonės")
    await rasa.press("Keisti gavėjus")
    await rasa.press("1: išimti")
    await rasa.press("Miestas")
    await rasa.press("Kaunas")
    await rasa.press("Kalba")
    await rasa.press("English")
    await rasa.see("2. su manimi kalba angliškai", "Tai 1 žmogus")
    await rasa.press("2: priešingai")
    await rasa.press("Toliau")
    await rasa.see("1. darbo vieta – Kaunas", "Gaus 1 žmogus", "Pavyzdžiui: Ona Petraitienė")
    await send(rasa)
    await rasa.see("Skelbimas išsiųstas", "Išsiųsta: 1")
    assert [got(one, "Kauniečiams") for one in (ona, james)] == [1, 0]


async def test_a_picture_with_a_button_and_a_correction(
    bot: Any, rasa: Someone, ona: Someone, programme: Any
) -> None:
    """The picture arrives with its words and the event's button; the words can be corrected where
    they were read already, and the button stays.
    """
    await programme(title_lt="Vertinimo dirbtuvės", code="V-7")
    await started(rasa, ona)
    rasa.say("/skelbti")
    await rasa.see("Atsiųskite, ką skelbti")
    world = rasa.server.world
    deeds.upload(world, rasa.account, "photo", content=PNG, name="a.png", caption="Ateikite")
    await rasa.see("Kam skirta?")
    await rasa.press("Visi")
    await rasa.see("Gaus 2 žmonės")
    await rasa.press("Mygtukas į renginį")
    await rasa.see("Kurį renginį")
    rasa.say("vertinimas")
    await rasa.see("Gaus 2 žmonės")
    await send(rasa)
    seen = await ona.see("Ateikite")
    assert seen["kind"] == "photo"
    await rasa.see("Skelbimas išsiųstas", "Išsiųsta: 2")
    await rasa.press("Taisyti tekstą")
    await rasa.see("Parašykite visą tekstą iš naujo")
    rasa.say("Ateikite rytoj")
    await rasa.see("Taisome jį 2 žmonėms")
    corrected = await ona.see("Ateikite rytoj")
    assert corrected["message_id"] == seen["message_id"]
    await ona.press("Vertinimo dirbtuvės")
    await ona.see("Vertinimo dirbtuvės", "Organizatorius")


async def test_quiet_hours_pause_and_stop(
    bot: Any, rasa: Someone, ona: Someone, database: Database, clock: Clock
) -> None:
    """Who is left in peace gets it afterwards; what is held waits even then and goes on where it
    was, and what is stopped never goes out.
    """
    await started(rasa, ona)
    await told(database, ona, quiet_from=10 * 60, quiet_until=12 * 60)
    await draft(rasa, "Pirmas")
    await rasa.press("Visi")
    await send(rasa)
    await rasa.see("Skelbimas siunčiamas", "Išsiųsta: 1", "Liko: 1", "iš jų gaus savo laiku: 1")
    await rasa.press("Pristabdyti")
    await rasa.see("Skelbimas pristabdytas")
    clock.push(timedelta(hours=2))
    await calm(0.7)
    assert got(ona, "Pirmas") == 0
    await rasa.press("Tęsti")
    await rasa.see("Skelbimas išsiųstas", "Išsiųsta: 2")
    assert got(ona, "Pirmas") == 1
    await told(database, ona, quiet_from=11 * 60, quiet_until=15 * 60)
    await draft(rasa, "Antras")
    await rasa.press("Visi")
    await send(rasa)
    await rasa.see("Išsiųsta: 1", "Liko: 1")
    await rasa.press("Stabdyti")
    await rasa.see("Skelbimas sustabdytas", "Nesiųsta: 1")
    clock.push(timedelta(hours=3))
    await calm(0.7)
    assert got(ona, "Antras") == 0


async def test_at_its_hour_after_a_restart(
    telegram: Server, rasa: Someone, ona: Someone, database: Database, clock: Clock
) -> None:
    """A draft is finished and a scheduled announcement goes out though the process began anew in
    between; one that was called off does not.
    """
    async with running(telegram, database, clock=clock):
        await started(rasa, ona)
        await draft(rasa, "Po valandos")
        await rasa.press("Visi")
        await rasa.press("Kitu laiku")
        rasa.say("vakar")
        await rasa.see("Reikia būsimos dienos")
    async with running(telegram, database, clock=clock):
        await rasa.press("Po valandos")
        await rasa.see("Siuntimo laikas", "Gaus 2 žmonės")
        await send(rasa)
        await rasa.see("Sutarta")
        await draft(rasa, "Niekada")
        await rasa.press("Visi")
        await rasa.press("Kitu laiku")
        await rasa.press("Rytoj 08:00")
        await send(rasa)
        await rasa.see("Sutarta")
        await rasa.press("Stabdyti")
        await rasa.see("nebus siunčiamas")
    assert got(ona, "Po valandos") == 0
    async with running(telegram, database, clock=clock):
        clock.push(timedelta(days=1, hours=1))
        await ona.see("Po valandos")
        await rasa.see("Skelbimas išsiųstas", "Išsiųsta: 2")
        assert got(ona, "Niekada") == 0


async def test_five_hundred_recipients(bot: Any, rasa: Someone, database: Database) -> None:
    """Every tenth has blocked us, and Telegram asks to wait after the first hundred: all others get
    it once, a reminder overtakes the rest, and the report adds up to the last person.
    """
    await started(rasa)
    crowd = await a_crowd(bot, database, count=499)
    blocked = crowd[::10]
    for one in blocked:
        one.blocked = True
    await draft(rasa, "Visiems")
    await rasa.press("Visi")
    await rasa.see("Gaus 500 žmonių")
    await send(rasa)
    arrived = Arrived(crowd)
    assert await bot.world.feed.until(lambda: arrived.count("Visiems") >= 100, seconds=60)
    bot.world.faults.order({"fail_next": {"code": 429, "method": "sendMessage", "retry_after": 1}})
    last = crowd[-1]
    reminder = Message(chat_id=last.id, payload={"text": "Priminimas"}, priority=Priority.REMINDER)
    await database.write(lambda session: put(session, [reminder], now=NOW))
    assert await bot.world.feed.until(lambda: arrived.count("Priminimas") == 1, seconds=60)
    assert arrived.count("Visiems") < 449
    await rasa.see("Skelbimas išsiųstas", "Išsiųsta: 450", "Nepasiekta: 50")
    assert {arrived.of(one, "Visiems") for one in crowd if one not in blocked} == {1}
    rows = xlsx(await rasa.see_file("nepasiekti.xlsx"))
    assert len(rows) == 1 + 50
    assert rows[1] == ["Ona Petraitienė", "+37061234567"]
    await draft(rasa, "Dar kartą")
    await rasa.press("Visi")
    await rasa.see("Gaus 450 žmonių", "Dar 50 žmonių nepasiekiami")
