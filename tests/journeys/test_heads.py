"""A head of a school: says so, is confirmed, hears of each month; a teacher is named or is not."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.heads.months import after, first_working_day
from catalogue.people.tables import Person
from scheduler.clock import Clock
from scheduler.heads import LOOK_AGAIN
from tests.catalogue.heads.made_up import a_teacher, held
from tests.factories import NOW, VILNIUS, a_person
from tests.journeys.person import Someone
from tests.journeys.test_subscribing import push_to

SCHOOL, HOUR = "Kauno „Saulės“ gimnazija", timedelta(hours=1)


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Claims are tried on both kinds of database in the clock's own tests."""
    return sqlite_database


class Cast(NamedTuple):
    """Rasa of staff; Jonas, the head; Ona and Rita, who teach at his school."""

    rasa: Someone
    jonas: Someone
    ona: Someone
    rita: Someone


@pytest.fixture
async def cast(
    database: Database, rasa: Someone, ona: Someone, somebody: Callable[[int], Someone]
) -> Cast:
    """Jonas has told nothing of his work yet, Rita wrote no town; five more have no Telegram."""
    cast = Cast(rasa, somebody(1), ona, somebody(2))

    async def work(session: Any) -> None:
        facts: dict[str, Any] = {"language": "lt", "met_at": NOW}
        session.add(a_person(telegram_id=cast.jonas.id, name="Jonas Jonaitis", **facts))
        session.add(a_person(telegram_id=rasa.id, name="Rasa Kazlauskienė", **facts))
        await a_teacher(session, "Ona Petraitienė", SCHOOL, telegram_id=ona.id, **facts)
        rita = facts | {"telegram_id": cast.rita.id}
        await a_teacher(session, "Rita Ritaitė", "Saulės gimnazija", **rita)
        for number in range(5):
            await a_teacher(session, f"Mokytoja {'ABCDE'[number]}", SCHOOL, telegram_id=None)

    await database.write(work)
    return cast


@pytest.mark.usefixtures("bot")
async def test_a_month_of_a_school(
    cast: Cast, clock: Clock, database: Database, programme: Callable[..., Any]
) -> None:
    """Staff confirm; Ona agrees to be named, Rita is not asked; the letter names Ona and counts
    the rest; nothing is left of it when Ona withdraws, and staff take the confirmation back.
    """
    month = after(clock.now().astimezone(VILNIUS).date())
    push_to(clock, first_working_day(month), time(8, 30))
    for one in cast:  # whoever never wrote to a bot is not written to
        await one.say("/start").see("Kvieslys")
    await _says_so(cast.jonas)
    await _confirmed(cast)
    await _all_at(database, clock.now() - 4 * HOUR)
    clock.push(LOOK_AGAIN)
    await _asked(cast)
    await _settled(cast.rasa)
    await _all_at(database, clock.now() + HOUR, title_lt="Vertinimas pamokoje")
    nearest = first_working_day(after(month))
    soon = datetime.combine(nearest, time(15), VILNIUS)
    await programme(title_lt="Balso higiena", code="B-1", starts=soon)
    push_to(clock, nearest, time(8, 30))
    await _told(cast.jonas)
    await _withdrawn(cast)
    await _taken_back(cast)


async def _told(jonas: Someone) -> None:
    await jonas.see(
        "Jūsų mokytojams · 1 renginys", "Balso higiena", "kas jau įvyko",
        "Ona Petraitienė, 4 akad. val. (Vertinimas pamokoje)", "Be vardų dalyvavo 7 mokytojai",
    )  # fmt: skip
    assert "Ritaitė" not in str(jonas.chat)
    await jonas.press("Rekomenduoti savo mokytojams")
    await jonas.see("renginiai mokytojams", "Balso higiena", "paspauskite renginio pavadinimą")


async def _says_so(jonas: Someone) -> None:
    """The bot asks for the school, and for the town that tells it from another, and goes on."""
    jonas.say("/mokykla")
    await jonas.press("Esu vadovas ar pavaduotojas")
    await jonas.see("Kuriai mokyklai vadovaujate")
    jonas.say("Saulės gimnazija")
    await jonas.see("Kuriame mieste ar kaime ši mokykla: Saulės gimnazija?")
    jonas.say("Kaune")
    await jonas.see("Užsirašiau", "Saulės gimnazija, Kaunas")


async def _confirmed(cast: Cast) -> None:
    rasa = cast.rasa
    await rasa.see("Jonas Jonaitis", "vadovauja ar yra pavaduotojas: Saulės gimnazija, Kaunas")
    await rasa.press("Patvirtinti")
    await rasa.see("Patvirtintas")
    await cast.jonas.see("Centro darbuotojai patvirtino")


async def _all_at(database: Database, starts: datetime, **facts: Any) -> None:
    """All teachers of the school were at an event."""

    async def work(session: Any) -> None:
        away = ("Jonas Jonaitis", "Rasa Kazlauskienė")
        people = await session.scalars(select(Person).where(Person.name.not_in(away)))
        await held(session, *people, starts=starts, **facts)

    await database.write(work)


async def _asked(cast: Cast) -> None:
    """Rita's school is not known to be Jonas's yet, so that nobody asks her."""
    ona = cast.ona
    await ona.see("Ar mokyklos vadovas gali matyti Jūsų vardą?", "Kauno „Saulės“ gimnazija")
    await ona.press("Taip, rodyti")
    await ona.see("Nuo šiandien mokyklos vadovas matys Jūsų vardą", "jį mato")
    assert "gali matyti" not in str(cast.rita.chat)


async def _settled(rasa: Someone) -> None:
    """It is one of staff who knows where Rita works."""
    rasa.say("/vadovai")
    await rasa.press("✓ Jonas Jonaitis")
    await rasa.press("Kas čia dirba (1)")
    await rasa.see("1. Rita Ritaitė: Saulės gimnazija, miestas nenurodytas")
    await rasa.press("1 ✓")
    await rasa.see("miestas nenurodytas ✓")


async def _withdrawn(cast: Cast) -> None:
    ona, jonas = cast.ona, cast.jonas
    ona.say("/profilis")
    await ona.press("Mokykla ir vadovas")
    await ona.see("jį mato")
    await ona.press("Nerodyti mano vardo")
    await ona.see("susigrąžinti nebeįmanoma")
    jonas.say("/mokykla")
    shown = await jonas.see("Mano mokykla", "kas jau įvyko")
    assert "Ona" not in shown["text"]


async def _taken_back(cast: Cast) -> None:
    rasa, jonas = cast.rasa, cast.jonas
    rasa.say("/vadovai")
    await rasa.press("✓ Jonas Jonaitis")
    await rasa.press("Atšaukti patvirtinimą")
    await rasa.see("Nepatvirtintas")
    await jonas.see("Centro darbuotojai atšaukė patvirtinimą")
    rasa.say("/zurnalas")
    await rasa.see("patvirtino mokyklos vadovu: Jonas Jonaitis", "atšaukė mokyklos vadovo",
                   "nurodė, kad dirba vadovo mokykloje: Rita Ritaitė")  # fmt: skip
    await jonas.press("Nebesiųsti mėnesio laiško")
    await jonas.see("laiškų nebesiųsiu")
