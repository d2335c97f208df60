"""What teachers of a school have completed in a month: by name who agreed, the others as a number.

A head sees a name only with what ended while its consent was in force. The others are counted
apart from those, so that nothing can be taken off one from the other: five people at least, themes
in groups of five, and once for ever (see `HeadMonth`). Whoever was named and is no longer is
neither named nor counted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import insert_into
from catalogue.heads import naming
from catalogue.heads.months import after
from catalogue.heads.tables import Head, HeadMonth, NamingConsent
from catalogue.heads.teachers import Workplace, of_head, teachers
from catalogue.learning.hours import attended, shares
from catalogue.learning.tables import Attendance
from catalogue.numbers.groups import Cell, Label, Labels, Other, grouped, is_few
from catalogue.people.tables import Person
from catalogue.programme.spans import midnight
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import Registration, State

#: Themes of a month that are told; the rest is among the others.
MOST_THEMES = 6


@dataclass(frozen=True, slots=True)
class Took:
    """Somebody was at an event that is over, for so many academic hours."""

    person_id: int
    event: Event
    hours: float

    @property
    def ended_at(self) -> datetime:
        return self.event.over_at


@dataclass(frozen=True, slots=True)
class Named:
    """A teacher who agreed to be named, and what they were at."""

    person: Person
    took: Sequence[Took]

    @property
    def hours(self) -> float:
        return round(sum(one.hours for one in self.took), 2)


@dataclass(frozen=True, slots=True)
class Others:
    """The unnamed, five or more; themes with how many times somebody was at them."""

    people: int
    hours: float
    themes: Sequence[tuple[Label, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """A month of a school; `others` None where they are few or nobody, or not counted yet."""

    month: date
    named: Sequence[Named]
    others: Others | None
    counted_at: datetime | None


async def completed(
    session: AsyncSession, head: Head, month: date, *, zone: ZoneInfo
) -> Completed | None:
    """None where the profile names another school now. Names only to one whom staff have confirmed,
    the others as they were counted.
    """
    if await of_head(session, head) is None:
        return None
    counted = await _counted(session, head, month)
    named: list[Named] = []
    if head.confirmed_at is not None:
        own = await teachers(session, head)
        consents = await _consents(session, own)
        took = await _taken(session, own, month, zone=zone)
        named = await _named(session, [one for one in took if _is_named(one, own, consents)])
    return Completed(
        month=month,
        named=named,
        others=_others(counted) if counted else None,
        counted_at=counted.counted_at if counted else None,
    )


async def count(
    session: AsyncSession, head: Head, month: date, *, zone: ZoneInfo, now: datetime
) -> None:
    """Once, when the month is over and there is a number to tell: that they are few tells nothing
    that a later number could be compared with. Heads are not in it: they know what they were at.
    """
    if midnight(after(month), zone) > now or await _counted(session, head, month):
        return
    heads = set(await session.scalars(select(Head.person_id)))
    own = (await teachers(session, head)).keys() - heads
    consents = await _consents(session, own)
    others = unnamed(
        one
        for one in await _taken(session, own, month, zone=zone)
        if not naming.covering(consents[one.person_id], one.ended_at)
    )
    if others is None:
        return
    await session.execute(
        insert_into(session, HeadMonth)
        .values(
            month=month,
            person_id=head.person_id,
            school=head.school,
            city=head.city,
            people=others.people,
            hours=others.hours,
            themes=[[_kept(label), times] for label, times in others.themes],
            counted_at=now,
        )
        .on_conflict_do_nothing()
    )


def unnamed(took: Iterable[Took]) -> Others | None:
    """None where they are so few that they might be recognised, or nobody."""
    cells: defaultdict[Labels, Cell] = defaultdict(Cell)
    people: set[int] = set()
    hours = 0.0
    for one in took:
        theme = one.event.priority_field or next(iter(one.event.subjects), "")
        cells[frozenset({theme or Other.UNSAID})].add([one.event.id], [one.person_id])
        people.add(one.person_id)
        hours += one.hours
    if not people or is_few(len(people)):
        return None
    themes = grouped(cells, most=MOST_THEMES)
    return Others(len(people), round(hours, 2), [(one.label, one.registrations) for one in themes])


def _is_named(
    took: Took, own: Mapping[int, Workplace], consents: Mapping[int, Sequence[NamingConsent]]
) -> bool:
    there = own[took.person_id]
    in_force = naming.covering(consents[took.person_id], took.ended_at)
    return any(naming.is_open(one, there) for one in in_force)


async def _named(session: AsyncSession, took: Iterable[Took]) -> list[Named]:
    """By name, each with what they were at in its order."""
    of_person: defaultdict[int, list[Took]] = defaultdict(list)
    for one in took:
        of_person[one.person_id].append(one)
    people = await session.scalars(
        select(Person).where(Person.id.in_(of_person)).order_by(Person.name, Person.id)
    )
    return [Named(one, of_person[one.id]) for one in people]


async def _taken(
    session: AsyncSession, people: Collection[int], month: date, *, zone: ZoneInfo
) -> list[Took]:
    """Only from marks of attendance: to have been registered counts nothing."""
    rows = await session.execute(
        select(Registration.person_id, Event, Attendance)
        .join(Registration, Registration.event_id == Event.id)
        .join(Attendance, Attendance.registration_id == Registration.id)
        .where(
            Registration.person_id.in_(people),
            Registration.state == State.CONFIRMED,
            Event.status == Status.PUBLISHED,
            Event.over_at >= midnight(month, zone),
            Event.over_at < midnight(after(month), zone),
        )
        .order_by(Event.over_at, Event.id, Registration.person_id)
    )
    events: dict[tuple[int, int], Event] = {}
    marks: defaultdict[tuple[int, int], list[Attendance]] = defaultdict(list)
    for number, event, mark in rows:
        events[event.id, number] = event
        marks[event.id, number].append(mark)
    found = [
        Took(number, event, attended(shares(event), marks[event.id, number]))
        for (_, number), event in events.items()
    ]
    return [one for one in found if one.hours]


async def _consents(
    session: AsyncSession, people: Collection[int]
) -> Mapping[int, list[NamingConsent]]:
    found: defaultdict[int, list[NamingConsent]] = defaultdict(list)
    for one in await naming.all_of(session, people):
        found[one.person_id].append(one)
    return found


async def _counted(session: AsyncSession, head: Head, month: date) -> HeadMonth | None:
    """For this head or another one of the same school, whoever was first."""
    own = Workplace.of(head)
    rows = await session.scalars(
        select(HeadMonth).where(HeadMonth.month == month).order_by(HeadMonth.id)
    )
    for row in rows:
        is_theirs = row.person_id == head.person_id and own.is_that_of(row)
        if is_theirs or own.is_same(Workplace.of(row)):
            return row
    return None


def _others(counted: HeadMonth) -> Others:
    themes = [(_label(label), int(times or 0)) for label, times in counted.themes]
    return Others(counted.people, counted.hours, themes)


def _kept(label: Label) -> str:
    """As it is kept: what is no name of a theme begins with a star."""
    return f"*{label.value}" if isinstance(label, Other) else str(label)


def _label(kept: object) -> Label:
    name = str(kept)
    return Other(name[1:]) if name.startswith("*") else name
