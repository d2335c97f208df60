"""A teacher is told of what they asked for: once, when they like, and never more than they like."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from bot.playground import deeds
from catalogue.database import Database
from catalogue.programme.holidays import Days, SchoolYear
from catalogue.programme.tables import SchoolHoliday
from scheduler.clock import Clock
from tests.factories import VILNIUS
from tests.journeys.person import Someone, becomes, calm

News = Callable[..., Any]
DAY = timedelta(days=1)


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Of one kind: what these say of the tables is tried on both in `tests/catalogue`."""
    return sqlite_database


@pytest.fixture
def news(programme: Any, clock: Clock) -> News:
    """Publishes an event now."""

    async def publish(title: str, **facts: Any) -> int:
        starts = clock.now() + timedelta(days=60)
        plain = {"title_lt": title, "published_at": clock.now(), "starts": starts}
        number: int = await programme(**plain | facts)
        return number

    return publish


async def test_a_wish_is_answered_by_itself_once(
    bot: Any, database: Database, news: News, ona: Someone
) -> None:
    """Nothing is found, the wish is noted; when such an event comes, she is told, and once."""
    await news("Keramikos pradmenys")
    ona.say("branduolinės fizikos seminarai Kaune")
    await ona.see("neradau", "Pasižymėjau")
    assert ona.buttons()[-2:] == ["Pranešti, kai bus", "Nereikia"]
    await news("Branduolinė fizika mokykloje", city="Vilnius")
    await news("Branduolinė fizika mokykloje", city="Kaunas")
    told = await ona.see("Ieškojote „branduolinės fizikos seminarai Kaune“", "Branduolinė fizika")
    assert "Vilnius" not in told["text"]
    await news("Dar viena branduolinė fizika", city="Kaunas")
    await calm(0.9)
    assert "Dar viena" not in ona.chat[-1]["text"]
    await ona.press("Branduolinė fizika")
    await ona.see("Organizatorius")
    await ona.press("Pranešti ir toliau")
    await ona.see("Jums parašysiu", "Kaip dažnai: iš karto")
    await news("Fizika be ribų: branduolinė fizika", city="Kaunas")
    await ona.see("Programoje nauja", "Fizika be ribų")


async def test_weekly_means_friday_at_three(
    bot: Any, database: Database, news: News, ona: Someone, clock: Clock
) -> None:
    """Two new events on two days are one message on Friday; in holidays it comes after them."""
    friday = next_friday(clock)
    await no_holidays(database, but=friday)
    await news("Keramikos pradmenys")
    ona.say("keramika")
    await ona.see("Keramikos pradmenys")
    await ona.press("Pranešti apie naujus")
    await ona.see("Kaip dažnai: iš karto")
    await ona.press("Kartą per savaitę")
    await ona.see("kartą per savaitę")
    await news("Keramika tęsiasi")
    await news("Keramikos paroda")
    push_to(clock, friday, time(16))
    await calm(0.9)
    assert "tęsiasi" not in str(ona.chat)
    push_to(clock, after_holidays(friday), time(14, 50))
    await calm(0.9)
    assert "tęsiasi" not in str(ona.chat)
    push_to(clock, after_holidays(friday), time(15, 1))
    told = await ona.see("Programoje nauja", "Keramika tęsiasi", "Keramikos paroda")
    assert "pradmenys" not in told["text"]
    ona.say("/kodel")
    await ona.see("Paskutinė mano žinutė", "„keramika“")
    await ona.press("Nebepranešti: keramika")
    await ona.see("nebepranešiu")
    await news("Keramika be galo")
    push_to(clock, after_holidays(friday) + timedelta(days=8), time(15, 1))
    await calm(0.9)
    assert "be galo" not in str(ona.chat)


async def test_no_more_than_one_a_week(bot: Any, news: News, ona: Someone, clock: Clock) -> None:
    """„Tik priminimus“ leads to the page; above a ceiling of one news wait, and none is lost."""
    ona.say("Nebesiųskit man reklamų, tik priminimus")
    await ona.see("sprendžiate Jūs")
    await ona.see("Naujienų ir skelbimų per savaitę: kiek yra")
    await ona.press("1")
    await ona.see("ne daugiau kaip 1")
    for word in ("keramika", "robotika"):
        ona.say(word)
        await ona.see("Pasižymėjau")
        await ona.press("Pranešti, kai bus")
        await ona.see("Jums parašysiu")
    await news("Keramikos pradmenys")
    await ona.see("Keramikos pradmenys")
    await news("Robotikos pradmenys")
    await news("Robotika toliau")
    await calm(0.9)
    assert "Robotik" not in str(ona.chat)
    clock.push(timedelta(days=6, hours=23))
    await calm(0.9)
    assert "Robotik" not in str(ona.chat)
    clock.push(timedelta(hours=2))
    await ona.see("Robotikos pradmenys", "Robotika toliau")
    await ona.press("Keisti ar stabdyti: robotika")
    await ona.see("Pranešu Jums")


