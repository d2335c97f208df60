"""Events that are over, with people who were asked how it was."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.tables import Presence
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.quality import rules
from catalogue.quality.scores import Scores
from catalogue.quality.tables import FeedbackAsked
from catalogue.registrations.tables import Registration
from tests.catalogue.learning.past import marked
from tests.factories import NOW, a_person, an_event, kept

#: It began then and ended three hours later: an hour and a bit ago.
STARTED = NOW - timedelta(hours=4, minutes=5)
GOOD: Scores = (5, 4, 5, 3, 5)


async def held(
    session: AsyncSession, *presences: Presence | None, starts: datetime = STARTED, **facts: Any
) -> tuple[Event, list[Registration]]:
    """An event, and somebody registered for each presence."""
    event = an_event(starts=starts, **{"title_lt": "Vertinimas"} | facts)
    await kept(session, event)
    own = []
    for presence in presences:
        person = a_person()
        await kept(session, person)
        own.append(await marked(session, event, person, presence=presence))
    return event, own


async def asked(session: AsyncSession, *own: Registration, came: bool = True) -> None:
    rows = [FeedbackAsked(registration_id=one.id, asked_at=NOW, came=came) for one in own]
    await kept(session, *rows)


async def answered(session: AsyncSession, answers: Sequence[Scores], **facts: Any) -> Event:
    """An event of which somebody has said each of these."""
    event, own = await held(session, *[Presence.PRESENT] * len(answers), **facts)
    await asked(session, *own)
    for registration, scores in zip(own, answers, strict=True):
        person = await session.get_one(Person, registration.person_id)
        await rules.answer(session, registration.id, scores, person=person, now=NOW)
    return event
