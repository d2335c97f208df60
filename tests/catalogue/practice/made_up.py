"""Events of some weeks ago, who was asked what they made use of, and examples."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.tables import Presence
from catalogue.people.tables import Person
from catalogue.practice import rules
from catalogue.practice.tables import (
    Consent,
    PracticeExample,
    Round,
    Standing,
    Use,
    UseAsked,
)
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration
from tests.catalogue.quality.made_up import held
from tests.factories import NOW, VILNIUS, kept

WEEK = timedelta(weeks=1)
#: Six weeks and a day before.
LONG_AGO = NOW - 6 * WEEK - timedelta(days=1)


async def asked_of(
    session: AsyncSession,
    *own: Registration,
    round_: Round = Round.SIX_WEEKS,
    at: datetime = NOW,
) -> list[UseAsked]:
    rows = [UseAsked(registration_id=one.id, round=round_, asked_at=at) for one in own]
    await kept(session, *rows)
    return rows


async def used(
    session: AsyncSession,
    answers: Sequence[Use],
    *,
    silent: int = 0,
    starts: datetime = LONG_AGO,
    **facts: Any,
) -> tuple[Event, list[UseAsked]]:
    """An event of which somebody has said each of these, and others who were asked have not."""
    presences = [Presence.PRESENT] * (len(answers) + silent)
    event, own = await held(session, *presences, starts=starts, **facts)
    asked = await asked_of(session, *own)
    for one, use in zip(asked, answers, strict=False):
        await say(session, one, use)
    return event, asked


async def say(session: AsyncSession, asked: UseAsked, use: Use, now: datetime = NOW) -> Event:
    own = await session.get_one(Registration, asked.registration_id)
    person = await session.get_one(Person, own.person_id)
    return await rules.answer(session, asked.id, use, person=person, now=now, zone=VILNIUS)


def an_example(event: Event, author: Person | None, **facts: Any) -> PracticeExample:
    """One that waits for staff, with the author's name."""
    plain: dict[str, Any] = {
        "event_id": event.id,
        "person_id": author.id if author else None,
        "words": "Mokiniai vertina vieni kitų darbus.",
        "consent": Consent.NAMED,
        "standing": Standing.WAITING,
        "written_at": NOW,
    }
    return PracticeExample(**plain | facts)
