"""The known answers of a database, from look to look."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers import rules
from catalogue.answers.finder import KnownAnswers
from catalogue.answers.importing import take_in
from catalogue.centres.pages import read
from catalogue.database import Database
from catalogue.editing.importing import take_in as take_in_events
from catalogue.programme.revisions import stamp
from tests.catalogue.centres.test_pages import FILE
from tests.catalogue.files.made_up import drafts_of
from tests.factories import NOW, a_centre, a_person, an_event, kept


async def test_what_nobody_had_said_is_found_in_every_way_it_is_asked(
    sqlite_database: Database,
) -> None:
    """Staff answer one question, and the others that we know to be the same are answered too."""

    async def work(session: AsyncSession) -> list[bool]:
        rasa = a_person()
        await kept(session, rasa)
        await rules.add(
            session, question="ar prie centro yra kur pastatyti automobilį", answer="Kieme.",
            language="lt", centre_id=None, by=rasa, now=NOW,
        )  # fmt: skip
        book = await KnownAnswers().book(session)
        asked = ("kur parkuotis", "kur pas jus pasistatyti masina", "is there any parking?")
        return [bool(book.find(text).hits) for text in asked]

    assert await sqlite_database.write(work) == [True, True, True]


async def test_each_look_takes_in_what_has_changed(database: Database) -> None:
    """An approved answer, its removal, a centre's own file in place of ours, and that corrected."""
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
            language="lt", centre_id=centre.id, by=rasa, now=NOW,
        )  # fmt: skip

    async def remove(session: AsyncSession) -> None:
        for known in await rules.approved(session):
            await rules.remove(session, known)

    own = FILE.replace("silale", "ksic").replace("Šilalės", "Kauno")

    async def own_file(session: AsyncSession) -> None:
        await take_in(session, read(own))

    async def corrected_file(session: AsyncSession) -> None:
        await take_in(session, read(own.replace("bites", "ožkas")))

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
    await database.write(corrected_file)
    (bees,) = (await database.read(finder.book)).of("bees")
    assert bees.said["lt"] == "Centras laiko ožkas."


async def test_a_change_of_the_programme_is_none_of_the_answers(sqlite_database: Database) -> None:
    """One row is read then; a centre that an import has made is taken in."""
    finder, asked = KnownAnswers(), list[str]()

    async def publish(session: AsyncSession) -> None:
        new = an_event()
        await kept(session, new)
        await stamp(session, new)

    async def take_in_a_new_centre(session: AsyncSession) -> None:
        row = {"title_lt": "A", "organiser": "Zarasų šviesos studija", "start": "2026-12-07 10:00"}
        await take_in_events(session, drafts_of(row), now=NOW)

    def note(*facts: Any) -> None:
        asked.append(facts[2])

    await sqlite_database.read(finder.book)
    await sqlite_database.write(publish)
    reader = sqlite_database._reader.sync_engine
    event.listen(reader, "before_cursor_execute", note)
    await sqlite_database.read(finder.book)
    event.remove(reader, "before_cursor_execute", note)
    assert len([one for one in asked if one.startswith("SELECT")]) == 1
    await sqlite_database.write(take_in_a_new_centre)
    book = await sqlite_database.read(finder.book)
    assert "Zarasų šviesos studija" in [page.name for page in book.centres.values()]
