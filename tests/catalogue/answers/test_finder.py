"""The known answers of a database, from look to look."""

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers import rules
from catalogue.answers.finder import KnownAnswers
from catalogue.centres.importing import take_in
from catalogue.centres.pages import read
from catalogue.database import Database
from tests.catalogue.centres.test_pages import FILE
from tests.factories import NOW, a_centre, a_person, kept


async def test_each_look_takes_in_what_has_changed(database: Database) -> None:
    """An approved answer, its removal, and a centre's own file in place of ours."""
    finder = KnownAnswers()

    async def found(text: str) -> list[str]:
        book = await database.read(finder.book)
        return [hit.key for hit in book.find(text).hits]

    async def approve(session: AsyncSession) -> None:
        centre, rasa = a_centre(name="Šilutės centras"), a_person()
        await kept(session, centre, rasa)
        await rules.add(
            session, question="kaip pas jus nuvykti traukiniu",
            answer="Iš stoties penkios minutės.",
            language="lt", centre_id=centre.id, by=rasa, is_owner=True, now=NOW,
        )  # fmt: skip

    async def remove(session: AsyncSession) -> None:
        for known in await rules.approved(session):
            await rules.remove(session, known)

    async def own_file(session: AsyncSession) -> None:
        await take_in(session, read(FILE.replace("silale", "ksic").replace("Šilalės", "Kauno")))

    assert await found("kada įkurtas KŠIC") == ["ksic/founded"]
    assert await found("kaip nuvykti traukiniu?") == []
    await database.write(approve)
    assert await found("Kaip pas jus nuvykti traukiniu?") == ["answer/1"]
    book = await database.read(finder.book)
    assert "Šilutės centras" in [page.name for page in book.centres.values()]
    await database.write(remove)
    assert await found("Kaip pas jus nuvykti traukiniu?") == []
    await database.write(own_file)
    assert await found("ar laikote bites?") == ["ksic/bees"]
    assert (await database.read(finder.book)).of("vision", centres=["ksic"]) == ()
