"""What staff decide about one who takes part or waits; told to the person, noted in the journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.notices import note
from catalogue.registrations.queue import (
    IN_QUEUE,
    confirm,
    free_seats,
    locked,
    move_up,
    to_the_front,
)
from catalogue.registrations.refusals import RegistrationGone
from catalogue.registrations.rules import end
from catalogue.registrations.tables import NoticeKind, Registration, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One person's registration before one of staff; the event is locked."""

    event: Event
    own: Registration
    person: Person
    by: Person
    now: datetime

    @property
    def is_open(self) -> bool:
        """What has started or is off is decided no more."""
        return self.event.is_to_come(self.now)


async def case_of(
    session: AsyncSession, registration_id: int, *, by: Person, now: datetime
) -> Case:
    """As things are now. Raises RegistrationGone."""
    event_id = await session.scalar(
        select(Registration.event_id).where(Registration.id == registration_id)
    )
    if event_id is None:
        raise RegistrationGone
    event = await locked(session, event_id)
    rows = await session.execute(
        select(Registration, Person)
        .join(Person, Person.id == Registration.person_id)
        .where(Registration.id == registration_id)
        .execution_options(populate_existing=True)
    )
    own, person = rows.one()
    if person.forgotten_at is not None:
        raise RegistrationGone
    return Case(event=event, own=own, person=person, by=by, now=now)


# Each of these returns whether there still was anything to decide: a colleague may have been
# quicker, and old buttons are pressed too.


async def approve(session: AsyncSession, case: Case) -> bool:
    if case.own.state is not State.PENDING or not case.is_open:
        return False
    confirm(case.own, now=case.now)
    await decided(session, case, Deed.REGISTRATION_APPROVED, NoticeKind.APPROVED)
    return True


async def reject(session: AsyncSession, case: Case) -> bool:
    """The seat that was kept for them goes to the next in the queue."""
    if case.own.state is not State.PENDING or not case.is_open:
        return False
    end(case.own, now=case.now)
    await decided(session, case, Deed.REGISTRATION_REJECTED, NoticeKind.REJECTED)
    await move_up(session, event=case.event, now=case.now)
    return True


async def goes_over(session: AsyncSession, case: Case) -> bool:
    """Whether a seat given to this one would be one more than there are."""
    return case.own.state is State.WAITING and await free_seats(session, case.event) == 0


async def give_seat(session: AsyncSession, case: Case) -> bool:
    """Past the queue, also where no seat is free: whoever presses has been asked about that."""
    if case.own.state not in IN_QUEUE or not case.is_open:
        return False
    over = await goes_over(session, case)
    confirm(case.own, now=case.now)
    await decided(session, case, Deed.SEAT_GIVEN, NoticeKind.SEAT_GIVEN, over=over)
    return True


async def put_first(session: AsyncSession, case: Case) -> bool:
    """First of those who wait; a seat that is free goes to them."""
    if not case.is_open or not await to_the_front(session, event=case.event, own=case.own):
        return False
    _note(session, case, Deed.PUT_FIRST)
    await move_up(session, event=case.event, now=case.now)
    return True


async def take_off(session: AsyncSession, case: Case) -> bool:
    """Out of the event for good, whatever the limit of leaving; the queue moves."""
    if case.own.state is State.CANCELLED or not case.is_open:
        return False
    end(case.own, now=case.now)
    await decided(session, case, Deed.TAKEN_OFF, NoticeKind.TAKEN_OFF)
    await move_up(session, event=case.event, now=case.now)
    return True


def set_approval(
    session: AsyncSession, *, event: Event, wanted: bool, by: Person, now: datetime
) -> None:
    """Whether who joins from now on waits for an approval; nothing changes for those who are in."""
    if event.needs_approval is not wanted:
        changed = journal.differences([("needs_approval", event.needs_approval, wanted)])
        journal.note(session, Deed.EVENT_CHANGED, by=by, now=now, event=event, changed=changed)
        event.needs_approval = wanted


async def decided(
    session: AsyncSession, case: Case, deed: Deed, kind: NoticeKind, **facts: Any
) -> None:
    """Told to the person, noted in the journal."""
    note(session, case.own, kind, now=case.now)
    _note(session, case, deed, **facts)
    await session.flush()


def _note(session: AsyncSession, case: Case, deed: Deed, **facts: Any) -> None:
    journal.note(
        session,
        deed,
        by=case.by,
        now=case.now,
        event=case.event,
        about=case.person,
        **facts,
    )
