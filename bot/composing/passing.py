"""What the giver hears of a seat that is passed on. The key is the notice's id."""

from bot.composing.making import Make, Making, said
from bot.composing.noted import lost, noted
from catalogue.registrations.tables import NoticeKind, State
from handlers import keyboards
from handlers.callbacks.programme import OpenEvent
from handlers.callbacks.seats import Leave
from handlers.keyboards import press
from handlers.words import labels
from handlers.words import passing as words
from scheduler.sender import Composed


async def passed_on(key: str, making: Making) -> Composed | None:
    event = await lost(key, making)
    if event is None:
        return None
    text = words.passed_on(making.say, event, now=making.now)
    return said(text, keyboards.doors(making.say))


async def link_over(key: str, making: Making) -> Composed | None:
    """No longer said to one who has left meanwhile, or after the start."""
    notice, own, event = await noted(key, making)
    if own.state is not State.CONFIRMED or own.joined_at > notice.made_at:
        return None
    if not event.is_to_come(making.now):
        return None
    say = making.say
    leave = press(say(labels.CANCEL), Leave(event=event.id))
    opened = press(say(labels.OPEN), OpenEvent(event=event.id))
    return said(words.link_over(say, event), keyboards.rows([[leave, opened]]))


KINDS: dict[str, Make] = {
    NoticeKind.PASSED_ON: passed_on,
    NoticeKind.LINK_OVER: link_over,
}
