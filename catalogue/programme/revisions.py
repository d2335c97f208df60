"""The count of changes of the whole programme, by which a reader knows what is new."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import insert_into
from catalogue.programme.tables import Event, ProgrammeRevision

_THE_ROW = 1


class Revisions(NamedTuple):
    """Of the programme, the words taught for it, the pupils' holidays, and the known answers."""

    programme: int
    words: int
    holidays: int
    answers: int


async def locked_revision(session: AsyncSession) -> ProgrammeRevision:
    """Whoever changes the programme holds this row to the end of the transaction.

    So changes come one after another, and nobody who reads a revision can miss a smaller one that
    is committed later.
    """
    row = await session.get(ProgrammeRevision, _THE_ROW, with_for_update=True)
    if row is None:
        await session.execute(
            insert_into(session, ProgrammeRevision)
            .values(id=_THE_ROW, value=0, words=0, holidays=0, answers=0)
            .on_conflict_do_nothing()
        )
        row = await session.get_one(ProgrammeRevision, _THE_ROW, with_for_update=True)
    return row


async def stamp(session: AsyncSession, *events: Event) -> int:
    """Marks events as changed by one new revision and returns it."""
    row = await locked_revision(session)
    row.value += 1
    for event in events:
        event.revision = row.value
    return row.value


async def stamp_answers(session: AsyncSession) -> None:
    """Counts a change of what known answers are made of: an approved one, a centre, its facts."""
    (await locked_revision(session)).answers += 1
    await session.flush()


async def current_revision(session: AsyncSession) -> int:
    value = await session.scalar(
        select(ProgrammeRevision.value).where(ProgrammeRevision.id == _THE_ROW)
    )
    return value or 0


async def current_revisions(session: AsyncSession) -> Revisions:
    """All of them, in one look at one row."""
    row = await session.execute(
        select(
            ProgrammeRevision.value,
            ProgrammeRevision.words,
            ProgrammeRevision.holidays,
            ProgrammeRevision.answers,
        ).where(ProgrammeRevision.id == _THE_ROW)
    )
    found = row.first()
    return Revisions(*found) if found else Revisions(0, 0, 0, 0)
