"""An open door's picture is made anew each minute, and taken away when it closes."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from catalogue.database import Database
from catalogue.learning.doors import close_door, open_door
from catalogue.learning.tables import Door
from catalogue.people.tables import Role, StaffMember
from catalogue.programme.tables import Event
from scheduler.doors import CHANGED, CLOSED, OPENED, doors
from scheduler.outbox import Outgoing, SendState
from tests.catalogue.learning.roll import an_open_event
from tests.factories import NOW, a_person, kept
from tests.handlers.office.people import membership
from tests.scheduler.test_notices import rows
from tests.scheduler.watching import a_watch

MINUTE = timedelta(minutes=1)


async def given(database: Database) -> int:
    """A door that one of staff has opened."""

    async def work(session: Any) -> int:
        event, rita = await an_open_event(session), a_person(telegram_id=5)
        await kept(session, rita)
        await kept(session, membership(rita, Role.DOOR, event.centre))
        return (await _open(session, event, rita)).id

    return await database.write(work)


async def _open(session: Any, event: Event, by: Any, now: datetime = NOW) -> Door:
    return await open_door(
        session, event=event, meeting=event.sessions[0], chat_id=5, language="lt", by=by, now=now
    )


async def looked(database: Database, *at: datetime) -> list[Outgoing]:
    for now in at:
        await doors(a_watch(database)).work(now)
    return list(await rows(database))


def told(found: list[Outgoing]) -> list[tuple[str, str | None, SendState]]:
    return [(one.method, one.recipe_kind, one.state) for one in found]


async def test_once_a_minute_and_only_the_newest(database: Database) -> None:
    """What the sender could not bring meanwhile gives way, so that late means one picture."""
    number = await given(database)
    found = await looked(database, NOW, NOW, NOW + MINUTE, NOW + 2 * MINUTE)
    waiting, replaced = SendState.WAITING, SendState.CANCELLED
    assert told(found) == [
        ("sendPhoto", OPENED, waiting),
        ("editMessageMedia", CHANGED, replaced),
        ("editMessageMedia", CHANGED, waiting),
    ]
    assert {one.recipe_key for one in found} == {str(number)}
    assert found[0].key == found[2].edits


async def test_it_closes_with_the_meeting(database: Database) -> None:
    """Its picture goes and it is said how many came, once."""
    await given(database)
    over = NOW + timedelta(hours=2, minutes=50)
    found = await looked(database, NOW, over, over + MINUTE)
    assert [(one.method, one.recipe_kind) for one in found[1:]] == [
        ("deleteMessage", None),
        ("sendMessage", CLOSED),
    ]
    assert found[1].edits == found[0].key


async def test_closed_before_it_was_shown(database: Database) -> None:
    """There is nothing to take away, and nothing to tell."""
    number = await given(database)

    async def close(session: Any) -> None:
        await close_door(session, await session.get_one(Door, number), now=NOW)

    await database.write(close)
    assert await looked(database, NOW, NOW + MINUTE) == []


async def test_opened_again(database: Database) -> None:
    """The older picture goes without a word: a newer one stands below."""
    await given(database)
    await looked(database, NOW)

    async def again(session: Any) -> None:
        door = await session.scalar(select(Door))
        event = await session.scalar(select(Event))
        await _open(session, event, a_person(id=door.opened_by), NOW + MINUTE)

    await database.write(again)
    found = await looked(database, NOW + MINUTE)
    assert [(one.method, one.recipe_kind) for one in found[1:]] == [
        ("deleteMessage", None),
        ("sendPhoto", OPENED),
    ]


async def test_without_the_right_any_more(database: Database) -> None:
    """Whoever is let go shows codes no longer."""
    await given(database)
    await database.write(lambda session: session.execute(delete(StaffMember)))
    assert [one.recipe_kind for one in await looked(database, NOW)] == [CLOSED]
    reopened = update(Door).values(closed_at=None)
    await database.write(lambda session: session.execute(reopened))
    owners = a_watch(database, owner_ids=frozenset({5}))
    await doors(owners).work(NOW)
    assert [one.recipe_kind for one in await rows(database)] == [CLOSED, OPENED]
