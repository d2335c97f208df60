"""Who takes part in an event, as its staff look at it: in parts, searched, one by one."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.participants.phoning import is_phoned
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.people.traits import traits_of
from catalogue.programme.tables import Event
from catalogue.registrations.leaving import asks_to_leave, request_of
from catalogue.registrations.links import passed_by, passed_to, was_passed_on
from catalogue.registrations.payments import payment_of
from catalogue.registrations.queue import TAKES_PART, place_of
from catalogue.registrations.tables import (
    LeaveRequest,
    Notice,
    Payment,
    Registration,
    State,
)
from catalogue.search.normalise import fold

_ALPHABET = "aąbcčdeęėfghiįyjklmnopqrsštuųūvwxzž"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}


class Part(enum.StrEnum):
    """One part of the list: those in a state, those who came without a registration, or those whom
    only a telephone reaches.
    """

    CONFIRMED = "c"
    WALKED_IN = "i"
    PENDING = "p"
    OFFERED = "o"
    WAITING = "w"
    CANCELLED = "x"
    TO_PHONE = "t"


_STATES: Mapping[Part, State] = {
    Part.CONFIRMED: State.CONFIRMED,
    Part.PENDING: State.PENDING,
    Part.OFFERED: State.OFFERED,
    Part.WAITING: State.WAITING,
    Part.CANCELLED: State.CANCELLED,
}
_PARTS = {state: part for part, state in _STATES.items()}


def part_of(state: State, *, walked_in: bool) -> Part:
    """Where one in this state stands; who came without a registration stands apart."""
    return Part.WALKED_IN if walked_in and state is State.CONFIRMED else _PARTS[state]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line of the list. `is_reached` is whether what is told by Telegram gets through.

    `passed_on` has given the seat to a colleague; `asks_to_leave` waits for an answer; `is_phoned`
    has heard by telephone all there is to hear; who `walked_in` had no registration.
    """

    registration_id: int
    person_id: int
    state: State
    ticket: int
    joined_at: datetime
    changed_at: datetime
    access_need: str
    name: str
    school: str
    telephone: str
    email: str
    is_added: bool
    is_reached: bool
    passed_on: bool = False
    asks_to_leave: bool = False
    is_phoned: bool = False
    walked_in: bool = False

    def is_of(self, part: Part) -> bool:
        if part is Part.TO_PHONE:
            is_told = self.is_reached or self.is_phoned
            return not is_told and self.state is not State.CANCELLED
        return part is part_of(self.state, walked_in=self.walked_in)

    def answers(self, words: str, *, by_school: bool) -> bool:
        return answers(words, self.name, self.school if by_school else "")


async def everybody(session: AsyncSession, event: Event) -> list[Listed]:
    """All who ever joined and have not been forgotten: the queue in its order, and whoever has
    gone by when; all others by surname, and last those who came without a registration.
    """
    school = and_(PersonTrait.person_id == Person.id, PersonTrait.kind == Trait.SCHOOL)
    rows = await session.execute(
        select(
            Registration, Person, PersonTrait.value, was_passed_on(), asks_to_leave(), is_phoned()
        )
        .join(Person, Person.id == Registration.person_id)
        .outerjoin(PersonTrait, school)
        .where(Registration.event_id == event.id, Person.forgotten_at.is_(None))
        .execution_options(populate_existing=True)
    )
    found = [
        _listed(
            own,
            person,
            told or "",
            passed_on=bool(passed),
            asks_to_leave=bool(asks),
            is_phoned=bool(phoned),
        )
        for own, person, told, passed, asks, phoned in rows
    ]
    return sorted(found, key=_order)


def answers(words: str, name: str, school: str) -> bool:
    """Whether each word, or piece of a word, stands in the name or in the school."""
    where = fold(f"{name} {school}")
    return all(word in where for word in fold(words).split())


def by_surname(name: str) -> tuple[list[int], list[int]]:
    """To sort by: the last word, then the rest, in the order of the Lithuanian alphabet."""
    first, _, last = name.lower().rpartition(" ")
    return _ranks(last), _ranks(first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that staff see of one who takes part. `told` is the newest notice, where there is one;
    `passed_to` and `passed_by` the colleague whose seat it is now, or was. `leaving` is what one
    who still takes part has asked.
    """

    place: int | None
    traits: Mapping[Trait, Sequence[str]]
    payment: Payment | None
    added_by: Person | None
    told: Notice | None
    passed_to: Person | None = None
    passed_by: Person | None = None
    leaving: LeaveRequest | None = None


async def known_of(session: AsyncSession, own: Registration, person: Person) -> Known:
    voucher = person.vouched_by
    newest = select(Notice).where(Notice.registration_id == own.id).order_by(Notice.id.desc())
    return Known(
        place=await place_of(session, own),
        traits=await traits_of(session, person),
        payment=await payment_of(session, own),
        added_by=await session.get(Person, voucher) if voucher else None,
        told=await session.scalar(newest.limit(1)),
        passed_to=await passed_to(session, own),
        passed_by=await passed_by(session, own),
        leaving=await request_of(session, own) if own.state in TAKES_PART else None,
    )


def is_reached(person: Person) -> bool:
    """Whether Telegram brings them what they are told."""
    return person.telegram_id is not None and person.unreachable_since is None


def _listed(
    own: Registration,
    person: Person,
    school: str,
    *,
    passed_on: bool,
    asks_to_leave: bool,
    is_phoned: bool,
) -> Listed:
    return Listed(
        registration_id=own.id,
        person_id=person.id,
        state=own.state,
        ticket=own.ticket,
        joined_at=own.joined_at,
        changed_at=own.changed_at,
        access_need=own.access_need,
        name=person.name,
        school=school,
        telephone=person.telephone,
        email=person.email,
        is_added=person.telegram_id is None,
        is_reached=is_reached(person),
        passed_on=passed_on,
        asks_to_leave=asks_to_leave,
        is_phoned=is_phoned,
        walked_in=own.walked_in,
    )


def _order(one: Listed) -> tuple[object, ...]:
    if one.state in {State.WAITING, State.OFFERED}:
        return (1, one.state is State.WAITING, one.ticket)
    if one.state is State.CANCELLED:
        return (2, -one.changed_at.timestamp(), one.registration_id)
    return (0, one.walked_in, *by_surname(one.name), one.registration_id)


def _ranks(word: str) -> list[int]:
    """Letters of other alphabets stand where they would without their marks, or at the end."""
    return [_RANK.get(letter, _RANK.get(fold(letter), len(_RANK))) for letter in word]
