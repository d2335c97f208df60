"""Who was telephoned needs no call until there is something new."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.participants import phoning
from catalogue.participants.queries import everybody
from catalogue.registrations.decisions import case_of
from catalogue.registrations.tables import Notice, NoticeKind
from tests.catalogue.registrations.test_queue import C, queued
from tests.factories import NOW, a_person, kept

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("changed", "noticed", "is_phoned"),
    [
        (None, None, True),
        (NOW - HOUR, NOW - HOUR, True),
        (NOW + HOUR, None, False),
        (None, NOW + HOUR, False),
    ],
)
async def test_something_new_asks_for_another_call(
    database: Database, changed: datetime | None, noticed: datetime | None, is_phoned: object
) -> None:
    """A tick holds for what was known when it was made, and can be taken back."""

    async def work(session: AsyncSession) -> None:
        event, people = await queued(session, [C])
        case = await case_of(session, 1, by=people[0], now=NOW)
        assert [one.is_phoned for one in await everybody(session, event)] == [False]
        phoning.tick(session, case, done=True)
        case.own.changed_at = changed or case.own.changed_at
        if noticed:
            note = Notice(registration_id=1, kind=NoticeKind.CHANGED, made_at=noticed)
            await kept(session, a_person(), note)
        await session.flush()
        assert [one.is_phoned for one in await everybody(session, event)] == [is_phoned]
        phoning.tick(session, case, done=False)
        await session.flush()
        assert [one.is_phoned for one in await everybody(session, event)] == [False]

    await database.write(work)
