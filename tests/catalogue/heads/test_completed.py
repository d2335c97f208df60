"""What of a month is told by name, what as a number, and what nobody can work out."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.heads import naming, rules
from catalogue.heads.completed import Completed, Others, Took, completed, count, unnamed
from catalogue.heads.tables import Head, HeadMonth
from catalogue.heads.teachers import Workplace
from catalogue.learning.tables import Presence
from catalogue.numbers.groups import Other
from catalogue.people.tables import Person
from catalogue.programme.tables import Status
from tests.catalogue.heads.made_up import (
    IN_OCTOBER,
    OCTOBER,
    SCHOOL,
    a_head,
    a_teacher,
    held,
    teachers,
    works_at,
)
from tests.catalogue.learning.past import marked
from tests.factories import NOW, VILNIUS, an_event

DAY = timedelta(days=1)


async def told(session: AsyncSession, head: Head) -> Completed:
    await count(session, head, OCTOBER, zone=VILNIUS, now=NOW)
    found = await completed(session, head, OCTOBER, zone=VILNIUS)
    assert found is not None
    return found


def names(found: Completed) -> list[tuple[str, float]]:
    return [(one.person.name, one.hours) for one in found.named]


async def test_four_are_told_as_nothing_and_five_as_a_number(session: AsyncSession) -> None:
    """Nobody or four look alike; from five on there are hours and themes."""
    head = await a_head(session)
    assert (await told(session, head)).others is None
    people = await teachers(session, 5)
    first = await held(session, *people[:4], priority_field="Įtrauktis")
    assert (await told(session, head)).others is None
    await marked(session, first, people[4])
    assert (await told(session, head)).others == Others(5, 20, [("Įtrauktis", 5)])


async def test_a_month_that_was_told_stays_as_it_was(session: AsyncSession) -> None:
    """Else the difference of two looks would be one teacher's."""
    head = await a_head(session)
    event = await held(session, *await teachers(session, 5))
    before = (await told(session, head)).others
    await marked(session, event, await a_teacher(session))
    assert before is not None
    assert (await told(session, head)).others == before


async def test_a_month_is_told_once_to_all_heads_of_a_school(session: AsyncSession) -> None:
    """However each spells it, and whoever says anew that they are one; heads are no part of it."""
    head = await a_head(session)
    deputy = await a_head(session, school="Saulės gimn.", city="Kaunas", confirmed=False)
    leaders = [await session.get_one(Person, one.person_id) for one in (head, deputy)]
    event = await held(session, *leaders, *await teachers(session, 5))
    before = (await told(session, head)).others
    assert before == Others(5, 20, [(Other.UNSAID, 5)])
    await marked(session, event, await a_teacher(session))
    assert (await told(session, deputy)).others == before
    await rules.resign(session, head)
    again = await rules.say(session, leaders[0], now=NOW)
    assert (await told(session, again)).others == before
    elsewhere = await a_head(session, school="Kauno Jablonskio gimnazija")
    assert (await told(session, elsewhere)).others is None


async def test_a_school_that_could_be_two_is_told_to_each_head(session: AsyncSession) -> None:
    """What was counted for the one is not told to the other, nor counted twice for the same."""
    one, other = [await a_head(session, school="Kauno gimnazija") for _ in range(2)]
    people = await teachers(session, 6)
    event = await held(session, *people[:5])
    for person in people:
        there = Workplace(SCHOOL, "")
        await rules.settle(session, one, person, there, is_own=True, by=person, now=NOW)
    before = (await told(session, one)).others
    assert before is not None
    assert (await told(session, other)).others is None
    await marked(session, event, people[5])
    assert (await told(session, one)).others == before


