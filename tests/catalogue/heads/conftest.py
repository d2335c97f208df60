"""Stories on SQLite alone; where the SQL of both kinds is the point, a test takes `database`."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database


@pytest.fixture
async def session(sqlite_database: Database) -> AsyncIterator[AsyncSession]:
    async with AsyncSession(sqlite_database.engine, expire_on_commit=False) as session:
        yield session
