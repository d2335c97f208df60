"""The papers under their numbers."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning import certificates
from catalogue.privacy.kept import kept as kept_of
from tests.catalogue.learning.papers import A, P, a_reported_event, attended, issue_all
from tests.factories import NOW


async def test_those_of_a_person_by_school_year(database: Database) -> None:
    """The newest first; what was withdrawn is not among them, but stands in one's own data."""

    async def work(session: AsyncSession) -> None:
        old = await a_reported_event(session, title_lt="Pernai")
        new = await a_reported_event(session, title_lt="Šiemet")
        for meeting in old.sessions:
            meeting.starts_at -= timedelta(days=365)
            meeting.ends_at -= timedelta(days=365)
        off = await a_reported_event(session, title_lt="Panaikinta")
        own, ona = await attended(session, new, P, P, name="Ona Onaitė")
        for event in (old, off):
            other, _ = await attended(session, event, P, A)
            other.person_id = ona.id
        await session.flush()
        for event in (old, new, off):
            await issue_all(session, event)
        papers = await certificates.of_registrations(session, [own.id, other.id])
        papers[other.id].certificate.revoked_at = NOW
        await session.flush()
        mine = await certificates.of_person(session, ona)
        assert [(one.issue.facts["title"], one.school_year) for one in mine] == [
            ("Šiemet", 2026), ("Pernai", 2025),
        ]  # fmt: skip
        data = (await kept_of(session, person=ona))["certificates"]
        assert [(one["title"], one["revoked_at"] is None) for one in data] == [
            ("Pernai", True), ("Šiemet", True), ("Panaikinta", False),
        ]  # fmt: skip

    await database.write(work)


async def test_those_of_an_event_some_at_a_time(sqlite_database: Database) -> None:
    """In the order of the register, without what was withdrawn or is nobody's any more."""

    async def work(session: AsyncSession) -> None:
        event = await a_reported_event(session)
        people = [(await attended(session, event, P, P))[1] for _ in range(5)]
        await issue_all(session, event)
        await certificates.forget(session, person=people[1])
        first = await certificates.of_event(session, event.id, after=0, limit=2)
        assert [one.certificate.number for one in first] == [1, 3]
        last = first[-1].certificate.id
        rest = await certificates.of_event(session, event.id, after=last, limit=9)
        assert [one.certificate.number for one in rest] == [4, 5]

    await sqlite_database.write(work)
