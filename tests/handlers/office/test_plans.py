"""Publishing a plan: shown first, then out, once."""

import asyncio
from typing import Any

import pytest
from aiogram.methods import EditMessageText
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Person, Role
from catalogue.plans import following
from catalogue.plans.tables import PlannedEvent, PublishedPlan
from catalogue.programme.tables import Status
from handlers.office import plans
from handlers.office.callbacks.plans import PlanText, PublishPlan
from handlers.talk import Talk
from tests.catalogue.plans.made_up import DAY
from tests.factories import NOW, a_centre, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import a_talk, buttons, data, pressed, texts

MONTH = {"month": 2612, "year": False}


@pytest.fixture
async def rita(talk: Talk) -> Talk:
    """The coordinator of a centre with two events and a draft in December, one follower."""
    centre = a_centre(name="Švietimo centras")
    await kept(talk.session, centre)
    for number, status in enumerate((Status.PUBLISHED, Status.PUBLISHED, Status.DRAFT)):
        starts = NOW + (10 + number) * DAY
        event = an_event(centre=centre, status=status, title_lt=f"Nr. {number}", starts=starts)
        await kept(talk.session, event)
    await following.follow(talk.session, talk.person, centre.id, now=NOW)
    return await employed(talk.session, Role.COORDINATOR, centre)


async def looked(talk: Talk, **fields: Any) -> Any:
    return await plans.look(pressed(), PublishPlan(**{"centre": 1} | MONTH | fields), talk)


async def published(talk: Talk, mark: str) -> Any:
    data = PublishPlan(centre=1, **MONTH, mark=mark)
    return await plans.publish(pressed(), data, talk)


def mark_of(replies: Any) -> str:
    return PublishPlan.unpack(data(replies, "Paskelbti (")).mark


async def how_many(talk: Talk) -> int:
    return await talk.session.scalar(select(func.count(PublishedPlan.id))) or 0


async def test_the_post_is_shown_before_it_goes_out(rita: Talk) -> None:
    """With how many get it and what is left out; nothing is published by looking."""
    replies = await looked(rita)
    (text,) = texts(replies)
    assert text.startswith("<b>Skelbti planą</b>\nŠį įrašą gaus 1 plano sekėjas:\nNeįtrauktas 1")
    assert ("• 12-04 Nr. 2" in text, "gruodžio 2 d., trečiadienis" in text) == (True, True)
    assert buttons(replies) == [
        "Paskelbti (seka: 1)", "Juodraščiai", "‹ Lapkritis", "2026–2027 m. m.", "Sausis ›", "Atgal",
    ]  # fmt: skip
    assert await how_many(rita) == 0


async def test_nothing_to_publish(rita: Talk) -> None:
    """A month without events has no such button."""
    replies = await looked(rita, month=2703)
    assert "skelbti nėra ko" in texts(replies)[0]
    assert not any("Paskelbti" in one for one in buttons(replies))
    year = await looked(rita, month=2609, year=True)
    assert buttons(year)[-3:-1] == ["Lapkritis", "2027–2028 m. m. ›"]


async def test_published_once_and_noted(rita: Talk) -> None:
    """A second press of the same button asks again; a changed plan is shown anew first."""
    mark = mark_of(await looked(rita))
    replies = await published(rita, mark)
    assert isinstance(replies, EditMessageText)
    assert "2 renginiai\nJį gaus 1 plano sekėjas." in texts(replies)[0]
    assert buttons(replies) == [
        "Tekstas kanalui ar svetainei", "PDF", "Excel", "Kalendorius", "Visas planas",
    ]  # fmt: skip
    replies = await published(rita, mark)
    assert "pasikeitė, tad peržiūrėkite" in texts(replies)[0]
    assert "jau skelbtas" in texts(replies)[0]
    assert await how_many(rita) == 1
    assert await rita.session.scalar(select(func.count(PlannedEvent.event_id))) == 2
    (entry,) = await rita.session.scalars(select(JournalEntry))
    assert (entry.deed, entry.centre_id) == (Deed.PLAN_PUBLISHED, 1)
    assert entry.facts == {"first": "2026-12-01", "year": False, "events": 2}
    await published(rita, mark_of(replies))
    assert await how_many(rita) == 2


async def test_of_two_at_once_one_is_shown_it_again(postgres_database: Database) -> None:
    """Followers get one post: the second press waits for the first, and then sees it is out."""

    async def scene(session: AsyncSession) -> tuple[list[int], str]:
        centre = a_centre()
        await kept(session, an_event(centre=centre, starts=NOW + 10 * DAY))
        staff = [await employed(session, Role.COORDINATOR, centre) for _ in range(2)]
        return [one.person.id for one in staff], mark_of(await looked(staff[0]))

    numbers, mark = await postgres_database.write(scene)
    is_out = asyncio.Event()

    async def press(number: int, session: AsyncSession) -> str:
        own = a_talk(session, await session.get_one(Person, number))
        return texts(await published(own, mark))[0]

    async def first(session: AsyncSession) -> str:
        told = await press(numbers[0], session)
        is_out.set()
        while not await session.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
            pass
        return told

    async def second(session: AsyncSession) -> str:
        await is_out.wait()
        return await press(numbers[1], session)

    said = await asyncio.gather(*map(postgres_database.write, (first, second)))
    assert ["pasikeitė" in one for one in said] == [False, True]


async def test_what_changed_while_it_was_looked_at_is_looked_at_again(rita: Talk) -> None:
    """Nothing goes out that nobody has seen."""
    mark = mark_of(await looked(rita))
    centre = await rita.session.get(Centre, 1)
    await kept(rita.session, an_event(centre=centre, starts=NOW + 20 * DAY))
    replies = await published(rita, mark)
    assert "pasikeitė, tad peržiūrėkite" in texts(replies)[0]
    assert await how_many(rita) == 0


async def test_only_of_ones_own_centre(rita: Talk) -> None:
    """Another's is refused; an owner of the house is asked which; a centre that is gone is not."""
    other = a_centre(name="Kitas centras")
    await kept(rita.session, other)
    with pytest.raises(RightNeeded):
        await looked(rita, centre=other.id)
    owner = await an_owner_of_the_house(rita.session)
    choice = await looked(owner, centre=0)
    assert buttons(choice) == ["Kitas centras", "Švietimo centras"]
    gone = PublishPlan(centre=99, **MONTH, mark="0a")
    assert "paseno" in texts(await plans.publish(pressed(), gone, owner))[0]
    text = PlanText(centre=99, **MONTH)
    assert "paseno" in texts(await plans.as_text(pressed(), text, owner))[0]


async def test_the_text_to_forward(rita: Talk) -> None:
    """Whole, without buttons, its last words a link to the plan; an empty month is one too."""
    replies = texts(await plans.as_text(pressed(), PlanText(centre=1, **MONTH), rita))
    assert replies[0].startswith("Štai tekstas")
    assert replies[1].startswith("<b>2026 m. gruodis: planas</b> · 2 renginiai\nŠvietimo centras\n")
    assert 'href="https://t.me/kvieslys_bot?start=pl_1_2612"' in replies[-1]
    assert buttons(await plans.as_text(pressed(), PlanText(centre=1, **MONTH), rita)) == []
    empty = PlanText(centre=1, month=2703, year=False)
    assert len(texts(await plans.as_text(pressed(), empty, rita))) == 2
