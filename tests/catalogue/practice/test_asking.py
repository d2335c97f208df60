"""Whom to ask what they made use of, and when."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.people.tables import Person
from catalogue.practice.asking import (
    ANSWERED_WITHIN,
    first_due,
    is_time_to_ask,
    may_come,
    since,
    to_ask,
    whose_turn,
)
from catalogue.practice.tables import Round, Use, UseAsked
from catalogue.programme.holidays import SchoolYear
from catalogue.programme.tables import Status
from catalogue.registrations.tables import Registration, State
from tests.catalogue.learning.past import marked
from tests.catalogue.practice.made_up import asked_of, say, used
from tests.catalogue.quality.made_up import held
from tests.factories import NOW, VILNIUS, an_event, kept

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
THERE, AWAY = Presence.PRESENT, Presence.ABSENT
SIX_WEEKS, SIX_MONTHS = Round.SIX_WEEKS, Round.SIX_MONTHS
YEAR = SchoolYear()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-20T14:59", False),
        ("2026-11-20T15:00", True),
        ("2026-11-21T15:00", False),
        ("2026-10-27T15:00", False),
        ("2026-12-28T16:00", False),
        ("2027-01-07T16:00", True),
        ("2027-07-01T16:00", False),
    ],
)
def test_after_lessons_of_a_working_day(written: str, *, expected: bool) -> None:
    """Neither at a weekend nor in pupils' holidays."""
    now = datetime.fromisoformat(written).replace(tzinfo=VILNIUS)
    assert is_time_to_ask(now, VILNIUS, YEAR) is expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2026-10-14", "2026-09-16"), ("2026-11-30", "2026-10-24"), ("2027-09-28", "2027-06-15")],
)
def test_what_has_waited_too_long(today: str, expected: str) -> None:
    """Four weeks; what comes due in holidays begins to wait on the first working day after them."""
    assert first_due(date.fromisoformat(today), YEAR) == date.fromisoformat(expected)


async def due(session: AsyncSession, now: datetime) -> list[tuple[int, Round]]:
    earliest = since(now, VILNIUS, YEAR)
    turns = await whose_turn(session, now=now, since=earliest)
    found = await to_ask(session, turns, now=now)
    return [(own.id, round_) for own, round_ in found]


async def test_each_round_in_its_weeks(sqlite_database: Database) -> None:
    """And only those who came."""
    ended = datetime(2026, 9, 15, 12, tzinfo=VILNIUS)

    async def work(session: AsyncSession) -> None:
        _, (ona, _, _) = await held(session, THERE, AWAY, None, starts=ended - timedelta(hours=3))
        for after, expected in (
            (6 * WEEK - timedelta(seconds=1), []),
            (6 * WEEK, [SIX_WEEKS]),
            (10 * WEEK, [SIX_WEEKS]),
            (11 * WEEK + DAY, []),
            (26 * WEEK, [SIX_MONTHS]),
            (31 * WEEK, []),
        ):
            assert await due(session, ended + after) == [(ona.id, round_) for round_ in expected]

    await sqlite_database.write(work)


@pytest.mark.parametrize(
    "change",
    [
        lambda event, _own, _person: setattr(event, "status", Status.CANCELLED),
        lambda _event, own, _person: setattr(own, "state", State.CANCELLED),
        lambda _event, _own, person: setattr(person, "wants_use", False),
        lambda _event, _own, person: setattr(person, "telegram_id", None),
        lambda _event, _own, person: setattr(person, "forgotten_at", NOW),
    ],
)
async def test_who_is_never_asked(sqlite_database: Database, change: Any) -> None:
    """At cancelled events nobody; nor who is out, wants no questions, or has no chat."""

    async def work(session: AsyncSession) -> None:
        event, (ona,) = await held(session, THERE, starts=NOW - 7 * WEEK)
        assert len(await due(session, NOW)) == 1
        change(event, ona, await session.get_one(Person, ona.person_id))
        await session.flush()
        assert await due(session, NOW) == []

    await sqlite_database.write(work)


async def test_one_question_a_week_the_oldest_first(database: Database) -> None:
    """Of three events at once, and half a year after a fourth."""

    async def work(session: AsyncSession) -> None:
        _, (own,) = await held(session, THERE, starts=NOW - 26 * WEEK - DAY)
        person = await session.get_one(Person, own.person_id)
        expected = [(own.id, SIX_MONTHS)]
        for weeks in (7, 8, 9):
            event = an_event(starts=NOW - weeks * WEEK)
            await kept(session, event)
            expected.insert(0, ((await marked(session, event, person)).id, SIX_WEEKS))
        for week, question in enumerate(expected):
            now = NOW + week * WEEK
            assert await due(session, now) == [question]
            number, round_ = question
            registration = await session.get_one(Registration, number)
            await asked_of(session, registration, round_=round_, at=now)
            assert await due(session, now + 6 * DAY) == []

    await database.write(work)


async def test_how_many_may_still_answer(database: Database) -> None:
    """Those who were asked and have time, and those whose turn is yet to come."""

    async def work(session: AsyncSession) -> None:
        event, asked = await used(session, [], silent=3)
        unasked = an_event()
        await kept(session, unasked)
        earliest = since(NOW, VILNIUS, YEAR)

        async def left(now: datetime = NOW, round_: Round = SIX_WEEKS) -> int:
            return await may_come(session, event, round_, now=now, since=earliest)

        assert (await left(), await left(round_=SIX_MONTHS)) == (3, 3)
        await say(session, asked[0], Use.TRIED)
        assert await left() == 2
        assert await left(NOW + ANSWERED_WITHIN) == 0

    await database.write(work)


async def test_whom_another_clock_asked_meanwhile_is_not_asked_again(
    sqlite_database: Database,
) -> None:
    """Between the look and the question."""

    async def work(session: AsyncSession) -> None:
        _, (ona, rita) = await held(session, THERE, THERE, starts=NOW - 7 * WEEK)
        earliest = since(NOW, VILNIUS, YEAR)
        turns = await whose_turn(session, now=NOW, since=earliest)
        assert turns == [(ona.id, SIX_WEEKS), (rita.id, SIX_WEEKS)]
        session.add(UseAsked(registration_id=ona.id, round=SIX_WEEKS, asked_at=NOW))
        await session.flush()
        assert [one.id for one, _ in await to_ask(session, turns, now=NOW)] == [rita.id]

    await sqlite_database.write(work)
