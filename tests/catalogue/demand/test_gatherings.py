"""Those who wait for one thing: when it becomes a draft."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.demand import gatherings, polls
from catalogue.demand.days import OfferedDay
from catalogue.demand.gatherings import USUAL, Progress
from catalogue.demand.refusals import GatheringOver
from catalogue.demand.tables import Gathering, GatheringVoice
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.people.tables import Person
from catalogue.registrations.tables import Registration, State
from catalogue.subscriptions import rules
from catalogue.subscriptions.tables import Rhythm, SubscriptionHit
from catalogue.subscriptions.themes import theme_of
from tests.factories import NOW, a_centre, a_person, an_event, kept

YOGA = theme_of(("joga",))
YEAR = 2026
DAYS = [
    OfferedDay(NOW + timedelta(days=10), NOW + timedelta(days=10, hours=2), None, "Kaunas"),
    OfferedDay(NOW + timedelta(days=12), None, None, ""),
]


async def those_who_wait(
    session: AsyncSession, number: int, ways: Sequence[str] = ("joga", "jogos", "jogas")
) -> list[Person]:
    """So many more people who looked for yoga, each in one of these ways."""
    people = [a_person() for _ in range(number)]
    await kept(session, *people)
    for place, one in enumerate(people):
        said = ways[place % len(ways)]
        await rules.subscribe(
            session,
            person=one,
            words=said,
            wanted={"topic": [said], "filters": {"topic": said}},
            rhythm=Rhythm.ONCE,
            now=NOW,
        )
    return people


async def gathered(session: AsyncSession, people: int = USUAL) -> tuple[Gathering, list[Person]]:
    """A draft of those who wait, with days to choose from and everybody asked."""
    own = await those_who_wait(session, people)
    one = await gatherings.draft(session, YOGA, year=YEAR, now=NOW)
    assert one is not None
    await polls.offer(session, one, DAYS, now=NOW)
    asked = await polls.to_ask(session, one, limit=100)
    await kept(
        session,
        *[GatheringVoice(gathering_id=one.id, person_id=each.id, asked_at=NOW) for each in asked],
    )
    return one, own


async def test_a_person_waits_once(sqlite_database: Database) -> None:
    """However often they asked; not who was told of an event, stopped, or waits for another."""

    async def fill(session: AsyncSession) -> None:
        people = await those_who_wait(session, 4)
        event = an_event()
        await kept(session, event)
        wanted = {"topic": ["meditacijos"], "filters": {"topic": "x", "city": "Alytus"}}
        facts: dict[str, Any] = {"words": "x", "rhythm": Rhythm.INSTANT, "now": NOW}
        await rules.subscribe(session, person=people[0], wanted=wanted, **facts)
        await rules.subscribe(session, person=people[0], wanted={"topic": ["muzika"]}, **facts)
        own = await gatherings.waiting(session, YOGA)
        rules.end(own[1], now=NOW)
        await kept(
            session,
            SubscriptionHit(subscription_id=own[2].id, event_id=event.id, found_at=NOW),
        )

    await sqlite_database.write(fill)
    look = await sqlite_database.read(lambda session: gatherings.progress(session, YOGA))
    assert (look.people, look.needed) == (2, USUAL)
    assert not look.is_reached


async def test_the_centre_is_the_one_they_know(sqlite_database: Database) -> None:
    """Where most of them have been, with its own number; the only one where they have been none."""

    async def fill(session: AsyncSession) -> list[Progress]:
        found = []
        people = await those_who_wait(session, 3)
        here, there = a_centre(gather_at=8), a_centre(gather_at=5)
        await kept(session, here)
        found.append(await gatherings.progress(session, YOGA))
        await kept(session, there)
        found.append(await gatherings.progress(session, YOGA))
        events = [an_event(centre=here), an_event(centre=there), an_event(centre=here)]
        await kept(session, *events)
        joined: dict[str, Any] = {"joined_at": NOW, "changed_at": NOW}
        for person, event, state in (
            *((people[0], events[0], State.CANCELLED), (people[0], events[2], State.CONFIRMED)),
            *((people[1], events[1], State.CONFIRMED), (people[2], events[1], State.WAITING)),
        ):
            session.add(
                Registration(
                    event_id=event.id, person_id=person.id, state=state, ticket=1, **joined
                )
            )
        await session.flush()
        found.append(await gatherings.progress(session, YOGA))
        return found

    alone, unknown, known = await sqlite_database.write(fill)
    assert (alone.people, alone.needed) == (3, 8)
    assert unknown == Progress(3, USUAL, None)
    assert (known.needed, known.centre_id) == (5, unknown.centre_id or known.centre_id)
    assert known.centre_id != alone.centre_id


async def test_the_last_one_makes_one_draft(database: Database) -> None:
    """Two look at the moment in which they are enough: one draft, and one line of the house's."""

    async def fill(session: AsyncSession) -> None:
        await kept(session, a_centre(gather_at=5))
        await those_who_wait(session, 4)

    async def look(session: AsyncSession) -> list[str]:
        return await gatherings.reached(session, year=YEAR)

    async def draft(session: AsyncSession) -> Gathering | None:
        return await gatherings.draft(session, YOGA, year=YEAR, now=NOW)

    async def told(session: AsyncSession) -> list[Any]:
        noted = (await session.scalars(select(JournalEntry))).all()
        return [(one.deed, one.person_id, one.facts["people"]) for one in noted]

    await database.write(fill)
    assert await database.read(look) == []
    await database.write(lambda session: those_who_wait(session, 1))
    assert await database.read(look) == [YOGA]
    made = await asyncio.gather(*(database.write(draft) for _ in range(4)))
    assert [one.number for one in made if one] == [1]
    assert await database.read(told) == [(Deed.GATHERED, None, 5)]
    assert await database.read(look) == []


