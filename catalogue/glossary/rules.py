"""Teaching the search another word for a thing, and taking it back."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.glossary.meanings import Meaning
from catalogue.glossary.refusals import TooManyWords
from catalogue.glossary.tables import TaughtWord
from catalogue.people.tables import Person
from catalogue.programme.revisions import locked_revision

MOST = 2_000


async def teach(session: AsyncSession, meaning: Meaning, *, by: Person, now: datetime) -> bool:
    """Whether it is new: the same taught twice changes nothing. Raises TooManyWords."""
    revision = await locked_revision(session)
    known = await session.scalar(
        select(TaughtWord.id).where(
            TaughtWord.said_key == meaning.said_key, TaughtWord.meant_key == meaning.meant_key
        )
    )
    if known is not None:
        return False
    if (await session.scalar(select(func.count()).select_from(TaughtWord)) or 0) >= MOST:
        raise TooManyWords
    session.add(
        TaughtWord(
            said=meaning.said,
            meant=meaning.meant,
            said_key=meaning.said_key,
            meant_key=meaning.meant_key,
            taught_by=by.id,
            taught_at=now,
        )
    )
    revision.words += 1
    await session.flush()
    return True


async def remove(session: AsyncSession, number: int) -> TaughtWord | None:
    """What was removed; what is gone already is no error."""
    revision = await locked_revision(session)
    word = await session.get(TaughtWord, number)
    if word is not None:
        await session.delete(word)
        revision.words += 1
        await session.flush()
    return word


async def forget(session: AsyncSession, *, person: Person) -> None:
    """What they taught stays, and nobody is named with it."""
    await session.execute(
        update(TaughtWord).where(TaughtWord.taught_by == person.id).values(taught_by=None)
    )
