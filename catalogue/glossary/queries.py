"""Looking at the words that were taught."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.glossary.tables import TaughtWord
from catalogue.people.tables import Person


async def all_taught(session: AsyncSession) -> Sequence[TaughtWord]:
    """The newest first."""
    query = select(TaughtWord).order_by(TaughtWord.taught_at.desc(), TaughtWord.id.desc())
    return (await session.scalars(query)).all()


async def taught_by(session: AsyncSession, *, person: Person) -> Sequence[TaughtWord]:
    """What one person taught, in order of time."""
    query = select(TaughtWord).where(TaughtWord.taught_by == person.id).order_by(TaughtWord.id)
    return (await session.scalars(query)).all()


def as_file(taught: Iterable[TaughtWord]) -> str:
    """As a file of synonyms: what the programme calls a thing, then how else people do."""
    things: dict[str, list[TaughtWord]] = defaultdict(list)
    for one in sorted(taught, key=lambda one: (one.meant_key, one.said_key)):
        things[one.meant_key].append(one)
    rows = ([same[0].meant, *(one.said for one in same)] for same in things.values())
    return "".join(f"{'; '.join(row)}\n" for row in rows)
