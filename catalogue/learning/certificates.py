"""Papers brought in line with who was there, corrected and forgotten.

Papers come of attendance alone: nobody who was absent, cancelled or is forgotten gets one. Whether
one is issued at all the programme says; where it says nothing, it is. What stands on a paper is
frozen when it is issued; a newer version takes its place under the same number.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from catalogue.database import wake_clock
from catalogue.learning.check_codes import new_code
from catalogue.learning.hours import attended, shares
from catalogue.learning.names import is_correction
from catalogue.learning.numbering import draw
from catalogue.learning.printed import printed
from catalogue.learning.tables import (
    Attendance,
    Certificate,
    CertificateIssue,
    CertificateWork,
)
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.queue import locked
from catalogue.registrations.tables import Registration, State

#: People looked through in one transaction.
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Paper:
    """A number with the newest paper under it."""

    certificate: Certificate
    issue: CertificateIssue

    @property
    def is_valid(self) -> bool:
        return self.certificate.revoked_at is None


@dataclass(slots=True)
class Portion:
    """What became of some of those who take part; `last` is where to go on, None at the end."""

    last: int | None = None
    issued: list[tuple[CertificateIssue, Person]] = field(default_factory=list)
    revoked: list[tuple[Certificate, Person]] = field(default_factory=list)


async def look_again(session: AsyncSession, event: Event) -> None:
    """Soon after the commit the papers are as they should be; to be called whenever the event is
    reported or a mark of somebody at it is changed. Before it is reported there is nothing to do.

    The event is held as it is until the transaction ends, so that whoever reports it just now
    either is waited for or sees the mark.
    """
    held = select(Event.reported_at).where(Event.id == event.id).with_for_update(read=True)
    if await session.scalar(held) is None:
        return
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    await session.execute(
        dialect.insert(CertificateWork)
        .values(event_id=event.id, asked=1)
        .on_conflict_do_update(
            index_elements=["event_id"], set_={"asked": CertificateWork.asked + 1}
        )
    )
    wake_clock(session)


async def waiting(session: AsyncSession) -> Sequence[tuple[int, int]]:
    """Events that are to be looked through, each with how often that was asked for."""
    rows = await session.execute(
        select(CertificateWork.event_id, CertificateWork.asked).order_by(CertificateWork.event_id)
    )
    return [(event_id, asked) for event_id, asked in rows]


async def looked_through(session: AsyncSession, event_id: int, asked: int) -> None:
    """Unless it was asked for once more meanwhile."""
    done = CertificateWork.event_id == event_id, CertificateWork.asked == asked
    await session.execute(delete(CertificateWork).where(*done))


async def portion(
    session: AsyncSession, event_id: int, *, after: int, now: datetime, zone: ZoneInfo
) -> Portion:
    """Issues, replaces and revokes what is not as it should be, of the registrations that come
    after that number. Done twice it changes nothing. Raises EventGone.
    """
    event = await locked(session, event_id)
    some = await _some(session, event_id, after)
    done = Portion(last=some[-1].id if some else None)
    if event.reported_at is None or not some:
        return Portion()
    papers = await of_registrations(session, [one.id for one in some], held=True)
    hours = await hours_of(session, event, [one.id for one in some])
    newcomers: list[Registration] = []
    for one in some:
        paper, worth = papers.get(one.id), hours.get(one.id, 0.0)
        is_due = worth > 0 and may_hold(event, one, one.person)
        if paper is None:
            newcomers += [one] if is_due else []
        elif not is_due and paper.is_valid and one.person.forgotten_at is None:
            paper.certificate.revoked_at = now
            done.revoked.append((paper.certificate, one.person))
        elif is_due and not (paper.is_valid and paper.issue.hours == worth):
            issue = _again(session, paper, printed(event, zone=zone), hours=worth, now=now)
            done.issued.append((issue, one.person))
    done.issued += await _first(session, event, newcomers, hours, now=now, zone=zone)
    await session.flush()
    return done


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
    query = (
        select(Certificate, CertificateIssue)
        .join(CertificateIssue, CertificateIssue.certificate_id == Certificate.id)
        .where(
            Certificate.registration_id.in_(registrations), CertificateIssue.replaced_at.is_(None)
        )
        .order_by(Certificate.id)
        .execution_options(populate_existing=True)
    )
    rows = await session.execute(query.with_for_update() if held else query)
    return {one.registration_id: Paper(one, issue) for one, issue in rows}


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
    issue = _again(
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
    correction of what staff have seen or was printed first.
    """
    own = select(Registration.id).where(Registration.person_id == person.id)
    papers = await of_registrations(session, list(await session.scalars(own)), held=True)
    stale = [
        one for one in papers.values() if one.is_valid and one.issue.name not in {"", person.name}
    ]
    seen = await _seen_names(session, [one.certificate.id for one in stale])
    may = [one for one in stale if is_correction(seen[one.certificate.id], person.name)]
    issued = [
        _again(session, one, one.issue.facts, hours=one.issue.hours, now=now, name=person.name)
        for one in may
    ]
    await session.flush()
    return Renamed(issued, left=len(stale) - len(may))


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
    await session.execute(
        update(CertificateIssue)
        .where(CertificateIssue.issued_by == person.id)
        .values(issued_by=None)
        .execution_options(synchronize_session="fetch")
    )


async def _some(session: AsyncSession, event_id: int, after: int) -> Sequence[Registration]:
    rows = await session.scalars(
        select(Registration)
        .options(joinedload(Registration.person))
        .where(Registration.event_id == event_id, Registration.id > after)
        .order_by(Registration.id)
        .limit(AT_ONCE)
        .execution_options(populate_existing=True)
    )
    return rows.all()


async def _first(
    session: AsyncSession,
    event: Event,
    newcomers: Sequence[Registration],
    hours: Mapping[int, float],
    *,
    now: datetime,
    zone: ZoneInfo,
) -> list[tuple[CertificateIssue, Person]]:
    """The year of a number is that of the day it is given, as in any register."""
    year, facts = now.astimezone(zone).year, printed(event, zone=zone)
    numbers = await draw(session, centre_id=event.centre_id, year=year, how_many=len(newcomers))
    certificates = [
        Certificate(registration_id=one.id, centre_id=event.centre_id, year=year, number=number)
        for one, number in zip(newcomers, numbers, strict=True)
    ]
    session.add_all(certificates)
    await session.flush()
    issued = [
        (
            CertificateIssue(
                certificate_id=certificate.id,
                version=1,
                code=new_code(),
                name=one.person.name,
                hours=hours[one.id],
                facts=facts,
                issued_at=now,
            ),
            one.person,
        )
        for one, certificate in zip(newcomers, certificates, strict=True)
    ]
    session.add_all([issue for issue, _ in issued])
    return issued


def _again(
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
