"""Whether a teacher may be named: asked once, off at first, for one school at a time."""

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.heads import naming
from catalogue.heads.tables import NamingConsent, NamingQuestion
from tests.catalogue.heads.made_up import a_head, a_teacher, held, works_at
from tests.factories import NOW, a_person, kept

DAY = timedelta(days=1)


async def test_given_withdrawn_and_given_again(session: AsyncSession) -> None:
    """Each time is kept with its begin and end; giving it twice is once."""
    ona = await a_teacher(session)
    assert not await naming.is_given(session, ona)
    for day in (0, 1):
        await naming.give(session, ona, now=NOW + day * DAY)
    assert await naming.is_given(session, ona)
    for day in (2, 3):
        await naming.withdraw(session, ona, now=NOW + day * DAY)
    assert not await naming.is_given(session, ona)
    await naming.give(session, ona, now=NOW + 4 * DAY)
    first, second = await naming.all_of(session, [ona.id])
    assert (first.given_at, first.withdrawn_at) == (NOW, NOW + 2 * DAY)
    assert (second.given_at, second.withdrawn_at) == (NOW + 4 * DAY, None)
    moments = {day: naming.covering([first, second], NOW + day * DAY) for day in (-1, 0, 2, 4)}
    assert moments == {-1: [], 0: [first], 2: [], 4: [second]}


async def test_it_is_for_one_school(session: AsyncSession) -> None:
    """At another school it is off; whoever names no school gives none."""
    ona, nobody = await a_teacher(session), a_person()
    await kept(session, nobody)
    await naming.give(session, ona, now=NOW)
    await works_at(session, ona, "Kauno Jablonskio gimnazija")
    assert not await naming.is_given(session, ona)
    await naming.give(session, ona, now=NOW + DAY)
    assert await naming.is_given(session, ona)
    assert (await naming.all_of(session, [ona.id]))[0].withdrawn_at == NOW + DAY
    await naming.give(session, nobody, now=NOW)
    assert await naming.all_of(session, [nobody.id]) == []


async def test_who_is_asked(session: AsyncSession) -> None:
    """Of a confirmed head's school, once they were at something that is over; once for ever."""
    head = await a_head(session, confirmed=False)
    ona, agreed, away = [await a_teacher(session) for _ in range(3)]
    elsewhere = await a_teacher(session, city="Šiauliai", school="Saulės gimnazija")
    by_hand = await a_teacher(session, telegram_id=None)
    unreached = await a_teacher(session, unreachable_since=NOW)
    await held(session, ona, agreed, elsewhere, by_hand, unreached)
    await held(session, away, starts=NOW + DAY)
    await naming.give(session, agreed, now=NOW)
    assert await naming.to_ask(session, now=NOW) == []
    head.confirmed_at = NOW
    assert await naming.to_ask(session, now=NOW) == [ona.id]
    claimed = [await naming.claim(session, [ona.id], now=NOW) for _ in range(2)]
    assert claimed == [[ona], []]
    assert await naming.to_ask(session, now=NOW) == []
    assert await naming.to_ask(session, now=NOW + 2 * DAY) == [away.id]


async def test_forgetting(session: AsyncSession) -> None:
    """Nothing is left of either."""
    ona = await a_teacher(session)
    await naming.give(session, ona, now=NOW)
    await naming.claim(session, [ona.id], now=NOW)
    await naming.forget(session, ona)
    for table in (NamingConsent, NamingQuestion):
        assert await session.scalar(select(func.count()).select_from(table)) == 0
