from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from tests.databases import Files, Postgres
from tests.factories import NOW, a_person, kept


async def _noted(session: AsyncSession) -> int:
    rasa = a_person()
    await kept(session, rasa)
    note(session, Deed.INVITED, by=rasa, now=NOW)
    return rasa.id


async def test_what_was_used_is_lent_again(postgres: Postgres, sqlite_files: Files) -> None:
    """Empty and counting from 1, with the journal gone too; another copy would take long."""
    source: Files | Postgres
    for source in (sqlite_files, postgres):
        used, numbers = set(), []
        for _ in range(2):
            async with source.lent() as database:
                numbers.append(await database.write(_noted))
                used.add(database)
        assert (len(used), numbers) == (1, [1, 1])
