"""Finding centres."""

from typing import Any

import pytest

from catalogue.centres.pages import centre_pages
from catalogue.centres.queries import (
    all_centres,
    chosen,
    free_slug,
    named,
    new_centre,
)
from catalogue.database import Database
from tests.factories import a_centre


async def all_known(session: Any) -> None:
    session.add_all(page.row() for page in centre_pages())


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kaunas Education Innovation Centre", "ksic"),
        ("kpkc", "ksic"),
        ("VŠPC", "vspc"),
        ("mic", "mic"),
        ("NMKČMM", "menai"),
        ("Akmenės JSŠC", "akmene"),
        ("Vilniaus mokytojų namai", None),
        ("", None),
        ("centras", None),
    ],
)
async def test_by_name(sqlite_database: Database, text: str, slug: str | None) -> None:
    """Any name people use leads to the centre; a name of two leads to none."""
    await sqlite_database.write(all_known)
    centre = named(await sqlite_database.read(all_centres), text)
    assert (centre.slug if centre else None) == slug


async def test_order(sqlite_database: Database) -> None:
    """Names with diacritics stand where people look for them."""

    async def work(session: Any) -> list[str]:
        for slug, name in (("z", "Žvirblis"), ("a", "Ąžuolas"), ("b", "Beržas")):
            session.add(new_centre(slug=slug, name=name))
        await session.flush()
        return [centre.name for centre in await all_centres(session)]

    assert await sqlite_database.write(work) == ["Ąžuolas", "Beržas", "Žvirblis"]


async def test_chosen_ones_in_the_same_order(sqlite_database: Database) -> None:
    """Of those that are asked for; all of them are not named one by one."""

    async def work(session: Any) -> list[list[str] | None]:
        centres = [a_centre(name=name) for name in ("Žvirblis", "Ąžuolas", "Beržas")]
        session.add_all(centres)
        await session.flush()
        numbers = {centres[0].id, centres[1].id}
        found = [await chosen(session, asked) for asked in (numbers, (), None)]
        return [None if some is None else [one.name for one in some] for some in found]

    assert await sqlite_database.write(work) == [["Ąžuolas", "Žvirblis"], [], None]


def test_present_name_comes_before_a_shared_one() -> None:
    """A centre called as another's old name is the one that is called so now."""
    old, present = new_centre(slug="a", name="A"), new_centre(slug="b", name="Senas")
    old.other_names = ["Senas"]
    assert named([old, present], "senas") is present


def test_slug_of_a_new_centre() -> None:
    """Short, plain, and never somebody else's."""
    assert (
        free_slug("Šilalės švietimo pagalbos tarnyba", set()) == "silales-svietimo-pagalbos-tarnyba"
    )
    assert free_slug("A", {"a", "a-2"}) == "a-3"
    assert free_slug("Центр", set()).isascii()
