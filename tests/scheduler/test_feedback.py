"""How events were, in the outbox: whom it is asked of, and what staff hear."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.event import listen

from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.people.tables import Lecturing, Person
from catalogue.quality import rules
from catalogue.quality.tables import FeedbackAsked
from catalogue.quality.times import OPEN_FOR
from catalogue.registrations.tables import Registration
from scheduler.feedback import feedback
from scheduler.outbox import Priority
from tests.catalogue.quality.made_up import GOOD, answered, asked, held
from tests.factories import NOW, a_person, kept
from tests.scheduler.test_notices import rows
from tests.scheduler.watching import a_watch

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BAD = (1, 1, 1, 1, 1)


async def test_asked_after_the_quiet_hours_and_reminded_once(database: Database) -> None:
    """However often the clock looks; both are of no more use when nothing can be said any more."""
    evening = NOW.replace(hour=22)

    async def over(session: Any) -> list[int]:
        presences = Presence.PRESENT, Presence.LATE, Presence.ABSENT
        _, own = await held(session, *presences, starts=evening - 4 * HOUR)
        return [one.id for one in own]

    first, second, missed = await database.write(over)
    tick = feedback(a_watch(database))
    for now in (evening - timedelta(minutes=1), evening, evening + HOUR):
        await tick.work(now)
    morning = (NOW + DAY).replace(hour=7, minute=30)
    asked = await rows(database)
    assert [one.key for one in asked] == [
        f"feedback:{first}:first", f"feedback:{second}:first", f"feedback:{missed}:missed",
    ]  # fmt: skip
    assert {(one.not_before, one.priority) for one in asked} == {(morning, Priority.REMINDER)}
    assert {one.expires_at for one in asked} == {evening - HOUR + OPEN_FOR}

    async def answers(session: Any) -> None:
        own = await session.get_one(Registration, first)
        person = await session.get_one(Person, own.person_id)
        await rules.answer(session, first, GOOD, person=person, now=evening)

    await database.write(answers)
    for later in (2 * DAY, 3 * DAY, 4 * DAY):
        await tick.work(evening + later)
    assert [one.key for one in (await rows(database))[3:]] == [f"feedback:{second}:again"]


async def test_one_who_was_missed_by_mistake_is_asked_after_all(sqlite_database: Database) -> None:
    """When the list is corrected within three days."""

    async def over(session: Any) -> int:
        _, (ona, jonas) = await held(session, Presence.PRESENT, Presence.PRESENT)
        await asked(session, jonas)
        await asked(session, ona, came=False)
        return int(ona.id)

    number = await sqlite_database.write(over)
    await feedback(a_watch(sqlite_database)).work(NOW + HOUR)
    assert [one.key for one in await rows(sqlite_database)] == [f"feedback:{number}:first"]

    async def look(session: Any) -> None:
        row = await session.scalar(
            select(FeedbackAsked).where(FeedbackAsked.registration_id == number)
        )
        assert (row.came, row.asked_at) == (True, NOW + HOUR)

    await sqlite_database.read(look)


@pytest.mark.parametrize(
    ("answers", "heard"),
    [
        ([GOOD] * 4, []),
        ([GOOD] * 5, ["lecturer:ready", "lecturer:final"]),
        ([GOOD] * 2 + [BAD] * 3, ["lecturer:ready", "owner:low", "lecturer:final"]),
    ],
)
async def test_what_staff_hear(
    sqlite_database: Database, answers: list[Any], heard: list[str]
) -> None:
    """Lecturers once when there is something to see and once when that is all; coordinators once
    where it was not liked. Of four answers nobody hears anything.
    """

    async def over(session: Any) -> dict[str, str]:
        event = await answered(session, answers)
        lecturer, owner = a_person(), a_person(telegram_id=9_000_001)
        await kept(session, lecturer, owner)
        await kept(session, Lecturing(person_id=lecturer.id, event_id=event.id))
        return {f"{event.id}:{lecturer.id}": "lecturer", f"{event.id}:{owner.id}": "owner"}

    names = await sqlite_database.write(over)
    tick = feedback(a_watch(sqlite_database, owner_ids=frozenset({9_000_001})))
    for later in (timedelta(0), HOUR, 7 * DAY, 8 * DAY):
        await tick.work(NOW + later)
    told = [
        (one.key or "").removeprefix("feedback_results:")
        for one in await rows(sqlite_database)
        if one.recipe_kind == "feedback_results"
    ]
    assert [f"{names[key.rpartition(':')[0]]}:{key.rpartition(':')[2]}" for key in told] == heard


async def test_no_writer_waits_for_what_staff_have_heard(sqlite_database: Database) -> None:
    """Of what people go on answering; what time alone may bring is looked for once an hour."""
    await sqlite_database.write(lambda session: answered(session, [GOOD] * 5))
    tick, writers = feedback(a_watch(sqlite_database)), list[object]()
    listen(sqlite_database.engine.sync_engine, "begin", writers.append)
    found = []
    for now in (NOW, NOW + HOUR / 2, NOW + 2 * HOUR):
        await tick.work(now)
        found.append(len(writers))
    assert found[0] == found[1] < found[2]
