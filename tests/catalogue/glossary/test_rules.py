import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.glossary import queries, rules
from catalogue.glossary.meanings import Meaning
from catalogue.glossary.refusals import TooManyWords
from catalogue.programme.revisions import current_revisions
from tests.factories import NOW, a_person, kept

KAHOOT = Meaning(said="kahutas", meant="Kahoot")


async def test_teaching_and_taking_back(database: Database) -> None:
    """Each is counted for the readers; the same taught twice, in another form, is not."""

    async def work(session: AsyncSession) -> None:
        rasa = a_person()
        await kept(session, rasa)
        await rules.teach(session, KAHOOT, by=rasa, now=NOW)
        await rules.teach(session, Meaning(said="Kahutų", meant="kahoot"), by=rasa, now=NOW)
        (one,) = await queries.all_taught(session)
        assert (one.said, one.meant, one.taught_by, one.taught_at) == (
            "kahutas",
            "Kahoot",
            rasa.id,
            NOW,
        )
        assert (await current_revisions(session)).words == 1
        await rules.remove(session, one.id)
        await rules.remove(session, one.id)
        assert list(await queries.all_taught(session)) == []
        assert (await current_revisions(session)).words > 1

    await database.write(work)


async def test_there_is_an_end(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that every process can hold all of them."""
    monkeypatch.setattr(rules, "MOST", 1)

    async def work(session: AsyncSession) -> None:
        rasa = a_person()
        await kept(session, rasa)
        await rules.teach(session, KAHOOT, by=rasa, now=NOW)
        await rules.teach(session, KAHOOT, by=rasa, now=NOW)
        with pytest.raises(TooManyWords):
            await rules.teach(session, Meaning(said="kvizas", meant="Kahoot"), by=rasa, now=NOW)

    await sqlite_database.write(work)


async def test_the_name_goes_and_the_word_stays(database: Database) -> None:
    """What somebody taught who asked to be forgotten is nobody's."""

    async def work(session: AsyncSession) -> None:
        rasa, ona = a_person(), a_person()
        await kept(session, rasa, ona)
        await rules.teach(session, KAHOOT, by=rasa, now=NOW)
        await rules.teach(session, Meaning(said="kvizas", meant="Kahoot"), by=ona, now=NOW)
        await rules.forget(session, person=rasa)
        assert list(await queries.taught_by(session, person=rasa)) == []
        for one in await queries.all_taught(session):
            await session.refresh(one)
        assert {one.said: one.taught_by for one in await queries.all_taught(session)} == {
            "kahutas": None,
            "kvizas": ona.id,
        }

    await database.write(work)
