"""A centre's own file taken in."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers.importing import take_in
from catalogue.centres.pages import NotACentre, read
from catalogue.centres.queries import by_slug
from catalogue.database import Database
from catalogue.programme.revisions import current_revision, stamp
from tests.catalogue.centres.test_pages import FILE
from tests.factories import a_centre, an_event, kept


async def test_a_centre_is_made_changed_and_left_alone(database: Database) -> None:
    """The same file twice changes nothing; its events are found by a new name at once."""

    async def work(session: AsyncSession) -> Any:
        became = [await take_in(session, read(FILE)), await take_in(session, read(FILE))]
        centre = await by_slug(session, "silale")
        event = an_event(centre=centre)
        await kept(session, event)
        await stamp(session, event)
        before = event.revision
        became.append(await take_in(session, read(FILE.replace("Šilalės", "Šilalės r."))))
        return became, centre, event.revision - before, await current_revision(session)

    became, centre, later, revision = await database.write(work)
    assert became == ["added", "unchanged", "changed"]
    assert (centre.name, later > 0, revision > 0) == ("Šilalės r. centras", True, True)
    assert centre.facts["founded"]["checked"] == "2026-03-01"


async def test_a_centre_of_an_import_gets_its_facts(sqlite_database: Database) -> None:
    """One that a programme's file has made is the same by its slug."""

    async def work(session: AsyncSession) -> Any:
        await kept(session, a_centre(slug="silale", name="Šilalė"))
        return await take_in(session, read(FILE)), await by_slug(session, "silale")

    became, centre = await sqlite_database.write(work)
    assert (became, centre.name, set(centre.facts)) == (
        "changed", "Šilalės centras", {"founded", "bees"},
    )  # fmt: skip


@pytest.mark.parametrize(("stated", "code"), [("193043096", "193043096"), ("", "123456789")])
async def test_the_code_of_a_centre_comes_with_its_file(
    sqlite_database: Database, stated: str, code: str
) -> None:
    """A file without one leaves what staff have entered."""

    async def work(session: AsyncSession) -> str:
        await take_in(session, read(FILE))
        centre = await by_slug(session, "silale")
        assert centre is not None
        centre.company_code = "123456789"
        await take_in(session, replace(read(FILE), company_code=stated))
        return centre.company_code

    assert await sqlite_database.write(work) == code


async def test_a_file_of_nobody_is_refused(sqlite_database: Database) -> None:
    """What holds for all centres comes with the assistant, or staff approve it."""
    with pytest.raises(NotACentre):
        await sqlite_database.write(
            lambda session: take_in(session, read(FILE.replace('slug = "silale"', "")))
        )
