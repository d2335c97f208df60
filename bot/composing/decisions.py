"""What staff have decided about registrations: told to the person, and what waits for them."""

from collections.abc import Callable

from markupsafe import Markup
from sqlalchemy import func, select

from bot.composing.making import Make, Making
from bot.payloads import written
from catalogue.programme.tables import Event, Status
from catalogue.registrations.participants import Part
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State
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
        if own.state is not State.CONFIRMED or not is_to_come(event, making):
            return None
        say = making.say
        text = worded(say, event, usual=making.house.reminders, now=making.now)
        text, payers = await asking_who_pays(making.session, say, text, event=event, own=own)
        return Composed("sendMessage", written(text, keyboards.registered(say, event, *payers)))

    return make


async def rejected(key: str, making: Making) -> Composed | None:
    """Neither of these to one who has come back meanwhile."""
    event = await lost(key, making)
    if event is None:
        return None
    return Composed(
        "sendMessage", written(words.rejected(making.say, event), keyboards.doors(making.say))
    )


async def taken_off(key: str, making: Making) -> Composed | None:
    event = await lost(key, making)
    if event is None:
        return None
    text = words.taken_off(making.say, event, now=making.now)
    return Composed("sendMessage", written(text, keyboards.doors(making.say)))


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
    if not waiting or not is_to_come(event, making):
        return None
    say = making.say
    look = Participants(event=event.id, part=Part.PENDING)
    text = office_words.approvals(say, event, waiting, now=making.now)
    keyboard = keyboards.rows([[press(say(labels.LOOK_THROUGH), look)]])
    return Composed("sendMessage", written(text, keyboard))


async def lost(key: str, making: Making) -> Event | None:
    """The event, where the registration has ended as was noted and not come back since."""
    notice, own, event = await noted(key, making)
    is_out = own.state is State.CANCELLED and own.changed_at <= notice.made_at
    return event if is_out and is_to_come(event, making) else None


async def noted(key: str, making: Making) -> tuple[Notice, Registration, Event]:
    """What the notice with this id is about."""
    notice = await making.session.get_one(Notice, int(key))
    own = await making.session.get_one(Registration, notice.registration_id)
    return notice, own, await making.session.get_one(Event, own.event_id)


def is_to_come(event: Event, making: Making) -> bool:
    """After the start, or where the event is off, there is nothing to say of it."""
    return event.status is Status.PUBLISHED and event.starts_at > making.now


KINDS: dict[str, Make] = {
    NoticeKind.APPROVED: _welcome(words.approved),
    NoticeKind.SEAT_GIVEN: _welcome(words.seat_given),
    NoticeKind.REJECTED: rejected,
    NoticeKind.TAKEN_OFF: taken_off,
    APPROVALS.kind: approvals,
}
