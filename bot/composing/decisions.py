"""What staff have decided about registrations: told to the person, and what waits for them."""

from collections.abc import Callable

from markupsafe import Markup
from sqlalchemy import func, select

from bot.composing.making import Make, Making, said
from bot.composing.noted import lost, noted
from catalogue.participants.queries import Part
from catalogue.programme.tables import Event
from catalogue.registrations.tables import NoticeKind, Registration, State
from handlers import keyboards
from handlers.keyboards import press
from handlers.office.callbacks.participants import Participants
from handlers.showing import asking_who_pays
from handlers.words import decisions as words
from handlers.words import labels
from handlers.words.office import participants as office_words
from scheduler.approvals import APPROVALS
from scheduler.sender import Composed


def _welcome(worded: Callable[..., Markup]) -> Make:
    """No longer said to one who has left meanwhile, or after the start."""

    async def make(key: str, making: Making) -> Composed | None:
        _, own, event = await noted(key, making)
        if own.state is not State.CONFIRMED or not event.is_to_come(making.now):
            return None
        say = making.say
        text = worded(say, event, usual=making.house.reminders, now=making.now)
        text, payers = await asking_who_pays(making.session, say, text, event=event, own=own)
        return said(text, keyboards.registered(say, event, *payers))

    return make


async def rejected(key: str, making: Making) -> Composed | None:
    """Neither of these to one who has come back meanwhile."""
    event = await lost(key, making)
    if event is None:
        return None
    return said(words.rejected(making.say, event), keyboards.doors(making.say))


async def taken_off(key: str, making: Making) -> Composed | None:
    event = await lost(key, making)
    if event is None:
        return None
    text = words.taken_off(making.say, event, now=making.now)
    return said(text, keyboards.doors(making.say))


async def approvals(key: str, making: Making) -> Composed | None:
    """To staff, of as many as wait now; nothing where a colleague has decided about all. The key
    begins with the event.
    """
    event = await making.session.get_one(Event, int(key.partition(":")[0]))
    waiting = await making.session.scalar(
        select(func.count()).where(
            Registration.event_id == event.id, Registration.state == State.PENDING
        )
    )
    if not waiting or not event.is_to_come(making.now):
        return None
    say = making.say
    look = Participants(event=event.id, part=Part.PENDING)
    text = office_words.approvals(say, event, waiting, now=making.now)
    keyboard = keyboards.rows([[press(say(labels.LOOK_THROUGH), look)]])
    return said(text, keyboard)


KINDS: dict[str, Make] = {
    NoticeKind.APPROVED: _welcome(words.approved),
    NoticeKind.SEAT_GIVEN: _welcome(words.seat_given),
    NoticeKind.REJECTED: rejected,
    NoticeKind.TAKEN_OFF: taken_off,
    APPROVALS.kind: approvals,
}
