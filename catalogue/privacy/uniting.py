"""One person in two rows, added by hand and come by themselves: staff say so, and they are one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Column,
    ColumnElement,
    PrimaryKeyConstraint,
    UniqueConstraint,
    and_,
    exists,
    func,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.learning.issuing import look_again
from catalogue.people.tables import Person
from catalogue.privacy.forgetting import forget
from catalogue.programme.tables import Event
from catalogue.registrations.notices import note
from catalogue.registrations.payments import payment_of
from catalogue.registrations.queue import IN_QUEUE, locked, move_up
from catalogue.registrations.refusals import RegistrationGone
from catalogue.registrations.rules import end
from catalogue.registrations.tables import NoticeKind, Registration, State
from catalogue.search.normalise import words

MOST = 8
#: From the best standing at an event to the worst.
_STANDINGS = (State.CONFIRMED, State.PENDING, State.OFFERED, State.WAITING, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who may be the same person, and whether a telephone or an e-mail says so too."""

    person: Person
    same_contact: bool


async def at_hand(session: AsyncSession, registration_id: int) -> tuple[Event, Person]:
    """At which event, and who, without a lock: people are locked before it. Raises
    RegistrationGone.
    """
    rows = await session.execute(
        select(Event, Person)
        .join(Registration, Registration.event_id == Event.id)
        .join(Person, Person.id == Registration.person_id)
        .where(Registration.id == registration_id, Person.forgotten_at.is_(None))
    )
    found = rows.one_or_none()
    if found is None:
        raise RegistrationGone
    event, person = found
    return event, person


async def candidates(session: AsyncSession, person: Person, *, centre_id: int) -> list[Candidate]:
    """People of the centre's events with the same name, telephone or e-mail; those first of whom a
    contact is the same. A name alone is no proof: somebody has to look.
    """
    contact = or_(
        and_(Person.telephone != "", Person.telephone == person.telephone),
        and_(Person.email != "", func.lower(Person.email) == person.email.lower()),
    )
    at_the_centre = (
        exists()
        .where(Registration.person_id == Person.id, Event.centre_id == centre_id)
        .where(Event.id == Registration.event_id)
    )
    rows = await session.execute(
        select(Person, contact)
        .where(Person.id != person.id, Person.forgotten_at.is_(None), at_the_centre)
        # Words that are the same in another spelling are as long: few names are looked at here.
        .where(or_(contact, func.length(Person.name) == len(person.name)))
        .order_by(Person.id)
    )
    found = [
        Candidate(one, bool(same)) for one, same in rows if same or _same_name(one.name, person)
    ]
    return sorted(found, key=lambda one: not one.same_contact)[:MOST]


async def centres_of(session: AsyncSession, person: Person) -> set[int]:
    """At whose events they are, or were."""
    rows = await session.scalars(
        select(Event.centre_id).join(Registration).where(Registration.person_id == person.id)
    )
    return set(rows)


async def unite(
    session: AsyncSession, *, gone: Person, kept: Person, event: Event, by: Person, now: datetime
) -> bool:
    """All that is kept of the one added by hand becomes the other's. False where it cannot be.

    Where both are at an event, the better state holds, and a seat that comes free goes to the
    queue: never are there more than before. People are locked before events, as in a turn.
    """
    people = select(Person).where(Person.id.in_([gone.id, kept.id])).order_by(Person.id)
    await session.execute(
        people.with_for_update(key_share=True).execution_options(populate_existing=True)
    )
    if gone.telegram_id is not None or gone.forgotten_at or kept.forgotten_at or gone is kept:
        return False
    for event_id in await _events(session, gone):
        held = await locked(session, event_id)
        await _unite_at(session, held, gone, kept, now=now)
    await _hand_over(session, "people", "person_id", gone=gone.id, kept=kept.id)
    kept.telephone, kept.email = kept.telephone or gone.telephone, kept.email or gone.email
    await forget(session, person=gone, now=now)
    journal.note(session, Deed.PEOPLE_UNITED, by=by, now=now, event=event, about=kept)
    await session.flush()
    return True


