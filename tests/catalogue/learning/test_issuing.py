"""Papers brought in line with who was there."""

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning import issuing
from catalogue.learning.tables import Attendance, CertificateWork, Presence
from catalogue.privacy.forgetting import forget
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import State
from tests.catalogue.learning.papers import (
    A,
    P,
    a_reported_event,
    attended,
    given,
    issue_all,
    register,
)
from tests.factories import NOW, VILNIUS

LATER = NOW + timedelta(hours=1)


async def test_only_of_attendance(database: Database) -> None:
    """Nobody who was absent, cancelled, waits, was never marked, or has no name gets one."""

    async def work(session: AsyncSession) -> None:
        event = await a_reported_event(session)
        await attended(session, event, P, P, name="Ona Onaitė")
        await attended(session, event, A, P, name="Rita Ritaitė")
        await attended(session, event, A, A, name="Nebuvusi")
        await attended(session, event, name="Nepažymėta")
        await attended(session, event, P, P, name="")
        for state in State:
            if state is not State.CONFIRMED:
                await attended(session, event, P, P, state=state, name=state.value)
        await issue_all(session, event)
        assert await register(session) == [
            (1, 1, "Ona Onaitė", 8.0, False, False),
            (2, 1, "Rita Ritaitė", 4.0, False, False),
        ]
        await issue_all(session, event, now=LATER)
        assert len(await register(session)) == 2

    await database.write(work)


@pytest.mark.parametrize(
    ("facts", "issued"),
    [
        ({"certificate": None}, 1),
        ({"certificate": True}, 1),
        ({"certificate": False}, 0),
        ({"status": Status.CANCELLED}, 0),
        ({"reported_at": None}, 0),
        ({"hours": 0}, 0),
    ],
)
async def test_whether_an_event_has_papers(
    sqlite_database: Database, facts: dict[str, Any], issued: int
) -> None:
    """Where the programme says nothing it has; never before it is reported."""

    async def work(session: AsyncSession) -> None:
        event = await a_reported_event(session, **facts)
        await attended(session, event, P)
        await issue_all(session, event)
        assert len(await register(session)) == issued

    await sqlite_database.write(work)


async def test_corrected_attendance(database: Database) -> None:
    """Other hours make a new paper under the number, none withdraw it, and it may come back."""

    async def work(session: AsyncSession) -> None:
        event = await a_reported_event(session)
        own, _ = await attended(session, event, P, P, name="Ona Onaitė")
        await attended(session, event, A, A, name="Rita Ritaitė")
        await issue_all(session, event)
        marks = (
            await session.scalars(select(Attendance).where(Attendance.registration_id == own.id))
        ).all()
        marks[0].hours = 1.5
        await issue_all(session, event, now=LATER)
        first, second = (1, 1, "Ona Onaitė", 8.0, True, False), (1, 2, "Ona Onaitė", 5.5)
        assert await register(session) == [first, (*second, False, False)]
        for mark in marks:
            mark.presence = Presence.ABSENT
        done = await issuing.portion(session, event.id, after=0, now=LATER, zone=VILNIUS)
        assert [one.number for one, _ in done.revoked] == [1]
        assert (await register(session))[1] == (*second, False, True)
        marks[1].presence = Presence.LATE
        await issue_all(session, event, now=LATER)
        assert (await register(session))[2] == (1, 3, "Ona Onaitė", 4.0, False, False)

    await database.write(work)


async def test_a_forgotten_holder_keeps_the_number(sqlite_database: Database) -> None:
    """Without a name, and nothing is issued or withdrawn any more."""

    async def work(session: AsyncSession) -> None:
        event = await a_reported_event(session)
        _, person = await attended(session, event, P, name="Ona Onaitė")
        await issue_all(session, event)
        await forget(session, person=person, now=LATER)
        await issue_all(session, event, now=LATER)
        assert await register(session) == [(1, 1, "", 4.0, False, False)]

    await sqlite_database.write(work)


async def test_two_at_once_issue_each_paper_once(database: Database) -> None:
    """Whoever comes second finds nothing to do; no number is lost."""
    event = await given(database, *[(P, A)] * 5)
    look = partial(issuing.portion, event_id=event, after=0, now=NOW, zone=VILNIUS)
    await asyncio.gather(*(database.write(look) for _ in range(4)))
    papers = await database.read(register)
    assert [(number, version) for number, version, *_ in papers] == [(n, 1) for n in range(1, 6)]


async def test_what_is_asked_meanwhile_is_done_once_more(database: Database) -> None:
    """Work that was looked through is done, unless it was asked for again in between."""
    event = await given(database)
    ((number, asked),) = await database.read(issuing.waiting)
    assert (number, asked) == (event, 1)

    async def again(session: AsyncSession) -> None:
        await issuing.look_again(session, await session.get_one(Event, event))

    await database.write(again)
    await database.write(partial(issuing.looked_through, event_id=event, asked=1))
    assert await database.read(issuing.waiting) == [(event, 2)]
    await database.write(partial(issuing.looked_through, event_id=event, asked=2))
    assert await database.read(issuing.waiting) == []


async def test_before_the_report_there_is_no_work(sqlite_database: Database) -> None:
    """Marks at the door ask for nothing."""
    await given(sqlite_database, (P, P), reported_at=None)

    async def look(session: AsyncSession) -> None:
        assert await session.scalar(select(CertificateWork)) is None

    await sqlite_database.read(look)
