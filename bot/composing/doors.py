"""The picture at the door, of the codes of the moment in which it is sent."""

from functools import partial
from typing import Any

from bot.composing.making import Drawing, Make, Making, said
from bot.drawing.doors import DoorPicture, door_picture
from catalogue.learning.attendance import tally
from catalogue.learning.doors import Shown, shown
from catalogue.learning.marking import meeting_of
from catalogue.learning.refusals import MeetingGone
from catalogue.learning.tables import Door
from handlers import keyboards
from handlers.keyboards import press
from handlers.office.callbacks.attendance import CloseDoor, Roll
from handlers.words import labels
from handlers.words.events import title
from handlers.words.office import attendance as words
from handlers.words.office import labels as office_labels
from scheduler.doors import CHANGED, CLOSED, OPENED
from scheduler.sender import Composed

_FIELD = "photo"


async def opened(key: str, making: Making) -> Drawing | None:
    """The first picture; none where the door has been closed meanwhile."""
    seen = await _seen(key, making)
    if seen is None:
        return None
    payload = {**await _caption(making, seen), "reply_markup": _buttons(key, making, seen)}
    return _drawing("sendPhoto", payload, making, seen)


async def changed(key: str, making: Making) -> Drawing | None:
    """Another one in its place."""
    seen = await _seen(key, making)
    if seen is None:
        return None
    media = {"type": "photo", "media": f"attach://{_FIELD}", **await _caption(making, seen)}
    payload = {"media": media, "reply_markup": _buttons(key, making, seen)}
    return _drawing("editMessageMedia", payload, making, seen)


async def closed(key: str, making: Making) -> Composed | None:
    """How many came, with the way to the list."""
    door = await making.session.get(Door, int(key))
    try:
        event, meeting = await meeting_of(making.session, door.session_id if door else 0)
    except MeetingGone:
        return None
    counted = await tally(making.session, event)
    to_list = press(making.say(office_labels.TO_THE_LIST), Roll(event=event.id, meeting=meeting.id))
    text = words.door_closed(making.say, event, meeting, counted)
    return said(text, keyboards.rows([[to_list]]))


async def _seen(key: str, making: Making) -> Shown | None:
    door = await making.session.get(Door, int(key))
    return await shown(making.session, door, making.now) if door else None


async def _caption(making: Making, seen: Shown) -> dict[str, Any]:
    counted = await tally(making.session, seen.event)
    caption = str(words.door_caption(making.say, seen, counted))
    return {"caption": caption, "parse_mode": "HTML"}


def _buttons(key: str, making: Making, seen: Shown) -> dict[str, Any]:
    say = making.say
    close = press(say(labels.CLOSE_DOOR), CloseDoor(door=int(key)))
    to_list = press(
        say(office_labels.TO_THE_LIST), Roll(event=seen.event.id, meeting=seen.meeting.id)
    )
    made: dict[str, Any] = keyboards.rows([[close], [to_list]]).model_dump(exclude_none=True)
    return made


def _drawing(method: str, payload: dict[str, Any], making: Making, seen: Shown) -> Drawing:
    say, meeting = making.say, seen.meeting
    picture = DoorPicture(
        title=title(say, seen.event),
        under=say.period(meeting.starts_at, meeting.ends_at, now=making.now),
        link=making.house.link(f"at_{meeting.id}_{seen.to_scan}"),
        hint=words.door_hint(say),
        code=seen.to_type,
    )
    draw = partial(door_picture, picture)
    return Drawing(payload=payload, name="code.png", draw=draw, method=method, field=_FIELD)


KINDS: dict[str, Make] = {OPENED: opened, CHANGED: changed, CLOSED: closed}
"""By the number of the door."""
