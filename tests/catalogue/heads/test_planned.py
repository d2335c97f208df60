"""What of a month is told to a head."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.heads.planned import concerns, planned
from catalogue.programme.tables import Status
from tests.factories import NOW, VILNIUS, an_event, kept

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("audience", "groups", "told"),
    [
        ([], ["fizikos mokytojai"], True),
        (["fizikos mokytojai"], [], True),
        (["fizikos mokytojai"], ["fizikos mokytojai", "chemijos mokytojai"], True),
        (["gamtos mokslų mokytojai"], ["fizikos mokytojai"], True),
        (["visų dalykų mokytojai"], ["fizikos mokytojai"], True),
        (["visų dalykų mokytojai"], ["mokyklų vadovai ir pavaduotojai"], False),
        (["muzikos mokytojai"], ["fizikos mokytojai"], False),
    ],
)
def test_for_whom(audience: list[str], groups: list[str], *, told: bool) -> None:
    """A group's own events, those of its kinds, and those for everybody."""
    assert concerns(audience, groups) is told


async def test_only_what_is_still_to_come(sqlite_database: Database) -> None:
    """Of this month, published and not cancelled; in order of time."""

    async def work(session: AsyncSession) -> list[str]:
        rows: dict[str, dict[str, Any]] = {
            "Vėliau": {"starts": NOW + 3 * DAY},
            "Greitai": {"starts": NOW + DAY, "audience": ["fizikos mokytojai"]},
            "Kitiems": {"starts": NOW + DAY, "audience": ["muzikos mokytojai"]},
            "Praėjo": {"starts": NOW - DAY},
            "Kitą mėnesį": {"starts": NOW + 20 * DAY},
            "Atšauktas": {"starts": NOW + DAY, "status": Status.CANCELLED},
            "Juodraštis": {"starts": NOW + DAY, "status": Status.DRAFT},
        }
        await kept(session, *(an_event(title_lt=name, **facts) for name, facts in rows.items()))
        month = date(2026, 11, 1)
        found = await planned(
            session,
            ["fizikos mokytojai"],
            month,
            zone=VILNIUS,
            now=NOW,
        )
        return [one.entry.title_lt for one in found]

    assert await sqlite_database.write(work) == ["Greitai", "Vėliau"]
