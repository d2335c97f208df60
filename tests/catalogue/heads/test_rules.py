"""Being a head: saying so, being confirmed, and no longer being one."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.heads import rules
from catalogue.heads.completed import count
from catalogue.heads.refusals import SchoolNeeded, TownNeeded
from catalogue.heads.tables import Head, HeadMonth, HeadTeacher
from catalogue.heads.teachers import Workplace
from catalogue.heads.teachers import teachers as of_teachers
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.refusals import ConsentNeeded
from catalogue.people.tables import Person, Trait
from catalogue.people.traits import traits_of
from catalogue.privacy.forgetting import forget
from tests.catalogue.heads.made_up import (
    OCTOBER,
    SCHOOL,
    a_head,
    a_teacher,
    held,
    teachers,
    works_at,
)
from tests.factories import NOW, VILNIUS, a_person, kept


async def left(session: AsyncSession) -> list[int | None]:
    tables = (Head, HeadTeacher, HeadMonth)
    return [await session.scalar(select(func.count()).select_from(table)) for table in tables]


async def full(session: AsyncSession) -> Head:
    """A head with a counted month and a teacher of whom staff have decided."""
    head = await a_head(session)
    await held(session, *await teachers(session, 5))
    await count(session, head, OCTOBER, zone=VILNIUS, now=NOW)
    unsure = await a_teacher(session, school="Saulės gimnazija")
    there = Workplace("Saulės gimnazija", "")
    await rules.settle(session, head, unsure, there, is_own=True, by=unsure, now=NOW)
    return head


async def test_what_the_profile_has_to_say_first(session: AsyncSession) -> None:
    """A consent, a school, and a town to tell it from another."""
    nobody = a_person(consented_at=None)
    ona = a_person()
    await kept(session, nobody, ona)
    with pytest.raises(ConsentNeeded):
        await rules.say(session, nobody, now=NOW)
    with pytest.raises(SchoolNeeded):
        await rules.say(session, ona, now=NOW)
    await works_at(session, ona, "Saulės gimnazija")
    with pytest.raises(TownNeeded) as refused:
        await rules.say(session, ona, now=NOW)
    assert refused.value.school == "Saulės gimnazija"
    await works_at(session, ona, "Saulės gimnazija", "Kaunas")
    head = await rules.say(session, ona, now=NOW)
    assert (head.confirmed_at, head.wants_letters, head.groups) == (None, True, [])
    assert (await traits_of(session, ona))[Trait.GROUP] == [rules.HEADS]


async def test_saying_it_again_and_of_another_school(session: AsyncSession) -> None:
    """Of the same it is nothing new; of another everything begins anew, unconfirmed."""
    head = await full(session)
    person = await session.get_one(Person, head.person_id)
    assert await rules.say(session, person, now=NOW) is head
    await works_at(session, person, "Kauno Jablonskio gimnazija")
    other = await rules.say(session, person, now=NOW)
    assert (other.school, other.confirmed_at) == ("Kauno Jablonskio gimnazija", None)
    assert await left(session) == [1, 0, 1]


@pytest.mark.parametrize(
    ("school", "city"),
    [("Kauno „Saulės“ gimnazija", "Kaunas"), ("Saulės gimn.", "Kaunas"), (SCHOOL.upper(), "")],
)
async def test_the_same_school_in_other_words(
    session: AsyncSession, school: str, city: str
) -> None:
    """A town told besides, or another spelling: confirmed as before, and nobody is asked again."""
    head = await a_head(session)
    ona = await a_teacher(session)
    person = await session.get_one(Person, head.person_id)
    await works_at(session, person, school, city)
    assert await rules.say(session, person, now=NOW) is head
    assert head.confirmed_at is not None
    assert list(await of_teachers(session, head)) == [ona.id]


async def test_a_number_is_of_one_head_for_ever(session: AsyncSession) -> None:
    """What staff were asked to confirm of one who is no longer a head is never somebody else."""
    head = await a_head(session, confirmed=False)
    number = head.id
    await rules.resign(session, head)
    assert (await a_head(session, confirmed=False)).id > number


async def test_confirmed_once_and_taken_back_once(session: AsyncSession) -> None:
    """Each is noted, about the head; the second press of a colleague changes nothing."""
    head = await a_head(session, confirmed=False)
    rasa = a_person()
    await kept(session, rasa)
    told = [await rules.confirm(session, head, by=rasa, now=NOW) for _ in range(2)]
    assert (told, head.confirmed_by) == ([True, False], rasa.id)
    told = [await rules.take_back(session, head, by=rasa, now=NOW) for _ in range(2)]
    assert (told, head.confirmed_at) == ([True, False], None)
    noted = (await session.scalars(select(JournalEntry).order_by(JournalEntry.id))).all()
    assert [(one.deed, one.about_id) for one in noted] == [
        (Deed.HEAD_CONFIRMED, head.person_id),
        (Deed.HEAD_TAKEN_BACK, head.person_id),
    ]


async def test_who_waits_comes_first(session: AsyncSession) -> None:
    """Of those the newest; then who was confirmed."""
    confirmed = await a_head(session)
    waiting = [await a_head(session, confirmed=False) for _ in range(2)]
    assert [head for head, _ in await rules.everybody(session)] == [*waiting[::-1], confirmed]


async def test_nothing_is_left_of_one_who_resigns_or_is_forgotten(session: AsyncSession) -> None:
    """A teacher who is forgotten takes with them what staff decided of them; what the school was
    told of a month stays, without the head.
    """
    head = await full(session)
    assert await left(session) == [1, 1, 1]
    person = await session.get_one(Person, head.person_id)
    unsure = await session.scalar(select(HeadTeacher.person_id))
    await forget(session, person=await session.get_one(Person, unsure), now=NOW)
    assert await left(session) == [1, 0, 1]
    await forget(session, person=person, now=NOW)
    assert await left(session) == [0, 0, 1]
    assert await session.scalar(select(HeadMonth.person_id)) is None
    assert await rules.head_of(session, person) is None


async def test_a_decision_is_noted_when_it_is_new(session: AsyncSession) -> None:
    """The same said twice is once in the journal."""
    head = await a_head(session)
    ona = await a_teacher(session, school="Saulės gimnazija")
    for own in (True, True, False):
        there = Workplace("Saulės gimnazija", "")
        await rules.settle(session, head, ona, there, is_own=own, by=ona, now=NOW)
    noted = await session.scalars(
        select(JournalEntry.facts).where(JournalEntry.deed == Deed.HEAD_TEACHER_SETTLED)
    )
    assert [facts["own"] for facts in noted] == [True, False]
