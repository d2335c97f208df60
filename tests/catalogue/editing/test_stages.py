"""From draft to report, and what may be done on the way."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.editing import rules as editing
from catalogue.editing.stages import Stage, Turn, stage, take, turns
from catalogue.programme.refusals import StageOver
from catalogue.programme.tables import Event, Status
from tests.factories import NOW, VILNIUS, an_event, kept

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "free", "expected", "possible"),
    [
        ({"status": Status.DRAFT}, None, Stage.DRAFT, [Turn.PUBLISH, Turn.CANCEL]),
        ({}, 3, Stage.PUBLISHED, [Turn.CLOSE, Turn.CANCEL]),
        ({}, None, Stage.PUBLISHED, [Turn.CLOSE, Turn.CANCEL]),
        ({}, 0, Stage.FULL, [Turn.CLOSE, Turn.CANCEL]),
        ({"registration_closes": NOW - DAY}, 0, Stage.CLOSED, [Turn.REOPEN, Turn.CANCEL]),
        ({"starts": NOW - timedelta(hours=1)}, 3, Stage.CLOSED, [Turn.CANCEL]),
        ({"starts": NOW - DAY}, 3, Stage.HELD, [Turn.REPORT]),
        ({"starts": NOW - DAY, "reported_at": NOW}, 3, Stage.REPORTED, []),
        ({"status": Status.CANCELLED}, 3, Stage.CANCELLED, [Turn.PUBLISH]),
        ({"status": Status.CANCELLED, "starts": NOW - DAY}, 3, Stage.CANCELLED, []),
        ({"status": Status.DRAFT, "starts": NOW - DAY}, 3, Stage.DRAFT, []),
    ],
)
def test_the_stage_follows_from_what_is_so(
    facts: dict[str, Any], free: int | None, expected: Stage, possible: list[Turn]
) -> None:
    """And with it what staff may do; what has begun is not opened again."""
    event = an_event(**{"status": Status.PUBLISHED} | facts)
    assert stage(event, free=free, now=NOW) is expected
    assert list(turns(event, free=free, now=NOW)) == possible


async def test_a_life(database: Database) -> None:
    """Published, closed, opened, cancelled with a reason, published again, held, reported."""
    async with AsyncSession(database.engine, expire_on_commit=False) as session, session.begin():
        made = an_event(status=Status.DRAFT, city="")
        await kept(session, made)
        event = await editing.held(session, made.id)
        seen = [
            [(one.field) for one in await _take(session, event, turn)]
            for turn in (Turn.PUBLISH, Turn.CLOSE, Turn.REOPEN, Turn.CANCEL, Turn.PUBLISH)
        ]
        assert seen == [
            ["status"],
            ["registration_closes"],
            ["registration_closes"],
            ["status", "cancel_reason"],
            ["status", "cancel_reason"],
        ]
        assert (event.published_at, event.cancel_reason, event.revision) == (NOW, "", 5)
        with pytest.raises(StageOver):
            await _take(session, event, Turn.REPORT)
        await _take(session, event, Turn.REPORT, days=20)
        assert event.reported_at == NOW + 20 * DAY


async def _take(session: AsyncSession, event: Event, turn: Turn, *, days: int = 0) -> Any:
    changed = await take(
        session,
        event,
        turn,
        free=None,
        now=NOW + days * DAY,
        zone=VILNIUS,
        reason="Susirgo  lektorė",
    )
    assert changed is not None
    return changed.fields
