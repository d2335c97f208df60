from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.subscriptions import queries, rules
from catalogue.subscriptions.refusals import TooManySubscriptions
from catalogue.subscriptions.rules import MOST
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from tests.catalogue.subscriptions.news import KERAMIKA, hit, published
from tests.factories import NOW, a_person, kept


async def ask(session: AsyncSession, person: Person, word: str, **facts: Any) -> Subscription:
    plain: dict[str, Any] = {
        "words": word,
        "wanted": {"topic": [word], "filters": {"topic": word}},
        "rhythm": Rhythm.ONCE,
        "now": NOW,
    }
    return await rules.subscribe(session, person=person, **plain | facts)


async def test_the_same_asked_twice_is_one(database: Database) -> None:
    """In another case too; a wish is made lasting, what is lasting is not made a wish again."""

    async def work(session: AsyncSession) -> None:
        ona, petras = a_person(), a_person()
        await kept(session, ona, petras)
        wish = await ask(session, ona, "keramika")
        assert await ask(session, ona, "keramikos") is wish
        assert await ask(session, ona, "keramika", rhythm=Rhythm.WEEKLY) is wish
        await ask(session, ona, "keramika")
        assert (wish.words, wish.rhythm) == ("keramika", Rhythm.WEEKLY)
        assert await ask(session, petras, "keramika") is not wish
        assert list(await queries.open_of(session, person=ona)) == [wish]
        rules.end(wish, now=NOW)
        rules.end(wish, now=NOW + timedelta(days=1))
        assert wish.ended_at == NOW
        assert await queries.open_of(session, person=ona) == []
        assert await ask(session, ona, "keramika") is not wish
        rules.tune(wish, Rhythm.MONTHLY)
        await session.flush()
        assert wish in await queries.open_of(session, person=ona)
        assert wish.rhythm is Rhythm.MONTHLY

    await database.write(work)


async def test_what_found_nothing_has_a_theme(sqlite_database: Database) -> None:
    """And keeps it when made lasting; who hears of more of what is there waits for nothing."""

    async def work(session: AsyncSession) -> list[str | None]:
        ona, petras = a_person(), a_person()
        await kept(session, ona, petras)
        wish = await ask(session, ona, "keramikos")
        await ask(session, ona, "keramika", rhythm=Rhythm.INSTANT)
        more = await ask(session, petras, "keramika", rhythm=Rhythm.INSTANT)
        before = more.theme
        await ask(session, petras, "keramika")
        return [wish.theme, before, more.theme]

    assert await sqlite_database.write(work) == ["=keramika", "", "=keramika"]


async def test_no_more_than_so_many(database: Database) -> None:
    """The oldest wish gives way; where there are only lasting ones, one must be stopped first."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        for number in range(MOST - 1):
            await ask(session, ona, f"tema{number}x", rhythm=Rhythm.WEEKLY)
        await ask(session, ona, "sena")
        new = await ask(session, ona, "nauja", rhythm=Rhythm.INSTANT)
        own = await queries.open_of(session, person=ona)
        assert (len(own), own[-1]) == (MOST, new)
        assert "sena" not in {one.words for one in own}
        with pytest.raises(TooManySubscriptions):
            await ask(session, ona, "dar")

    await database.write(work)


async def test_a_wish_forgotten_leaves_nothing(database: Database) -> None:
    """Neither its words nor what was found for it."""

    async def work(session: AsyncSession) -> None:
        ona = a_person()
        await kept(session, ona)
        wish = await ask(session, ona, "keramika", wanted=KERAMIKA)
        await hit(session, wish, await published(session))
        await rules.forget(session, wish)
        for table in (Subscription, SubscriptionHit):
            assert await session.scalar(select(func.count()).select_from(table)) == 0

    await database.write(work)