async def _events(session: AsyncSession, person: Person) -> Sequence[int]:
    """In one order always, so that two of these cannot wait for each other."""
    query = select(Registration.event_id).where(Registration.person_id == person.id)
    return (await session.scalars(query.order_by(Registration.event_id))).all()


async def _unite_at(
    session: AsyncSession, event: Event, gone: Person, kept: Person, *, now: datetime
) -> None:
    rows = await session.scalars(
        select(Registration)
        .where(Registration.event_id == event.id, Registration.person_id.in_([gone.id, kept.id]))
        .execution_options(populate_existing=True)
    )
    own = {one.person_id: one for one in rows}
    other, mine = own[gone.id], own.get(kept.id)
    is_open = event.is_to_come(now)
    if mine is None:
        other.remind_at = now if is_open and other.state is State.CONFIRMED else None
        return
    is_better = _take_better(mine, other)
    if is_better and is_open and mine.state is State.CONFIRMED:
        mine.remind_at = now
        note(session, mine, NoticeKind.SEAT_GIVEN, now=now)
    await _unite_payments(session, mine, other)
    end(other, now=now)
    await session.flush()
    if await _hand_over(session, "registrations", None, gone=other.id, kept=mine.id):
        await session.delete(other)
        await session.flush()
    await move_up(session, event=event, now=now)
    await look_again(session, event)


def _take_better(mine: Registration, other: Registration) -> bool:
    """Whether the other's was the better one. Of two seats the own one keeps its ticket, on which
    links to pass it on and requests to be let go hang.
    """
    is_better = _STANDINGS.index(other.state) < _STANDINGS.index(mine.state)
    if is_better:
        mine.state, mine.changed_at, mine.offer_until = other.state, other.changed_at, None
        mine.ticket = other.ticket
    elif other.state is mine.state and mine.state in IN_QUEUE:
        mine.ticket = min(mine.ticket, other.ticket)
    mine.joined_at = min(mine.joined_at, other.joined_at)
    mine.access_need = mine.access_need or other.access_need
    return is_better


async def _unite_payments(session: AsyncSession, mine: Registration, other: Registration) -> None:
    """What one of them does not say, the other may; what was paid stays paid."""
    told, too = await payment_of(session, mine), await payment_of(session, other)
    if told is None or too is None:
        return
    if told.payer is None:
        told.payer, told.said_at = too.payer, too.said_at
        told.school, told.contact = too.school, too.contact
    if told.paid_at is None:
        told.paid_at, told.ticked_by = too.paid_at, too.ticked_by
    await session.delete(too)


async def _hand_over(
    session: AsyncSession, table: str, named: str | None, *, gone: int, kept: int
) -> bool:
    """Whatever points at the one row points at the other from now on, but for what that one has of
    its own already. Whether nothing is left that points at the first.
    """
    left = 0
    for column in _pointing_at(table, named):
        await session.execute(
            update(column.table)
            .where(column == gone, *(not_(one) for one in _taken(column, kept)))
            .values({column.name: kept})
        )
        left += await session.scalar(select(func.count()).where(column == gone)) or 0
    return left == 0


def _pointing_at(table: str, named: str | None) -> Iterator[Column[int]]:
    """Columns of every table of the house, of that name where one is said; the journal is never
    changed.
    """
    target = Person.metadata.tables[table].c.id
    for one in Person.metadata.sorted_tables:
        if one.name != JournalEntry.__tablename__:
            yield from (
                column
                for column in one.columns
                if named in {None, column.name} and column.references(target)
            )


def _taken(column: Column[int], kept: int) -> Iterator[ColumnElement[bool]]:
    """For each rule of there being only one: that the other has it already."""
    table = column.table
    only_one = (UniqueConstraint, PrimaryKeyConstraint)
    rules = [
        *(one for one in table.constraints if isinstance(one, only_one)),
        *(one for one in table.indexes if one.unique),
    ]
    for columns in (list(one.columns) for one in rules):
        if column in columns:
            twin = table.alias()
            same = [twin.c[one.name] == one for one in columns if one is not column]
            yield exists().where(twin.c[column.name] == kept, *same)


def _same_name(name: str, person: Person) -> bool:
    return bool(name) and sorted(words(name)) == sorted(words(person.name))
