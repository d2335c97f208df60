"""Who may have what, and of what nobody was told yet."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.materials.queries import begun_lately, is_noted, readers, seen_by, to_tell
from catalogue.materials.tables import ForWhom
from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Status
from catalogue.registrations.tables import State
from tests.catalogue.learning.past import marked
from tests.catalogue.materials.made_up import a_material
from tests.factories import NOW, a_person, an_event, kept

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
YESTERDAY = NOW - DAY


async def with_all_three(session: AsyncSession) -> Event:
    """Something for those who came, for the registered, and for everybody."""
    event = an_event(starts=YESTERDAY)
    await kept(session, event)
    things = [
        a_material(event, position=place, for_whom=whom, title=whom.value)
        for place, whom in enumerate(ForWhom)
    ]
    await kept(session, *things)
    return event


async def someone(
    session: AsyncSession, event: Event, state: State, presence: Presence | None = None
) -> Person:
    person = a_person()
    await kept(session, person)
    await marked(session, event, person, state=state, presence=presence)
    return person


async def test_who_may_have_what(database: Database) -> None:
    """Before anybody was noted, all who are confirmed count as if they came; from then on only
    those who were there.
    """

    async def work(session: AsyncSession) -> None:
        event = await with_all_three(session)
        ona = await someone(session, event, State.CONFIRMED)
        waiting = await someone(session, event, State.WAITING)

        async def seen(person: Person | None) -> list[str]:
            return [one.title for one in await seen_by(session, event, person)]

        assert not await is_noted(session, event)
        assert await seen(ona) == ["came", "registered", "everybody"]
        assert await seen(waiting) == await seen(None) == ["everybody"]
        rita = await someone(session, event, State.CONFIRMED, Presence.LATE)
        jonas = await someone(session, event, State.CONFIRMED, Presence.ABSENT)
        assert await is_noted(session, event)
        assert await seen(rita) == ["came", "registered", "everybody"]
        assert await seen(ona) == await seen(jonas) == ["registered", "everybody"]
        found = await readers(session, event)
        assert set(found) == {ona.id, rita.id, jonas.id}
        assert [found[one.id].came for one in (rita, jonas)] == [True, False]

    await database.write(work)


async def test_told_of_when_it_is_over_and_nothing_more_comes(database: Database) -> None:
    """Ten minutes after the last thing was added; never of what is off."""

    async def work(session: AsyncSession) -> None:
        event = await with_all_three(session)
        for other in (an_event(starts=NOW + DAY), an_event(starts=YESTERDAY)):
            await kept(session, other)
            await kept(session, a_material(other))
        other.status = Status.CANCELLED
        assert list(await to_tell(session, now=NOW + 9 * MINUTE)) == []
        assert list(await to_tell(session, now=NOW + 10 * MINUTE)) == [event.id]
        await kept(session, a_material(event, added_at=NOW + 5 * MINUTE))
        assert list(await to_tell(session, now=NOW + 10 * MINUTE)) == []
        for one in await seen_by(session, event, await someone(session, event, State.CONFIRMED)):
            one.told_at = NOW
        assert list(await to_tell(session, now=NOW + 30 * MINUTE)) == []

    await database.write(work)


async def test_events_that_something_may_be_added_to(sqlite_database: Database) -> None:
    """Of one's own realm, begun within four months, the newest first."""

    async def work(session: AsyncSession) -> None:
        events = [an_event(starts=NOW + days * DAY) for days in (1, -1, -2, -119, -121)]
        await kept(session, *events)
        _, first, second, third, _ = events
        found = await begun_lately(session, EVERYWHERE, now=NOW, limit=9)
        assert list(found) == [first, second, third]
        own = Realm(events=frozenset({second.id}))
        assert list(await begun_lately(session, own, now=NOW, limit=9)) == [second]
        assert list(await begun_lately(session, EVERYWHERE, now=NOW, limit=1, offset=1)) == [second]

    await sqlite_database.write(work)
