from decimal import Decimal

import pytest
from sqlalchemy import Delete, Update, delete, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.journal.rules import differences, note
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.programme.tables import Status
from tests.factories import NOW, a_person, an_event, kept


async def _noted(session: AsyncSession) -> None:
    rasa, ona, event = a_person(), a_person(), an_event()
    await kept(session, rasa, ona, event)
    note(session, Deed.EVENT_CHANGED, by=rasa, now=NOW, event=event, about=ona, fields=["seats"])
    await session.flush()


async def test_a_deed_is_noted_with_its_centre(database: Database) -> None:
    """An event brings its centre, and people are numbers, not names."""
    await database.write(_noted)
    entry = await database.read(lambda session: session.get_one(JournalEntry, 1))
    assert (entry.deed, entry.facts, entry.made_at) == (
        Deed.EVENT_CHANGED,
        {"fields": ["seats"]},
        NOW,
    )
    assert None not in (entry.centre_id, entry.event_id, entry.about_id)


@pytest.mark.parametrize("deed", [update(JournalEntry).values(facts={}), delete(JournalEntry)])
async def test_nobody_changes_the_journal(database: Database, deed: Update | Delete) -> None:
    """The database itself refuses, so no slip of ours can."""
    await database.write(_noted)
    with pytest.raises(DBAPIError, match="never changed"):
        await database.write(lambda session: session.execute(deed))
    assert await database.read(lambda session: session.get(JournalEntry, 1))


def test_a_difference_tells_of_nobody() -> None:
    """Numbers, moments and states as they were and are; of words and people only the field."""
    assert differences(
        [
            ("seats", 20, 25),
            ("starts_at", NOW, None),
            ("price_eur", Decimal("12.50"), Decimal(0)),
            ("status", Status.DRAFT, Status.PUBLISHED),
            ("contact", "Ona, 8 612 34567", ""),
            ("sessions", (), ()),
        ]
    ) == {
        "seats": [20, 25],
        "starts_at": [NOW.isoformat(), None],
        "price_eur": ["12.50", "0"],
        "status": ["draft", "published"],
        "contact": [],
        "sessions": [],
    }