async def test_a_reminder_is_stopped_by_one_press(
    bot: Any, programme: Any, ona: Someone, clock: Clock
) -> None:
    """„/kodel“ after a reminder says for which event it came; without one it says so too."""
    ona.say("/kodel")
    await ona.see("rašiau Jums tik atsakydamas")
    await programme(title_lt="Vertinimas", code="V-1", starts=clock.now() + timedelta(days=10))
    await joined(ona, "V-1")
    clock.push(timedelta(days=3, hours=1))
    await ona.see("Prasideda", "Vertinimas")
    ona.say("/why")
    await ona.see("Tai buvo priminimas", "„Vertinimas“")
    assert len(ona.buttons()) == 3
    await ona.press("Nesiųsti, kai lieka 7 d.")
    await ona.see("Priminimai ir ramybės valandos")
    clock.push(timedelta(days=6))
    await ona.see("Prasideda rytoj")
    ona.say("/kodel")
    await ona.see("„Vertinimas“")
    await ona.press("Nesiųsti jokių priminimų")
    await ona.see("Priminimų negaunate")


async def test_who_blocked_the_bot_is_left_alone(
    bot: Any, database: Database, news: News, ona: Someone, clock: Clock
) -> None:
    """From that moment nothing is planned for them; back again, they get what came meanwhile."""
    ona.say("keramika")
    await ona.see("Pasižymėjau")
    deeds.block(ona.server.world, ona.account, blocked=True)
    await becomes(database, ona, reachable=False)
    said = len(ona.chat)
    await news("Keramikos pradmenys")
    await calm(0.9)
    assert len(ona.chat) == said
    deeds.block(ona.server.world, ona.account, blocked=False)
    await becomes(database, ona, reachable=True)
    clock.push(timedelta(minutes=1))
    await ona.see("Keramikos pradmenys")
    deeds.block(ona.server.world, ona.account, blocked=True)
    await becomes(database, ona, reachable=False)
    deeds.block(ona.server.world, ona.account, blocked=False)
    ona.say("/start")
    await ona.see("Laba diena")
    await becomes(database, ona, reachable=True)


async def test_staff_keep_the_holidays(bot: Any, ona: Someone, rasa: Someone) -> None:
    """They are typed as people write them and taken out with one press; nobody else may."""
    ona.say("/atostogos")
    await ona.see("darbuotojams")
    rasa.say("/atostogos")
    await rasa.see("Mokinių atostogos", "įprasta tvarka")
    await rasa.press("Pridėti atostogas")
    await rasa.see("pavyzdžiui")
    rasa.say("Rudens atostogos spalį")
    await rasa.see("su metais")
    rasa.say("Ilgos atostogos 2040-10-26 – 30")
    await rasa.see("Ilgos atostogos: 2040 m. spalio 26 d., penktadienis – 2040 m. spalio 30 d.")
    await rasa.press("Pašalinti: Ilgos atostogos")
    seen = await rasa.see("Mokinių atostogos")
    assert "Ilgos" not in seen["text"]


async def joined(one: Someone, code: str) -> None:
    one.say(f"/start ev_{code}")
    await one.press("Registruotis")
    await one.see("vardas")
    one.say("Ona Petraitienė")
    await one.press("Sutinku")
    await one.see("Registracija patvirtinta")


def next_friday(clock: Clock) -> date:
    today = clock.now().astimezone(VILNIUS).date()
    return today + timedelta(days=(4 - today.weekday()) % 7 or 7)


async def no_holidays(database: Database, *, but: date) -> None:
    """Of this and the next school years only the week of that Friday."""

    async def work(session: Any) -> None:
        session.add(SchoolHoliday(name="Atostogos", first_day=but - DAY, last_day=but))

    await database.write(work)


def after_holidays(friday: date) -> date:
    return SchoolYear((Days(name="", first=friday - DAY, last=friday),)).working_day(friday)


def push_to(clock: Clock, day: date, hour: time) -> None:
    clock.push(datetime.combine(day, hour, VILNIUS) - clock.now())
