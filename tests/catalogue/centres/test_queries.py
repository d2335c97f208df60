"""Finding centres."""

from typing import Any

import pytest

from catalogue.centres.queries import (
    all_centres,
    by_name,
    by_slug,
    ensure_known,
    free_slug,
    named,
    new_centre,
)
from catalogue.database import Database


async def test_known_centres_are_made_once(database: Database) -> None:
    """Starting the bot again makes no second Kaunas centre."""
    first = await database.write(ensure_known)
    second = await database.write(ensure_known)
    assert [c.id for c in first] == [c.id for c in second]
    assert len(first) == 5


async def test_facts_are_brought_up_to_date(database: Database) -> None:
    """A centre that an import made before has the newest facts, and keeps its own name."""

    async def older(session: Any) -> None:
        session.add(new_centre(slug="ksic", name="KŠIC"))

    await database.write(older)
    await database.write(ensure_known)
    centre = await database.read(lambda session: by_slug(session, "ksic"))
    assert centre is not None
    assert centre.name == "KŠIC"
    assert "renaming" in centre.facts


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
    await sqlite_database.write(ensure_known)
    centre = await sqlite_database.read(lambda session: by_name(session, text))
    assert (centre.slug if centre else None) == slug


async def test_order(sqlite_database: Database) -> None:
    """Names with diacritics stand where people look for them."""

    async def work(session: Any) -> list[str]:
        for slug, name in (("z", "Žvirblis"), ("a", "Ąžuolas"), ("b", "Beržas")):
            session.add(new_centre(slug=slug, name=name))
        await session.flush()
        return [centre.name for centre in await all_centres(session)]

    assert await sqlite_database.write(work) == ["Ąžuolas", "Beržas", "Žvirblis"]


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
