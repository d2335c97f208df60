"""What staff have decided about registrations: told to the person, and what waits for them."""

from collections.abc import Callable

from sqlalchemy import func, select

from bot.composing.making import Make, Making
from bot.payloads import written
from catalogue.programme.tables import Event, Status
from catalogue.registrations.participants import Part
from catalogue.registrations.payments import is_unsaid
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State
from handlers import keyboards
from handlers.keyboards import press
from handlers.office.callbacks.participants import Participants
from handlers.words import decisions as words
from handlers.words import labels
from handlers.words.office import participants as office_words
from scheduler.approvals import KIND
from scheduler.sender import Composed


def _welcome(worded: Callable[..., str]) -> Make:
    """No longer said to one who has left meanwhile, or after the start."""

    async def make(key: str, making: Making) -> Composed | None:
        _, own, event = await _noted(key, making)
        if own.state is not State.CONFIRMED or not _is_to_come(event, making):
            return None
        say = making.say
        text = worded(say, event, usual=making.house.reminders, now=making.now)
        unsaid = await is_unsaid(making.session, event=event, own=own)
        above = keyboards.payers(say, event) if unsaid else []
        return Composed("sendMessage", written(text, keyboards.registered(say, event, *above)))

    return make


async def rejected(key: str, making: Making) -> Composed | None:
    """Neither of these to one who has come back meanwhile."""
    event = await _lost(key, making)
    if event is None:
        return None
    return Composed(
        "sendMessage", written(words.rejected(making.say, event), keyboards.doors(making.say))
    )


async def taken_off(key: str, making: Making) -> Composed | None:
    event = await _lost(key, making)
    if event is None:
        return None
    text = words.taken_off(making.say, event, now=making.now)
    return Composed("sendMessage", written(text, keyboards.doors(making.say)))


async def approvals(key: str, making: Making) -> Composed | None:
    """To staff, of as many as wait now; nothing where a colleague has decided about all."""
    event = await making.session.get_one(Event, int(key))
    waiting = await making.session.scalar(
        select(func.count()).where(
            Registration.event_id == event.id, Registration.state == State.PENDING
        )
    )
    if not waiting or not _is_to_come(event, making):
        return None
    say = making.say
    look = Participants(event=event.id, part=Part.PENDING)
    text = office_words.approvals(say, event, waiting, now=making.now)
    keyboard = keyboards.rows([[press(say(labels.LOOK_THROUGH), look)]])
    return Composed("sendMessage", written(text, keyboard))


async def _lost(key: str, making: Making) -> Event | None:
    notice, own, event = await _noted(key, making)
    is_out = own.state is State.CANCELLED and own.changed_at <= notice.made_at
    return event if is_out and _is_to_come(event, making) else None


async def _noted(key: str, making: Making) -> tuple[Notice, Registration, Event]:
    notice = await making.session.get_one(Notice, int(key))
    own = await making.session.get_one(Registration, notice.registration_id)
    return notice, own, await making.session.get_one(Event, own.event_id)


def _is_to_come(event: Event, making: Making) -> bool:
    return event.status is Status.PUBLISHED and event.starts_at > making.now


KINDS: dict[str, Make] = {
    NoticeKind.APPROVED: _welcome(words.approved),
    NoticeKind.SEAT_GIVEN: _welcome(words.seat_given),
    NoticeKind.REJECTED: rejected,
    NoticeKind.TAKEN_OFF: taken_off,
    KIND: approvals,
}
