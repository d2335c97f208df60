"""Saying what one thought of an event, once and without a name."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import String, literal_column, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.schema import METADATA
from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.people.tables import Person
from catalogue.quality import rules
from catalogue.quality.refusals import FeedbackGiven, FeedbackOver
from catalogue.quality.tables import Feedback, FeedbackAsked, FeedbackComment
from catalogue.quality.times import OPEN_FOR
from catalogue.registrations.refusals import EventGone
from catalogue.registrations.tables import Registration
from tests.catalogue.quality.made_up import GOOD, asked, held
from tests.factories import NOW, a_person, kept


async def say(
    session: AsyncSession, own: Registration, scores: tuple[int, ...] = GOOD, now: datetime = NOW
) -> Any:
    person = await session.get_one(Person, own.person_id)
    return await rules.answer(session, own.id, scores, person=person, now=now)


async def test_once_for_each(database: Database) -> None:
    """A second press, of the same message or of the reminder, changes nothing and adds nothing."""

    async def work(session: AsyncSession) -> None:
        event, (ona,) = await held(session, Presence.PRESENT)
        await asked(session, ona)
        await say(session, ona)
        with pytest.raises(FeedbackGiven):
            await say(session, ona, (1, 1, 1, 1, 1))
        said = (await session.scalars(select(Feedback))).one()
        assert (said.event_id, said.content, said.overall) == (event.id, 5, 5)
        assert (await session.scalars(select(FeedbackAsked.answered))).all() == [True]

    await database.write(work)


async def test_not_for_others_not_unasked_and_not_too_late(sqlite_database: Database) -> None:
    """Whatever registration a button names."""

    async def work(session: AsyncSession) -> None:
        event, (ona, jonas, petras) = await held(session, *[Presence.PRESENT] * 3)
        await asked(session, ona)
        await asked(session, jonas, came=False)
        other = a_person()
        await kept(session, other)
        with pytest.raises(EventGone):
            await rules.answer(session, ona.id, GOOD, person=other, now=NOW)
        for own in (jonas, petras):
            with pytest.raises(EventGone):
                await say(session, own)
        assert event.ends_at is not None
        over = event.ends_at + OPEN_FOR
        with pytest.raises(FeedbackOver):
            await say(session, ona, now=over)
        await say(session, ona, now=over - timedelta(seconds=1))

    await sqlite_database.write(work)


def test_no_column_tells_who_or_when() -> None:
    """What was said has a random key and its event; who was asked has no moment of the answer."""
    plain = {"key", "event_id", "told"}
    scores = {"content", "lecturer", "usefulness", "arrangement", "overall"}
    assert set(METADATA.tables["feedback"].columns.keys()) == plain | scores
    assert set(METADATA.tables["feedback_comments"].columns.keys()) == plain | {"comment"}
    assert set(METADATA.tables["feedback_asked"].columns.keys()) == {
        "id", "registration_id", "asked_at", "came", "reminded_at", "answered",
    }  # fmt: skip
    for table in METADATA.tables.values():
        for key in table.foreign_keys:
            assert key.column.table.name not in {"feedback", "feedback_comments"}


async def test_the_database_itself_cannot_tell_either(database: Database) -> None:
    """Three answer in transactions of their own: no hidden mark of a row tells whose which is,
    and rows lie in the order of their random keys and not of their coming.
    """
    kind = database.engine.dialect.name

    async def begin(session: AsyncSession) -> list[int]:
        _, own = await held(session, *[Presence.PRESENT] * 3)
        await asked(session, *own)
        return [one.id for one in own]

    async def one(number: int, score: int, session: AsyncSession) -> None:
        own = await session.get_one(Registration, number)
        event = await say(session, own, (score,) * 5)
        await rules.comment(session, event, f"Nr. {score}", now=NOW)

    numbers = await database.write(begin)
    for score, number in enumerate(reversed(numbers), start=1):
        await database.write(partial(one, number, score))

    async def look(session: AsyncSession) -> None:
        for table in (Feedback, FeedbackComment):
            seen = (await session.scalars(select(table.key))).all()
            assert len(seen) == 3
            assert seen == sorted(seen)
        if kind == "postgresql":
            for name in ("feedback", "feedback_comments", "feedback_asked"):
                kept = METADATA.tables[name]
                marks = select(literal_column("xmin::text", String)).select_from(kept).distinct()
                assert len((await session.scalars(marks)).all()) == 1

    await database.read(look)
    if kind == "sqlite":
        with pytest.raises(Exception, match="no such column: rowid"):
            await database.read(lambda s: s.execute(text("SELECT rowid FROM feedback")))
