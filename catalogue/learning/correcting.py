"""Papers corrected: anew under the same number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.certificates import again, hours_of, of_registrations
from catalogue.learning.names import is_correction
from catalogue.learning.printed import printed
from catalogue.learning.tables import CertificateIssue
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration


async def corrected(
    session: AsyncSession,
    registration: Registration,
    event: Event,
    *,
    name: str,
    by: Person,
    now: datetime,
    zone: ZoneInfo,
) -> CertificateIssue | None:
    """By staff: the paper anew, with this name and as the event and the marks are now. None where
    there is none.
    """
    paper = (await of_registrations(session, [registration.id], held=True)).get(registration.id)
    if paper is None or not paper.is_valid or not paper.issue.name:
        return None
    hours = (await hours_of(session, event, [registration.id])).get(registration.id, 0.0)
    issue = again(
        session,
        paper,
        printed(event, zone=zone),
        hours=hours or paper.issue.hours,
        now=now,
        name=name,
        by=by,
    )
    await session.flush()
    return issue


@dataclass(frozen=True, slots=True)
class Renamed:
    """The papers that carry the new name now, and how many still carry the old one."""

    issued: Sequence[CertificateIssue]
    left: int


async def renamed(session: AsyncSession, person: Person, *, now: datetime) -> Renamed:
    """The person has corrected their own name: all their papers follow, where it can be a
    correction of what staff have put there or was printed first. The caller hands them over.
    """
    own = select(Registration.id).where(Registration.person_id == person.id)
    papers = await of_registrations(session, list(await session.scalars(own)), held=True)
    stale = [
        one for one in papers.values() if one.is_valid and one.issue.name not in {"", person.name}
    ]
    seen = await _seen_names(session, [one.certificate.id for one in stale])
    may = [one for one in stale if is_correction(seen[one.certificate.id], person.name)]
    issued = [
        again(session, one, one.issue.facts, hours=one.issue.hours, now=now, name=person.name)
        for one in may
    ]
    for issue in issued:
        issue.planned_at = now
    await session.flush()
    return Renamed(issued, left=len(stale) - len(may))


async def _seen_names(session: AsyncSession, certificates: Sequence[int]) -> Mapping[int, str]:
    """The name that staff have put there last, else the first one."""
    by_staff = (
        select(CertificateIssue.certificate_id, func.max(CertificateIssue.version).label("version"))
        .where(
            CertificateIssue.certificate_id.in_(certificates),
            (CertificateIssue.version == 1) | CertificateIssue.issued_by.is_not(None),
        )
        .group_by(CertificateIssue.certificate_id)
        .subquery()
    )
    rows = await session.execute(
        select(CertificateIssue.certificate_id, CertificateIssue.name).join(
            by_staff,
            (CertificateIssue.certificate_id == by_staff.c.certificate_id)
            & (CertificateIssue.version == by_staff.c.version),
        )
    )
    return {number: name for number, name in rows}  # noqa: C416 -- rows are typed as such
