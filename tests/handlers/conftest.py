"""A session, and a teacher who speaks in it.

On SQLite alone: what the catalogue does is tried on both kinds of database in its own tests, and
whole conversations in the journeys.
"""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from handlers.talk import Talk
from tests.factories import a_person, kept
from tests.handlers.talking import a_talk


@pytest.fixture
async def session(sqlite_database: Database) -> AsyncIterator[AsyncSession]:
    async with (
        AsyncSession(sqlite_database.engine, expire_on_commit=False) as session,
        session.begin(),
    ):
        yield session


@pytest.fixture
async def talk(session: AsyncSession) -> Talk:
    """Ona, who has introduced herself and speaks Lithuanian."""
    ona = a_person(name="Ona Petraitienė")
    await kept(session, ona)
    return a_talk(session, ona)


@pytest.fixture
async def stranger(session: AsyncSession) -> Talk:
    """Somebody new, whose Telegram speaks Lithuanian."""
    new = a_person(introduced=False)
    await kept(session, new)
    return a_talk(session, new)
