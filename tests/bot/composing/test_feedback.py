"""How an event was: the question as things stand when it goes out, and what staff hear."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.feedback import feedback, feedback_results
from catalogue.database import Database
from catalogue.learning.tables import Attendance, Presence
from catalogue.materials.tables import ForWhom
from catalogue.people.tables import Lecturing, Person, Role
from catalogue.programme.tables import Status
from catalogue.quality.tables import FeedbackAsked
from catalogue.registrations.tables import State
from scheduler.sender import Composed
from tests.bot.composing.test_digests import labels, making
from tests.catalogue.materials.made_up import a_material
from tests.catalogue.quality.made_up import GOOD, answered, asked, held
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.office.people import membership


async def test_the_question_and_the_reminder(sqlite_database: Database) -> None:
    """What becomes of the answers is said before the first press."""

    async def work(session: AsyncSession) -> None:
        _, (ona,) = await held(session, Presence.PRESENT)
        await asked(session, ona)
        made = await feedback(f"{ona.id}:first", making(session))
        assert isinstance(made, Composed)
        for said in ("„Vertinimas“", "anonimiški", "bent 5", "nieko pakeisti", "1 iš 5. "):
            assert said in made.payload["text"]
        assert labels(made) == ["1", "2", "3", "4", "5", "Daugiau neklauskite"]
        again = await feedback(f"{ona.id}:again", making(session))
        assert isinstance(again, Composed)
        assert "paskutinį" in again.payload["text"]

    await sqlite_database.write(work)


@pytest.mark.parametrize(
    "change",
    [
        lambda found: setattr(found["event"], "status", Status.CANCELLED),
        lambda found: setattr(found["own"], "state", State.CANCELLED),
        lambda found: setattr(found["person"], "wants_feedback", False),
        lambda found: setattr(found["asked"], "answered", True),
        lambda found: setattr(found["mark"], "presence", Presence.ABSENT),
        lambda found: setattr(found["event"], "ends_at", NOW.replace(month=11, day=15)),
    ],
)
async def test_what_is_no_longer_asked(sqlite_database: Database, change: Any) -> None:
    """Each thing that may have changed while the message waited for the morning."""

    async def work(session: AsyncSession) -> None:
        event, (ona,) = await held(session, Presence.PRESENT)
        await asked(session, ona)
        key = f"{ona.id}:first"
        assert await feedback(key, making(session)) is not None
        found = {
            "event": event,
            "own": ona,
            "person": await session.get_one(Person, ona.person_id),
            "asked": await session.scalar(select(FeedbackAsked)),
            "mark": await session.scalar(select(Attendance)),
        }
        change(found)
        await session.flush()
        assert await feedback(key, making(session)) is None

    await sqlite_database.write(work)


async def test_one_who_was_missed(sqlite_database: Database) -> None:
    """Hears no question: what else there is, and the materials they may have."""

    async def work(session: AsyncSession) -> None:
        event, (_, jonas) = await held(session, Presence.PRESENT, Presence.ABSENT)
        await asked(session, jonas, came=False)
        key = f"{jonas.id}:missed"
        made = await feedback(key, making(session))
        assert isinstance(made, Composed)
        assert "Gaila" in made.payload["text"]
        assert "Panašūs" not in made.payload["text"]
        assert labels(made) == ["Klausti metodininko", "Daugiau neklauskite"]
        await kept(session, a_material(event, for_whom=ForWhom.REGISTERED))
        await kept(session, an_event(title_lt="Vertinimas II", centre=event.centre))
        made = await feedback(key, making(session))
        assert isinstance(made, Composed)
        assert "Panašūs būsimi renginiai:" in made.payload["text"]
        assert "Vertinimas II" in labels(made)[0]
        assert "Medžiaga" in labels(made)

    await sqlite_database.write(work)


async def test_what_staff_hear(sqlite_database: Database) -> None:
    """Only who still may see it, and that it was not liked only as long as that is so."""

    async def work(session: AsyncSession) -> None:
        event = await answered(session, [GOOD] * 5)
        rita, other = a_person(), a_person()
        await kept(session, rita, other)
        member = membership(rita, Role.LECTURER, event.centre)
        await kept(session, member, Lecturing(person_id=rita.id, event_id=event.id))
        made = await feedback_results(f"{event.id}:{rita.id}:ready", making(session))
        assert isinstance(made, Composed)
        assert "Kol kas atsakymų: 5." in made.payload["text"]
        assert labels(made) == ["Atsiliepimai"]
        assert await feedback_results(f"{event.id}:{rita.id}:low", making(session)) is None
        assert await feedback_results(f"{event.id}:{other.id}:ready", making(session)) is None

    await sqlite_database.write(work)
