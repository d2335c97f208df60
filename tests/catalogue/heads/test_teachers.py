"""Who is a teacher of a head: by what both wrote, or by what staff said of it."""

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.heads import rules
from catalogue.heads.tables import Head
from catalogue.heads.teachers import Doubt, Workplace, doubtful, of_head, teachers, workplace
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.people.tables import Person
from catalogue.schools.spelling import read
from tests.catalogue.heads.made_up import SCHOOL, a_head, a_teacher, held, works_at
from tests.factories import NOW, a_person, kept


async def settled(session: AsyncSession, head: Head, one: Doubt, *, own: bool) -> None:
    rasa = a_person()
    await kept(session, rasa)
    await rules.settle(session, head, one.person, one.workplace, is_own=own, by=rasa, now=NOW)


async def test_only_those_of_the_same_school(session: AsyncSession) -> None:
    """However it is spelt; not another one of that name, nor the head, nor who names none."""
    head = await a_head(session)
    ona = await a_teacher(session, school="Saulės gimn.", city="Kaunas")
    await a_teacher(session, school="Saulės gimnazija", city="Šiauliai")
    await a_teacher(session, school="Saulės gimnazija")
    nobody = a_person()
    await kept(session, nobody)
    assert await teachers(session, head) == {ona.id: Workplace("Saulės gimn.", "Kaunas")}
    assert await workplace(session, nobody) is None


async def test_a_head_who_names_another_school_has_no_teachers(session: AsyncSession) -> None:
    """What staff confirmed was the school of then; back there, they are theirs again."""
    head = await a_head(session)
    await a_teacher(session)
    person = await session.get_one(Person, head.person_id)
    await works_at(session, person, "Kauno Jablonskio gimnazija")
    assert await of_head(session, head) is None
    assert await teachers(session, head) == {}
    assert await doubtful(session, head, EVERYWHERE) == []
    await works_at(session, person, SCHOOL.upper())
    assert len(await teachers(session, head)) == 1


async def test_a_way_to_write_a_school_is_looked_at_once(session: AsyncSession) -> None:
    """However many people write it so; of people only those are looked at who are theirs."""
    head = await a_head(session)

    async def looks() -> int:
        read.cache_clear()
        assert len(await teachers(session, head)) == 3
        return sum(read.cache_info()[:2])

    for _ in range(3):
        await a_teacher(session)
    alone = await looks()
    for _ in range(20):
        await a_teacher(session, school="Vilniaus Jono gimnazija")
    assert await looks() == alone + 1


async def test_nobody_is_in_doubt_where_all_is_clear(database: Database) -> None:
    """Where no school is so like this one there is none to look for."""

    async def work(session: AsyncSession) -> list[Doubt]:
        head = await a_head(session)
        return await doubtful(session, head, EVERYWHERE)

    assert await database.write(work) == []


async def test_staff_decide_where_it_is_open(session: AsyncSession) -> None:
    """And may think better of it; it holds as long as the teacher writes nothing else."""
    head = await a_head(session)
    ona = await a_teacher(session, school="Saulės gimnazija")
    await a_teacher(session)
    (doubt,) = await doubtful(session, head, EVERYWHERE)
    assert (doubt.person, doubt.is_own) == (ona, None)
    for own in (True, False, True):
        await settled(session, head, doubt, own=own)
        (doubt,) = await doubtful(session, head, EVERYWHERE)
        assert doubt.is_own is own
        assert (ona.id in await teachers(session, head)) is own
    await works_at(session, ona, "Saulės mokykla")
    (doubt,) = await doubtful(session, head, EVERYWHERE)
    assert doubt.is_own is None
    assert ona.id not in await teachers(session, head)


async def test_staff_see_only_people_of_their_own_events(session: AsyncSession) -> None:
    """By name nobody is shown whom one has no right to know."""
    head = await a_head(session)
    ona = await a_teacher(session, school="Saulės gimnazija")
    event = await held(session, ona)
    await a_teacher(session, school="Saulės gimnazija")
    known = await doubtful(session, head, Realm(frozenset({event.centre_id})))
    assert [one.person for one in known] == [ona]
    assert await doubtful(session, head, Realm(frozenset({event.centre_id + 1}))) == []
    assert len(await doubtful(session, head, EVERYWHERE)) == 2
