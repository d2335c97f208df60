"""The search over the programme of this database, kept up to date between looks."""

import asyncio

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.documents import document
from catalogue.programme.queries import changed_since
from catalogue.search.index import Index


class Finder:
    """One index in memory; each look first takes in what has changed in the programme since."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._revision = -1
        self._looking = asyncio.Lock()

    async def index(self, session: AsyncSession) -> Index:
        """Cheap where nothing has changed: one row is read."""
        async with self._looking:
            self._revision, changed, gone = await changed_since(session, self._revision)
            for key in gone:
                self._index.remove(key)
            for event in changed:
                self._index.put(document(event))
        return self._index
