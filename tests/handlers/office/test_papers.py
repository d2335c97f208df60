"""What is asked to be made beside the talk."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.kinds import KINDS
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.tables import Role
from handlers.office import papers
from handlers.office.callbacks.participants import Paper, TakePaper
from handlers.replies import Errand
from tests.catalogue.registrations.test_queue import C, queued
from tests.handlers.office.people import employed
from tests.handlers.talking import pressed


@pytest.mark.parametrize(
    ("paper", "deed"), [(Paper.WORKBOOK, Deed.LIST_TAKEN), (Paper.SHEET, Deed.SHEET_TAKEN)]
)
async def test_each_paper_is_a_job_and_is_noted(
    session: AsyncSession, paper: Paper, deed: Deed
) -> None:
    """Who took people's data out of the house, and when, can be looked up."""
    event, _ = await queued(session, [C], title_lt="Vertinimas")
    talk = await employed(session, Role.COORDINATOR, event.centre)
    data = TakePaper(event=event.id, paper=paper)
    errand = await papers.take(pressed(data), data, talk)
    assert isinstance(errand, Errand)
    assert errand.kind in KINDS
    assert (errand.facts, errand.chat_id) == ({"event": event.id}, talk.chat_id)
    assert "Vertinimas" in errand.text
    await session.flush()
    assert [one.deed for one in await session.scalars(select(JournalEntry))] == [deed]
