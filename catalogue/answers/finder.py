"""The known answers of this database, kept up to date between looks."""

import asyncio
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers.book import Book, shipped_book
from catalogue.answers.index import Known
from catalogue.answers.pages import known_of, shipped
from catalogue.answers.rules import approved
from catalogue.answers.tables import KnownAnswer
from catalogue.centres.pages import Page, centre_pages, page_of_row, ways_of_asking
from catalogue.centres.tables import Centre
from catalogue.programme.revisions import current_revisions


class KnownAnswers:
    """One book in memory; a look reads it anew only where something was changed since the last."""

    def __init__(self) -> None:
        self._book: Book | None = None
        self._revision = -1
        self._looking = asyncio.Lock()

    async def book(self, session: AsyncSession) -> Book:
        """Cheap where nothing has changed: one row is read."""
        async with self._looking:
            revision = (await current_revisions(session)).answers
            if self._book is None or revision != self._revision:
                known, centres = await _present(session)
                if self._book is None:
                    self._book = Book(known, centres)
                else:
                    self._book.exchange(known, centres)
                self._revision = revision
            return self._book


async def _present(session: AsyncSession) -> tuple[list[Known], list[Page]]:
    """What staff approved, what centres brought themselves, and of the others what we brought."""
    centres = (await session.scalars(select(Centre).order_by(Centre.id))).all()
    slugs = {centre.id: centre.slug for centre in centres}
    own = {centre.slug: centre.facts for centre in centres if centre.facts}
    known = [_approved(each, slugs) for each in await approved(session)]
    for slug, facts in own.items():
        known += known_of(slug, facts)
    known += shipped(besides=own)
    present = [page_of_row(centre) for centre in centres]
    others = [page for page in centre_pages() if page.slug not in slugs.values()]
    return known, [*present, *others]


def _approved(row: KnownAnswer, slugs: dict[int, str]) -> Known:
    key = f"answer/{row.id}"
    otherwise = (way for question in row.questions for way in _asked_otherwise(question))
    return Known(
        key=key,
        kind=key,
        centre=slugs[row.centre_id] if row.centre_id is not None else None,
        asked=tuple(dict.fromkeys([*row.questions, *otherwise])),
        said={row.language: row.answer},
        checked=row.changed_at.date(),
        is_approved=True,
    )


@lru_cache(maxsize=4096)
def _asked_otherwise(question: str) -> tuple[str, ...]:
    """Where nobody had said a thing that we know how to ask for, it is found by those ways too."""
    found = shipped_book().find(question)
    return ways_of_asking()[found.kind] if found.is_sure and not found.hits else ()
