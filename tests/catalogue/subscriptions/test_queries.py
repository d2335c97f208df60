from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.programme.tables import Status
from catalogue.registrations import rules as registrations
from catalogue.subscriptions import queries
from catalogue.subscriptions.tables import Rhythm, SubscriptionHit
from tests.catalogue.subscriptions.news import asked, hit, published
from tests.factories import NOW, a_person, kept

HOUR = timedelta(hours=1)
DUE = dict.fromkeys(Rhythm, NOW) | {Rhythm.WEEKLY: NOW - timedelta(days=2)}


async def test_what_is_new_since_the_last_look(database: Database) -> None:
    """Published and still to come; what has no day of publishing was there before we counted."""

    async def work(session: AsyncSession) -> None:
        new = await published(session, revision=5)
        await published(session, revision=4)
        await published(session, revision=5, status=Status.CANCELLED)
        await published(session, revision=5, published_at=None)
        await published(session, revision=5, starts=NOW)
        assert await queries.news_since(session, 4, now=NOW) == {new.id: NOW}

    await database.write(work)


async def test_those_who_asked_before(database: Database) -> None:
    """Page by page; who asked after the news, or asks no longer, is not looked at."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        first, second = [await asked(session, ona) for _ in range(2)]
        await asked(session, ona, since=NOW)
        await asked(session, ona, ended_at=NOW)
        page = await queries.those_waiting(session, after=0, before=NOW, limit=1)
        assert [one.number for one in page] == [first.id]
        rest = await queries.those_waiting(session, after=first.id, before=NOW, limit=9)
        assert [one.number for one in rest] == [second.id]

    await database.write(work)


async def test_a_portion_is_taken_once(database: Database) -> None:
    """All that is due to a person at once; what is not due waits; a wish ends with its answer."""

    async def work(session: AsyncSession) -> None:
        ona, gone = a_person(), a_person(unreachable_since=NOW)
        await kept(session, ona, gone)
        wish = await asked(session, ona, rhythm=Rhythm.ONCE)
        weekly = await asked(session, ona, rhythm=Rhythm.WEEKLY)
        one, other = await published(session), await published(session)
        pairs = [(wish.id, one.id), (weekly.id, other.id), (wish.id, one.id)]
        await queries.keep_hits(session, pairs, now=NOW)
        await queries.keep_hits(session, pairs, now=NOW + HOUR)
        await hit(session, await asked(session, gone), one)
        assert list(await queries.people_due(session, DUE, after=0, limit=9)) == [ona]
        assert await queries.take_portions(session, [ona], DUE, now=NOW) == {ona.id}
        assert await queries.people_due(session, DUE, after=0, limit=9) == []
        planned = (await session.scalars(select(SubscriptionHit.planned_at))).all()
        assert (planned.count(NOW), planned.count(None)) == (1, 2)
        await session.refresh(wish)
        assert (wish.ended_at, weekly.ended_at) == (NOW, None)
        later = dict.fromkeys(Rhythm, NOW + HOUR)
        taken = await queries.take_portions(session, [ona], later, now=NOW + HOUR)
        assert taken == {ona.id}

    await database.write(work)


async def test_what_is_no_more_is_not_waited_with(database: Database) -> None:
    """A cancelled event is let go without a word, and the wish goes on waiting."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        wish = await asked(session, ona, rhythm=Rhythm.ONCE)
        for facts in ({"status": Status.CANCELLED}, {"starts": NOW}):
            await hit(session, wish, await published(session, **facts))
        assert await queries.take_portions(session, [ona], DUE, now=NOW) == set()
        assert await queries.people_due(session, DUE, after=0, limit=9) == []
        await session.refresh(wish)
        assert wish.ended_at is None

    await database.write(work)


async def test_what_was_told_for_another_wish_is_no_news(database: Database) -> None:
    """One event that answers two wishes at two hours is told once."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        event = await published(session)
        await hit(session, await asked(session, ona), event, planned_at=NOW - HOUR)
        again = await asked(session, ona, rhythm=Rhythm.WEEKLY)
        await hit(session, again, event, found_at=NOW - timedelta(days=4))
        assert await queries.take_portions(session, [ona], DUE, now=NOW) == set()
        portion = await queries.portion_of(session, person_id=ona.id, planned_at=NOW, now=NOW)
        assert portion.events == ()

    await database.write(work)


async def test_a_portion_as_things_stand_when_it_goes(database: Database) -> None:
    """Cancelled, begun, joined meanwhile or no longer wanted: it drops out; two wishes share it."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        wish = await asked(session, ona, rhythm=Rhythm.ONCE, ended_at=NOW)
        lasting, stopped = await asked(session, ona), await asked(session, ona, ended_at=NOW)
        good = await published(session, starts=NOW + timedelta(days=20))
        sooner = await published(session)
        for one in (wish, lasting):
            await hit(session, one, good, planned_at=NOW)
        await hit(session, lasting, sooner, planned_at=NOW)
        await hit(session, stopped, await published(session), planned_at=NOW)
        for facts in ({"status": Status.CANCELLED}, {"starts": NOW - HOUR}):
            await hit(session, lasting, await published(session, **facts), planned_at=NOW)
        joined = await published(session)
        await registrations.join(session, event_id=joined.id, person=ona, now=NOW)
        await hit(session, lasting, joined, planned_at=NOW)
        portion = await queries.portion_of(session, person_id=ona.id, planned_at=NOW, now=NOW)
        assert portion.events == (sooner, good)
        assert set(portion.subscriptions) == {lasting, wish}
        for_it = await queries.asked_for(session, person_id=ona.id, planned_at=NOW)
        assert list(for_it) == [wish, lasting, stopped]

    await database.write(work)


async def test_one_s_own_alone(database: Database) -> None:
    """A number from somebody else's button opens nothing."""

    async def work(session: AsyncSession) -> None:
        ona, petras = a_person(), a_person()
        await kept(session, ona, petras)
        one = await asked(session, ona, ended_at=NOW)
        assert await queries.own(session, one.id, person=ona) is one
        assert await queries.own(session, one.id, person=petras) is None
        assert await queries.own(session, one.id + 99, person=ona) is None
        assert list(await queries.all_of(session, person=ona)) == [one]
        assert await queries.open_of(session, person=ona) == []

    await database.write(work)
