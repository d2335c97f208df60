"""Whom the house tells of those who gather, and how it ends."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.demand import telling
from catalogue.demand.tables import Gathering
from catalogue.people.tables import Role, StaffMember
from catalogue.programme.tables import Status
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from tests.catalogue.demand.test_gatherings import YOGA, those_who_wait
from tests.factories import NOW, VILNIUS, a_centre, a_person, an_event, kept

FACTS: dict[str, Any] = {"year": 2026, "number": 1, "needed": 12, "drafted_at": NOW}


async def test_the_nearest_hear_of_it(sqlite_database: Database) -> None:
    """Those of the topic, else all of the centre, else those of all centres with the owners."""

    async def fill(session: AsyncSession) -> list[list[str]]:
        centre, other = a_centre(), a_centre()
        people = {name: a_person(name=name, telegram_id=at) for at, name in enumerate("ABCDEFO", 1)}
        people["F"].unreachable_since = NOW
        await kept(session, centre, other, *people.values())
        for name, where, role, topics in (
            ("A", centre, Role.COORDINATOR, ["joga"]),
            ("B", centre, Role.OWNER, []),
            ("C", centre, Role.OBSERVER, ["joga"]),
            ("D", other, Role.COORDINATOR, ["joga"]),
            ("E", None, Role.COORDINATOR, []),
            ("F", centre, Role.COORDINATOR, ["joga"]),
        ):
            session.add(
                StaffMember(
                    person_id=people[name].id,
                    centre_id=where.id if where else None,
                    role=role,
                    since=NOW,
                    topics=topics,
                )
            )
        await session.flush()
        found = []
        for words, where in (("jogos", centre), ("muzika", centre), ("jogos", None)):
            one = Gathering(theme="x", words=words, centre_id=where.id if where else None, **FACTS)
            told = await telling.coordinators(session, one, owner_ids={7})
            found.append([each.name for each in told])
        return found

    assert await sqlite_database.write(fill) == [["A"], ["A", "B"], ["E", "O"]]


async def test_the_event_is_news_to_all_who_wait(database: Database) -> None:
    """Once it is published, and noted once; whatever the search would have said."""

    async def fill(session: AsyncSession) -> tuple[int, int]:
        await those_who_wait(session, 3)
        event = an_event(title_lt="Visai kitaip pavadinta", status=Status.DRAFT)
        await kept(session, event)
        one = Gathering(theme=YOGA, words="joga", event_id=event.id, **FACTS)
        await kept(session, one)
        assert not await telling.to_note(session)
        event.status = Status.PUBLISHED
        await session.flush()
        assert [each.id for each in await telling.to_note(session)] == [one.id]
        return one.id, event.id

    async def note(session: AsyncSession) -> int:
        return await telling.note_event(session, number, now=NOW)

    async def hits(session: AsyncSession) -> int:
        return (
            await session.scalar(select(func.count()).where(SubscriptionHit.event_id == event)) or 0
        )

    number, event = await database.write(fill)
    assert [await database.write(note) for _ in range(2)] == [3, 0]
    assert await database.read(hits) == 3
    assert not await database.read(telling.to_note)


async def test_old_wishes_get_their_theme(sqlite_database: Database) -> None:
    """What was asked for before there were themes; conditions alone have none, nor has what
    somebody hears of lastingly, for it may have been there.
    """

    async def fill(session: AsyncSession) -> list[str | None]:
        (person,) = await those_who_wait(session, 1)
        wanted: tuple[dict[str, Any], ...] = ({"topic": ["jogos"]}, {"filters": {"city": "Utena"}})
        old = [
            Subscription(person_id=person.id, words="x", wanted=one, rhythm=rhythm, since=NOW)
            for one in wanted
            for rhythm in (Rhythm.ONCE, Rhythm.WEEKLY)
        ]
        await kept(session, *old)
        assert await telling.work_out(session, limit=9) == 4
        await session.flush()
        assert await telling.work_out(session, limit=9) == 0
        return [one.theme for one in old]

    assert await sqlite_database.write(fill) == [YOGA, "", "", ""]


@pytest.mark.parametrize(
    ("now", "is_over"),
    [
        ("2027-08-31T09:59:00+03:00", False),
        ("2027-08-31T10:00:00+03:00", True),
        ("2027-09-10T10:00:00+03:00", True),
        ("2027-09-14T10:00:00+03:00", False),
        ("2027-06-30T12:00:00+03:00", False),
    ],
)
def test_when_a_year_is_over(now: str, *, is_over: bool) -> None:
    """From ten on its last day; two weeks later nobody is written to of it any more."""
    ended = telling.year_over(datetime.fromisoformat(now), VILNIUS)
    last = datetime.fromisoformat("2027-08-31T10:00:00+03:00")
    assert ended == (last if is_over else None)
    assert telling.before_of(last) == datetime.fromisoformat("2027-08-01T00:00:00+03:00")


async def test_wishes_end_with_the_year(sqlite_database: Database) -> None:
    """Those that wait for an answer; what was asked for lastingly or of late goes on."""
    before, now = NOW + timedelta(days=1), NOW + timedelta(days=30)

    async def fill(session: AsyncSession) -> list[str]:
        (person,) = await those_who_wait(session, 1)
        for words, rhythm, since in (
            ("muzika", Rhythm.WEEKLY, NOW),
            ("fizika", Rhythm.ONCE, before),
            ("etika", Rhythm.ONCE, NOW),
        ):
            facts: dict[str, Any] = {"wanted": {"topic": [words]}, "rhythm": rhythm, "theme": words}
            await kept(
                session, Subscription(person_id=person.id, words=words, since=since, **facts)
            )
        assert await telling.people_to_end(session, before=before, limit=9) == [person]
        ended = await telling.end_wishes(session, person, before=before, now=now)
        assert await telling.people_to_end(session, before=before, limit=9) == []
        return [one.words for one in ended]

    assert await sqlite_database.write(fill) == ["joga", "etika"]
