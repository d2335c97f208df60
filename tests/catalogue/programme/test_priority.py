"""Priority fields with the days on which they hold."""

from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.programme import priority
from catalogue.programme.priority import Field, read
from catalogue.programme.refusals import NotAField

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Skaitmeninės kompetencijos 2026-01-01 – 2028-12-31", LAST),
        ("Skaitmeninės kompetencijos: 2026-01-01 iki 2028-12-31.", LAST),
        ("Skaitmeninės kompetencijos (2026 m. sausio 1 d. – 2028 m. gruodžio 31 d.)", LAST),
        ("Skaitmeninės kompetencijos nuo 2026-01-01", None),
        ("Skaitmeninės  kompetencijos, 2026-01-01", None),
    ],
)
def test_written_as_people_write_it(text: str, last: date | None) -> None:
    """Without an end it goes on holding."""
    expected = Field(name="Skaitmeninės kompetencijos", valid_from=FIRST, valid_until=last)
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Skaitmeninės", "2026-01-01", "Sritis sausio 1 d.", "Sritis 2028-01-01 – 2026-01-01",
     "a" * 201 + " 2026-01-01", "Sritis" + " ," * 200 + " 2026-01-01", ""],
)  # fmt: skip
def test_what_is_no_field(text: str) -> None:
    """A name and a whole day are needed."""
    with pytest.raises(NotAField):
        read(text)


async def test_those_that_hold_on_a_day(sqlite_database: Database) -> None:
    """Both days within; entered again they have the newer end; taken out they are gone."""
    async with AsyncSession(sqlite_database.engine) as session:
        for name, last in (("A", LAST), ("B", None), ("A", date(2026, 12, 31))):
            await priority.add(session, Field(name=name, valid_from=FIRST, valid_until=last))
        assert await priority.valid_on(session, date(2025, 12, 31)) == []
        assert await priority.valid_on(session, FIRST) == ["B", "A"]
        assert await priority.valid_on(session, date(2026, 12, 31)) == ["B", "A"]
        assert await priority.valid_on(session, date(2027, 1, 1)) == ["B"]
        for row in await priority.entered(session):
            await priority.remove(session, row.id)
        assert await priority.entered(session) == []
