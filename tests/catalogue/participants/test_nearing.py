"""When an event that nears has few registered, and when staff hear of it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.participants.nearing import due, is_coordinator, is_few, is_office_time, still
from catalogue.programme.tables import Status
from tests.catalogue.registrations.test_queue import C, F, P, W, X, queued
from tests.factories import NOW, VILNIUS, an_event


@pytest.mark.parametrize(
    ("seats", "least"),
    [(1, 1), (2, 1), (4, 2), (6, 3), (9, 5), (12, 5), (15, 5), (30, 10), (100, 34)],
)
def test_how_many_are_not_few(seats: int, least: int) -> None:
    """A third of the seats, five people, or half of what is very small."""
    assert not is_few(least, seats)
    assert is_few(least - 1, seats)


def at(day: str, hour: int = 9) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), VILNIUS).replace(
        hour=hour
    )


#: The start, when staff were told last, when it was published, the day, what they hear of now.
DUE = [
    ("2026-12-10", None, "2026-11-01", "2026-12-02", None),
    ("2026-12-10", None, "2026-11-01", "2026-12-03", 7),
    ("2026-12-10", 7, "2026-11-01", "2026-12-04", None),
    ("2026-12-10", 7, "2026-11-01", "2026-12-08", 2),
    ("2026-12-10", None, "2026-11-01", "2026-12-09", 2),
    ("2026-12-10", 2, "2026-11-01", "2026-12-09", None),
    # Two days before Monday is Saturday, so it comes on Friday.
    ("2026-12-07", 7, "2026-11-01", "2026-12-03", None),
    ("2026-12-07", 7, "2026-11-01", "2026-12-04", 2),
    # The days of Christmas and the weekend after them.
    ("2026-12-28", 7, "2026-11-01", "2026-12-22", None),
    ("2026-12-28", 7, "2026-11-01", "2026-12-23", 2),
    # Published after the day had come: only the next one counts.
    ("2026-12-10", None, "2026-12-03", "2026-12-04", None),
    ("2026-12-10", None, "2026-12-04", "2026-12-08", 2),
    ("2026-12-10", None, None, "2026-12-04", 7),
]


@pytest.mark.parametrize(("starts", "told", "published", "today", "expected"), DUE)
def test_what_is_to_be_told(
    starts: str, told: int | None, published: str | None, today: str, expected: int | None
) -> None:
    """Seven and two days before, on a working day at the latest, each once."""
    event = an_event(
        starts=at(starts), few_told=told, published_at=at(published) if published else None
    )
    assert due(event, now=at(today), zone=VILNIUS) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-12-03", 7), False),
        (at("2026-12-03", 8), True),
        (at("2026-12-03", 17), True),
        (at("2026-12-03", 18), False),
        (at("2026-12-05", 10), False),
        (at("2026-12-25", 10), False),
        (at("2026-07-15", 10), True),
    ],
)
def test_the_hours_of_an_office(now: datetime, expected: object) -> None:
    """From eight to six on working days, in the pupils' holidays too."""
    assert is_office_time(now, VILNIUS) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rita Ritaitė", True),
        ("rita ritaite", True),
        ("Ritaitė Rita", True),
        ("Rita Ritaitienė", False),
        ("Ona Ritaitė", False),
        ("", False),
    ],
)
def test_who_is_its_coordinator(name: str, expected: object) -> None:
    """By whole words of the name, without diacritics, in any order."""
    event = an_event(coordinator="Simona Petraitė, Rita RITAITĖ (tel. 8 37 000000)")
    assert is_coordinator(event, name) is expected


@pytest.mark.parametrize(
    ("states", "facts", "expected"),
    [
        ([C, P, F, W, W, X], {"seats": 12}, [3]),
        ([], {"seats": 12}, [0]),
        ([C, C, C, C, P], {"seats": 12}, []),
        ([C], {"seats": None}, []),
        ([C], {"seats": 0}, []),
        ([C], {"seats": 12, "status": Status.CANCELLED}, []),
        ([C], {"seats": 12, "status": Status.DRAFT}, []),
        ([C], {"seats": 12, "starts": NOW}, []),
    ],
)
async def test_who_holds_a_seat_is_counted(
    database: Database, states: list[Any], facts: dict[str, Any], expected: list[int]
) -> None:
    """Only of what is published, to come, and has a number of seats."""

    async def work(session: AsyncSession) -> None:
        event, _ = await queued(session, states, **{"starts": NOW + timedelta(days=2)} | facts)
        found = await still(session, [event.id], now=NOW)
        assert [one.registered for one in found] == expected

    await database.write(work)
