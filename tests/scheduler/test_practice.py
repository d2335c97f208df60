"""What was made use of, in the outbox: whom it is asked of, and who of staff hears of examples."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.people.tables import Person, Role
from catalogue.practice.asking import ANSWERED_WITHIN
from catalogue.practice.tables import PracticeExample, Round, Use, UseAsked
from scheduler.outbox import Priority
from scheduler.practice import practice
from tests.catalogue.practice.made_up import an_example, used
from tests.catalogue.quality.made_up import held
from tests.factories import NOW, VILNIUS, a_person, an_event, kept
from tests.handlers.office.people import membership
from tests.scheduler.test_notices import rows
from tests.scheduler.watching import a_watch

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
#: A Friday after lessons.
FRIDAY = datetime(2026, 11, 20, 16, tzinfo=VILNIUS)


async def test_asked_after_lessons_and_once(database: Database) -> None:
    """However often the clock looks; a person who is left in peace already hears it later, and half
    a year after the event they are asked again.
    """

    async def over(session: Any) -> None:
        _, own = await held(session, Presence.PRESENT, Presence.ABSENT, starts=FRIDAY - 7 * WEEK)
        (await session.get_one(Person, own[0].person_id)).quiet_from = 15 * 60

    await database.write(over)
    tick = practice(a_watch(database))
    for now in (FRIDAY.replace(hour=14), FRIDAY, FRIDAY + timedelta(hours=1), FRIDAY + 4 * WEEK):
        await tick.work(now)
    (asked,) = await rows(database)
    morning = (FRIDAY + DAY).replace(hour=7, minute=30)
    assert (asked.key, asked.priority) == ("use:1", Priority.REMINDER)
    assert (asked.not_before, asked.expires_at) == (morning, FRIDAY + ANSWERED_WITHIN)
    await tick.work(FRIDAY + 20 * WEEK)
    assert [one.key for one in await rows(database)] == ["use:1", "use:2"]

    async def look(session: Any) -> list[Any]:
        return list(await session.scalars(select(UseAsked.round).order_by(UseAsked.id)))

    assert await database.read(look) == [Round.SIX_WEEKS, Round.SIX_MONTHS]


async def test_what_nobody_can_add_to_is_told(sqlite_database: Database) -> None:
    """Seven of eight have answered, and four weeks later the eighth may no more."""

    async def over(session: Any) -> None:
        await used(session, [Use.TRIED] * 7, silent=1)

    await sqlite_database.write(over)
    told = select(UseAsked.id).where(UseAsked.told)

    async def count(session: Any) -> int:
        return len((await session.scalars(told)).all())

    tick = practice(a_watch(sqlite_database))
    for later, expected in ((DAY, 0), (ANSWERED_WITHIN, 7)):
        await tick.work(NOW + later)
        assert await sqlite_database.read(count) == expected


async def test_staff_hear_of_examples_once(sqlite_database: Database) -> None:
    """Of several of one event in one message; nobody of what its author has not given."""

    async def over(session: Any) -> tuple[int, int, int]:
        event, ona, rasa = an_event(), a_person(), a_person(telegram_id=9_000_001)
        await kept(session, event, ona, rasa)
        await kept(session, membership(rasa, Role.COORDINATOR, event.centre))
        some = [an_example(event, ona), an_example(event, ona)]
        await kept(session, *some, an_example(event, ona, consent=None))
        return event.id, rasa.id, some[-1].id

    event, rasa, newest = await sqlite_database.write(over)
    tick = practice(a_watch(sqlite_database))
    for later in (timedelta(0), DAY):
        await tick.work(NOW + later)
    assert [one.key for one in await rows(sqlite_database)] == [f"examples:{event}:{rasa}:{newest}"]

    async def heard(session: Any) -> list[bool]:
        found = await session.scalars(select(PracticeExample.told_at).order_by(PracticeExample.id))
        return [one is not None for one in found]

    assert await sqlite_database.read(heard) == [True, True, False]
