"""What was made use of, as far as it may be told."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.practice.queries import EventUse, in_all, of_event, use
from catalogue.practice.tables import Round, Use
from catalogue.registrations.tables import Registration
from catalogue.search.spans import Span
from tests.catalogue.practice.made_up import LONG_AGO, asked_of, used
from tests.factories import NOW, VILNIUS

ANSWERS = [Use.REGULARLY, Use.TRIED, Use.TRIED, Use.NOT_YET, Use.TRIED]
COUNTS = {Use.REGULARLY: 1, Use.TRIED: 3, Use.NOT_YET: 1}
EVER = Span(None, None)


async def test_by_event_and_in_all(database: Database) -> None:
    """Of four answers only how many they are, and they are in no sum."""

    async def work(session: AsyncSession) -> None:
        first, _ = await used(session, ANSWERS, title_lt="Vertinimas")
        few, _ = await used(session, ANSWERS[:4], starts=LONG_AGO + timedelta(hours=1))
        found = await use(session, span=EVER, zone=VILNIUS, centre_ids=None)
        assert found[0] == EventUse(
            event_id=first.id,
            title="Vertinimas",
            starts_at=first.starts_at,
            round=Round.SIX_WEEKS,
            asked=5,
            answers=5,
            counts=COUNTS,
        )
        assert [(one.event_id, one.answers, one.counts) for one in found[1:]] == [(few.id, 4, None)]
        assert in_all(found) == {Round.SIX_WEEKS: COUNTS}
        own = await use(session, span=EVER, zone=VILNIUS, centre_ids=[few.centre_id])
        assert [one.event_id for one in own] == [few.id]
        assert [one.round for one in await of_event(session, first)] == [Round.SIX_WEEKS]

    await database.write(work)


@pytest.mark.parametrize(("days", "expected"), [(-2, 0), (-1, 1), (0, 0)])
async def test_by_the_day_on_which_it_was_due(
    sqlite_database: Database, days: int, expected: int
) -> None:
    """Six weeks after the event: the day before this one."""

    async def work(session: AsyncSession) -> None:
        await used(session, ANSWERS)
        day = (NOW + timedelta(days=days)).date()
        found = await use(session, span=Span(day, day), zone=VILNIUS, centre_ids=None)
        assert len(found) == expected

    await sqlite_database.write(work)


async def test_rounds_stay_apart(sqlite_database: Database) -> None:
    """What was asked half a year later is not added to what was asked first."""

    async def work(session: AsyncSession) -> None:
        event, asked = await used(session, ANSWERS)
        registrations = [one.registration_id for one in asked]
        assert len(registrations) == 5
        own = await session.get_one(Registration, registrations[0])
        await asked_of(session, own, round_=Round.SIX_MONTHS)
        found = await of_event(session, event)
        assert [(one.round, one.asked, one.counts) for one in found] == [
            (Round.SIX_WEEKS, 5, COUNTS),
            (Round.SIX_MONTHS, 1, None),
        ]
        assert in_all(found) == {Round.SIX_WEEKS: COUNTS}

    await sqlite_database.write(work)
