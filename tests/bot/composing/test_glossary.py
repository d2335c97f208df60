"""The words that staff have taught, as a file."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.glossary import taught_words
from bot.composing.making import Making
from catalogue.database import Database
from catalogue.glossary import rules
from catalogue.glossary.meanings import Meaning
from handlers.words.speech import Speech
from tests.factories import NOW, VILNIUS, a_person, kept
from tests.handlers.talking import a_house


async def test_the_file(sqlite_database: Database) -> None:
    """As the packaged words are written; nobody who taught them stands in it."""

    async def work(session: AsyncSession) -> None:
        rasa = a_person(name="Rasa Kazlauskienė")
        await kept(session, rasa)
        await rules.teach(session, Meaning(said="kahutas", meant="Kahoot"), by=rasa, now=NOW)
        making = Making(session=session, say=Speech("lt", VILNIUS), now=NOW, house=a_house())
        made = await taught_words("", making)
        file = made.files["document"]
        assert (file.name, file.content.decode()) == ("zodziai.txt", "Kahoot; kahutas\n")

    await sqlite_database.write(work)
