"""Whether a paper is real."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning import certificates, correcting
from catalogue.learning.check_codes import grouped, new_code
from catalogue.learning.checking import UNKNOWN, Verdict, check
from catalogue.learning.tables import CertificateIssue
from tests.catalogue.learning.papers import P, a_reported_event, attended, issue_all
from tests.factories import NOW

LATER = NOW + timedelta(days=1)


async def test_what_is_told_of_a_paper(database: Database) -> None:
    """Its title, days, hours and initials; of one whose holder was forgotten that it is real."""

    async def work(session: AsyncSession) -> None:
        event = await a_reported_event(session)
        own, ona = await attended(session, event, P, P, name="Ona Petraitiene")
        await issue_all(session, event)
        first = (await certificates.of_registrations(session, [own.id]))[own.id]
        told = await check(session, grouped(first.issue.code).lower())
        assert (told.verdict, told.initials, told.hours) == (Verdict.VALID, "O. P.", 8.0)
        assert told.title == "Vertinimas"
        ona.name = "Ona Petraitienė"
        (second,) = (await correcting.renamed(session, ona, now=LATER)).issued
        assert (await check(session, first.issue.code)).verdict is Verdict.REPLACED
        assert (await check(session, second.code)).verdict is Verdict.VALID
        await certificates.forget(session, person=ona)
        told = await check(session, second.code)
        assert (told.verdict, told.initials) == (Verdict.VALID, "")
        first.certificate.revoked_at = LATER
        await session.flush()
        assert (await check(session, second.code)).verdict is Verdict.REVOKED

    await database.write(work)


@pytest.mark.parametrize("typed", ["2026-0001", "", "7K3M-9QRT-0XWB-4HNU", "' OR 1=1 --", "-"])
async def test_what_can_be_no_code_is_told_like_a_wrong_one(
    sqlite_database: Database, typed: str
) -> None:
    """A number alone neither: else anybody could walk through the register."""

    async def work(session: AsyncSession) -> None:
        event = await a_reported_event(session)
        await attended(session, event, P, P)
        await issue_all(session, event)
        assert await session.scalar(select(CertificateIssue.id)) is not None
        assert await check(session, typed) is UNKNOWN
        assert await check(session, new_code()) is UNKNOWN

    await sqlite_database.write(work)
