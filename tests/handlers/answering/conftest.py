"""A session with the made-up programme, and a way to ask about it."""

from collections.abc import AsyncIterator
from functools import partial

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.search.index import Index
from tests.factories import kept
from tests.handlers.answering.programme import Ask, asked, programme


@pytest.fixture
async def session(sqlite_database: Database) -> AsyncIterator[AsyncSession]:
    async with AsyncSession(sqlite_database.engine) as session, session.begin():
        await kept(session, *programme())
        yield session


@pytest.fixture
def ask(session: AsyncSession) -> Ask:
    """Asks at `NOW`, in Lithuanian unless said otherwise."""
    return partial(asked, session, Finder(Index()))
