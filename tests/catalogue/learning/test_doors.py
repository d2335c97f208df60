"""A door is open while its meeting goes on, for three hours at most."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.learning import refusals
from catalogue.learning.codes import Way, holds
from catalogue.learning.doors import close_door, is_over, open_door, open_doors, prune, shown
from catalogue.learning.house_secret import ATTENDANCE, secret_of
from catalogue.learning.tables import Door
from catalogue.programme.tables import Event, Status
from tests.catalogue.learning.roll import an_open_event
from tests.factories import NOW, a_person, kept


async def _open(session: Any, event: Event, *, now: datetime = NOW, chat_id: int = 5) -> Door:
    rita = a_person(name="Rita Ritaitė")
    await kept(session, rita)
    return await open_door(
        session,
        event=event,
        meeting=event.sessions[0],
        chat_id=chat_id,
        language="lt",
        by=rita,
        now=now,
    )


async def test_it_shows_codes_that_hold(database: Database) -> None:
    """Both codes are taken at the moment they are shown; a closed door shows none."""

    async def work(session: Any) -> None:
        event = await an_open_event(session)
        door, number = await _open(session, event), event.sessions[0].id
        secret = await secret_of(session, ATTENDANCE)
        seen = await shown(session, door, NOW)
        assert seen is not None
        assert holds(seen.to_scan, secret, Way.SCANNED, meeting=number, now=NOW)
        assert holds(seen.to_type, secret, Way.TYPED, meeting=number, now=NOW)
        (noted,) = await session.scalars(select(JournalEntry))
        assert (noted.deed, noted.event_id) == (Deed.DOOR_OPENED, event.id)
        await close_door(session, door, now=NOW)
        assert await shown(session, door, NOW) is None
        await prune(session, before=NOW + timedelta(seconds=1))
        assert (await session.scalars(select(Door))).all() == []

    await database.write(work)


async def test_one_a_meeting_and_chat(database: Database) -> None:
    """Opened again it stands lower in the chat; a colleague's chat has one of its own."""

    async def work(session: Any) -> None:
        event = await an_open_event(session)
        first, other = await _open(session, event), await _open(session, event, chat_id=6)
        again = await _open(session, event)
        assert list(await open_doors(session)) == [other, again]
        assert first.closed_at == NOW

    await database.write(work)


@pytest.mark.parametrize(
    ("hours", "after", "over"),
    [(3, timedelta(hours=2), False), (3, timedelta(hours=2, minutes=50), True),
     (8, timedelta(hours=2, minutes=59), False), (8, timedelta(hours=3), True)],
)  # fmt: skip
async def test_it_closes_in_time(
    database: Database, hours: float, after: timedelta, *, over: bool
) -> None:
    """With the meeting, or after three hours."""

    async def work(session: Any) -> bool:
        door = await _open(session, await an_open_event(session, hours=hours))
        return await is_over(session, door, NOW + after)

    assert await database.write(work) is over


async def test_it_closes_where_the_event_is_off(database: Database) -> None:
    """Nobody comes to what is cancelled."""

    async def work(session: Any) -> None:
        event = await an_open_event(session)
        door = await _open(session, event)
        event.status = Status.CANCELLED
        await session.flush()
        assert await is_over(session, door, NOW)
        assert await shown(session, door, NOW) is None

    await database.write(work)


@pytest.mark.parametrize(
    ("facts", "now", "refusal"),
    [
        ({"status": Status.CANCELLED}, NOW, refusals.NotHeld),
        ({}, NOW - timedelta(minutes=41), refusals.TooEarly),
        ({}, NOW + timedelta(hours=3), refusals.DoorsClosed),
    ],
)
async def test_when_it_does_not_open(
    database: Database, facts: dict[str, Any], now: datetime, refusal: type[Exception]
) -> None:
    """Not for what is off, not too early, and not after the end."""

    async def work(session: Any) -> None:
        with pytest.raises(refusal):
            await _open(session, await an_open_event(session, **facts), now=now)

    await database.write(work)
