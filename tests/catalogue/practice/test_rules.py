"""Saying what one made use of, and when staff may see it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.practice import rules
from catalogue.practice.asking import ANSWERED_WITHIN
from catalogue.practice.refusals import UseOver, UseSaid
from catalogue.practice.tables import Round, Use, UseAsked
from catalogue.registrations.refusals import EventGone
from tests.catalogue.practice.made_up import say, used
from tests.factories import NOW, VILNIUS, a_person, kept


async def told(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).where(UseAsked.told)) or 0


async def test_once_in_time_and_by_nobody_else(database: Database) -> None:
    """Whatever question a button names."""

    async def work(session: AsyncSession) -> None:
        _, (one, other) = await used(session, [], silent=2)
        stranger = a_person()
        await kept(session, stranger)
        for number in (one.id, one.id + 99):
            with pytest.raises(EventGone):
                await rules.answer(
                    session, number, Use.TRIED, person=stranger, now=NOW, zone=VILNIUS
                )
        await say(session, one, Use.TRIED)
        with pytest.raises(UseSaid):
            await say(session, one, Use.NOT_YET)
        assert one.use is Use.TRIED
        with pytest.raises(UseOver):
            await say(session, other, Use.TRIED, now=NOW + ANSWERED_WITHIN)

    await database.write(work)


@pytest.mark.parametrize(
    ("answers", "silent", "at_once", "in_the_end"),
    [(4, 0, 0, 0), (5, 0, 5, 5), (5, 3, 0, 5), (5, 5, 5, 5), (7, 5, 5, 5)],
)
async def test_staff_see_five_at_once_or_nothing(
    sqlite_database: Database, answers: int, silent: int, at_once: int, in_the_end: int
) -> None:
    """While some may still answer, and after their four weeks."""

    async def work(session: AsyncSession) -> None:
        event, _ = await used(session, [Use.TRIED] * answers, silent=silent)
        assert await told(session) == at_once
        over = NOW + ANSWERED_WITHIN + timedelta(weeks=6)
        assert await rules.to_tell(session, now=NOW, zone=VILNIUS) == []
        for number, round_ in await rules.to_tell(session, now=over, zone=VILNIUS):
            assert (number, round_) == (event.id, Round.SIX_WEEKS)
            await rules.tell(session, event, round_, now=over, zone=VILNIUS)
        assert await told(session) == in_the_end

    await sqlite_database.write(work)
