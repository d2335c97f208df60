"""One programme of three meetings, from its publishing to the report of its month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.learning.codes import Way, code
from catalogue.learning.house_secret import ATTENDANCE, secret_of
from catalogue.learning.marking import Said, entry_of, mark
from catalogue.learning.tables import Presence
from catalogue.people.tables import Person
from catalogue.programme.tables import Session, Status
from catalogue.quality.rules import answer
from catalogue.quality.scores import read
from catalogue.registrations.tables import Registration
from scheduler.clock import Clock, real_now
from tests.factories import VILNIUS, a_centre
from tests.journeys.person import Someone
from tests.journeys.test_feedback import answers
from tests.journeys.test_participants import introduced

#: A Monday; the meetings are on the three days after it.
TODAY = datetime(2026, 8, 31, 10, tzinfo=VILNIUS)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
P, A, L = Said(Presence.PRESENT), Said(Presence.ABSENT), Said(Presence.LATE, 3)
NAMES = ("Ona", "Rita", "Jonas", "Petras", "Asta", "Lina", "Saulė")
#: Of all but Ona, who shows her presence at the door: late once, away once, away always, and there.
PRESENCES = ((P, L, P), (P, A, P), (A, A, A), (P, P, P), (P, P, P), (P, P, P))


@pytest.fixture
def clock() -> Clock:
    """Goes on from then."""
    ahead = TODAY - real_now()
    return Clock(lambda: real_now() + ahead)


@dataclass(frozen=True)
class House:
    """What the database has of the event, and what is noted in it."""

    database: Database
    clock: Clock
    event: int

    async def door(self, meeting: int) -> str:
        """The link that the picture at the door of a meeting leads to, from 0 on."""

        async def work(session: Any) -> str:
            secret, number = (
                await secret_of(session, ATTENDANCE),
                await self._meeting(session, meeting),
            )
            shown = code(secret, Way.SCANNED, meeting=number, at=self.clock.now())
            return f"/start at_{number}_{shown}"

        return await self.database.write(work)

    async def noted(self, who: Someone, meeting: int, said: Said) -> None:
        async def work(session: Any) -> None:
            own = await self._own(session, who)
            entry = await entry_of(session, own.id, await self._meeting(session, meeting))
            staff = await session.get_one(Person, 1)
            await mark(session, entry, said, by=staff, now=self.clock.now(), zone=VILNIUS)

        await self.database.write(work)

    async def scored(self, who: Someone, scores: str) -> None:
        async def work(session: Any) -> None:
            own = await self._own(session, who)
            person = await session.get_one(Person, own.person_id)
            await answer(session, own.id, read(scores), person=person, now=self.clock.now())

        await self.database.write(work)

    async def _meeting(self, session: Any, place: int) -> int:
        own = select(Session.id).where(Session.event_id == self.event).order_by(Session.starts_at)
        found: list[int] = list(await session.scalars(own))
        return found[place]

    async def _own(self, session: Any, who: Someone) -> Registration:
        own = (
            select(Registration)
            .join(Person, Person.id == Registration.person_id)
            .where(Person.telegram_id == who.id)
        )
        found: Registration = (await session.scalars(own)).one()
        return found


@pytest.fixture
async def house(bot: Any, database: Database, clock: Clock, programme: Callable[..., Any]) -> House:
    """A draft of twelve academic hours on three mornings."""
    starts = [TODAY + n * DAY for n in (1, 2, 3)]
    meetings = [Session(starts_at=one, ends_at=one + 3 * HOUR, city="Kaunas") for one in starts]
    event = await programme(
        title_lt="Vertinimas", code="V-1", starts=starts[0], ends_at=meetings[-1].ends_at,
        sessions=meetings, centre=a_centre(name="Kauno centras"), status=Status.DRAFT,
        audience=["logopedai"],
    )  # fmt: skip
    return House(database, clock, event)


async def test_from_the_publishing_to_the_report(
    house: House, rasa: Someone, ona: Someone, somebody: Callable[[int], Someone], clock: Clock
) -> None:
    """Late, away for a day or for all of it: each gets what they were there for, and no more."""
    others = [somebody(number) for number in range(1, 7)]
    rasa.say("/naujas")
    await rasa.press("Juodraščiai")
    await rasa.press("Vertinimas")
    await rasa.press("Paskelbti")
    await rasa.see("askelbt", "Vertinimas")
    for who, name in zip((ona, *others), NAMES, strict=True):
        await introduced(who, "V-1", f"{name} Pavardė", "Registracija patvirtinta")
    await _three_mornings(house, ona, others)
    await _said_how_it_was(house, rasa, ona, others)
    await _papers_and_hours(rasa, ona, others)
    clock.push(6 * 7 * DAY + 2 * HOUR)
    await ona.see("Ką pritaikėte iš renginio „Vertinimas“?")
    await ona.press("Taikau nuolat")
    await ona.press("Praleisti")
    rasa.say("/ataskaita")
    await rasa.see("Ataskaita", "rugsėj")
    await rasa.press("Parengti ataskaitą")
    await rasa.see("Iš jų dalyvavo: 6", "akademinių valandų: 67", "(1–5): 4,2")
    assert (await rasa.see_file(".pdf")).startswith(b"%PDF")


async def _three_mornings(house: House, ona: Someone, others: list[Someone]) -> None:
    for meeting in range(3):
        house.clock.push(DAY)
        ona.say(await house.door(meeting))
        await ona.see("pažymėta, kad dalyvaujate")
        for who, said in zip(others, PRESENCES, strict=True):
            await house.noted(who, meeting, said[meeting])
    house.clock.push(4 * HOUR)


async def _said_how_it_was(
    house: House, rasa: Someone, ona: Someone, others: list[Someone]
) -> None:
    """Six came, and one is not asked."""
    away = others[2]
    await away.see("Gaila, kad nepavyko dalyvauti")
    await ona.see("Kaip buvo renginyje „Vertinimas“?", "1 iš 5. ")
    await answers(ona, "54545")
    for who in (one for one in others if one is not away):
        await who.see("1 iš 5. ")
        await house.scored(who, "44444")
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.press("Atsiliepimai")
    await rasa.see("Atsiliepimai: Vertinimas", "Atsakė: 6 iš 6", "Visas renginys: 4,2")


async def _papers_and_hours(rasa: Someone, ona: Someone, others: list[Someone]) -> None:
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.press("Pažymėti, kad ataskaita pateikta")
    await rasa.see("6 žmonės")
    await rasa.press("Taip, ataskaita pateikta")
    for who, hours in zip((ona, *others[:2]), ("12", "11", "8"), strict=True):
        await who.see("Pažyma Nr. 2026-000", f"„Vertinimas“, {hours} akad. val.")
        who.say("/valandos")
        await who.see(f"{hours} iš 30 akad. val.")
    assert not any(one["document"] for one in others[2].chat), "none for who never came"
