"""The staff's page of an event: who is in, why the queue moves or not, who has not answered."""

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.people.refusals import StaffOnly
from catalogue.programme.tables import Event
from catalogue.registrations.overview import overview
from catalogue.registrations.queue import OFFERS_CLOSE_BEFORE, locked, move_up, offers_close
from handlers import callbacks, keyboards, staff_callbacks
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import managing as words

#: From how many hours before the start on seats may stay empty.
CHOICES = (1, 6, 12, 24, 48)

router = Router(name="managing")


@router.callback_query(staff_callbacks.Manage.filter())
async def manage(
    press: CallbackQuery, callback_data: staff_callbacks.Manage, talk: Talk
) -> Replies:
    event = await managed(talk, callback_data.event)
    return say_to(talk, *await _page(talk, event))


@router.callback_query(staff_callbacks.OffersClose.filter())
async def close_offers(
    press: CallbackQuery, callback_data: staff_callbacks.OffersClose, talk: Talk
) -> Replies:
    """A later moment lets a queue that stands still move at once."""
    event = await managed(talk, callback_data.event)
    before = timedelta(hours=callback_data.hours)
    if callback_data.hours in CHOICES:
        event.offers_close = None if before == OFFERS_CLOSE_BEFORE else event.starts_at - before
        await move_up(talk.session, event=event, now=talk.now)
    return rewrite(talk, press, *await _page(talk, event))


async def managed(talk: Talk, event_id: int) -> Event:
    """Locked. Raises EventGone, StaffOnly."""
    event = await locked(talk.session, event_id)
    if not await talk.may_manage(event):
        raise StaffOnly
    return event


async def _page(talk: Talk, event: Event) -> tuple[Markup, InlineKeyboardMarkup]:
    seen = await overview(talk.session, event=event, now=talk.now)
    text = words.page(talk.say, event, seen, now=talk.now)
    choices = _choices(talk, event) if event.starts_at > talk.now else []
    return text, keyboards.rows([*choices, *_doors(talk, event)])


def _choices(talk: Talk, event: Event) -> list[list[InlineKeyboardButton]]:
    chosen = event.starts_at - offers_close(event)
    marks = ["✓ " if timedelta(hours=hours) == chosen else "" for hours in CHOICES]
    buttons = [
        button(
            f"{mark}{words.hours_label(talk.say, hours)}",
            staff_callbacks.OffersClose(event=event.id, hours=hours),
        )
        for mark, hours in zip(marks, CHOICES, strict=True)
    ]
    return [buttons[:3], buttons[3:]]


def _doors(talk: Talk, event: Event) -> list[list[InlineKeyboardButton]]:
    say = talk.say
    return [
        [button(say(labels.EVENT_REMINDERS), staff_callbacks.EventReminders(event=event.id))],
        [button(say(labels.OPEN), callbacks.OpenEvent(event=event.id))],
    ]
