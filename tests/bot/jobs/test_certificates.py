"""Many papers as files."""

import re
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs import certificates as jobs
from bot.jobs.means import Means
from catalogue.database import Database
from catalogue.learning import issuing
from catalogue.learning.tables import CertificateIssue
from catalogue.registrations.tables import Registration
from scheduler.jobs import Do
from tests.bot.jobs.running import done, files, words
from tests.catalogue.learning.papers import P, given
from tests.factories import NOW, VILNIUS
from tests.handlers.talking import a_house


async def issued(database: Database, people: int) -> int:
    event = await given(database, *[(P, P)] * people)

    async def work(session: AsyncSession) -> None:
        await issuing.portion(session, event, after=0, now=NOW, zone=VILNIUS)

    await database.write(work)
    return event


def at_home(make: Any) -> Any:
    """With the house whose address stands on papers."""

    def made(means: Means) -> Do:
        do: Do = make(replace(means, house=a_house()))
        return do

    return made


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", content))


async def test_all_of_an_event_some_pages_a_file(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is whole before the next is begun, so that never more than one is in memory."""
    monkeypatch.setattr(jobs, "AT_ONCE", 2)
    event = await issued(sqlite_database, 5)
    messages = await done(sqlite_database, at_home(jobs.of_whole_event), {"event": event})
    found = await files(sqlite_database, messages)
    assert {name: pages(content) for name, content in found.items()} == {
        "pazymos_V-1.pdf": 2, "pazymos_V-1_2.pdf": 2, "pazymos_V-1_3.pdf": 1,
    }  # fmt: skip


async def test_all_of_a_person_in_a_school_year(sqlite_database: Database) -> None:
    """One file; of a year without any, only a word."""
    await issued(sqlite_database, 1)
    await issued(sqlite_database, 1)

    async def own(session: AsyncSession) -> int:
        people = (await session.scalars(select(Registration))).all()
        people[1].person_id = people[0].person_id
        assert len((await session.scalars(select(CertificateIssue))).all()) == 2
        return people[0].person_id

    person = await sqlite_database.write(own)
    for year, expected in ((2026, {"pazymos_2026-2027.pdf": 2}), (2020, {})):
        facts = {"person": person, "year": year}
        messages = await done(sqlite_database, at_home(jobs.of_year), facts)
        found = await files(sqlite_database, messages)
        assert {name: pages(content) for name, content in found.items()} == expected
    assert "Nebėra pažymų" in words(messages)
