"""Events that come near with few registered: which of them still are so when it goes out."""

from aiogram.types import InlineKeyboardButton

from bot.composing.making import Make, Making, said
from catalogue.editing.stages import Turn
from catalogue.participants.nearing import still
from catalogue.programme.tables import Event
from handlers import keyboards
from handlers.keyboards import press
from handlers.office.callbacks.participants import Participants
from handlers.office.callbacks.programme import EditEvent
from handlers.office.callbacks.staff import AnnounceEvent, EventTurn, Manage
from handlers.words import events, labels
from handlers.words.office import labels as office_labels
from handlers.words.office import nearing as words
from handlers.words.speech import Speech
from scheduler.nearing import KIND
from scheduler.sender import Composed


async def nearing(key: str, making: Making) -> Composed | None:
    """The key are the events. Of one the deeds themselves, of several the page of each."""
    found = await still(making.session, [int(one) for one in key.split(",")], now=making.now)
    if not found:
        return None
    say, shown = making.say, [one.event for one in found[: words.SHOWN]]
    buttons = (
        _deeds(say, shown[0])
        if len(found) == 1
        else [
            [press(events.label(say, event, number=number), Manage(event=event.id))]
            for number, event in enumerate(shown, start=1)
        ]
    )
    text = words.few(say, found, now=making.now)
    return said(text, keyboards.rows(buttons))


def _deeds(say: Speech, event: Event) -> list[list[InlineKeyboardButton]]:
    """What can be done about it; cancelling asks once more."""
    number = event.id
    return [
        [press(say(office_labels.ANNOUNCE_EVENT), AnnounceEvent(event=number))],
        [press(say(labels.MOVE_OR_EDIT), EditEvent(event=number))],
        [press(say(office_labels.CANCEL_EVENT), EventTurn(event=number, turn=Turn.CANCEL))],
        [press(say(office_labels.PARTICIPANTS), Participants(event=number))],
    ]


KINDS: dict[str, Make] = {KIND: nearing}
