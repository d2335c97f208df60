from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.journal.rules import note
from catalogue.journal.tables import Deed
from tests.databases import Postgres
from tests.factories import NOW, a_person, kept


async def _noted(session: AsyncSession) -> int:
    rasa = a_person()
    await kept(session, rasa)
    note(session, Deed.INVITED, by=rasa, now=NOW)
    return rasa.id


async def test_what_was_used_is_given_out_again(postgres: Postgres) -> None:
    """Empty and counting from 1, with the journal gone too; another copy would take long."""
    urls, numbers = set(), []
    for _ in range(2):
        url = await postgres.fresh()
        database = Database(url)
        numbers.append(await database.write(_noted))
        await database.close()
        await postgres.give_back(url)
        urls.add(url)
    assert (len(urls), numbers) == (1, [1, 1])
