"""Events that are taken out whole."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.editing import removing
from catalogue.finding.finder import Finder
from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.tables import Lecturing
from catalogue.programme.refusals import EventInUse, StageOver
from catalogue.programme.removed import RemovedEvent
from catalogue.programme.revisions import locked_revision, stamp
from catalogue.programme.tables import Event, Session, Status
from catalogue.refusals import Refusal
from catalogue.registrations.rules import join, leave
from catalogue.search.index import Index
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from tests.factories import NOW, a_person, an_event, kept


async def remove(session: AsyncSession, *events: Event) -> None:
    revision = await locked_revision(session)
    revision.value += 1
    numbers = [event.id for event in events]
    await removing.remove(session, numbers, revision=revision.value)


async def test_what_hangs_on_an_event_is_seen(database: Database) -> None:
    """Registrations and lecturers do; meetings, and news nobody was told yet, go with it."""

    async def work(session: AsyncSession) -> None:
        joined, taught, news, free = (an_event() for _ in range(4))
        ona = a_person()
        await kept(session, joined, taught, news, free, ona)
        wish = Subscription(person_id=ona.id, words="x", rhythm=Rhythm.WEEKLY, since=NOW)
        await kept(session, wish)
        await kept(
            session,
            Lecturing(person_id=ona.id, event_id=taught.id),
            SubscriptionHit(subscription_id=wish.id, event_id=news.id, found_at=NOW),
        )
        await join(session, event_id=joined.id, person=ona, now=NOW)
        numbers = [one.id for one in (joined, taught, news, free)]
        assert await removing.in_use(session, numbers) == {joined.id, taught.id}
        await remove(session, news, free)
        assert set(await session.scalars(select(Event.id))) == {joined.id, taught.id}
        for table in (Session, SubscriptionHit):
            orphans = select(func.count()).where(table.event_id.in_([news.id, free.id]))
            assert await session.scalar(orphans) == 0

    await database.write(work)


async def test_the_search_forgets_it(sqlite_database: Database) -> None:
    """Also one that has looked before."""
    finder = Finder(Index())

    async def made(session: AsyncSession) -> Event:
        event = an_event(title_lt="Robotika")
        await kept(session, event)
        await stamp(session, event)
        return event

    event = await sqlite_database.write(made)
    assert len(await sqlite_database.read(finder.index)) == 1
    await sqlite_database.write(lambda session: remove(session, event))
    assert len(await sqlite_database.read(finder.index)) == 0


@pytest.mark.parametrize(
    ("status", "joined", "refusal"),
    [
        (Status.DRAFT, False, None),
        (Status.DRAFT, True, EventInUse),
        (Status.PUBLISHED, False, StageOver),
        (Status.CANCELLED, False, StageOver),
    ],
)
async def test_only_a_draft_that_nobody_was_in_is_deleted(
    database: Database,
    status: Status,
    joined: bool,  # noqa: FBT001 -- a table
    refusal: type[Refusal] | None,
) -> None:
    """One who has left counts too; the journal remembers what was done with it."""

    async def work(session: AsyncSession) -> None:
        event, ona = an_event(), a_person()
        await kept(session, event, ona)
        if joined:
            await join(session, event_id=event.id, person=ona, now=NOW)
            await leave(session, event_id=event.id, person=ona, now=NOW)
        event.status = status
        journal.note(session, Deed.EVENT_MADE, by=ona, now=NOW, event=event)
        await session.flush()
        if refusal is not None:
            with pytest.raises(refusal):
                await removing.delete_draft(session, event)
            return
        await removing.delete_draft(session, event)
        assert await session.scalar(select(func.count()).select_from(Event)) == 0
        assert (await session.scalars(select(JournalEntry.event_id))).one() == event.id
        assert await session.scalar(select(RemovedEvent.id)) == event.id

    await database.write(work)
