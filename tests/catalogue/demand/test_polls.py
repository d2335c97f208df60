"""Which day suits those who wait: what they answer, by when, and what staff hear of it."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.demand import gatherings, polls
from catalogue.demand.days import OfferedDay
from catalogue.demand.gatherings import USUAL
from catalogue.demand.polls import Counted
from catalogue.demand.refusals import GatheringOver
from catalogue.demand.tables import Gathering, GatheringDay, GatheringVoice
from catalogue.subscriptions import rules
from catalogue.subscriptions.tables import Subscription
from tests.catalogue.demand.test_gatherings import DAYS, YEAR, gathered, those_who_wait
from tests.factories import NOW, an_event, kept

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "expected"),
    [(30 * DAY, 7 * DAY), (10 * DAY, 5 * DAY), (2 * DAY, DAY), (2 * HOUR, HOUR)],
)
def test_the_time_to_answer(first: timedelta, expected: timedelta) -> None:
    """A week, or half of the time to the first day; days that have come count no more."""
    days = [OfferedDay(NOW + some, None, None, "") for some in (-DAY, 40 * DAY, first)]
    assert polls.time_to_answer(days, now=NOW) - NOW == expected


async def test_days_are_chosen_and_changed(sqlite_database: Database) -> None:
    """Several, none, taken back; of those who left nothing counts, and who comes later is asked."""

    async def fill(session: AsyncSession) -> Counted:
        one, people = await gathered(session)
        assert [each.id for each in await polls.asking(session, year=YEAR, now=NOW)] == [one.id]
        first, second = [each.id for each in await polls.days_of(session, one)]
        for person, day in (
            *((people[0], first), (people[0], second)),
            *((people[1], first), (people[1], first)),
            *((people[2], second), (people[2], None)),
            *((people[3], None), (people[3], None), (people[4], None), (people[4], first)),
            *((people[5], second),),
        ):
            await polls.answer(session, one, person, day, now=NOW)
        gone = await session.scalar(
            select(Subscription).where(Subscription.person_id == people[5].id)
        )
        assert gone is not None
        await rules.forget(session, gone)
        (late,) = await those_who_wait(session, 1)
        assert await polls.to_ask(session, one, limit=9) == [late]
        with pytest.raises(GatheringOver):
            await polls.answer(session, one, late, first, now=NOW)
        found = await polls.counted(session, one)
        return Counted(
            found.asked,
            found.answered,
            found.none_suits,
            Counter({(first, second).index(day): n for day, n in found.suits.items()}),
        )

    assert await sqlite_database.write(fill) == Counted(USUAL - 1, 3, 1, Counter({0: 2, 1: 1}))


async def test_other_days_are_asked_anew(sqlite_database: Database) -> None:
    """The first ones and their answers are gone, and their buttons change nothing; once a day is
    chosen none are offered.
    """

    async def fill(session: AsyncSession) -> tuple[int, int]:
        one, people = await gathered(session)
        await polls.answer(session, one, people[0], None, now=NOW)
        old = (await polls.days_of(session, one))[0].id
        await polls.offer(session, one, DAYS[:1], now=NOW)
        asked = await polls.to_ask(session, one, limit=100)
        await kept(
            session, GatheringVoice(gathering_id=one.id, person_id=asked[0].id, asked_at=NOW)
        )
        voice = await polls.answer(session, one, asked[0], old, now=NOW)
        assert voice.days is None
        event = an_event()
        await kept(session, event)
        one.event_id = event.id
        with pytest.raises(GatheringOver):
            await polls.offer(session, one, DAYS, now=NOW)
        return len(await polls.days_of(session, one)), len(asked)

    assert await sqlite_database.write(fill) == (1, USUAL)


async def test_a_day_that_has_come_is_answered_no_more(sqlite_database: Database) -> None:
    """Nor is anybody asked once all of them have."""

    async def fill(session: AsyncSession) -> list[object]:
        one, people = await gathered(session)
        first, second = await polls.days_of(session, one)
        voice = await polls.answer(session, one, people[0], first.id, now=first.starts_at)
        left = [
            await polls.asking(session, year=YEAR, now=day.starts_at) for day in (first, second)
        ]
        return [voice.days, *(len(some) for some in left)]

    assert await sqlite_database.write(fill) == [None, 1, 0]


async def test_who_is_reminded(sqlite_database: Database) -> None:
    """Once, on the last day: who has not answered and waits still; not whoever was asked lately."""

    async def fill(session: AsyncSession) -> list[int]:
        one, people = await gathered(session, 12)
        until = one.answers_until
        assert until == NOW + 5 * DAY
        voices = [await session.get_one(GatheringVoice, (one.id, each.id)) for each in people]
        await polls.answer(session, one, people[0], None, now=NOW)
        voices[1].asked_at = until - 2 * DAY + HOUR
        voices[2].reminded_at = NOW
        gone = await session.scalar(
            select(Subscription).where(Subscription.person_id == people[3].id)
        )
        assert gone is not None
        await rules.forget(session, gone)
        moments = (until - DAY - HOUR, until - DAY, until - HOUR, until)
        found = [await polls.to_remind(session, one, now=now, limit=99) for now in moments]
        assert found[1] == people[4:]
        return [len(some) for some in found]

    assert await sqlite_database.write(fill) == [0, 8, 8, 0]


async def test_when_staff_hear_how_it_stands(sqlite_database: Database) -> None:
    """When the time is over, or all have answered and changed nothing for a while; once, until they
    wait on or offer other days.
    """

    async def due(session: AsyncSession, one: Gathering, *moments: datetime) -> list[bool]:
        return [await polls.is_result_due(session, one, now=now) for now in moments]

    async def fill(session: AsyncSession) -> None:
        one, people = await gathered(session, 12)
        until = NOW + 5 * DAY
        assert await due(session, one, NOW, until - HOUR, until) == [False, False, True]
        wishes = list(await gatherings.waiting(session, one.theme))
        for wish in wishes:
            wish.ended_at = NOW
        await session.flush()
        assert await due(session, one, until) == [False]
        for wish in wishes:
            wish.ended_at = None
        for each in people:
            await polls.answer(session, one, each, None, now=NOW + HOUR)
        later = NOW + HOUR + polls.SETTLED
        assert await due(session, one, NOW + HOUR, later) == [False, True]
        await those_who_wait(session, 1)
        assert await due(session, one, later) == [False]
        one.result_told_at = until
        assert await due(session, one, until + HOUR) == [False]
        await polls.wait_on(session, one, now=until)
        assert await due(session, one, until + HOUR, until + 3 * DAY) == [False, True]
        assert one.answers_until == until + 2.5 * DAY
        last = NOW + 12 * DAY
        with pytest.raises(GatheringOver):
            await polls.wait_on(session, one, now=last)

    await sqlite_database.write(fill)


def test_the_best_day_first() -> None:
    """Of those that suit somebody and are still to come; the sooner of two alike."""
    days = [GatheringDay(id=n, starts_at=NOW + (n - 1) * DAY) for n in range(1, 6)]
    found = Counted(9, 9, 0, Counter({1: 9, 2: 3, 3: 5, 4: 5}))
    assert [day.id for day in polls.best(days, found, now=NOW)] == [3, 4, 2]
