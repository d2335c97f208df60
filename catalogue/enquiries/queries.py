"""What is asked, at whose centres, and how soon it is answered."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.database import Base
from catalogue.enquiries.rules import answer_by
from catalogue.enquiries.tables import Enquiry, EnquiryRecipient
from catalogue.people.rights import Realm
from catalogue.people.tables import Person, Trait
from catalogue.people.traits import traits_of
from catalogue.programme.holidays import SchoolYear
from catalogue.programme.tables import Event

Row = TypeVar("Row", bound=Base)

#: So many that were answered last are shown.
MOST_ANSWERED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Of a stretch of time; `median_hours` is None where nothing was answered."""

    asked: int
    answered: int
    median_hours: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A question with all that is told of it; `person` is None where they ask without a name."""

    enquiry: Enquiry
    person: Person | None
    school: str
    event: Event | None
    centre: Centre | None
    before: Enquiry | None
    closed_by: Person | None


async def told(session: AsyncSession, enquiry: Enquiry) -> Told:
    person, school = None, ""
    if not enquiry.is_nameless:
        person = await session.get_one(Person, enquiry.person_id)
        school = ", ".join((await traits_of(session, person))[Trait.SCHOOL])
    return Told(
        enquiry=enquiry,
        person=person,
        school=school,
        event=await _or_none(session, Event, enquiry.event_id),
        centre=await _or_none(session, Centre, enquiry.centre_id),
        before=await _or_none(session, Enquiry, enquiry.follows),
        closed_by=await _or_none(session, Person, enquiry.closed_by),
    )


async def _or_none(session: AsyncSession, table: type[Row], number: int | None) -> Row | None:
    return None if number is None else await session.get(table, number)


async def waiting_too_long(
    session: AsyncSession, year: SchoolYear, *, now: datetime, zone: ZoneInfo
) -> Mapping[int, int]:
    """By person of the staff how many that were passed on to them, and that they did not leave to
    others, should have been answered by yesterday.
    """
    rows = await session.execute(
        select(EnquiryRecipient.person_id, Enquiry.asked_at)
        .join(Enquiry, Enquiry.id == EnquiryRecipient.enquiry_id)
        .where(Enquiry.closed_at.is_(None), EnquiryRecipient.declined_at.is_(None))
    )
    today = now.astimezone(zone).date()
    return Counter(
        person_id
        for person_id, asked_at in rows
        if answer_by(year, asked_at.astimezone(zone).date()) < today
    )


async def open_ones(session: AsyncSession, realm: Realm) -> Sequence[Enquiry]:
    """Those one may answer, the oldest first."""
    query = select(Enquiry).where(Enquiry.closed_at.is_(None), _of(realm))
    return (await session.scalars(query.order_by(Enquiry.asked_at, Enquiry.id))).all()


async def answered_lately(
    session: AsyncSession, realm: Realm, *, since: datetime
) -> Sequence[Enquiry]:
    """The newest first."""
    query = select(Enquiry).where(Enquiry.answered_at >= since, _of(realm), Enquiry.words != "")
    newest = query.order_by(Enquiry.answered_at.desc(), Enquiry.id.desc()).limit(MOST_ANSWERED)
    return (await session.scalars(newest)).all()


async def numbers(
    session: AsyncSession, realm: Realm, *, since: datetime, until: datetime
) -> Numbers:
    """Of what was asked from `since` to before `until`, whenever it was answered."""
    rows = (
        await session.execute(
            select(Enquiry.asked_at, Enquiry.answered_at).where(
                Enquiry.asked_at >= since, Enquiry.asked_at < until, _of(realm)
            )
        )
    ).all()
    hours = [(answered - asked) / timedelta(hours=1) for asked, answered in rows if answered]
    return Numbers(
        asked=len(rows), answered=len(hours), median_hours=median(hours) if hours else None
    )


async def asked_by(session: AsyncSession, *, person: Person) -> Sequence[Enquiry]:
    """All of one person, in order of time."""
    query = select(Enquiry).where(Enquiry.person_id == person.id).order_by(Enquiry.id)
    return (await session.scalars(query)).all()


async def closed_by(session: AsyncSession, *, person: Person) -> Sequence[Enquiry]:
    """Those that one of staff answered or closed, in order of time."""
    query = select(Enquiry).where(Enquiry.closed_by == person.id).order_by(Enquiry.id)
    return (await session.scalars(query)).all()


def _of(realm: Realm) -> ColumnElement[bool]:
    """What is of no centre is for those of all centres."""
    if realm.centres is None:
        return true()
    return Enquiry.centre_id.in_(realm.centres)
