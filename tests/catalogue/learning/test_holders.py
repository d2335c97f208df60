"""Who has a paper of an event."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.holders import Outlook, holders, outlook
from catalogue.registrations.tables import State
from tests.catalogue.learning.papers import A, P, a_reported_event, attended, issue_all


@pytest.mark.parametrize(
    ("facts", "expected"), [({}, Outlook(1, 1)), ({"certificate": False}, Outlook(0, 0))]
)
async def test_who_gets_one_and_of_whom_nothing_is_known(
    sqlite_database: Database, facts: dict[str, Any], expected: Outlook
) -> None:
    """By surname; who only waits is not among them."""

    async def work(session: AsyncSession) -> None:
        event = await a_reported_event(session, **facts)
        await attended(session, event, name="Ona Žukė")
        await attended(session, event, A, A, name="Ona Bė")
        await attended(session, event, P, A, name="Ona Aitė")
        await attended(session, event, P, P, state=State.WAITING)
        found = await holders(session, event)
        assert [(one.name, one.hours) for one in found] == [
            ("Ona Aitė", 4.0), ("Ona Bė", 0.0), ("Ona Žukė", None),
        ]  # fmt: skip
        assert outlook(event, found) == expected
        await issue_all(session, event)
        has = [one.has_paper for one in await holders(session, event)]
        assert has == [expected.due == 1, False, False]

    await sqlite_database.write(work)
