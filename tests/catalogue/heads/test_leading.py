"""Who has a confirmed head: for all teachers at once it is what it is for each head alone."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.heads import rules
from catalogue.heads.leading import leading
from catalogue.heads.tables import Head
from catalogue.heads.teachers import Workplace, teachers, workplaces
from catalogue.people.tables import Person
from tests.catalogue.heads.made_up import SCHOOL, a_head, a_teacher, works_at
from tests.factories import NOW

HERE, OPEN = Workplace(SCHOOL, ""), Workplace("Saulės gimnazija", "")


async def led(session: AsyncSession) -> set[int]:
    heads = await leading(session)
    rows = await session.execute(workplaces())
    every = [(number, Workplace(school, city)) for number, school, city in rows]
    return {number for number, there in every if heads.includes(number, there, heads.of(there))}


async def test_as_each_head_alone(session: AsyncSession) -> None:
    """Whatever the spelling, and as staff said where it was open or not so; a head who is confirmed
    no more, or has moved, has nobody.
    """
    head, elsewhere = await a_head(session), await a_head(session, school="Kauno Ąžuolo gimnazija")
    waiting = await a_head(session, school="Utenos Dauniškio gimnazija", confirmed=False)
    ona = await a_teacher(session, school="Saulės gimn.", city="Kaunas")
    yes, no, unsaid, moved = [await a_teacher(session, school=OPEN.school) for _ in range(4)]
    here = await a_teacher(session)
    await a_teacher(session, school="Utenos Dauniškio gimnazija")
    for one, there, own in ((yes, OPEN, True), (no, OPEN, False), (moved, OPEN, True),
                            (here, HERE, False)):  # fmt: skip
        await rules.settle(session, head, one, there, is_own=own, by=ona, now=NOW)
    await works_at(session, moved, "Šiaulių Saulės gimnazija")
    assert await led(session) == {ona.id, yes.id}
    alone: set[int] = set()
    for each in await session.scalars(select(Head).where(Head.confirmed_at.is_not(None))):
        alone |= (await teachers(session, each)).keys()
    assert alone == {ona.id, yes.id}
    person = await session.get_one(Person, head.person_id)
    await works_at(session, person, "Alytaus Dzūkijos mokykla")
    assert await led(session) == set()
    await works_at(session, person, SCHOOL)
    await rules.take_back(session, head, by=ona, now=NOW)
    assert await led(session) == set()
    assert [unsaid.id in await led(session), waiting.confirmed_at] == [False, None]
    await rules.resign(session, elsewhere)
    assert not await leading(session)
