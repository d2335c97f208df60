"""How an event was: asked of those who came, kept of nobody, seen by staff from five answers on."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.playground import deeds
from bot.schema import METADATA
from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.people.tables import Lecturing, Person, Role, StaffMember
from catalogue.programme.tables import Event
from catalogue.quality.rules import answer
from catalogue.quality.scores import read
from catalogue.registrations.tables import Registration
from scheduler.clock import Clock
from tests.catalogue.learning.past import marked
from tests.factories import kept
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone, calm

pytestmark = ON_SQLITE

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SCORES = ("54545", "11111", "45454", "55355", "44442")
COMMENT = "Trūko pavyzdžių pradinukams"


class Past:
    """„Vertinimas“, which has just ended, and what the database has of it."""

    def __init__(self, database: Database, clock: Clock, programme: Callable[..., Any]) -> None:
        self.database = database
        self.clock = clock
        self.programme = programme

    async def took_place(self, came: list[Someone], absent: Someone, lecturer: Someone) -> None:
        starts = self.clock.now() - 4 * HOUR
        event = await self.programme(title_lt="Vertinimas", code="V-1", starts=starts, hours=3.5)
        await self.programme(title_lt="Vertinimas klasėje", code="V-2")

        async def work(session: Any) -> None:
            row = await session.get_one(Event, event)
            for who in came:
                await marked(session, row, await _person(session, who))
            person = await _person(session, absent)
            await marked(session, row, person, presence=Presence.ABSENT)
            number = (await _person(session, lecturer)).id
            member = StaffMember(person_id=number, role=Role.LECTURER, since=starts, centre_id=None)
            await kept(session, member, Lecturing(person_id=number, event_id=event))

        await self.database.write(work)

    async def answered(self, who: Someone, scores: str) -> None:
        async def work(session: Any) -> None:
            person = await _person(session, who)
            own = select(Registration.id).where(Registration.person_id == person.id)
            now = self.clock.now()
            number = await session.scalar(own)
            await answer(session, number, read(scores), person=person, now=now)

        await self.database.write(work)

    async def nothing_joins(self, *people: Someone) -> None:
        """An hour later, when what was sent is not kept any more."""
        self.clock.push(HOUR)
        await calm()
        accounts = [one.id for one in people]
        await self.database.read(lambda session: _nothing_joins(session, accounts))


@pytest.fixture
def past(database: Database, clock: Clock, programme: Callable[..., Any]) -> Past:
    return Past(database, clock, programme)


@pytest.mark.usefixtures("bot")
async def test_five_who_came_and_one_who_did_not(
    rasa: Someone, ona: Someone, james: Someone, somebody: Callable[[int], Someone], past: Past
) -> None:
    """Five presses and a comment; afterwards no table joins anybody with what they said."""
    others = [somebody(number) for number in range(1, 5)]
    absent, last = somebody(5), others[-1]
    for who in (ona, *others, absent, james):
        who.say("/start")
        await who.see("Kvieslys")
    await past.took_place([ona, *others], absent, lecturer=james)
    past.clock.push(HOUR)
    await absent.see("Gaila, kad nepavyko dalyvauti", "Panašūs būsimi renginiai:")
    assert "Vertinimas klasėje" in absent.buttons()[0]
    found = await ona.see("Kaip buvo renginyje „Vertinimas“?", "anonimiški", "1 iš 5. ")
    await answers(ona, SCORES[0])
    ona.say(COMMENT)
    await ona.see("Jūsų komentaras išsaugotas be vardo")
    for who, scores in zip(others[:3], SCORES[1:4], strict=True):
        await who.see("1 iš 5. ")
        await past.answered(who, scores)
    await _sees(rasa, "Atsakė: 4 iš 5", "Kol atsakymų mažiau nei 5")
    assert not any(COMMENT in message["text"] for message in rasa.chat)
    await _last_answers(last, past)
    await _sees(rasa, "Atsakė: 5 iš 5", "Visas renginys: 3,4", "1 komentaras:", COMMENT)
    await _lecturer_hears(james, past)
    pressed = found["keyboard"][0][0]["callback_data"]
    deeds.press(ona.server.world, ona.account, found["message_id"], f"{pressed[:-1]}{SCORES[0]}")
    await ona.see("jau atsakėte", "Atsakymai anonimiški")
    await past.nothing_joins(ona, *others)
    await absent.press("Daugiau neklauskite")
    await absent.see("daugiau neklausiu")


async def _last_answers(last: Someone, past: Past) -> None:
    """To the reminder."""
    past.clock.push(2 * DAY)
    await last.see("Klausiu dar kartą, paskutinį", "Vertinimas")
    last.say("/kodel")
    await last.see("Ji buvo apie renginį „Vertinimas“")
    await answers(last, SCORES[4])
    await last.press("Praleisti")


async def _lecturer_hears(james: Someone, past: Past) -> None:
    """Once that there is something, and once that this is all."""
    await james.see("There is feedback on “Vertinimas”. Answers so far: 5.")
    await james.press("Feedback")
    await james.see("On the whole: 3.4", COMMENT)
    past.clock.push(5 * DAY)
    await james.see("All feedback on “Vertinimas” is gathered. Answers: 5.")


async def _person(session: Any, who: Someone) -> Person:
    found: Person = await session.scalar(select(Person).where(Person.telegram_id == who.id))
    return found


async def answers(who: Someone, scores: str) -> None:
    for place, score in enumerate(scores, start=2):
        await who.press(score)
        await who.see(f"{place} iš 5. " if place <= 5 else "išsaugoti be vardo")


async def _sees(rasa: Someone, *words: str) -> None:
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.press("Atsiliepimai")
    await rasa.see("Atsiliepimai: Vertinimas", *words)


async def _nothing_joins(session: Any, accounts: list[int]) -> None:
    """Every row of every table: where there are scores or a comment, there is no person; and where
    there is a person, or anything that leads to one, there are neither scores nor a comment.
    """
    people = set(await session.scalars(select(Person.id).where(Person.telegram_id.in_(accounts))))
    seen = 0
    for table in METADATA.sorted_tables:
        for row in (await session.execute(select(table))).mappings():
            told = json.dumps(dict(row), default=str, ensure_ascii=False)
            if table.name in {"feedback", "feedback_comments"}:
                seen += 1
                assert not any(str(account) in told for account in accounts)
                continue
            assert COMMENT not in told, (table.name, told)
            given = [f'"fb:{own}:{start}' for own in range(1, 9) for start in "12345"]
            assert not any(one in told.replace("\\", "") for one in given), (table.name, told)
    assert (len(people), seen) == (5, 6)
