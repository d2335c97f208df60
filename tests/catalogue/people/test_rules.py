import asyncio
from datetime import datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.refusals import NotAName
from catalogue.people.rules import clean_name, meet
from catalogue.people.tables import Person
from catalogue.registrations import decisions, rules
from catalogue.registrations.tables import State
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
