"""The staff's page of an event: who is in, why the queue moves or not, who has not answered."""

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.editing.stages import stage
from catalogue.journal.tables import Deed
from catalogue.learning.attendance import tally
from catalogue.learning.marking import opens_at
from catalogue.participants.overview import Standstill, overview
from catalogue.people.rights import Right
from catalogue.programme.tables import Event
from catalogue.registrations.queue import (
    OFFERS_CLOSE_BEFORE,
    free_seats,
    locked,
    move_up,
    offers_close,
)
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks import staff as staff_callbacks
from handlers.office.event_buttons import (
    Button,
    ends,
    has,
    is_under_way,
    others,
    possible,
    rows,
    wanted,
)
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words.office import life
from handlers.words.office import managing as words
from handlers.words.office.attendance import came_line

#: From how many hours before the start on seats may stay empty.
CHOICES = (1, 6, 12, 24, 48)

router = Router(name="managing")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(staff_callbacks.Manage.filter())
async def manage(
    press: CallbackQuery, callback_data: staff_callbacks.Manage, talk: Talk
) -> Replies:
    event = await managed(talk, callback_data.event)
    return say_to(talk, *await page(talk, event))


@router.callback_query(staff_callbacks.EventPage.filter())
async def turn(
    press: CallbackQuery, callback_data: staff_callbacks.EventPage, talk: Talk
) -> Replies:
    """In the place of what was opened from it."""
    event = await managed(talk, callback_data.event)
    return rewrite(talk, press, *await page(talk, event, more=callback_data.more))


@router.callback_query(staff_callbacks.OffersClose.filter())
async def close_offers(
    press: CallbackQuery, callback_data: staff_callbacks.OffersClose, talk: Talk
) -> Replies:
    """A later moment lets a queue that stands still move at once."""
    event = await managed(talk, callback_data.event)
    before, hours = timedelta(hours=callback_data.hours), callback_data.hours
    if hours in CHOICES and hours != (held := _hours_of(event)):
        talk.note(Deed.EVENT_CHANGED, event=event, changed={"offers_close": [held, hours]})
        event.offers_close = None if before == OFFERS_CLOSE_BEFORE else event.starts_at - before
        await move_up(talk.session, event=event, now=talk.now)
    return rewrite(talk, press, *await page(talk, event, beside=Button.OFFERS))


async def managed(talk: Talk, event_id: int, right: Right = Right.PARTICIPANTS) -> Event:
    """Locked. Raises EventGone, StaffOnly."""
    event = await locked(talk.session, event_id)
    await talk.need(right, event)
    return event


async def page(
    talk: Talk, event: Event, *, more: bool = False, beside: Button | None = None
) -> Shown:
    """The page as things stand now: what its stage asks for, or all `more` there is; with a button
    `beside`, whichever of the two that one stands on.
    """
    seen = await overview(talk.session, event=event, now=talk.now)
    free = await free_seats(talk.session, event)
    now_at, under_way = stage(event, free=free, now=talk.now), is_under_way(event, talk.now)
    stands = life.stage_line(talk.say, now_at, has_begun=event.starts_at <= talk.now)
    text = Markup("{}\n\n{}").format(stands, words.page(talk.say, event, seen, now=talk.now))
    if opens_at(event.sessions[0]) <= talk.now:
        text += "\n\n" + came_line(talk.say, await tally(talk.session, event))
    first = wanted(now_at, under_way=under_way, cut_off=seen.standstill is Standstill.CUT_OFF)
    more = more or (beside is not None and not has(first, beside))
    layout = others(first) if more else first
    offers = has(layout, Button.OFFERS) and event.is_to_come(talk.now)
    choices = _choices(talk, event) if offers else []
    shown = rows(await possible(talk, event, free), layout)
    return text, keyboards.rows([*choices, *shown, ends(talk, event, more=more)])


def _choices(talk: Talk, event: Event) -> list[list[InlineKeyboardButton]]:
    chosen = _hours_of(event)
    marks = ["✓ " if hours == chosen else "" for hours in CHOICES]
    buttons = [
        button(
            f"{mark}{words.hours_label(talk.say, hours)}",
            staff_callbacks.OffersClose(event=event.id, hours=hours),
        )
        for mark, hours in zip(marks, CHOICES, strict=True)
    ]
    return [buttons[:3], buttons[3:]]


def _hours_of(event: Event) -> float:
    """Before the start, from when on seats are offered to nobody."""
    hours = (event.starts_at - offers_close(event)) / timedelta(hours=1)
    return int(hours) if hours.is_integer() else hours
