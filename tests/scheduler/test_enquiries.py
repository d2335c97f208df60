"""Questions to coordinators in the outbox."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from catalogue.database import Database
from catalogue.enquiries import rules
from catalogue.enquiries.tables import Enquiry, EnquiryRecipient
from catalogue.people.tables import Person
from scheduler.enquiries import enquiries
from scheduler.outbox import Outgoing, Priority, SendState
from tests.catalogue.enquiries.made_up import an_enquiry, staff
from tests.factories import NOW, a_centre, a_person, kept
from tests.scheduler.test_notices import rows
from tests.scheduler.watching import a_watch

OWNER = 9_000_001
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NIGHT, MORNING = NOW.replace(hour=23), (NOW + DAY).replace(hour=7, minute=30)
WATCHED = frozenset({OWNER})


async def asked(
    database: Database, now: datetime = NOW, *, names: int = 2
) -> tuple[int, list[int]]:
    """The number of a question at a centre, and who answers there."""

    async def work(session: Any) -> tuple[int, list[int]]:
        centre, ona, owner = a_centre(), a_person(telegram_id=7), a_person(telegram_id=OWNER)
        await kept(session, centre, ona, owner)
        people = [await staff(session, centre) for _ in range(names)]
        enquiry = await an_enquiry(session, ona, now=now, centre_id=centre.id)
        return enquiry.id, [one.id for one in people]

    return await database.write(work)


async def answered(database: Database, number: int, *, by: int, now: datetime = NOW) -> None:
    async def work(session: Any) -> None:
        enquiry = await rules.still_open(session, number)
        await rules.reply(session, enquiry, "Yra.", by=await session.get_one(Person, by), now=now)

    await database.write(work)


async def test_a_question_goes_to_those_who_answer_and_comes_back(database: Database) -> None:
    """Once to each, however often the clock looks; then the answer to the person, and in the place
    of every question what became of it.
    """
    number, (rasa, rita) = await asked(database)
    tick = enquiries(a_watch(database, owner_ids=WATCHED))
    for _ in range(2):
        await tick.work(NOW)
    first = await rows(database)
    assert [one.key for one in first] == [f"enquiry:{number}:{rasa}", f"enquiry:{number}:{rita}"]
    assert {(one.recipe_kind, one.priority) for one in first} == {("enquiry", Priority.URGENT)}
    await answered(database, number, by=rasa)
    for _ in range(2):
        await tick.work(NOW)
    told = (await rows(database))[2:]
    assert [(one.recipe_kind, one.chat_id == 7) for one in told] == [
        ("enquiry_answer", True),
        ("enquiry_settled", False),
        ("enquiry_settled", False),
    ]
    assert [one.edits for one in told] == [None, *(one.key for one in first)]


async def test_what_one_leaves_goes_on_to_others(database: Database) -> None:
    """To the owner where nobody else is there; then nobody is left, and it stays as it is."""
    number, _ = await asked(database, names=1)
    tick = enquiries(a_watch(database, owner_ids=WATCHED))
    await tick.work(NOW)

    async def leave(session: Any) -> None:
        enquiry = await rules.still_open(session, number)
        for row in (await session.scalars(select(EnquiryRecipient))).all():
            by = await session.get_one(Person, row.person_id)
            await rules.leave_to_others(session, enquiry, by=by, now=NOW)

    for chats in (2, 2):
        await database.write(leave)
        await tick.work(NOW)
        assert len(await rows(database)) == chats
    assert (await rows(database))[1].chat_id == OWNER


async def test_it_waits_until_somebody_is_there(sqlite_database: Database) -> None:
    """A centre without staff, and no owner who has ever written to us."""
    await asked(sqlite_database, names=0)
    tick = enquiries(a_watch(sqlite_database))
    await tick.work(NOW)
    assert await rows(sqlite_database) == []
    await enquiries(a_watch(sqlite_database, owner_ids=WATCHED)).work(NOW)
    assert [one.chat_id for one in await rows(sqlite_database)] == [OWNER]


async def test_nobody_is_woken(sqlite_database: Database) -> None:
    """Neither who is asked nor who gets the answer."""
    number, (rasa,) = await asked(sqlite_database, NIGHT, names=1)
    tick = enquiries(a_watch(sqlite_database))
    await tick.work(NIGHT)
    await answered(sqlite_database, number, by=rasa, now=NIGHT)
    await tick.work(NIGHT)
    question, answer, _ = await rows(sqlite_database)
    assert (question.not_before, answer.not_before) == (MORNING, MORNING)


async def test_who_answered_hears_that_it_did_not_arrive(database: Database) -> None:
    """Once; the answer is kept."""
    number, (rasa,) = await asked(database, names=1)
    tick = enquiries(a_watch(database))
    await tick.work(NOW)
    await answered(database, number, by=rasa)
    await tick.work(NOW)

    async def block(session: Any) -> None:
        of_answer = Outgoing.recipe_kind == "enquiry_answer"
        await session.execute(update(Outgoing).where(of_answer).values(state=SendState.FAILED))

    await database.write(block)
    for _ in range(2):
        await tick.work(NOW)
    told = [one.key for one in await rows(database) if one.recipe_kind == "enquiry_unreached"]
    assert told == [f"enquiry_unreached:{number}"]

    async def answer(session: Any) -> str:
        return str((await session.get_one(Enquiry, number)).answer)

    assert await database.read(answer) == "Yra."


@pytest.mark.parametrize(
    ("after", "reminded"),
    [
        (DAY, 0),
        (4 * DAY - 3 * HOUR, 0),
        (4 * DAY, 1),
        (4 * DAY + 3 * HOUR, 0),
        (6 * DAY, 0),
    ],
)
async def test_staff_are_reminded_in_the_morning(
    sqlite_database: Database, after: timedelta, reminded: int
) -> None:
    """Of what was asked on Sunday not before Wednesday; at no other hour, on no Saturday, and once
    a day.
    """
    await asked(sqlite_database, names=1)
    tick = enquiries(a_watch(sqlite_database))
    await tick.work(NOW)
    for minutes in (0, 30):
        await tick.work(NOW + after + timedelta(minutes=minutes))
    waiting = [one for one in await rows(sqlite_database) if one.recipe_kind == "enquiries_waiting"]
    assert len(waiting) == reminded
