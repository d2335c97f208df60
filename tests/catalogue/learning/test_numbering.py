"""Numbers that run by centre and year."""

import asyncio
import random

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.numbering import draw, is_register_number, register_number
from tests.factories import a_centre, kept


class Failed(Exception):  # noqa: N818 -- it says what became of it
    """The paper could not be kept after all."""


async def two_centres(database: Database) -> list[int]:
    async def work(session: AsyncSession) -> list[int]:
        centres = [a_centre(), a_centre()]
        await kept(session, *centres)
        return [one.id for one in centres]

    return await database.write(work)


async def test_many_at_once_leave_no_hole(database: Database) -> None:
    """Sixty draw side by side, every third fails after it: each centre's year runs from 1 on."""
    centres, kept_numbers = await two_centres(database), dict[tuple[int, int], list[int]]()
    chance = random.Random(7)  # noqa: S311 -- no secret

    async def paper(number: int) -> None:
        centre, year = centres[number % 2], 2026 + number % 4 // 2
        how_many = chance.randint(1, 5)

        async def work(session: AsyncSession) -> range:
            drawn = await draw(session, centre_id=centre, year=year, how_many=how_many)
            await asyncio.sleep(chance.random() / 200)
            if number % 3 == 0:
                raise Failed
            return drawn

        try:
            drawn = await database.write(work)
        except Failed:
            return
        kept_numbers.setdefault((centre, year), []).extend(drawn)

    await asyncio.gather(*(paper(number) for number in range(60)))
    assert len(kept_numbers) == 4
    for numbers in kept_numbers.values():
        assert sorted(numbers) == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("2026-0017", True),
        (" Nr. 2026 – 17", True),
        ("no. 2026/0017.", True),
        ("2026-0017-0000-0000", False),
        ("7K3M-9QRT-0XWB-4HNC", False),
        ("2026", False),
        ("." * 4096, False),  # found out at once
    ],
)
def test_what_looks_like_a_number(text: str, *, is_number: bool) -> None:
    """And not like a code."""
    assert is_register_number(text) is is_number


@pytest.mark.parametrize(("number", "told"), [(7, "2026-0007"), (12345, "2026-12345")])
def test_a_number_is_told_with_its_year(number: int, told: str) -> None:
    """Padded, so that a list of them is in order."""
    assert register_number(2026, number) == told
