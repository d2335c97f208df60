"""Examples by theme, in whatever words it is asked for."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.glossary.meanings import Meaning
from catalogue.glossary.rules import teach
from catalogue.practice.bank import Shared
from catalogue.practice.finder import PracticeFinder, about, indexed
from catalogue.practice.tables import Standing
from tests.catalogue.practice.made_up import an_example
from tests.factories import NOW, a_person, an_event, kept

BANK = {
    1: ("Formuojamasis vertinimas", ["matematika"], "Mokiniai patys rašė kriterijus."),
    2: ("Įtraukusis ugdymas pradinėse klasėse", [], "Ramybės kampelis padeda autistiškam vaikui."),
    3: ("Dirbtinis intelektas mokykloje", ["informatika"], "Kūrėme užduotis drauge su ChatGPT."),
}


@pytest.fixture(scope="module")
def shared() -> list[Shared]:
    found = []
    for number, (title, subjects, told) in BANK.items():
        event = an_event(id=number, title_lt=title, title_en="", subjects=subjects, audience=[],
                         priority_field="")  # fmt: skip
        found.append(Shared(example=an_example(event, None, id=number, words=told), event=event))
    return found


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("vertinimą", [1]),
        ("kriterijai", [1]),
        ("matematikos", [1]),
        ("autizmas", [2]),
        ("inkliuzija", [2]),
        ("AI", [3]),
        ("dirbtini intelekta", [3]),
        ("keramika", []),
        ("", []),
    ],
)
def test_inflected_otherwise_called_and_misspelt(
    shared: list[Shared], theme: str, expected: list[int]
) -> None:
    """By the example's own words and by what its event is about."""
    assert about(indexed(shared), theme, now=NOW) == expected


async def test_what_changes_is_found_at_once(sqlite_database: Database) -> None:
    """An example let in, taken out, and a word that staff have taught meanwhile."""
    finder = PracticeFinder()

    async def work(session: AsyncSession) -> None:
        event, ona = an_event(title_lt="Vertinimas"), a_person()
        await kept(session, event, ona)
        example = an_example(event, ona, words="Kriterijai ant lentos")
        await kept(session, example)

        async def find(theme: str) -> list[int]:
            await session.flush()
            return await finder.find(session, theme, now=NOW)

        assert await find("vertinimas") == []
        example.standing, example.decided_at = Standing.APPROVED, NOW
        assert await find("vertinimo") == [example.id]
        assert await find("lentažaidis") == []
        await teach(session, Meaning("lentažaidis", "vertinimas"), by=ona, now=NOW)
        assert await find("lentažaidis") == [example.id]
        await session.delete(example)
        assert await find("vertinimo") == []

    await sqlite_database.write(work)
