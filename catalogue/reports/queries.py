"""Reading what a report is counted from, some at a time, so that nobody else waits for it."""

from collections.abc import Collection, Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import raiseload, selectinload

from catalogue.learning.hours import shares
from catalogue.learning.tables import Attendance
from catalogue.numbers.packing import packed
from catalogue.numbers.queries import held_of
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.programme.spans import moments
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Payer, Payment, Registration, State
from catalogue.reports.records import Known, Line, Mark, Records, Taking
from catalogue.search.spans import Span

_AT_ONCE = 50
_PEOPLE_AT_ONCE = 2000
_TAKING = (
    Registration.id,
    Registration.event_id,
    Registration.person_id,
    Registration.state,
    Payment.payer,
    Payment.paid_at.is_not(None),
)
_MARK = (
    Attendance.registration_id,
    Attendance.session_id,
    Attendance.presence,
    Attendance.hours,
)


async def records(
    session: AsyncSession, *, centres: Collection[int] | None, span: Span, zone: ZoneInfo
) -> Records:
    """Of the announced events that end within the span: then their hours are complete, as they
    are in the ledger. `centres` None is all. People's schools are those of all centres and times.
    """
    found = Records([], [], [], [])
    asked = [_is_announced(), *moments(Event.over_at, span, zone)]
    if centres is not None:
        asked.append(Event.centre_id.in_(centres))
    query = select(Event).where(*asked).order_by(Event.id).limit(_AT_ONCE)
    query = query.options(raiseload("*"), selectinload(Event.sessions))
    last = 0
    while some := (await session.scalars(query.where(Event.id > last))).all():
        last = some[-1].id
        found.lines.append(packed([_line(event) for event in some]))
        numbers = [event.id for event in some]
        found.takings.append(packed(await _takings(session, numbers)))
        found.marks.append(packed(await _marks(session, numbers)))
        session.expunge_all()
    found.known.extend(await _known(session))
    return found


def _is_announced() -> ColumnElement[bool]:
    """What was cancelled before anybody saw it never was."""
    was_seen = and_(Event.status == Status.CANCELLED, Event.published_at.is_not(None))
    return or_(Event.status == Status.PUBLISHED, was_seen)


def _line(event: Event) -> Line:
    return Line(
        held=held_of(event),
        code=event.code,
        title=event.title,
        form=event.form,
        starts_at=event.starts_at,
        ended_at=event.over_at,
        is_off=event.status is Status.CANCELLED,
        payer=event.payer,
        project=event.project,
        price=event.price_eur,
        shares=shares(event),
        reported_at=event.reported_at,
    )


async def _takings(session: AsyncSession, events: Sequence[int]) -> list[Taking]:
    rows = await session.execute(
        select(*_TAKING)
        .outerjoin(Payment, Payment.registration_id == Registration.id)
        .where(Registration.event_id.in_(events))
        .order_by(Registration.id)
    )
    return [Taking(*row) for row in rows]


async def _marks(session: AsyncSession, events: Sequence[int]) -> list[Mark]:
    rows = await session.execute(
        select(*_MARK)
        .join(Registration, Registration.id == Attendance.registration_id)
        .where(Registration.event_id.in_(events), Registration.state == State.CONFIRMED)
        .order_by(Attendance.id)
    )
    return [Mark(*row) for row in rows]


async def _known(session: AsyncSession) -> list[bytes]:
    """Schools and towns that people have told of, and schools that pay for somebody."""
    paying = (
        select(Payment.id, Registration.person_id, Payment.school)
        .join(Registration, Registration.id == Payment.registration_id)
        .join(Person, Person.id == Registration.person_id)
        .where(Payment.payer == Payer.SCHOOL, Payment.school != "", Person.forgotten_at.is_(None))
    )
    found: list[bytes] = []
    for query, key, kind in (
        (_told(Trait.CITY), PersonTrait.id, Trait.CITY),
        (_told(Trait.SCHOOL), PersonTrait.id, Trait.SCHOOL),
        (paying, Payment.id, Trait.SCHOOL),
    ):
        last, of_key = 0, query.order_by(key).limit(_PEOPLE_AT_ONCE)
        while rows := (await session.execute(of_key.where(key > last))).all():
            last = rows[-1][0]
            found.append(packed([_said(kind, person, value) for _, person, value in rows]))
    return found


def _told(kind: Trait) -> Select[int, int, str]:
    return select(PersonTrait.id, PersonTrait.person_id, PersonTrait.value).where(
        PersonTrait.kind == kind
    )


def _said(kind: Trait, person: int, value: str) -> Known:
    return Known(person, value, "") if kind is Trait.SCHOOL else Known(person, "", value)
