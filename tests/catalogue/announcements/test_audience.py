from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.audience import page, reach, speaks, topics
from catalogue.announcements.segments import Block, Kind, Segment
from catalogue.people.languages import LANGUAGES, language_of
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.plans.tables import PlanFollower
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from catalogue.search.normalise import fold
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from tests.factories import NOW, a_person, an_event, kept


class Town:
    """Four people: Ona and Greta of Kaunas, James, and Jonas who cannot be reached."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.ona = a_person(name="Ona Petraitienė")
        self.greta = a_person(introduced=False)
        self.james = a_person(name="James Miller", client_language="en-GB")
        self.jonas = a_person(name="Jonas Jonaitis", unreachable_since=NOW)

    async def settle(self) -> "Town":
        await kept(self.session, self.ona, self.greta, self.james, self.jonas)
        await self.tell(self.ona, Trait.CITY, "Kaunas")
        await self.tell(self.greta, Trait.CITY, "kaunas")
        await self.tell(self.jonas, Trait.CITY, "Kaunas")
        return self

    async def tell(self, person: Person, kind: Trait, value: str) -> None:
        key = fold(value)
        await kept(self.session, PersonTrait(person_id=person.id, kind=kind, value=value, key=key))

    async def register(self, person: Person, event: Event, state: State) -> None:
        await kept(
            self.session,
            Registration(
                event_id=event.id, person_id=person.id, state=state, ticket=1, access_need="",
                joined_at=NOW, changed_at=NOW,
            ),
        )  # fmt: skip

    async def ask(self, person: Person, words: str, **facts: Any) -> None:
        plain = {"person_id": person.id, "words": words, "wanted": {}, "since": NOW}
        await kept(self.session, Subscription(**plain | {"rhythm": Rhythm.INSTANT} | facts))

    async def inside(self, *blocks: Block, now: Any = NOW) -> list[Person]:
        return list(
            await page(
                self.session,
                Segment(blocks),
                after=0,
                limit=100,
                now=now,
                default_language="lt",
            )
        )


@pytest.fixture
async def town(session: AsyncSession) -> Town:
    return await Town(session).settle()


async def test_it_is_counted_and_shown(town: Town) -> None:
    """The number is of those who can be reached; a few of them by the names they gave."""
    found = await reach(
        town.session, Segment((Block(Kind.CITY, "KAUNAS"),)), now=NOW, default_language="lt"
    )
    assert (found.people, found.unreachable, found.nameless) == (2, 1, 1)
    assert found.names == ("Ona Petraitienė",)
    assert not found.is_everyone


async def test_everybody_by_accident(town: Town) -> None:
    """What nobody is left out of is everyone, and to nobody it is not."""
    town.greta.wants_announcements = False  # who wants none is not left out by what was chosen
    blocks = (Block(Kind.CITY, "Vilnius", negated=True),)
    for segment, is_everyone in ((Segment(blocks), True), (Segment(), True),
                                 (Segment((Block(Kind.CITY, "Vilnius"),)), False)):  # fmt: skip
        found = await reach(town.session, segment, now=NOW, default_language="lt")
        assert found.is_everyone == is_everyone


async def test_who_wants_no_announcements_gets_none_but_of_their_own(town: Town) -> None:
    """What is about an event one has joined is no advertisement; the forgotten get nothing."""
    town.ona.wants_announcements = False
    town.greta.weekly_ceiling = 0
    town.james.telegram_id, town.james.forgotten_at = None, NOW
    event = an_event()
    await kept(town.session, event)
    for one in (town.ona, town.greta, town.james):
        await town.register(one, event, State.CONFIRMED)
    assert await town.inside() == [town.jonas]
    assert await town.inside(Block(Kind.REGISTERED, str(event.id))) == [town.ona, town.greta]
    assert await town.inside(Block(Kind.REGISTERED, str(event.id), negated=True)) == [town.jonas]


async def test_how_people_stand_to_an_event(town: Town) -> None:
    """Registered, or waiting (an offered seat is still waited for), or there when it was over."""
    event = an_event()
    await kept(town.session, event)
    await town.register(town.ona, event, State.CONFIRMED)
    await town.register(town.greta, event, State.OFFERED)
    await town.register(town.james, event, State.PENDING)
    number = str(event.id)
    over = NOW + timedelta(days=11)
    assert await town.inside(Block(Kind.REGISTERED, number)) == [town.ona, town.james]
    assert await town.inside(Block(Kind.WAITING, number)) == [town.greta]
    assert await town.inside(Block(Kind.ATTENDED, number)) == []
    assert await town.inside(Block(Kind.ATTENDED, number), now=over) == [town.ona]


async def test_topics_are_matched_by_their_words(town: Town) -> None:
    """In whatever form and order they stand; what was given up is no wish any more."""
    await town.ask(town.ona, "įtraukusis ugdymas")
    await town.ask(town.greta, "Įtraukiojo ugdymo seminarai", rhythm=Rhythm.ONCE)
    await town.ask(town.james, "įtraukusis ugdymas", ended_at=NOW)
    assert set(await topics(town.session)) == {"įtraukusis ugdymas", "Įtraukiojo ugdymo seminarai"}
    assert await town.inside(Block(Kind.TOPIC, "ugdymas įtraukusis")) == [town.ona, town.greta]
    assert await town.inside(Block(Kind.TOPIC, "robotika")) == []
    assert await town.inside(Block(Kind.TOPIC, "...")) == []


async def test_blocks_narrow_together(town: Town) -> None:
    """All of them hold at once, the turned ones for whoever has said nothing too."""
    await town.tell(town.ona, Trait.GROUP, "matematikos mokytojai")
    of_kaunas = Block(Kind.CITY, "Kaunas")
    assert await town.inside(of_kaunas, Block(Kind.GROUP, "matematikos mokytojai")) == [town.ona]
    others = await town.inside(of_kaunas, Block(Kind.GROUP, "matematikos mokytojai", negated=True))
    assert others == [town.greta, town.jonas]


async def test_a_page_begins_after_the_last(town: Town) -> None:
    """So that a crash goes on where it was."""
    after = await page(
        town.session, Segment(), after=town.greta.id, limit=1, now=NOW, default_language="lt"
    )
    assert after == [town.james]
    town.jonas.weekly_ceiling = 3
    bounded = await page(
        town.session, Segment(), after=0, limit=9, now=NOW, default_language="lt", with_ceiling=True
    )
    assert bounded == [town.jonas]


@pytest.mark.parametrize("default", LANGUAGES)
async def test_the_database_knows_whom_we_speak_how(session: AsyncSession, default: str) -> None:
    """Whatever was chosen and whatever a Telegram speaks, it says what `language_of` says."""
    people = [
        a_person(language=chosen, client_language=client)
        for chosen in (None, "lt", "en", "xx")
        for client in ("", "lt", "LT-lt", "en", "en-GB", "ru", "enm")
    ]
    await kept(session, *people)
    for language in LANGUAGES:
        found = await session.scalars(
            select(Person.id).where(speaks(language, default_language=default))
        )
        expected = {one.id for one in people if language_of(one, default=default) == language}
        assert set(found) == expected


#: How somebody stands to centre A, and whether its coordinator's words reach them.
KNOWN = [
    ("nothing", False),
    ("registered", True),
    ("left", True),
    ("registered elsewhere", False),
    ("was answered", True),
    ("was answered and has ended", False),
    ("was answered elsewhere", False),
    ("asked only", False),
    ("follows", True),
    ("follows all", True),
    ("follows elsewhere", False),
]


async def stands(session: AsyncSession, how: str, own: Event, other: Event) -> Person:
    person = a_person()
    await kept(session, person)
    event = other if "elsewhere" in how else own
    if how.startswith(("registered", "left")):
        state = State.CANCELLED if how == "left" else State.CONFIRMED
        facts = {"ticket": 1, "joined_at": NOW, "changed_at": NOW, "state": state}
        await kept(session, Registration(event_id=event.id, person_id=person.id, **facts))
    if "answered" in how or how == "asked only":
        ended = NOW if "ended" in how else None
        asked = Subscription(
            person_id=person.id, words="x", rhythm=Rhythm.WEEKLY, since=NOW, ended_at=ended
        )
        await kept(session, asked)
        if "answered" in how:
            hit = SubscriptionHit(subscription_id=asked.id, event_id=event.id, found_at=NOW)
            await kept(session, hit)
    if how.startswith("follows"):
        centre = None if how == "follows all" else event.centre_id
        await kept(session, PlanFollower(person_id=person.id, centre_id=centre, since=NOW))
    return person


async def test_a_centre_reaches_whom_it_knows(session: AsyncSession) -> None:
    """An owner of the house reaches everybody; so does no negated block of a coordinator's."""
    own, other = an_event(), an_event()
    await kept(session, own, other)
    people = {how: await stands(session, how, own, other) for how, _ in KNOWN}

    async def reached(segment: Segment) -> set[int]:
        rows = await page(session, segment, after=0, limit=100, now=NOW, default_language="lt")
        return {one.id for one in rows}

    bound = frozenset({own.centre_id})
    expected = {people[how].id for how, is_known in KNOWN if is_known}
    assert await reached(Segment(centres=bound)) == expected
    nobody = Block(Kind.CITY, "Kaunas", negated=True)
    assert await reached(Segment((nobody,), centres=bound)) == expected
    assert await reached(Segment()) == {one.id for one in people.values()}
    assert await reached(Segment(centres=frozenset())) == {people["follows all"].id}
    counted = await reach(session, Segment(centres=bound), now=NOW, default_language="lt")
    assert (counted.people, counted.is_everyone) == (len(expected), True)
