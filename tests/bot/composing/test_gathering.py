"""Those who wait, as they read of it when it goes out."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.gathering import drafted, question, reminder, result, wishes_over
from catalogue.database import Database
from catalogue.demand import gatherings, polls
from catalogue.demand.tables import Gathering
from catalogue.subscriptions import queries, rules
from tests.bot.composing.test_digests import labels, making
from tests.catalogue.demand.test_gatherings import YEAR, YOGA, gathered, those_who_wait
from tests.factories import NOW


async def test_staff_hear_of_a_draft_nobody_has_seen_to(sqlite_database: Database) -> None:
    """Nothing once days are offered."""

    async def work(session: AsyncSession) -> None:
        await those_who_wait(session, 12)
        one = await gatherings.draft(session, YOGA, year=YEAR, now=NOW)
        assert one is not None
        made = await drafted(str(one.id), making(session))
        assert made is not None
        assert "laukia 12 žmonių" in made.payload["text"]
        assert labels(made) == ["Siūlyti datas", "Kas nori"]
        one.asked_at = NOW
        assert await drafted(str(one.id), making(session)) is None

    await sqlite_database.write(work)


async def test_the_question_is_of_those_who_wait(sqlite_database: Database) -> None:
    """Nothing to one who waits no more, where days were offered anew, or once one is chosen."""

    async def work(session: AsyncSession) -> None:
        one, people = await gathered(session)
        when = int(NOW.timestamp())
        keys = [f"{one.id}:{each.id}:{when}" for each in people[:2]]
        made = await question(keys[0], making(session))
        assert made is not None
        assert labels(made)[-2:] == ["Nė viena netinka", "Nebenoriu"]
        await rules.forget(session, *await queries.open_of(session, person=people[0]))
        assert await question(keys[0], making(session)) is None
        assert await question(keys[1], making(session)) is not None
        assert await question(f"{one.id}:{people[1].id}:{when - 60}", making(session)) is None
        (await session.get_one(Gathering, one.id)).told_at = NOW
        assert await question(keys[1], making(session)) is None

    await sqlite_database.write(work)


async def test_the_reminder_and_the_result(sqlite_database: Database) -> None:
    """Nobody is reminded who has answered or whose days have all come; staff hear which day suits
    most, until one of them has chosen it.
    """

    async def work(session: AsyncSession) -> None:
        one, people = await gathered(session)
        when = int(NOW.timestamp())
        first, second = await polls.days_of(session, one)
        for place, each in enumerate(people[:5]):
            day = first if place else second
            await polls.answer(session, one, each, day.id, now=NOW)
        answered, silent = (f"{one.id}:{each.id}:{when}" for each in (people[0], people[5]))
        assert await reminder(answered, making(session)) is None
        asked = await reminder(silent, making(session))
        assert asked is not None
        assert asked.payload["text"].startswith("Dar neatsakėte")
        first.starts_at = second.starts_at = NOW
        assert await reminder(silent, making(session)) is None
        first.starts_at = second.starts_at = NOW + timedelta(days=10)
        assert await result(f"{one.id}:{when}", making(session)) is None
        one.result_told_at = NOW
        assert await reminder(silent, making(session)) is None
        told = await result(f"{one.id}:{when}", making(session))
        assert told is not None
        assert "Atsakė 5 iš 12 paklaustų" in told.payload["text"]
        assert [label.rpartition(" · ")[2] for label in labels(told)] == [
            "4", "1", "Dar palaukti atsakymų", "Siūlyti kitas datas", "Ne šiais mokslo metais",
            "Kas nori",
        ]  # fmt: skip
        one.told_at = NOW
        assert await result(f"{one.id}:{when}", making(session)) is None

    await sqlite_database.write(work)


async def test_wishes_that_ended_are_named(sqlite_database: Database) -> None:
    """Those of that moment that did not begin again."""

    async def work(session: AsyncSession) -> None:
        (person,) = await those_who_wait(session, 1)
        (wish,) = await queries.open_of(session, person=person)
        ended = datetime.fromisoformat("2027-08-31T07:00:00+00:00")
        rules.end(wish, now=ended)
        await session.flush()
        made = await wishes_over(f"{person.id}:{ended.isoformat()}", making(session))
        assert made is not None
        assert "„joga“" in made.payload["text"]
        assert labels(made) == ["Laukti toliau"]
        other = (ended + timedelta(days=1)).isoformat()
        assert await wishes_over(f"{person.id}:{other}", making(session)) is None

    await sqlite_database.write(work)
