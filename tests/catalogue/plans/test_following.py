"""Who follows plans, and what each is told of a morning."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing import rules as editing
from catalogue.editing.rules import Edits
from catalogue.people.tables import Person
from catalogue.plans import following, rules
from catalogue.plans.entries import Field
from catalogue.plans.tables import PlanFollower
from catalogue.privacy.forgetting import forget
from catalogue.privacy.kept import kept as kept_of
from catalogue.registrations.tables import Registration, State
from tests.catalogue.plans.made_up import DAY, DECEMBER, MORNING, a_plan
from tests.factories import NOW, VILNIUS, a_centre, a_person, kept


async def somebody(session: AsyncSession, *centres: int | None, **facts: Any) -> Person:
    person = a_person(**facts)
    await kept(session, person)
    for one in centres:
        await following.follow(session, person, one, now=NOW)
    return person


async def test_following_and_stopping(session: AsyncSession) -> None:
    """Twice is once; all of them take the place of single ones; stopping what one does not follow
    is nothing.
    """
    one, two = a_centre(), a_centre()
    await kept(session, one, two)
    ona = await somebody(session)
    assert await following.follow(session, ona, one.id, now=NOW)
    assert not await following.follow(session, ona, one.id, now=NOW)
    assert await following.follow(session, ona, two.id, now=NOW)
    assert [centre for _, centre in await following.followed(session, ona)] == [one, two]
    assert await following.follow(session, ona, None, now=NOW)
    assert not await following.follow(session, ona, two.id, now=NOW)
    assert [centre for _, centre in await following.followed(session, ona)] == [None]
    assert not await following.stop(session, ona, one.id)
    assert await following.stop(session, ona, None)
    assert list(await following.following(session, ona)) == []


async def test_only_those_who_can_be_reached(session: AsyncSession) -> None:
    """Of this centre or of all; page by page."""
    one, two = a_centre(), a_centre()
    await kept(session, one, two)
    ona = await somebody(session, one.id)
    await somebody(session, two.id)
    everything = await somebody(session, None)
    await somebody(session, one.id, unreachable_since=NOW)
    await somebody(session, one.id, telegram_id=None)
    assert await following.how_many(session, one.id) == 2
    first = await following.page(session, [one.id], after=0, limit=1)
    rest = await following.page(session, [one.id], after=ona.id, limit=9)
    assert [*first, *rest] == [ona, everything]


async def test_who_had_a_notice_does_not_hear_it_twice(session: AsyncSession) -> None:
    """Ona takes part in the event that was moved and became dearer: her diff has the price; Rita
    hears both; whoever follows another centre hears nothing.
    """
    centre, _, (event, _) = await a_plan(session, "Vertinimas", "Balsas")
    other = a_centre()
    await kept(session, other)
    ona = await somebody(session, centre.id)
    rita, elsewhere = await somebody(session, None), await somebody(session, other.id)
    await kept(session, Registration(event_id=event.id, person_id=ona.id, state=State.CONFIRMED,
                                     ticket=1, joined_at=NOW, changed_at=NOW))  # fmt: skip
    edits = Edits(values={"city": "Vilnius", "lecturer": "dr. Rita"})
    await editing.save(session, event, edits, now=NOW + DAY / 24, zone=VILNIUS)
    news = await rules.note_changes(session, centre.id, due=MORNING, zone=VILNIUS, now=MORNING)
    assert news is not None

    async def told(person: Person) -> list[tuple[Field, ...]]:
        found = await following.told_to(session, person, news.day, now=MORNING)
        return [change.fields for one in found for change in one.changes]

    assert await told(ona) == [(Field.LECTURER,)]
    assert await told(rita) == [(Field.PLACE, Field.LECTURER)]
    assert await told(elsewhere) == []
    assert await following.told_to(session, rita, news.day, now=NOW + 60 * DAY) == []
    assert await following.told_to(session, rita, NOW.date(), now=MORNING) == []


async def test_another_plan_published_meanwhile_changes_nothing_of_that(
    session: AsyncSession,
) -> None:
    """Ona was told of the move before the centre published January; it is no news to her."""
    centre, rasa, (event,) = await a_plan(session, "Vertinimas")
    ona, rita = await somebody(session, centre.id), await somebody(session, centre.id)
    await kept(session, Registration(event_id=event.id, person_id=ona.id, state=State.CONFIRMED,
                                     ticket=1, joined_at=NOW, changed_at=NOW))  # fmt: skip
    edits = Edits(values={"city": "Vilnius"})
    await editing.save(session, event, edits, now=NOW + DAY / 24, zone=VILNIUS)
    january = DECEMBER.later()
    await rules.publish(session, january, centre.id, by=rasa, zone=VILNIUS, now=NOW + DAY / 12)
    news = await rules.note_changes(session, centre.id, due=MORNING, zone=VILNIUS, now=MORNING)
    assert news is not None
    assert await following.told_to(session, ona, news.day, now=MORNING) == []
    assert len(await following.told_to(session, rita, news.day, now=MORNING)) == 1


async def test_it_is_told_and_forgotten_with_the_person(session: AsyncSession) -> None:
    """It stands in what is kept about them, and goes with them."""
    centre = a_centre(name="Švietimo centras")
    await kept(session, centre)
    ona = await somebody(session, centre.id)
    facts = await kept_of(session, person=ona)
    assert [one["centre"] for one in facts["plans"]] == ["Švietimo centras"]
    await forget(session, person=ona, now=NOW)
    assert await session.scalar(select(PlanFollower.id)) is None