async def test_names_and_numbers_are_of_different_people(session: AsyncSession) -> None:
    """What is told by name is no part of the number, so that nothing is left by subtraction; only
    a confirmed head sees the names, and the number is the same for both.
    """
    head = await a_head(session, confirmed=False)
    ona = await a_teacher(session, "Ona Petraitienė")
    await naming.give(session, ona, now=IN_OCTOBER - DAY)
    await held(session, ona, *await teachers(session, 5))
    found = await told(session, head)
    assert (names(found), found.others) == ([], Others(5, 20, [(Other.UNSAID, 5)]))
    head.confirmed_at = NOW
    found = await told(session, head)
    assert names(found) == [("Ona Petraitienė", 4)]
    assert found.others == Others(5, 20, [(Other.UNSAID, 5)])


@pytest.mark.parametrize(
    ("given", "withdrawn", "named", "counted"),
    [
        (-1, None, 1, 5),
        (1, None, 0, 6),  # agreed after it had ended: what was told already is not taken apart
        (-2, -1, 0, 6),  # withdrawn before
        (-1, 1, 0, 5),  # named, and no longer: neither
    ],
)
async def test_when_a_consent_counts(
    session: AsyncSession, given: int, withdrawn: int | None, named: int, counted: int
) -> None:
    """By the moment at which the event ended."""
    head = await a_head(session)
    ona = await a_teacher(session)
    await held(session, ona, *await teachers(session, 5))
    await naming.give(session, ona, now=IN_OCTOBER + given * DAY)
    if withdrawn is not None:
        await naming.withdraw(session, ona, now=IN_OCTOBER + withdrawn * DAY)
    found = await told(session, head)
    assert found.others is not None
    assert (len(found.named), found.others.people) == (named, counted)


async def test_a_consent_for_another_school_names_nobody_here(session: AsyncSession) -> None:
    """Whoever changes schools is asked anew, and was named to the other head meanwhile."""
    head = await a_head(session)
    ona = await a_teacher(session, school="Kauno Jablonskio gimnazija")
    await naming.give(session, ona, now=IN_OCTOBER - DAY)
    await held(session, ona, *await teachers(session, 5))
    await works_at(session, ona, head.school)
    found = await told(session, head)
    assert found.others is not None
    assert (names(found), found.others.people) == ([], 5)


@pytest.mark.parametrize(
    "facts",
    [
        {"starts": IN_OCTOBER + 31 * DAY},
        {"starts": IN_OCTOBER - 31 * DAY},
        {"status": Status.CANCELLED},
    ],
)
async def test_what_does_not_count(session: AsyncSession, facts: dict[str, Any]) -> None:
    """Another month, or an event that was cancelled; nor does one who did not come."""
    head = await a_head(session)
    people = await teachers(session, 5)
    await held(session, *people, **facts)
    event = await held(session, *people[:4])
    await marked(session, event, people[4], presence=Presence.ABSENT)
    assert (await told(session, head)).others is None


async def test_nothing_is_counted_before_the_month_is_over(session: AsyncSession) -> None:
    """Nor of a head whose profile names another school now."""
    head = await a_head(session)
    await held(session, *await teachers(session, 5))
    for now in (IN_OCTOBER, IN_OCTOBER + 17 * DAY):
        await count(session, head, OCTOBER, zone=VILNIUS, now=now)
    assert await session.scalar(select(func.count()).select_from(HeadMonth)) == 0
    await works_at(session, await session.get_one(Person, head.person_id), "Kauno X gimnazija")
    assert await completed(session, head, OCTOBER, zone=VILNIUS) is None


def test_small_themes_are_put_together() -> None:
    """None is of fewer than five people, not by subtraction either; the largest come first."""
    themes = {"A": range(10), "B": range(10, 16), "C": range(16, 19), "D": range(19, 21)}
    took = [
        Took(person, an_event(id=number, priority_field=theme), 2)
        for number, (theme, people) in enumerate(themes.items(), start=1)
        for person in people
    ]
    assert unnamed(took) == Others(21, 42, [("A", 10), ("B", 6), (Other.OTHERS, 5)])
    alone = [Took(person, an_event(id=1, subjects=["Fizika"]), 2) for person in range(7)]
    odd = Took(7, an_event(id=2, subjects=["Muzika"]), 2)
    assert unnamed([*alone, odd]) == Others(8, 16, [(Other.OTHERS, 8)])
