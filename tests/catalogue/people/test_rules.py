import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.schema import METADATA
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.database import Database
from catalogue.glossary.tables import TaughtWord
from catalogue.people.refusals import NotAName
from catalogue.people.rules import clean_name, meet
from catalogue.people.tables import Person, PersonTrait, Role, StaffMember, Trait
from catalogue.privacy.forgetting import forget
from catalogue.registrations import decisions, rules
from catalogue.registrations.tables import Registration, State
from catalogue.subscriptions.tables import Rhythm, Subscription
from tests.factories import NOW, a_person, an_event, kept

TELEGRAM_ID = 512_340_777
NAMES = [
    ("Ona Petraitienė", "Ona Petraitienė"),
    ("  ona \n PETRAITIENĖ-Kazlauskė ", "ona PETRAITIENĖ-Kazlauskė"),
    ("Karel Čapek", "Karel Čapek"),
    ("O'Brien Anna", "O'Brien Anna"),
    ("Anna O’Brien", "Anna O’Brien"),
    ("Jean-Luc Picard", "Jean-Luc Picard"),
    ("Ana Maria de la Cruz", "Ana Maria de la Cruz"),
    ("J. R. R. Tolkien", "J. R. R. Tolkien"),
    ("Ugnė S.-Petraitytė", "Ugnė S.-Petraitytė"),
    ("Li Na", "Li Na"),
    ("Yu O", "Yu O"),
    ("Æmilia Ørsted", "Æmilia Ørsted"),
    ("Анна Петрова", "Анна Петрова"),
    ("राम शर्मा", "राम शर्मा"),
    ("Z\u030cymante\u0307 Petrauskaite\u0307", "Žymantė Petrauskaitė"),
    (
        "Ū\u0303la J\u0328onaitė",
        "Ū\u0303la J\u0328onaitė",
    ),  # accents that have no letter of their own
    ("A" * 50 + " " + "B" * 49, "A" * 50 + " " + "B" * 49),
]
NOT_NAMES = [
    "", " ", "Ona", "Ona -", "- Ona", ". . .", "-- --", "' '", "A B",
    "Ona 2 Petraitienė", "1234 5678", "Ona Petraitienė <b>", "Ona Petraitienė & Jonas",
    "https://example.org/x y", "ona@centras.lt Petraitienė", "www.x.lt/a b", "/start Ona",
    "Ona 🙂", "🙂 🙂", "o kada tai bus?", "Petraitienė, Ona", "=cmd|' A",
    "\u202eOna Petraitienė", "Ona\u200b Petraitienė", "Ona\u0000 Petraitienė",
    "Onutė " * 34, "A" * 50 + " " + "B" * 50,
]  # fmt: skip


@pytest.mark.parametrize(("written", "name"), NAMES)
def test_a_name_is_kept_as_written(written: str, name: str) -> None:
    """With single spaces and accents joined to their letters; nobody's name is corrected."""
    assert clean_name(written) == name


@pytest.mark.parametrize("written", NOT_NAMES)
def test_what_is_no_name_is_asked_for_again(written: str) -> None:
    """One word, digits, links, smileys, marks nobody sees, and what is too long for a list."""
    with pytest.raises(NotAName) as refused:
        clean_name(written)
    assert refused.value.written == written


async def _meet(database: Database, telegram_id: int = TELEGRAM_ID, client: str = "lt") -> int:
    async def work(session: AsyncSession) -> int:
        person = await meet(session, telegram_id=telegram_id, client_language=client, now=NOW)
        return person.id

    return await database.write(work)


async def test_meet_knows_a_person_again(database: Database) -> None:
    """A second word makes no second person, and the language of Telegram may change meanwhile."""
    first = await _meet(database)
    assert await _meet(database, client="en") == first
    assert await _meet(database, telegram_id=1) != first

    async def look(session: AsyncSession) -> tuple[str, str, datetime]:
        person = await session.get_one(Person, first)
        return person.client_language, person.name, person.met_at

    assert await database.read(look) == ("en", "", NOW)


async def test_meet_makes_one_person_of_many_at_once(database: Database) -> None:
    """Twenty updates of one newcomer at the same moment find the same row, in turn."""
    assert len(set(await asyncio.gather(*(_meet(database) for _ in range(20))))) == 1

    async def count(session: AsyncSession) -> int:
        return await session.scalar(select(func.count()).select_from(Person)) or 0

    assert await database.read(count) == 1


async def test_meet_lets_staff_note_something_of_the_person(postgres_database: Database) -> None:
    """Staff who hold the event go on where the person waits for it: no deadlock of the two."""
    joined, met, holds = await _joined(postgres_database), asyncio.Event(), asyncio.Event()

    async def approve(session: AsyncSession) -> bool:
        by = await meet(session, telegram_id=1, client_language="lt", now=NOW)
        case = await decisions.case_of(session, joined.registration.id, by=by, now=NOW)
        holds.set()
        await met.wait()
        return await decisions.approve(session, case)

    async def leave(session: AsyncSession) -> State:
        await holds.wait()
        person = await meet(session, telegram_id=TELEGRAM_ID, client_language="lt", now=NOW)
        met.set()
        own = await rules.leave(session, event_id=joined.event.id, person=person, now=NOW)
        return own.state

    done = await asyncio.gather(*map(postgres_database.write, (approve, leave)))
    assert done == [True, State.CANCELLED]


async def _joined(database: Database) -> rules.Joined:
    async def work(session: AsyncSession) -> rules.Joined:
        event, person = an_event(needs_approval=True), a_person(telegram_id=TELEGRAM_ID)
        await kept(session, event, person)
        return await rules.join(session, event_id=event.id, person=person, now=NOW)

    return await database.write(work)


async def test_meet_holds_the_person_until_the_turn_is_over(database: Database) -> None:
    """A second update of the same person sees what the first has changed, and never half of it."""
    await _meet(database)
    inside = asyncio.Event()

    async def slow(session: AsyncSession) -> None:
        person = await meet(session, telegram_id=TELEGRAM_ID, client_language="lt", now=NOW)
        inside.set()
        await asyncio.sleep(0.05)
        person.name = "Ona Petraitienė"

    async def next_one(session: AsyncSession) -> str:
        person = await meet(session, telegram_id=TELEGRAM_ID, client_language="lt", now=NOW)
        return person.name

    first = asyncio.ensure_future(database.write(slow))
    await inside.wait()
    assert await database.write(next_one) == "Ona Petraitienė"
    await first


async def test_meet_revives_one_who_was_away(database: Database) -> None:
    """Who writes to us can be reached again."""
    await database.write(
        lambda session: kept(session, a_person(telegram_id=TELEGRAM_ID, unreachable_since=NOW))
    )
    number = await _meet(database)

    async def look(session: AsyncSession) -> datetime | None:
        return (await session.get_one(Person, number)).unreachable_since

    assert await database.read(look) is None


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
    await kept(session, member, *_said_by(ona))
    return ona.id, jonas.id


def _said_by(ona: Person) -> list[Any]:
    """What she told of her work, asked to hear of, wrote to others, and taught."""
    ona.telephone = "+37061234567"
    return [
        PersonTrait(person_id=ona.id, kind=Trait.SCHOOL, value="Vieversių", key="vieversiu"),
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
    assert await _meet(database) != number
