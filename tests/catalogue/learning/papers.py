"""An event that is over and reported, those who were there, and their papers."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning import issuing
from catalogue.learning.tables import (
    Attendance,
    Certificate,
    CertificateIssue,
    Presence,
    Source,
)
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session
from catalogue.registrations.tables import Registration, State
from tests.catalogue.learning.roll import registered
from tests.factories import NOW, VILNIUS, an_event, kept

P, A = Presence.PRESENT, Presence.ABSENT


async def a_reported_event(session: AsyncSession, **facts: Any) -> Event:
    """Of two meetings, 4 academic hours each, ten days ago."""
    start = NOW - timedelta(days=10)
    meetings = [
        Session(starts_at=start + n * timedelta(days=1), ends_at=start + timedelta(days=n, hours=3))
        for n in (0, 1)
    ]
    plain: dict[str, Any] = {
        "starts": start, "sessions": meetings, "ends_at": meetings[-1].ends_at, "hours": 8,
        "reported_at": NOW, "title_lt": "Vertinimas", "code": "V-1",
    }  # fmt: skip
    hours = facts.get("hours", 8)
    event = an_event(**plain | facts | {"hours": 3})
    event.hours = hours
    await kept(session, event)
    return event


async def attended(
    session: AsyncSession,
    event: Event,
    *presences: Presence,
    state: State = State.CONFIRMED,
    **facts: Any,
) -> tuple[Registration, Person]:
    """One who takes part, and what was said of them at each meeting in turn."""
    own, person = await registered(session, event, state, **facts)
    await kept(
        session,
        *(
            Attendance(
                registration_id=own.id,
                session_id=meeting.id,
                presence=presence,
                source=Source.LIST,
                marked_at=NOW,
            )
            for meeting, presence in zip(event.sessions, presences, strict=False)
        ),
    )
    return own, person


async def issue_all(session: AsyncSession, event: Event, *, now: datetime = NOW) -> None:
    """As the clock does, in one transaction."""
    after: int | None = 0
    while after is not None:
        done = await issuing.portion(session, event.id, after=after, now=now, zone=VILNIUS)
        after = done.last


async def register(session: AsyncSession) -> Sequence[tuple[int, int, str, float, bool, bool]]:
    """Every paper: number, version, name, hours, replaced, withdrawn."""
    rows = await session.execute(
        select(Certificate, CertificateIssue)
        .join(CertificateIssue, CertificateIssue.certificate_id == Certificate.id)
        .order_by(Certificate.number, CertificateIssue.version)
        .execution_options(populate_existing=True)
    )
    return [
        (
            one.number,
            issue.version,
            issue.name,
            issue.hours,
            issue.replaced_at is not None,
            one.revoked_at is not None,
        )
        for one, issue in rows
    ]


async def given(database: Database, *people: tuple[Presence, ...], **facts: Any) -> int:
    """The number of a reported event with so many who were there."""

    async def work(session: AsyncSession) -> int:
        event = await a_reported_event(session, **facts)
        for presences in people:
            await attended(session, event, *presences)
        await issuing.look_again(session, event)
        return event.id

    return await database.write(work)
