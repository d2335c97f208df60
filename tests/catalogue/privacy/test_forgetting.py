"""Forgetting a person."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.schema import METADATA
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.database import Database
from catalogue.glossary.tables import TaughtWord
from catalogue.heads.tables import Head, NamingConsent
from catalogue.participants.adding import add
from catalogue.participants.pasted import Pasted
from catalogue.people.rules import meet
from catalogue.people.tables import Person, PersonTrait, Role, StaffMember, Trait
from catalogue.privacy.forgetting import forget, forget_added
from catalogue.registrations import rules
from catalogue.registrations.decisions import case_of
from catalogue.registrations.tables import Registration, State
from catalogue.subscriptions.tables import Rhythm, Subscription
from tests.catalogue.practice.made_up import an_example
from tests.catalogue.registrations.test_queue import C, W, queued
from tests.factories import NOW, a_person, an_event, kept

TELEGRAM_ID = 512_340_777


async def _with_a_past(session: AsyncSession) -> tuple[int, int]:
    """Ona, once at a seminar with a need of hers, in a coming one with Jonas waiting, and staff."""
    ona = a_person(telegram_id=TELEGRAM_ID, name="Ona Petraitienė", language="lt")
    jonas = a_person(name="Jonas Jonaitis")
    past = an_event(starts=NOW + timedelta(hours=1))
    coming = an_event(seats=1)
    await kept(session, ona, jonas, past, coming)
    for event in (past, coming):
        joined = await rules.join(session, event_id=event.id, person=ona, now=NOW)
        joined.registration.access_need = "Petraitienei vieta prie lango"
    await rules.join(session, event_id=coming.id, person=jonas, now=NOW)
    member = StaffMember(person_id=ona.id, role=Role.COORDINATOR, since=NOW, centre_id=None)
    example = an_example(past, ona, words="Petraitienės klasė rašė kriterijus")
    await kept(session, member, example, *_said_by(ona))
    return ona.id, jonas.id


def _said_by(ona: Person) -> list[Any]:
    """What she told of her work, asked to hear of, wrote to others, and taught."""
    ona.telephone = "+37061234567"
    return [
        PersonTrait(person_id=ona.id, kind=Trait.SCHOOL, value="Vieversių", key="vieversiu"),
        Head(person_id=ona.id, school="Vieversių", city="", said_at=NOW),
        NamingConsent(person_id=ona.id, school="Vieversių", city="", given_at=NOW),
        Subscription(
            person_id=ona.id, words="keramika", rhythm=Rhythm.ONCE, since=NOW, ended_at=NOW
        ),
        Announcement(
            author_id=ona.id,
            state=AnnouncementState.SENDING,
            text="Kviečiame!",
            created_at=NOW,
            body_id=None,
        ),
        TaughtWord(
            said="kahutas",
            meant="Kahoot",
            said_key="kahut",
            meant_key="kahoot",
            taught_by=ona.id,
            taught_at=NOW,
        ),
    ]


async def _everything(session: AsyncSession) -> str:
    """All columns of all rows of all tables."""
    rows: list[Any] = []
    for table in METADATA.sorted_tables:
        rows += (await session.execute(select(table))).all()
    return "\n".join(map(str, rows))


async def test_forget_leaves_nothing_that_tells_who_it_was(database: Database) -> None:
    """Neither the name, nor the numbers, nor a word of theirs is found in any table."""
    number, _ = await database.write(_with_a_past)
    before = await database.read(_everything)
    traces = ("Petraitien", str(TELEGRAM_ID), "lango", "+3706", "vieversi", "keramika", "Kvieč")
    assert [trace for trace in traces if trace not in before] == []

    async def let_go(session: AsyncSession) -> None:
        person = await session.get_one(Person, number)
        await forget(session, person=person, now=NOW + timedelta(days=2))

    await database.write(let_go)
    after = await database.read(_everything)
    assert [trace for trace in traces if trace in after] == []


async def test_forget_keeps_the_counts_and_frees_the_seat(database: Database) -> None:
    """The past still counts one; the coming seat goes to the next in the queue."""
    number, jonas = await database.write(_with_a_past)
    later = NOW + timedelta(days=2)

    async def let_go(session: AsyncSession) -> None:
        await forget(session, person=await session.get_one(Person, number), now=later)

    await database.write(let_go)

    async def look(session: AsyncSession) -> tuple[list[State], datetime | None, int]:
        each = select(Registration).order_by(Registration.event_id)
        own = each.where(Registration.person_id == number)
        states = [one.state for one in await session.scalars(own)]
        next_one = await session.scalars(each.where(Registration.person_id == jonas))
        assert [one.state for one in next_one][-1] is State.CONFIRMED
        person = await session.get_one(Person, number)
        staff = await session.scalar(select(func.count()).select_from(StaffMember))
        return states, person.forgotten_at, staff or 0

    assert await database.read(look) == ([State.CONFIRMED, State.CANCELLED], later, 0)


async def test_what_somebody_taught_stays_without_them(database: Database) -> None:
    """The search goes on understanding the word; whose it was is no longer told."""
    number, _ = await database.write(_with_a_past)

    async def let_go(session: AsyncSession) -> None:
        await forget(session, person=await session.get_one(Person, number), now=NOW)

    await database.write(let_go)
    words = await database.read(lambda session: session.get_one(TaughtWord, 1))
    assert (words.said, words.taught_by) == ("kahutas", None)


async def test_who_was_forgotten_comes_back_as_a_stranger(database: Database) -> None:
    """The same Telegram makes a new person without a name; the old row stays for the counts."""
    number, _ = await database.write(_with_a_past)

    async def let_go(session: AsyncSession) -> None:
        await forget(session, person=await session.get_one(Person, number), now=NOW)

    await database.write(let_go)

    async def meet_again(session: AsyncSession) -> int:
        again = await meet(session, telegram_id=TELEGRAM_ID, client_language="lt", now=NOW)
        return again.id

    assert await database.write(meet_again) != number


async def test_staff_delete_only_those_they_added(database: Database) -> None:
    """Nothing tells who it was, and the seat goes on; everyone else does it in their own chat."""

    async def work(session: Any) -> None:
        event, people = await queued(session, [C, W], starts=NOW + timedelta(days=20), seats=2)
        given = Pasted("Elena Elenaitė", "Akmenės gimnazija", "elena@pastas.lt", "+37060000000")
        joined = await add(session, event=event, given=given, by=people[0], now=NOW)
        case = await case_of(session, joined.registration.id, by=people[0], now=NOW)
        assert await forget_added(session, case=case)
        person = case.person
        assert (person.name, person.email, person.telephone, person.vouched_by) == (
            *("", "", ""),
            None,
        )
        assert person.forgotten_at == NOW
        own = await case_of(session, 1, by=people[0], now=NOW)
        assert not await forget_added(session, case=own)

    await database.write(work)
