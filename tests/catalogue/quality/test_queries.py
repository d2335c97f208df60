"""What was said of an event, as far as it may be told."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.quality import rules
from catalogue.quality.queries import Results, results, to_tell
from catalogue.quality.tables import FeedbackTold
from tests.catalogue.quality.made_up import GOOD, answered
from tests.factories import NOW


@pytest.mark.parametrize("answers", [0, 1, 4])
async def test_of_few_only_how_many(sqlite_database: Database, answers: int) -> None:
    """No mean, no spread, and not a word of what was written."""

    async def work(session: AsyncSession) -> None:
        event = await answered(session, [GOOD] * answers)
        await rules.comment(session, event, "Ačiū", now=NOW)
        seen = await results(session, event)
        assert seen == Results(asked=answers, answers=answers, summary=None, comments=[])
        assert list(await to_tell(session, now=NOW)) == []

    await sqlite_database.write(work)


async def test_from_five_on_everything(database: Database) -> None:
    """Comments stand in one and the same order, which is not that of their coming."""

    async def work(session: AsyncSession) -> None:
        event = await answered(session, [GOOD] * 4 + [(1, 1, 1, 1, 1)])
        written = [f"Nr. {number}" for number in range(12)]
        for one in written:
            await rules.comment(session, event, one, now=NOW)
        seen = await results(session, event)
        assert seen.summary is not None
        assert seen.summary.means["overall"] == pytest.approx(4.2)
        assert seen.summary.spread["lecturer"] == [1, 0, 0, 4, 0]
        assert sorted(seen.comments) == sorted(written)
        assert list(seen.comments) != written
        assert seen == await results(session, event)

    await database.write(work)


async def test_there_is_something_to_tell_until_all_was_told(database: Database) -> None:
    """And not of what was long ago."""

    async def work(session: AsyncSession) -> None:
        event = await answered(session, [GOOD] * 5)
        assert list(await to_tell(session, now=NOW)) == [event.id]
        assert list(await to_tell(session, now=NOW + timedelta(days=31))) == []
        told = FeedbackTold(event_id=event.id, first_at=NOW)
        session.add(told)
        await session.flush()
        assert list(await to_tell(session, now=NOW)) == [event.id]
        told.final_at = NOW
        await session.flush()
        assert list(await to_tell(session, now=NOW)) == []

    await database.write(work)
