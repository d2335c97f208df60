"""The picture at the door is opened and closed by a press; the list goes out as a file."""

import pytest
from aiogram.methods import AnswerCallbackQuery
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import wakes_clock
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.learning.refusals import NotHeld
from catalogue.learning.tables import Door
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Role
from catalogue.programme.tables import Status
from handlers.office import door
from handlers.office.callbacks.attendance import CloseDoor, OpenDoor, RollFile
from handlers.replies import Errand
from tests.catalogue.learning.roll import an_open_event
from tests.factories import a_centre, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import pressed, texts


async def test_open_and_closed(session: AsyncSession) -> None:
    """The clock is woken for each; a colleague's door is not closed from here."""
    event = await an_open_event(session)
    talk = await employed(session, Role.DOOR, event.centre)
    reply = await door.opens(pressed(), OpenDoor(meeting=event.sessions[0].id), talk)
    assert "keičiasi kas minutę" in texts(reply)[0]
    (opened,) = await session.scalars(select(Door))
    assert (opened.chat_id, opened.language) == (talk.chat_id, "lt")
    assert wakes_clock(session)
    colleague = await employed(session, Role.DOOR, event.centre)
    await door.closes(pressed(), CloseDoor(door=opened.id), colleague)
    assert opened.closed_at is None
    closed = await door.closes(pressed(), CloseDoor(door=opened.id), talk)
    assert isinstance(closed, AnswerCallbackQuery)
    assert opened.closed_at is not None
    assert texts(await door.closes(pressed(), CloseDoor(door=999_999), talk))


async def test_not_of_a_cancelled_event_nor_by_others(session: AsyncSession) -> None:
    """Refused, and no door is kept."""
    event = await an_open_event(session, status=Status.CANCELLED)
    other = a_centre()
    await kept(session, other)
    data = OpenDoor(meeting=event.sessions[0].id)
    for centre, refusal in ((event.centre, NotHeld), (other, RightNeeded)):
        with pytest.raises(refusal):
            await door.opens(pressed(data), data, await employed(session, Role.DOOR, centre))
    assert (await session.scalars(select(Door))).all() == []


async def test_the_list_as_a_file(session: AsyncSession) -> None:
    """A lecturer may take it too, and it is noted."""
    event = await an_open_event(session)
    talk = await employed(session, Role.LECTURER, event.centre, event=event)
    errand = await door.take(pressed(), RollFile(event=event.id), talk)
    assert isinstance(errand, Errand)
    assert (errand.kind, errand.facts) == (door.ROLL, {"event": event.id})
    (noted,) = await session.scalars(select(JournalEntry))
    assert noted.deed is Deed.ROLL_TAKEN
