"""Doors: while one is open its picture is made anew each minute; closed, it is taken away."""

from datetime import datetime
from functools import partial

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.doors import is_over, minute_of
from catalogue.learning.marking import meeting_of
from catalogue.learning.tables import Door
from catalogue.people.rights import Right
from catalogue.people.staff import realm
from catalogue.people.tables import Person
from scheduler.outbox import Message, Priority, Recipe, put
from scheduler.ticks import Tick, Watch

#: Recipes, by the number of the door: its first picture, each next one, and that it is closed.
OPENED, CHANGED, CLOSED = "door_opened", "door_changed", "door_closed"


def doors(watch: Watch) -> Tick:
    async def work(now: datetime) -> None:
        """Whether there is any is only read: mostly there is none."""
        if not await watch.database.read(_is_any):
            return
        if await watch.database.write(partial(_look, watch, now)):
            watch.said()

    return Tick("doors", watch.seconds, work)


def key_of(door: Door) -> str:
    """Of the picture in the outbox."""
    return f"door:{door.id}"


_STANDING = select(Door).where(or_(Door.closed_at.is_(None), Door.shown.is_not(None)))


async def _is_any(session: AsyncSession) -> bool:
    return await session.scalar(_STANDING.limit(1)) is not None


async def _look(watch: Watch, now: datetime, session: AsyncSession) -> int:
    rows = await session.scalars(_STANDING.order_by(Door.id).with_for_update())
    messages: list[Message] = []
    standing = rows.all()
    for door in standing:
        if door.closed_at is None and not await _may_stand(watch, session, door, now):
            door.closed_at = now
        if door.closed_at is not None:
            is_told = not any(_replaces(other, door) for other in standing)
            messages += _gone(door, is_told=is_told)
        elif door.shown != (minute := minute_of(now)):
            messages.append(_picture(door))
            door.shown = minute
    return await put(session, messages, now=now)


async def _may_stand(watch: Watch, session: AsyncSession, door: Door, now: datetime) -> bool:
    """As long as the meeting goes on, and whoever opened it may see who comes."""
    if await is_over(session, door, now):
        return False
    person = await session.get_one(Person, door.opened_by)
    event, _ = await meeting_of(session, door.session_id)
    where = await realm(session, person=person, right=Right.ROLL, owner_ids=watch.owner_ids)
    return where.has(centre_id=event.centre_id, event_id=event.id)


def _replaces(other: Door, door: Door) -> bool:
    is_same = (other.session_id, other.chat_id) == (door.session_id, door.chat_id)
    return is_same and other.id > door.id


def _picture(door: Door) -> Message:
    """What waits to be sent gives way to a newer one, so that late means few and not many."""
    is_first = door.shown is None
    return Message(
        chat_id=door.chat_id,
        method="sendPhoto" if is_first else "editMessageMedia",
        recipe=Recipe(OPENED if is_first else CHANGED, str(door.id), door.language),
        priority=Priority.URGENT,
        key=key_of(door) if is_first else None,
        edits=None if is_first else key_of(door),
    )


def _gone(door: Door, *, is_told: bool) -> list[Message]:
    """The picture goes; that it did is said, where no newer one stands in its place."""
    was_shown, door.shown = door.shown is not None, None
    taken_away = Message(
        chat_id=door.chat_id,
        method="deleteMessage",
        payload={},
        priority=Priority.URGENT,
        edits=key_of(door),
    )
    told = Message(
        chat_id=door.chat_id,
        recipe=Recipe(CLOSED, str(door.id), door.language),
        priority=Priority.URGENT,
        key=f"{key_of(door)}:closed",
    )
    return [*([taken_away] if was_shown else []), *([told] if is_told else [])]
