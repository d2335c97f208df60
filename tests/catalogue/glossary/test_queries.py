from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.glossary import queries, rules
from catalogue.glossary.meanings import Meaning
from catalogue.search.synonyms import read_synonyms
from tests.factories import NOW, a_person, kept


async def test_what_was_taught(database: Database) -> None:
    """The newest first, one's own in order; as a file it reads like the one that is shipped."""

    async def work(session: AsyncSession) -> None:
        rasa, ona = a_person(), a_person()
        await kept(session, rasa, ona)
        for number, (said, meant, by) in enumerate(
            (
                ("inkliuzyvas", "įtraukusis ugdymas", rasa),
                ("kahutas", "Kahoot", ona),
                ("visikartukai", "Įtraukusis ugdymas", rasa),
            )
        ):
            now = NOW + timedelta(minutes=number)
            await rules.teach(session, Meaning(said=said, meant=meant), by=by, now=now)
        every = await queries.all_taught(session)
        assert [one.said for one in every] == ["visikartukai", "kahutas", "inkliuzyvas"]
        own = await queries.taught_by(session, person=rasa)
        assert [one.said for one in own] == ["inkliuzyvas", "visikartukai"]
        file = queries.as_file(every)
        assert file == "įtraukusis ugdymas; inkliuzyvas; visikartukai\nKahoot; kahutas\n"
        assert read_synonyms(file.splitlines()).names == ("įtraukusis ugdymas", "Kahoot")

    await database.write(work)
