from datetime import timedelta
from typing import Any

import pytest

from catalogue.database import Database
from catalogue.editing.changes import note_change, plan_of
from catalogue.participants.overview import Standstill, overview
from catalogue.programme.tables import Status
from tests.catalogue.registrations.test_queue import HOUR, SOON, C, F, P, W, X, queued
from tests.factories import NOW

WHY: list[tuple[dict[str, Any], list[Any], bool, Standstill | None]] = [
    ({}, [W], False, None),
    ({}, [W], True, Standstill.UNREACHABLE),
    ({}, [C, W], False, Standstill.NO_FREE_SEAT),
    ({}, [F, W], False, Standstill.NO_FREE_SEAT),
    ({}, [X], False, Standstill.NOBODY_WAITS),
    ({"starts": NOW + 12 * HOUR}, [W], False, Standstill.CUT_OFF),
    ({"starts": NOW}, [W], False, Standstill.STARTED),
    ({"status": Status.DRAFT}, [W], False, Standstill.NOT_PUBLISHED),
]


@pytest.mark.parametrize("row", WHY, ids=[str(row[3]) for row in WHY])
async def test_why_the_queue_stands_still(database: Database, row: tuple[Any, ...]) -> None:
    """The first reason there is, so that nobody has to guess."""
    facts, states, blocked, why = row

    async def work(session: Any) -> Standstill | None:
        event, people = await queued(session, states, **facts)
        people[-1].unreachable_since = NOW if blocked else None
        await session.flush()
        return (await overview(session, event=event, now=NOW)).standstill

    assert await database.write(work) is why


async def test_counts_offers_and_who_has_not_answered(database: Database) -> None:
    """Of the newest change alone, those who take part and were there when it was made."""

    async def work(session: Any) -> list[Any]:
        event, people = await queued(session, [C, P, F, W, X], seats=3)
        seen = await overview(session, event=event, now=NOW)
        found: list[Any] = [dict(seen.counts), [one.ticket for one, _ in seen.offers]]
        found += [seen.offers_close, seen.changed_at, seen.unanswered]
        before = plan_of(event)
        event.sessions[0].place = "Kita salė"
        await session.flush()
        await note_change(session, event, before, now=NOW)
        later = await overview(session, event=event, now=NOW)
        assert {one.id for one in later.unanswered} == {one.id for one in people[:2]}
        return [*found, later.changed_at]

    assert await database.write(work) == [
        {C: 1, P: 1, F: 1, W: 1, X: 1}, [3], SOON - timedelta(hours=12), None, [], NOW
    ]  # fmt: skip
