"""The count of changes."""

import asyncio
from typing import Any

from catalogue.database import Database
from catalogue.programme.revisions import (
    current_revision,
    current_revisions,
    locked_revision,
    stamp,
    stamp_answers,
)


async def test_first_change_is_counted(database: Database) -> None:
    """An empty programme has revision 0; the row of the count makes itself."""
    assert await database.read(current_revision) == 0
    assert await database.write(stamp) == 1
    assert await database.read(current_revision) == 1


async def test_words_and_answers_are_counted_beside(database: Database) -> None:
    """A change of one says nothing of the others; all are read from one row."""
    assert await database.read(current_revisions) == (0, 0, 0, 0)

    async def work(session: Any) -> None:
        (await locked_revision(session)).words += 1

    await database.write(work)
    assert await database.read(current_revisions) == (0, 1, 0, 0)
    await database.write(stamp)
    await database.write(stamp_answers)
    assert await database.read(current_revisions) == (1, 1, 0, 1)


async def test_two_at_once_get_two_numbers(database: Database) -> None:
    """No reader can miss a change that was made beside another."""

    async def work(session: Any) -> int:
        row = await locked_revision(session)
        before = row.value
        await asyncio.sleep(0.01)
        row.value += 1
        return before + 1

    found = await asyncio.gather(*(database.write(work) for _ in range(5)))
    assert sorted(found) == [1, 2, 3, 4, 5]
