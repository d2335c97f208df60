"""Numbers of events that are no more."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.editing.importing import take_in
from tests.catalogue.editing.test_removing import remove
from tests.catalogue.files.made_up import drafts_of
from tests.factories import NOW, an_event, kept


async def by_hand(session: AsyncSession) -> list[int]:
    two = [an_event(), an_event()]
    await kept(session, *two)
    return [one.id for one in two]


async def from_a_file(session: AsyncSession) -> list[int]:
    rows = [{"title_lt": title, "start": "2026-12-07 10:00"} for title in "AB"]
    report = await take_in(session, drafts_of(*rows), now=NOW)
    return [one.id for one in report.added]


@pytest.mark.parametrize("make", [by_hand, from_a_file])
async def test_a_number_is_never_given_again(database: Database, make: Any) -> None:
    """A button in an old message opens no other event."""

    async def work(session: AsyncSession) -> None:
        stays, goes, goes_too = an_event(), an_event(), an_event()
        await kept(session, stays, goes, goes_too)
        last = goes_too.id
        await remove(session, goes, goes_too)
        session.expunge_all()
        new = await make(session)
        assert min(new) > last
        assert len(set(new)) == 2

    await database.write(work)
