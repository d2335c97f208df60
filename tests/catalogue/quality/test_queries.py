"""What was said of an event, as far as it may be told."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.quality import rules
from catalogue.quality.queries import (
    Results,
    rated,
    results,
    satisfaction,
    to_look_through,
    to_tell,
)
from catalogue.quality.tables import FeedbackTold
from catalogue.search.spans import Span
from tests.catalogue.quality.made_up import GOOD, answered
from tests.factories import NOW, VILNIUS


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
    """And not of what was long ago; what staff have heard of is looked through at times."""

    async def work(session: AsyncSession) -> None:
        event = await answered(session, [GOOD] * 5)
        assert list(await to_tell(session, now=NOW)) == [event.id]
        assert list(await to_tell(session, now=NOW + timedelta(days=8))) == []
        assert list(await to_look_through(session, now=NOW)) == [event.id]
        assert list(await to_look_through(session, now=NOW + timedelta(days=31))) == []
        told = FeedbackTold(event_id=event.id, first_at=NOW)
        session.add(told)
        await session.flush()
        assert list(await to_tell(session, now=NOW)) == []
        assert list(await to_look_through(session, now=NOW)) == [event.id]
        told.final_at = NOW
        await session.flush()
        assert list(await to_look_through(session, now=NOW)) == []

    await database.write(work)


async def test_many_events_together(database: Database) -> None:
    """Only what is told counts, and of an event with four answers nothing is. A lecturer's events
    are found by themselves.
    """

    async def work(session: AsyncSession) -> None:
        first = await answered(session, [GOOD] * 5, form="seminaras")
        second = await answered(session, [(1, 1, 1, 1, 1)] * 6)
        await answered(session, [GOOD] * 4)
        everything: dict[str, Any] = {"span": Span(None, None), "zone": VILNIUS}
        seen = await satisfaction(session, **everything, centre_ids=None)
        assert (seen.events, seen.summary and seen.summary.answers) == (2, 11)
        assert seen.summary is not None
        assert seen.summary.means["overall"] == pytest.approx((5 * 5 + 6) / 11)
        own = await satisfaction(session, **everything, centre_ids=[second.centre_id])
        assert (own.events, own.summary and own.summary.answers) == (1, 6)
        none = await satisfaction(
            session, span=Span(date(2020, 1, 1), date(2020, 12, 31)), zone=VILNIUS, centre_ids=None
        )
        assert (none.events, none.summary) == (0, None)
        (one,) = await rated(session, **everything, centre_ids=[], event_ids=[first.id])
        assert (one.number, one.form, one.answers) == (first.id, "seminaras", (GOOD,) * 5)

    await database.write(work)


async def test_a_long_event_counts_where_it_ends(sqlite_database: Database) -> None:
    """As in a report, where its hours are complete then."""

    async def work(session: AsyncSession) -> list[int]:
        event = await answered(session, [GOOD] * 5)
        event.ends_at = event.starts_at + timedelta(days=400)
        days = [event.starts_at.date(), event.ends_at.date()]
        spans = [Span(day, day) for day in days]
        seen = [await satisfaction(session, span=one, zone=VILNIUS, centre_ids=None)
                for one in spans]  # fmt: skip
        return [one.events for one in seen]

    assert await sqlite_database.write(work) == [0, 1]
