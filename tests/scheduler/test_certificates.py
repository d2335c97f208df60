"""Papers go to their holders by themselves."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

import scheduler.certificates
from catalogue.database import Database
from catalogue.learning import issuing
from catalogue.learning.tables import Attendance, CertificateIssue, Presence
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from scheduler.certificates import certificates
from scheduler.outbox import Outgoing, Priority
from tests.catalogue.learning.papers import A, P, given
from tests.factories import NOW
from tests.scheduler.test_notices import MORNING, NIGHT, rows
from tests.scheduler.watching import a_watch

LATER = NOW + timedelta(hours=1)


async def look(database: Database, *, now: Any = NOW) -> list[Outgoing]:
    await certificates(a_watch(database)).work(now)
    return await rows(database)


async def test_each_paper_goes_out_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often the clock looks, and where there are more than it takes at a time."""
    monkeypatch.setattr(issuing, "AT_ONCE", 3)
    monkeypatch.setattr(scheduler.certificates, "AT_ONCE", 2)
    await given(database, *[(P, P)] * 7, (A, A))
    for _ in range(2):
        found = await look(database)
        assert len({row.key for row in found}) == 7
    assert {(row.recipe_kind, row.priority) for row in found} == {
        ("certificate", Priority.ANNOUNCEMENT)
    }


async def test_nobody_is_woken_and_nobody_without_telegram_is_written_to(
    sqlite_database: Database,
) -> None:
    """One added by hand has a paper all the same: staff print it."""
    await given(sqlite_database, (P, P), (P, P))

    async def by_hand(session: AsyncSession) -> None:
        (await session.scalars(select(Person))).all()[0].telegram_id = None

    await sqlite_database.write(by_hand)
    (row,) = await look(sqlite_database, now=NIGHT)
    assert row.not_before == MORNING

    async def unsent(session: AsyncSession) -> list[CertificateIssue]:
        every = await session.scalars(select(CertificateIssue))
        return [one for one in every if one.planned_at is None]

    assert await sqlite_database.read(unsent) == []


async def test_a_corrected_mark_is_told(database: Database) -> None:
    """Other hours bring a new paper; none, a word that the old one does not hold."""
    event = await given(database, (P, P))
    await look(database)

    async def say(session: AsyncSession, presence: Presence, hours: float | None) -> None:
        for mark in await session.scalars(select(Attendance)):
            mark.presence, mark.hours = presence, hours
        await issuing.look_again(session, await session.get_one(Event, event))

    await database.write(lambda session: say(session, Presence.LATE, 2.0))
    found = await look(database, now=LATER)
    assert [row.recipe_kind for row in found] == ["certificate", "certificate"]
    await database.write(lambda session: say(session, Presence.ABSENT, None))
    for _ in range(2):
        found = await look(database, now=LATER)
    assert [row.recipe_kind for row in found][2:] == ["certificate_revoked"]
