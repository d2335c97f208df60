"""Looking things up."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.programme.queries import by_code, changed_since, not_over, over, upcoming
from catalogue.programme.tables import Status
from tests.catalogue.editing.test_importing import ROW, imported
from tests.factories import an_event, kept


async def test_upcoming_is_published_and_not_started(database: Database, now: datetime) -> None:
    """Teachers see what they can still come to, the soonest first."""
    rows = [
        {**ROW, "code": "late", "start": "2027-01-04 10:00", "end": ""},
        {**ROW, "code": "soon"},
        {**ROW, "code": "past", "start": "2026-11-20 10:00", "end": ""},
        {**ROW, "code": "draft", "status": "draft"},
        {**ROW, "code": "off", "status": "cancelled"},
    ]
    await imported(database, now, *rows)
    events = await database.read(lambda session: upcoming(session, now=now))
    assert [event.code for event in events] == ["soon", "late"]
    first = await database.read(lambda session: upcoming(session, now=now, limit=1))
    assert [event.code for event in first] == ["soon"]


async def test_by_code(database: Database, now: datetime) -> None:
    """A code typed in other letters is found; one that is spelled exactly so comes first."""
    await imported(
        database,
        now,
        {**ROW, "code": "a-1"},
        {**ROW, "code": "A-1", "title_lt": "Dailė"},
        {**ROW, "code": "B", "organiser": "Kitas"},
        {**ROW, "code": "B", "status": "cancelled"},
        {**ROW, "code": "C", "status": "draft"},
    )

    async def found(code: str) -> list[str]:
        return [event.code for event in await database.read(lambda s: by_code(s, code))]

    assert await found("a-1") == ["a-1"]
    assert await found("b") == ["B", "B"]
    assert await found("C") == []
    assert await found("zzz") == []


async def test_changed_since(database: Database, now: datetime) -> None:
    """The search follows the programme without reading all of it again."""
    await imported(
        database, now, ROW, {**ROW, "code": "B"}, {**ROW, "code": "C", "status": "draft"}
    )
    revision, changed, gone = await database.read(lambda s: changed_since(s, -1))
    assert ([event.code for event in changed], len(gone)) == (["A", "B"], 1)
    await imported(
        database, now, {**ROW, "price_eur": 9}, {**ROW, "code": "B", "status": "cancelled"}
    )
    later, changed, gone = await database.read(lambda s: changed_since(s, revision))
    assert ([event.code for event in changed], len(gone)) == (["A"], 1)
    assert await database.read(lambda s: changed_since(s, later)) == (later, (), ())


async def test_not_over_is_of_the_realm(sqlite_database: Database, now: datetime) -> None:
    """One's own centres and single events, until their end; drafts and others' are not there."""

    async def work(session: AsyncSession) -> list[list[str]]:
        running = an_event(code="running", starts=now - timedelta(hours=1))
        own, other, third = an_event(code="own", centre=running.centre), an_event(), an_event()
        ended = an_event(centre=running.centre, starts=now - timedelta(days=1))
        draft = an_event(centre=running.centre, status=Status.DRAFT)
        other.code, third.code = "other", "third"
        await kept(session, running, own, other, third, ended, draft)
        realms = [
            Realm(frozenset({running.centre_id}), frozenset({other.id})),
            Realm(events=frozenset({third.id})),
            Realm(),
        ]
        found = [await not_over(session, realm, now=now, limit=9) for realm in realms]
        everywhere = await not_over(session, EVERYWHERE, now=now, limit=2, offset=1)
        return [[event.code for event in events] for events in (*found, everywhere)]

    assert await sqlite_database.write(work) == [
        ["running", "own", "other"],
        ["third"],
        [],
        ["own", "other"],
    ]


async def test_over_is_of_the_realm(sqlite_database: Database, now: datetime) -> None:
    """The latest first; none that is to come or was called off."""

    async def work(session: AsyncSession) -> None:
        day = timedelta(days=1)
        latest, earlier = an_event(starts=now - day), an_event(starts=now - 2 * day)
        off = an_event(starts=now - day, status=Status.CANCELLED)
        await kept(session, earlier, latest, off, an_event())
        found = await over(session, EVERYWHERE, now=now, limit=9)
        assert [one.id for one in found] == [latest.id, earlier.id]
        own = Realm(events=frozenset({earlier.id}))
        assert [one.id for one in await over(session, own, now=now, limit=9)] == [earlier.id]

    await sqlite_database.write(work)
