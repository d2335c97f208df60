"""The question what was made use of as things stand when it goes out, and what staff hear."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.practice import examples, use
from catalogue.database import Database
from catalogue.learning.tables import Attendance, Presence
from catalogue.people.tables import Person, Role
from catalogue.practice.tables import Standing, Use
from catalogue.programme.tables import Status
from catalogue.registrations.tables import State
from scheduler.sender import Composed
from tests.bot.composing.test_digests import labels, making
from tests.catalogue.practice.made_up import LONG_AGO, an_example, asked_of
from tests.catalogue.quality.made_up import held
from tests.factories import a_person, an_event, kept
from tests.handlers.office.people import membership


@pytest.mark.parametrize(
    "change",
    [
        lambda found: setattr(found["event"], "status", Status.CANCELLED),
        lambda found: setattr(found["own"], "state", State.CANCELLED),
        lambda found: setattr(found["person"], "wants_use", False),
        lambda found: setattr(found["asked"], "use", Use.TRIED),
        lambda found: setattr(found["mark"], "presence", Presence.ABSENT),
    ],
)
async def test_the_question_while_it_is_one(sqlite_database: Database, change: Any) -> None:
    """Three answers and a way never to be asked; nothing where anything has changed meanwhile."""

    async def work(session: AsyncSession) -> None:
        event, (own,) = await held(session, Presence.PRESENT, starts=LONG_AGO)
        (asked,) = await asked_of(session, own)
        made = await use(str(asked.id), making(session))
        assert isinstance(made, Composed)
        assert "Ką pritaikėte iš renginio „Vertinimas“?" in made.payload["text"]
        assert labels(made) == ["Taikau nuolat", "Išbandžiau", "Dar ne", "Daugiau neklauskite"]
        found = {
            "event": event,
            "own": own,
            "person": await session.get_one(Person, own.person_id),
            "asked": asked,
            "mark": await session.scalar(select(Attendance)),
        }
        change(found)
        await session.flush()
        assert await use(str(asked.id), making(session)) is None

    await sqlite_database.write(work)


async def test_staff_hear_how_many_wait(sqlite_database: Database) -> None:
    """Only who may decide there, and while something waits."""

    async def work(session: AsyncSession) -> None:
        event, ona, rasa, rita = an_event(title_lt="Vertinimas"), a_person(), a_person(), a_person()
        await kept(session, event, ona, rasa, rita)
        await kept(session, membership(rasa, Role.COORDINATOR, event.centre))
        await kept(session, membership(rita, Role.LECTURER, event.centre))
        both = [an_example(event, ona), an_example(event, ona)]
        await kept(session, *both)
        key = f"{event.id}:{rasa.id}:{both[-1].id}"
        made = await examples(key, making(session))
        assert isinstance(made, Composed)
        assert "laukia 2 pavyzdžiai, kaip pritaikytas renginys „Vertinimas“" in made.payload["text"]
        assert labels(made) == ["Laukia sprendimo (2)"]
        assert await examples(f"{event.id}:{rita.id}:1", making(session)) is None
        for one in both:
            one.standing = Standing.DECLINED
        await session.flush()
        assert await examples(key, making(session)) is None

    await sqlite_database.write(work)
