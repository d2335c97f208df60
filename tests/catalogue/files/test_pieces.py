"""Events that come in pieces."""

import subprocess
import sys

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.files.exporting import write
from catalogue.files.pieces import packed, write_apart
from tests.factories import NOW, VILNIUS, an_event, kept


async def test_pieces_make_the_same_file(sqlite_database: Database) -> None:
    """With their centres and meetings, though no database is at hand any more."""

    async def work(session: AsyncSession) -> tuple[list[bytes], bytes]:
        events = [an_event(code=code) for code in "ABC"]
        await kept(session, *events)
        whole = write("a.csv", events, zone=VILNIUS, now=NOW)
        return [packed(events[:2]), packed(events[2:])], whole

    pieces, whole = await sqlite_database.write(work)
    assert write_apart("a.csv", pieces, VILNIUS, NOW) == whole


def test_what_is_done_apart_starts_quickly() -> None:
    """The other process loads nothing of Telegram."""
    apart = "catalogue.files.pieces, catalogue.intake.reading, handlers.words.office.refused_rows"
    heavy = "{'aiogram', 'telegram', 'aiohttp'} & set(sys.modules)"
    asked = f"import sys, {apart}; print({heavy})"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert said.stdout.strip() == "set()"
