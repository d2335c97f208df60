"""The papers under their numbers, and who may hold one.

Papers come of attendance alone: nobody who was absent, cancelled or is forgotten gets one. Whether
one is issued at all the programme says; where it says nothing, it is. What stands on a paper is
frozen when it is issued; a newer version takes its place under the same number.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.check_codes import new_code
from catalogue.learning.hours import attended, shares
from catalogue.learning.printed import last_day
from catalogue.learning.tables import Attendance, Certificate, CertificateIssue
from catalogue.learning.targets import school_year
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Registration, State


@dataclass(frozen=True, slots=True)
class Paper:
    """A number with the newest paper under it."""

    certificate: Certificate
    issue: CertificateIssue

    @property
    def is_valid(self) -> bool:
        return self.certificate.revoked_at is None

    @property
    def school_year(self) -> int:
        """The year in which that of the event began."""
        return school_year(last_day(self.issue.facts))


def may_hold(event: Event, registration: Registration, person: Person) -> bool:
    """Whether the rest depends on the hours alone."""
    return (
        event.status is not Status.CANCELLED
        and event.certificate is not False
        and registration.state is State.CONFIRMED
        and person.forgotten_at is None
        and bool(person.name)
    )


async def hours_of(
    session: AsyncSession, event: Event, registrations: Sequence[int]
) -> Mapping[int, float]:
    """Academic hours really attended, by registration; nothing was said of whoever is missing."""
    marks: dict[int, list[Attendance]] = defaultdict(list)
    for mark in await session.scalars(
        select(Attendance)
        .where(Attendance.registration_id.in_(registrations))
        .execution_options(populate_existing=True)
    ):
        marks[mark.registration_id].append(mark)
    shared = shares(event)
    return {number: attended(shared, own) for number, own in marks.items()}


async def of_registrations(
    session: AsyncSession, registrations: Sequence[int], *, held: bool = False
) -> dict[int, Paper]:
    """By the registration; `held` until the transaction ends, by one who may replace them."""
    query = _newest().where(Certificate.registration_id.in_(registrations))
    rows = await session.execute(query.with_for_update() if held else query)
    return {one.registration_id: Paper(one, issue) for one, issue in rows}


async def of_person(session: AsyncSession, person: Person) -> list[Paper]:
    """All that are valid, the newest event first."""
    own = select(Registration.id).where(Registration.person_id == person.id)
    rows = await session.execute(
        _newest().where(Certificate.registration_id.in_(own), Certificate.revoked_at.is_(None))
    )
    papers = [Paper(one, issue) for one, issue in rows]
    return sorted(papers, key=lambda one: (last_day(one.issue.facts), one.certificate.id))[::-1]


async def every_issue_of(
    session: AsyncSession, person: Person
) -> list[tuple[Certificate, CertificateIssue]]:
    """The replaced and the withdrawn ones too, the oldest first."""
    rows = await session.execute(
        select(Certificate, CertificateIssue)
        .join(CertificateIssue, CertificateIssue.certificate_id == Certificate.id)
        .join(Registration, Registration.id == Certificate.registration_id)
        .where(Registration.person_id == person.id)
        .order_by(CertificateIssue.id)
    )
    return [(certificate, issue) for certificate, issue in rows]


async def of_event(session: AsyncSession, event_id: int, *, after: int, limit: int) -> list[Paper]:
    """Those that are valid and have a name, in the order of the register, from a number on."""
    own = select(Registration.id).where(Registration.event_id == event_id)
    rows = await session.execute(
        _newest()
        .where(
            Certificate.registration_id.in_(own),
            Certificate.revoked_at.is_(None),
            Certificate.id > after,
            CertificateIssue.name != "",
        )
        .limit(limit)
    )
    return [Paper(one, issue) for one, issue in rows]


async def paper_of(session: AsyncSession, certificate_id: int) -> tuple[Paper, Registration] | None:
    """The newest under the number, and whose it is; valid or not."""
    row = (
        await session.execute(
            _newest()
            .add_columns(Registration)
            .join(Registration, Registration.id == Certificate.registration_id)
            .where(Certificate.id == certificate_id)
        )
    ).one_or_none()
    return (Paper(row[0], row[1]), row[2]) if row else None


async def forget(session: AsyncSession, *, person: Person) -> None:
    """The numbers stay in the register and go on being valid, under no name."""
    own = (
        select(Certificate.id)
        .join(Registration, Registration.id == Certificate.registration_id)
        .where(Registration.person_id == person.id)
    )
    await session.execute(
        update(CertificateIssue)
        .where(CertificateIssue.certificate_id.in_(own))
        .values(name="")
        .execution_options(synchronize_session="fetch")
    )


def _newest() -> Select[Certificate, CertificateIssue]:
    """Each number with the newest paper under it."""
    return (
        select(Certificate, CertificateIssue)
        .join(CertificateIssue, CertificateIssue.certificate_id == Certificate.id)
        .where(CertificateIssue.replaced_at.is_(None))
        .order_by(Certificate.id)
        .execution_options(populate_existing=True)
    )


def again(
    session: AsyncSession,
    paper: Paper,
    facts: Mapping[str, Any],
    *,
    hours: float,
    now: datetime,
    name: str = "",
    by: Person | None = None,
) -> CertificateIssue:
    """The next version, under the name that stood there unless it is another one."""
    paper.issue.replaced_at, paper.certificate.revoked_at = now, None
    issue = CertificateIssue(
        certificate_id=paper.certificate.id,
        version=paper.issue.version + 1,
        code=new_code(),
        name=name or paper.issue.name,
        hours=hours,
        facts=dict(facts),
        issued_at=now,
        issued_by=by.id if by else None,
    )
    session.add(issue)
    return issue
