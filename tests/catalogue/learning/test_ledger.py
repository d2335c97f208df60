"""Hours of a school year: only from attendance of what is over."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.ledger import Ledger, first_year, ledger
from catalogue.learning.own_entries import Described, add
from catalogue.learning.tables import OwnKind, Presence
from catalogue.people.tables import Person
from catalogue.programme.tables import Status
from catalogue.registrations.tables import State
from tests.catalogue.learning.past import attended, marked
from tests.factories import NOW, VILNIUS, a_person, kept


def on(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VILNIUS)


async def of(session: AsyncSession, person: Person, year: int = 2026) -> Ledger:
    return await ledger(session, person, year=year, now=NOW, zone=VILNIUS)


@pytest.mark.parametrize(
    ("facts", "hours"),
    [
        ({}, 6),
        ({"presence": Presence.LATE}, 6),
        ({"presence": Presence.LEFT_EARLY, "partly": 2.5}, 2.5),
        ({"presence": Presence.ABSENT}, 0),
        ({"presence": None}, 0),
        ({"state": State.CANCELLED}, 0),
        ({"state": State.PENDING}, 0),
        ({"status": Status.CANCELLED}, 0),
        ({"starts": NOW - timedelta(hours=1)}, 0),
        ({"starts": NOW - timedelta(hours=3)}, 6),
        ({"starts": on("2026-08-31T20:00")}, 0),
        ({"starts": on("2026-08-31T23:00")}, 6),
        ({"starts": on("2026-08-31T23:00"), "ends_at": None}, 0),
    ],
)
async def test_what_counts(sqlite_database: Database, facts: dict[str, Any], hours: float) -> None:
    """Presence at what is over and was not cancelled, in the school year in which it ended."""

    async def work(session: AsyncSession) -> Ledger:
        ona = a_person()
        await kept(session, ona)
        event = await attended(session, ona, **facts)
        await marked(session, event, await somebody_else(session))
        return await of(session, ona)

    found = await sqlite_database.write(work)
    assert (found.hours, found.missing) == (hours, 30 - hours)


async def somebody_else(session: AsyncSession) -> Person:
    person = a_person()
    await kept(session, person)
    return person


async def test_own_entries_stand_apart_and_years_too(database: Database) -> None:
    """What one says oneself is summed for itself, whichever year it is of."""

    async def work(session: AsyncSession) -> tuple[Ledger, Ledger, int, int]:
        ona = a_person()
        await kept(session, ona)
        nothing = await first_year(session, ona, now=NOW, zone=VILNIUS)
        await attended(session, ona, counts=4)
        await attended(session, ona, counts=32, starts=on("2026-03-05T10:00"))
        for day, hours in (("2026-09-01", 8), ("2026-08-31", 3), ("2024-05-01", 1)):
            book = Described(
                kind=OwnKind.SELF_STUDY, title="Knyga", day=on(day).date(), hours=hours
            )
            await add(session, ona, book, now=NOW)
        first = await first_year(session, ona, now=NOW, zone=VILNIUS)
        return await of(session, ona), await of(session, ona, 2025), nothing, first

    this, before, nothing, first = await database.write(work)
    assert (this.hours, this.own_hours, this.missing) == (4, 8, 26)
    assert (before.hours, before.own_hours, before.missing) == (32, 3, 0)
    assert (nothing, first) == (2026, 2023)


async def test_hours_by_theme_and_by_form(sqlite_database: Database) -> None:
    """The priority field, else the first subject; the most first, what has no name last."""

    async def work(session: AsyncSession) -> Ledger:
        ona = a_person()
        await kept(session, ona)
        seminar: dict[str, Any] = {"subjects": ["matematika", "fizika"], "form": "seminaras"}
        courses: dict[str, Any] = {"priority_field": "Lyderystė", "form": "kursai"}
        for counts, facts in ((2, courses), (5, seminar), (9, {}), (1, seminar)):
            await attended(session, ona, counts=counts, **facts)
        return await of(session, ona)

    found = await sqlite_database.write(work)
    assert found.by_theme() == [("matematika", 6), ("Lyderystė", 2), ("", 9)]
    assert found.by_form() == [("seminaras", 6), ("kursai", 2), ("", 9)]