async def test_enough_elsewhere_are_not_enough_here(sqlite_database: Database) -> None:
    """Where one centre gathers few, the clock has nothing to do about the others."""

    async def fill(session: AsyncSession) -> list[str]:
        await kept(session, a_centre(gather_at=5), a_centre(gather_at=30))
        await those_who_wait(session, 5)
        return await gatherings.reached(session, year=YEAR)

    assert await sqlite_database.write(fill) == []


async def test_nobody_is_gathered_where_some_left(sqlite_database: Database) -> None:
    """Between the look and the draft; nor again in the year in which staff have let it be."""

    async def fill(session: AsyncSession) -> list[Any]:
        await those_who_wait(session, USUAL - 1)
        few = await gatherings.draft(session, YOGA, year=YEAR, now=NOW)
        await those_who_wait(session, 1)
        one = await gatherings.draft(session, YOGA, year=YEAR, now=NOW)
        assert one is not None
        gatherings.drop(one, now=NOW)
        again = await gatherings.draft(session, YOGA, year=YEAR, now=NOW)
        with pytest.raises(GatheringOver):
            await gatherings.held(session, one.id)
        next_year = await gatherings.draft(session, YOGA, year=YEAR + 1, now=NOW)
        assert next_year is not None
        next_year.told_at = NOW
        after_it = await gatherings.draft(session, YOGA, year=YEAR + 1, now=NOW)
        return [few, one.words, again, after_it and after_it.number]

    assert await sqlite_database.write(fill) == [None, "joga", None, 2]


async def test_whose_gatherings(sqlite_database: Database) -> None:
    """Those of one's centres and those of none; not another centre's, nor where all have left."""

    async def fill(session: AsyncSession) -> list[int]:
        own, other = a_centre(), a_centre()
        await kept(session, own, other)
        plain: dict[str, Any] = {"words": "x", "year": YEAR, "number": 1, "needed": 5}
        await those_who_wait(session, 3)
        wishes = await gatherings.waiting(session, YOGA)
        for theme, centre in (("a", own.id), ("b", other.id), ("c", None), ("left", own.id)):
            session.add(Gathering(theme=theme, centre_id=centre, drafted_at=NOW, **plain))
        for wish, theme in zip(wishes, "abc", strict=True):
            wish.theme = theme
        await session.flush()
        realms = (EVERYWHERE, Realm(centres=frozenset({own.id})))
        found = [await gatherings.open_ones(session, realm, year=YEAR) for realm in realms]
        assert await gatherings.of_theme(session, "b", year=YEAR) is not None
        assert await gatherings.of_theme(session, "b", year=YEAR + 1) is None
        return [len(one) for one in found]

    assert await sqlite_database.write(fill) == [3, 2]


def test_a_centre_begins_with_the_usual_number() -> None:
    """What stands in the table is what is said where nobody knows the centre."""
    assert Centre.__table__.c.gather_at.server_default.arg == str(USUAL)
    assert USUAL in gatherings.CHOICES
