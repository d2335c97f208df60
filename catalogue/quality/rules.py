"""Saying what one thought of an event, so that nobody can tell who has said it."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from operator import itemgetter
from typing import cast

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import wake_clock
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.quality.refusals import FeedbackGiven, FeedbackOver
from catalogue.quality.scores import QUESTIONS, Scores
from catalogue.quality.tables import Feedback, FeedbackAsked, FeedbackComment
from catalogue.quality.telling import tell
from catalogue.quality.times import is_open
from catalogue.registrations.queue import locked
from catalogue.registrations.refusals import EventGone
from catalogue.registrations.tables import Registration

LONGEST_COMMENT = 1000


async def asked_of(
    session: AsyncSession, registration_id: int, *, person: Person, now: datetime
) -> tuple[Event, FeedbackAsked]:
    """The event that this person may still say something of, locked, and that they were asked.

    Raises EventGone where they were not asked as one who came, FeedbackGiven, FeedbackOver.
    """
    registration = await session.get(Registration, registration_id)
    if registration is None or registration.person_id != person.id:
        raise EventGone
    event = await locked(session, registration.event_id)
    asked = await session.scalar(
        select(FeedbackAsked)
        .where(FeedbackAsked.registration_id == registration_id, FeedbackAsked.came)
        .execution_options(populate_existing=True)
    )
    if asked is None:
        raise EventGone
    if asked.answered:
        raise FeedbackGiven(event)
    if not is_open(event, now=now):
        raise FeedbackOver(event)
    return event, asked


async def answer(
    session: AsyncSession, registration_id: int, scores: Scores, *, person: Person, now: datetime
) -> Event:
    """Once for each, whichever message they press in. Raises as `asked_of`."""
    event, asked = await asked_of(session, registration_id, person=person, now=now)
    asked.answered = True
    wake_clock(session)
    await session.flush()
    await _mix_in(session, _FEEDBACK, event, dict(zip(QUESTIONS, scores, strict=True)))
    of_event = select(Registration.id).where(Registration.event_id == event.id)
    await session.execute(
        update(_ASKED)
        .where(_ASKED.c.registration_id.in_(of_event))
        .values(answered=_ASKED.c.answered)
    )
    await tell(session, event, now=now)
    return event


async def comment(session: AsyncSession, event: Event, written: str, *, now: datetime) -> None:
    """Of one who has just answered; no more letters than `LONGEST_COMMENT`."""
    await _mix_in(session, _COMMENTS, event, {"comment": written})
    await tell(session, event, now=now)


async def _mix_in(
    session: AsyncSession, table: Table, event: Event, said: Mapping[str, object]
) -> None:
    """All that was said of the event is written anew with it, in the order of the random keys.

    PostgreSQL marks each row with the transaction that wrote it, and lays rows down as they come:
    by that alone the last answer could be matched with the last who answered. So the caller
    touches all who were asked as well. Nobody has been told of what comes in.
    """
    of_event = table.c.event_id == event.id
    rows = [dict(row) for row in (await session.execute(select(table).where(of_event))).mappings()]
    rows.append({"key": uuid.uuid4().hex, "event_id": event.id, "told": False, **said})
    await session.execute(delete(table).where(of_event))
    await session.execute(insert(table), sorted(rows, key=itemgetter("key")))


_FEEDBACK = cast("Table", Feedback.__table__)
_COMMENTS = cast("Table", FeedbackComment.__table__)
_ASKED = cast("Table", FeedbackAsked.__table__)
