"""The target of a school year."""

from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.refusals import NotATarget
from catalogue.learning.targets import USUAL, a_target, school_year, set_target, target_of


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 9, 1), 2026), (date(2026, 8, 31), 2025), (date(2027, 1, 1), 2026)],
)
def test_a_school_year_begins_in_september(day: date, year: int) -> None:
    """And is called by that year."""
    assert school_year(day) == year


async def test_a_new_target_leaves_earlier_years_as_they_were(database: Database) -> None:
    """Thirty until staff say otherwise; what they say last holds from then on."""

    async def work(session: AsyncSession) -> list[int]:
        for hours in (36, 40):
            await set_target(session, hours, year=2026)
        return [await target_of(session, year) for year in (2025, 2026, 2028)]

    assert await database.write(work) == [USUAL, 40, 40]


@pytest.mark.parametrize("written", ["", "daug", "0", "501", "7,5"])
def test_what_is_no_target(written: str) -> None:
    """Only whole hours that a year can have."""
    with pytest.raises(NotATarget):
        a_target(written)


def test_hours_may_be_written_after_it() -> None:
    """As people write them."""
    assert a_target(" 40 ") == 40
