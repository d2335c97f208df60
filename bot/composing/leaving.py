"""Asking to be let go: what staff are told of those who ask, and what those are answered."""

from bot.composing.making import Make, Making, said
from bot.composing.noted import lost, noted
from catalogue.people.rights import Right
from catalogue.programme.tables import Event
from catalogue.registrations.leaving import who_ask
from catalogue.registrations.queue import TAKES_PART
from catalogue.registrations.tables import NoticeKind
from handlers import keyboards
from handlers.callbacks.programme import OpenEvent
from handlers.keyboards import press
from handlers.office.leaving import page
from handlers.words import labels
from handlers.words import leaving as words
from scheduler.approvals import LEAVING
from scheduler.sender import Composed


async def granted(key: str, making: Making) -> Composed | None:
    """Neither of these to one of whom it holds no longer, or after the start."""
    event = await lost(key, making)
    if event is None:
        return None
    text = words.granted(making.say, event, now=making.now)
    return said(text, keyboards.doors(making.say))


async def refused(key: str, making: Making) -> Composed | None:
    say = making.say
    notice, own, event = await noted(key, making)
    if own.state not in TAKES_PART or own.joined_at > notice.made_at:
        return None
    if not event.is_to_come(making.now):
        return None
    opened = press(say(labels.OPEN), OpenEvent(event=event.id))
    instead = keyboards.pass_on(say, own, event, now=making.now)
    text = words.refused(say, event, now=making.now)
    return said(text, keyboards.rows([instead, [opened]]))


async def requests(key: str, making: Making) -> Composed | None:
    """To one of staff, of all who ask now; nothing where a colleague has answered them. The key is
    the event and the person, who must still have the right to see names when it goes out.
    """
    event_id, person_id = map(int, key.split(":"))
    event = await making.session.get_one(Event, event_id)
    asking = await who_ask(making.session, event)
    if not asking or not event.is_to_come(making.now):
        return None
    if not await making.may(person_id, Right.PARTICIPANTS, event):
        return None
    return said(*page(making.say, event, asking, now=making.now))


KINDS: dict[str, Make] = {
    NoticeKind.LEAVE_GRANTED: granted,
    NoticeKind.LEAVE_REFUSED: refused,
    LEAVING.kind: requests,
}
