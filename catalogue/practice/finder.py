"""Looking for examples by theme, with the same stems, synonyms and taught words as for events."""

import asyncio
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.glossary.meanings import lines_of
from catalogue.glossary.queries import all_taught
from catalogue.practice.bank import Shared, in_bank, last_change
from catalogue.programme.revisions import current_revisions
from catalogue.search.documents import Document
from catalogue.search.index import Index
from catalogue.search.normalise import words
from catalogue.search.questions import Question

#: So many are read by nobody.
MOST = 60


class PracticeFinder:
    """One index in memory; a look makes it anew only where the bank or the words have changed."""

    def __init__(self) -> None:
        self._index = Index()
        self._seen: object = None
        self._looking = asyncio.Lock()

    async def find(self, session: AsyncSession, theme: str, *, now: datetime) -> list[int]:
        """The numbers of the examples about it, the best first; none where nothing is."""
        async with self._looking:
            present = await last_change(session), (await current_revisions(session)).words
            if present != self._seen:
                self._index = indexed(await in_bank(session))
                self._index.teach(lines_of(await all_taught(session)))
                self._seen = present
        return about(self._index, theme, now=now)


def indexed(bank: Iterable[Shared]) -> Index:
    """Each example is found by its own words and by what its event is about."""
    return Index(
        Document(
            key=one.example.id,
            code="",
            title_lt=one.event.title_lt,
            title_en=one.event.title_en,
            summary=one.example.words,
            audience=tuple(one.event.audience),
            subjects=tuple(one.event.subjects),
            priority_field=one.event.priority_field,
        )
        for one in bank
    )


def about(index: Index, theme: str, *, now: datetime) -> list[int]:
    """A theme and nothing else: no word of it is taken for a town or a day."""
    topic = tuple(dict.fromkeys(words(theme)))
    if not topic:
        return []
    found = index.find(Question(theme, topic=topic), now=now, limit=MOST)
    return [hit.document.key for hit in found.hits]
