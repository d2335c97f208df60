"""What has become of a registration without the person's doing. The key is the notice's id."""

from sqlalchemy import exists, select

from bot.composing import changes
from bot.composing.making import Make, Making, said
from bot.composing.noted import noted
from catalogue.programme.tables import Event
from catalogue.registrations.offers import answer_by
from catalogue.registrations.queries import places
from catalogue.registrations.queue import TAKES_PART, place_of
from catalogue.registrations.tables import Notice, NoticeKind, State
from handlers import keyboards
from handlers.callbacks.seats import Join
from handlers.keyboards import press
from handlers.office.callbacks import staff as staff_callbacks
from handlers.showing import asking_who_pays
from handlers.words import labels
from handlers.words import offers as words
from handlers.words import registrations as registration_words
from handlers.words.office import managing as managing_words
from scheduler.notices import key_of
from scheduler.outbox import Outgoing, SendState
from scheduler.sender import Composed


async def moved_up(key: str, making: Making) -> Composed | None:
    """No longer said to one who has left meanwhile, or after the start."""
    say = making.say
    _, own, event = await noted(key, making)
    if own.state not in TAKES_PART or not event.is_to_come(making.now):
        return None
    text = registration_words.moved_up(say, event, own.state, now=making.now)
    text, payers = await asking_who_pays(making.session, say, text, event=event, own=own)
    return said(text, keyboards.registered(say, event, *payers))


async def offered(key: str, making: Making) -> Composed | None:
    """The time to answer is counted from now, for now it is delivered."""
    say = making.say
    notice, own, event = await noted(key, making)
    if own.state is not State.OFFERED or not event.is_to_come(making.now):
        return None
    if await _is_newer_offer(notice, making):
        return None
    text = words.offered(say, event, answer_by(event, making.now), now=making.now)
    keyboard = keyboards.rows([keyboards.offer(say, own)])
    return said(text, keyboard)


async def offer_over(key: str, making: Making) -> Composed | None:
    """Only to one who had been told of the offer and neither has come back nor got another."""
    say = making.say
    notice, own, event = await noted(key, making)
    if not event.is_to_come(making.now) or own.joined_at > notice.made_at:
        return None
    if not await _was_told(notice, making):
        return None
    if own.state is State.CANCELLED:
        again = press(say(labels.JOIN_AGAIN), Join(event=event.id))
        text = words.over(say, event, now=making.now)
        return said(text, keyboards.rows([[again]]))
    if own.state is State.WAITING:
        place = await place_of(making.session, own)
        text = words.taken_back(say, event, place, now=making.now)
        keyboard = keyboards.leave_queue(say, event.id)
        return said(text, keyboard)
    return None


async def seats_empty(key: str, making: Making) -> Composed | None:
    """To staff; the key begins with the event's id. Nothing where the queue has moved after all."""
    event = await making.session.get_one(Event, int(key.partition(":")[0]))
    free, waiting = (await places(making.session, [event]))[event.id]
    if not free or not waiting or not event.is_to_come(making.now):
        return None
    text = managing_words.seats_empty(making.say, event, free, waiting, now=making.now)
    manage = press(making.say(labels.MANAGE), staff_callbacks.Manage(event=event.id))
    return said(text, keyboards.rows([[manage]]))


async def _is_newer_offer(notice: Notice, making: Making) -> bool:
    newer = exists().where(
        Notice.registration_id == notice.registration_id,
        Notice.kind == NoticeKind.OFFERED,
        Notice.id > notice.id,
    )
    return bool(await making.session.scalar(select(newer)))


async def _was_told(over: Notice, making: Making) -> bool:
    """Whether the offer that is over had reached the person."""
    offer = await making.session.scalar(
        select(Notice.id)
        .where(
            Notice.registration_id == over.registration_id,
            Notice.kind == NoticeKind.OFFERED,
            Notice.id < over.id,
        )
        .order_by(Notice.id.desc())
        .limit(1)
    )
    sent = select(Outgoing.id).where(
        Outgoing.key == key_of(offer or 0), Outgoing.state == SendState.SENT
    )
    return await making.session.scalar(sent) is not None


KINDS: dict[str, Make] = {
    NoticeKind.MOVED_UP: moved_up,
    NoticeKind.OFFERED: offered,
    NoticeKind.OFFER_OVER: offer_over,
    "seats_empty": seats_empty,
    **changes.KINDS,
}
