"""The search over the programme of this database, kept up to date between looks."""

import asyncio

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.pages import centre_pages, page_of_row
from catalogue.centres.queries import all_centres
from catalogue.finding.documents import document
from catalogue.glossary.meanings import lines_of
from catalogue.glossary.queries import all_taught
from catalogue.programme.holidays import school_calendar
from catalogue.programme.queries import changed_since
from catalogue.programme.revisions import Revisions, current_revisions
from catalogue.search.index import Index


class Finder:
    """One index in memory; each look first takes in what has changed in the programme since, and
    in the words and the holidays that staff have entered.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._seen = Revisions(-1, -1, -1, -1)
        self._looking = asyncio.Lock()

    async def index(self, session: AsyncSession) -> Index:
        """Cheap where nothing has changed: one row is read."""
        async with self._looking:
            present = await current_revisions(session)
            if present.words != self._seen.words:
                self._index.teach(lines_of(await all_taught(session)))
            if present.holidays != self._seen.holidays:
                self._index.know_holidays(await school_calendar(session))
            if present.programme != self._seen.programme:
                await self._take_in_events(session)
            self._seen = present
        return self._index

    async def _take_in_events(self, session: AsyncSession) -> None:
        """What is committed after `present` was read comes once more at the next look."""
        _, changed, gone = await changed_since(session, self._seen.programme)
        for key in gone:
            self._index.remove(key)
        for event in changed:
            self._index.put(document(event))
        self._index.know(await _centres(session))


async def _centres(session: AsyncSession) -> dict[str, str]:
    """Each name of a centre with the centre's own, also of those without an event or a row."""
    known = (*centre_pages(), *map(page_of_row, await all_centres(session)))
    return {name: page.name for page in known for name in page.names}
