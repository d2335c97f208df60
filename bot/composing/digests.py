"""New events a person asked to hear of."""

from datetime import datetime

from bot.composing.making import Make, Making, said
from catalogue.subscriptions.queries import portion_of
from handlers.answering.events import lines_of
from handlers.subscribing import digest_keyboard
from handlers.words import subscriptions as words
from scheduler.sender import Composed

#: With when, where and for how much; the rest have a button each.
IN_FULL = 8


async def digest(key: str, making: Making) -> Composed | None:
    """None when nothing of it is news any more."""
    number, planned_at = of_key(key)
    portion = await portion_of(
        making.session, person_id=number, planned_at=planned_at, now=making.now
    )
    if not portion.events:
        return None
    shown = portion.events[:IN_FULL]
    lines = await lines_of(making.session, making.say, shown, now=making.now)
    text = words.digest(making.say, portion.subscriptions, lines, more=portion.events[IN_FULL:])
    return said(text, digest_keyboard(making.say, portion))


def of_key(key: str) -> tuple[int, datetime]:
    """The person's row id and the moment at which it was planned."""
    number, _, planned_at = key.partition(":")
    return int(number), datetime.fromisoformat(planned_at)


KINDS: dict[str, Make] = {"digest": digest}
