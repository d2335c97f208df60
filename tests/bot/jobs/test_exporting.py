"""The plan as a file."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs import exporting as jobs
from catalogue.database import Database
from catalogue.files.columns import HEADINGS
from catalogue.files.reading import read
from catalogue.files.workbook import grids
from tests.bot.jobs.running import done, files, words
from tests.factories import NOW, VILNIUS, a_centre, an_event, kept


async def programme(database: Database) -> int:
    """Two events of one centre, in November and in May, and one of another; the centre's number."""

    async def work(session: AsyncSession) -> int:
        centre = a_centre(name="Kauno centras")
        soon, later = NOW + timedelta(days=3), NOW + timedelta(days=180)
        await kept(
            session,
            an_event(code="A-1", title_lt="Dabar", centre=centre, starts=soon),
            an_event(code="A-2", title_lt="Vėliau", centre=centre, starts=later),
            an_event(code="B-1", title_lt="Kitur", starts=soon),
        )
        return centre.id

    return await database.write(work)


async def made(database: Database, **facts: Any) -> tuple[str, list[str]]:
    """The name of the file, and the titles in it."""
    messages = await done(database, jobs.export, facts)
    ((name, content),) = (await files(database, messages)).items()
    return name, [draft.title_lt for draft in read(name, content, zone=VILNIUS).drafts]


@pytest.mark.parametrize(
    ("period", "ending", "file"),
    [
        ("m", "xlsx", ("programa-2026-11.xlsx", ["Dabar"])),
        ("y", "csv", ("programa-2026-2027.csv", ["Dabar", "Vėliau"])),
        ("a", "ics", ("programa.ics", ["Dabar", "Vėliau"])),
        ("a", "jsonl", ("programa.jsonl", ["Dabar", "Vėliau"])),
    ],
)
async def test_ones_own_part_of_the_plan(
    sqlite_database: Database, period: str, ending: str, file: tuple[str, list[str]]
) -> None:
    """Of the period, as a file that we read ourselves, and of no other centre."""
    own = await programme(sqlite_database)
    assert await made(sqlite_database, period=period, ending=ending, centres=[own]) == file


async def test_everything_in_many_pieces(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever keeps all centres gets all of them, each event once."""
    monkeypatch.setattr(jobs, "_AT_ONCE", 1)
    await programme(database)
    _, titles = await made(database, period="a", ending="csv", centres=None)
    assert titles == ["Dabar", "Kitur", "Vėliau"]


async def test_a_month_without_events(sqlite_database: Database) -> None:
    """It is said, and no empty file comes."""
    messages = await done(
        sqlite_database, jobs.export, {"period": "n", "ending": "xlsx", "centres": None}
    )
    assert words(messages) == "Kitas mėnuo: tuo laiku renginių nėra."


async def test_headings_to_be_filled_in(sqlite_database: Database) -> None:
    """A workbook with all of them and nothing else."""
    found = await files(sqlite_database, await done(sqlite_database, jobs.headings, {}))
    (sheet,) = grids(found["antrastes.xlsx"])
    assert sheet.rows == [list(HEADINGS.values())]
