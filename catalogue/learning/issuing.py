"""Papers brought in line with who was there, some at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from catalogue.database import insert_into, wake_clock
from catalogue.learning.certificates import again, hours_of, may_hold, of_registrations
from catalogue.learning.check_codes import new_code
from catalogue.learning.numbering import draw
from catalogue.learning.printed import printed
from catalogue.learning.tables import Certificate, CertificateIssue, CertificateWork
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.queue import locked
from catalogue.registrations.tables import Registration

#: People looked through in one transaction.
AT_ONCE = 200


@dataclass(slots=True)
class Portion:
    """Some of those who take part were looked through; `last` is where to go on, None at the end.

    Whoever has no paper any more is to hear of it; those who have one get it.
    """

    last: int | None = None
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
    await session.execute(
        insert_into(session, CertificateWork)
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


async def unplanned(
    session: AsyncSession, *, limit: int
) -> Sequence[tuple[CertificateIssue, Person]]:
    """Papers that their holders have not been sent yet, the oldest first."""
    rows = await session.execute(
        select(CertificateIssue, Person)
        .join(Certificate, Certificate.id == CertificateIssue.certificate_id)
        .join(Registration, Registration.id == Certificate.registration_id)
        .join(Person, Person.id == Registration.person_id)
        .where(CertificateIssue.planned_at.is_(None))
        .order_by(CertificateIssue.id)
        .limit(limit)
    )
    return [(issue, person) for issue, person in rows]


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
            again(session, paper, printed(event, zone=zone), hours=worth, now=now)
    await _first(session, event, newcomers, hours, now=now, zone=zone)
    await session.flush()
    return done


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
) -> None:
    """The year of a number is that of the day it is given, as in any register."""
    year, facts = now.astimezone(zone).year, printed(event, zone=zone)
    numbers = await draw(session, centre_id=event.centre_id, year=year, how_many=len(newcomers))
    certificates = [
        Certificate(registration_id=one.id, centre_id=event.centre_id, year=year, number=number)
        for one, number in zip(newcomers, numbers, strict=True)
    ]
    session.add_all(certificates)
    await session.flush()
    session.add_all(
        CertificateIssue(
            certificate_id=certificate.id,
            version=1,
            code=new_code(),
            name=one.person.name,
            hours=hours[one.id],
            facts=facts,
            issued_at=now,
        )
        for one, certificate in zip(newcomers, certificates, strict=True)
    )
