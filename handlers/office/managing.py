"""The staff's page of an event: who is in, why the queue moves or not, who has not answered."""

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.editing.stages import stage, turns
from catalogue.journal.tables import Deed
from catalogue.learning.attendance import tally
from catalogue.learning.marking import opens_at
from catalogue.participants.overview import overview
from catalogue.people.rights import Right
from catalogue.programme.tables import Event, Status
from catalogue.quality.times import ended_at
from catalogue.registrations.queue import (
    OFFERS_CLOSE_BEFORE,
    free_seats,
    locked,
    move_up,
    offers_close,
)
from handlers import keyboards
from handlers.callbacks.programme import OpenEvent
from handlers.keyboards import press as button
from handlers.office.callbacks import staff as staff_callbacks
from handlers.office.callbacks.attendance import Roll
from handlers.office.callbacks.certificates import EventCertificates
from handlers.office.callbacks.feedback import EventFeedback
from handlers.office.callbacks.materials import EventMaterials
from handlers.office.callbacks.participants import NeedsApproval, Participants
from handlers.office.callbacks.practice import EventUse
from handlers.office.callbacks.programme import CopyEvent, DeleteDraft, EditEvent
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import life
from handlers.words.office import managing as words
from handlers.words.office.attendance import came_line

#: From how many hours before the start on seats may stay empty.
CHOICES = (1, 6, 12, 24, 48)

router = Router(name="managing")


@router.callback_query(staff_callbacks.Manage.filter())
async def manage(
    press: CallbackQuery, callback_data: staff_callbacks.Manage, talk: Talk
) -> Replies:
    event = await managed(talk, callback_data.event)
    return say_to(talk, *await page(talk, event))


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
    return rewrite(talk, press, *await page(talk, event))


async def managed(talk: Talk, event_id: int, right: Right = Right.PARTICIPANTS) -> Event:
    """Locked. Raises EventGone, StaffOnly."""
    event = await locked(talk.session, event_id)
    await talk.need(right, event)
    return event


async def page(talk: Talk, event: Event) -> tuple[Markup, InlineKeyboardMarkup]:
    """The page as things stand now."""
    seen = await overview(talk.session, event=event, now=talk.now)
    free = await free_seats(talk.session, event)
    stands = life.stage_line(talk.say, stage(event, free=free, now=talk.now))
    text = Markup("{}\n\n{}").format(stands, words.page(talk.say, event, seen, now=talk.now))
    if opens_at(event.sessions[0]) <= talk.now:
        text += "\n\n" + came_line(talk.say, await tally(talk.session, event))
    is_open = event.status is Status.PUBLISHED and event.starts_at > talk.now
    choices = _choices(talk, event) if is_open else []
    turned = _turns(talk, event, free) if await talk.may(Right.PROGRAMME, event) else []
    materials = _materials(talk, event) if await talk.may(Right.MATERIALS, event) else []
    announced = _announced(talk, event) if await talk.may(Right.ANNOUNCE, event) else []
    beside = [*announced, *materials]
    return text, keyboards.rows(
        [*choices, _people(talk, event), *turned, beside, *_doors(talk, event)]
    )


def _people(talk: Talk, event: Event) -> list[InlineKeyboardButton]:
    return [
        button(talk.say(labels.PARTICIPANTS), Participants(event=event.id)),
        button(talk.say(labels.ATTENDANCE), Roll(event=event.id)),
    ]


def _announced(talk: Talk, event: Event) -> list[InlineKeyboardButton]:
    """Only of what one can still join."""
    if event.status is not Status.PUBLISHED or event.starts_at <= talk.now:
        return []
    data = staff_callbacks.AnnounceEvent(event=event.id)
    return [button(talk.say(labels.ANNOUNCE_EVENT), data)]


def _materials(talk: Talk, event: Event) -> list[InlineKeyboardButton]:
    return [button(talk.say(labels.MATERIALS), EventMaterials(event=event.id))]


def _turns(talk: Talk, event: Event, free: int | None) -> list[list[InlineKeyboardButton]]:
    """To its fields, and to the stages that may follow."""
    return [
        [
            button(talk.say(labels.EDIT), EditEvent(event=event.id)),
            button(talk.say(labels.COPY), CopyEvent(event=event.id)),
        ],
        *_stages(talk, event, free),
        [button(talk.say(labels.DELETE_DRAFT), DeleteDraft(event=event.id))]
        if event.status is Status.DRAFT
        else [],
    ]


def _stages(talk: Talk, event: Event, free: int | None) -> list[list[InlineKeyboardButton]]:
    now = stage(event, free=free, now=talk.now)
    return [
        [
            button(
                life.label(talk.say, turn, now),
                staff_callbacks.EventTurn(event=event.id, turn=turn),
            )
        ]
        for turn in turns(event, free=free, now=talk.now)
    ]


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


def _doors(talk: Talk, event: Event) -> list[list[InlineKeyboardButton]]:
    """To all else: how registering goes until the start, what teachers say once it is over."""
    say = talk.say
    is_over = event.status is Status.PUBLISHED and ended_at(event) <= talk.now
    reminders = staff_callbacks.EventReminders(event=event.id)
    feedback = button(say(labels.FEEDBACK), EventFeedback(event=event.id))
    return [
        [button(say(labels.CERTIFICATES), EventCertificates(event=event.id)),
         *([feedback] if is_over else [])],
        [button(say(labels.USE), EventUse(event=event.id))] if is_over else [],
        [button(say(labels.LECTURERS), staff_callbacks.Lecturers(event=event.id)),
         button(say(labels.JOURNAL), staff_callbacks.Journal(event=event.id))],
        [_approval(talk, event)] if event.starts_at > talk.now else [],
        [button(say(labels.EVENT_REMINDERS), reminders)] if ended_at(event) > talk.now else [],
        [button(say(labels.OPEN), OpenEvent(event=event.id))],
    ]  # fmt: skip


def _approval(talk: Talk, event: Event) -> InlineKeyboardButton:
    data = NeedsApproval(event=event.id, wanted=not event.needs_approval)
    mark = "✓ " if event.needs_approval else ""
    return button(f"{mark}{talk.say(labels.BY_APPROVAL)}", data)
