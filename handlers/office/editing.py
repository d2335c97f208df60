"""Editing an event: several fields, each read as a file is read, then saved together."""

from collections.abc import Sequence
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.editing import pending
from catalogue.editing import rules as editing
from catalogue.editing.pending import ASKED, Pending
from catalogue.editing.rules import Changed
from catalogue.people.rights import Right
from catalogue.programme import days, priority
from catalogue.programme.queries import by_id
from catalogue.programme.refusals import NotUnderstood
from catalogue.programme.refused import WrongCell
from catalogue.programme.suggesting import used
from catalogue.programme.tables import Event, Mode
from catalogue.registrations.refusals import EventGone
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office import managing
from handlers.office.callbacks.programme import Edit, EditEvent, EditField, EditMeeting, OfYear
from handlers.office.callbacks.staff import EventPage
from handlers.office.life import held, note
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import editing as words
from handlers.words.office import labels as office_labels

router = Router(name="editing")

Shown = tuple[Markup, InlineKeyboardMarkup]

_YES_OR_NO = ("taip", "ne")
_CHOICES: dict[str, tuple[str, ...]] = {
    "mode": tuple(mode.value for mode in Mode),
    "language": ("lt", "en", "ru"),
    "waiting_list": _YES_OR_NO,
    "certificate": _YES_OR_NO,
}
#: Offered as the centre's events had them.
_SUGGESTED = frozenset(
    {"form", "audience", "subjects", "city", "place", "funding", "payer", "project", "lecturer",
     "coordinator", "contact"}
)  # fmt: skip
_MOST_SUGGESTED = 6


@router.callback_query(EditEvent.filter(F.deed == Edit.SHOW))
async def show(press: CallbackQuery, callback_data: EditEvent, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    return rewrite(talk, press, *await page(talk, event, await kept(talk, event)))


@router.callback_query(EditEvent.filter(F.deed == Edit.DROP))
async def drop(press: CallbackQuery, callback_data: EditEvent, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    await keep(talk, pending.begun(event))
    return rewrite(talk, press, *await managing.page(talk, event))


@router.callback_query(EditEvent.filter(F.deed == Edit.SAVE))
async def save(press: CallbackQuery, callback_data: EditEvent, talk: Talk) -> Replies:
    """What somebody else has changed meanwhile is shown before anything of it is lost."""
    event = await held(talk, callback_data.event)
    changes = await kept(talk, event)
    if changes.revision != event.revision:
        return rewrite(talk, press, *await page(talk, event, changes, overtaken=True))
    wanted = pending.edits(changes, talk.say.timezone)
    changed = await editing.save(talk.session, event, wanted, now=talk.now, zone=talk.say.timezone)
    note(talk, changed)
    await keep(talk, pending.begun(event))
    told = await _told(talk, event, changed)
    text, keyboard = await managing.page(talk, event)
    together = Markup("<b>{}</b>\n\n{}").format(words.saved(talk.say, told), text)
    return rewrite(talk, press, together, keyboard)


@router.callback_query(EditField.filter())
async def field(press: CallbackQuery, callback_data: EditField, talk: Talk) -> Replies:
    """Asks for it; or takes the suggestion that was pressed, or empties it."""
    event = await seen(talk, callback_data.event)
    name = ASKED[min(callback_data.field, len(ASKED) - 1)]
    offered = await offered_for(talk, event, name)
    if callback_data.empty:
        return rewrite(talk, press, *await _put(talk, event, name, ""))
    if taken := next((one for one in offered if mark(one) == callback_data.mark), ""):
        return rewrite(talk, press, *await _put(talk, event, name, taken))
    await forms.enter(talk.state, Form.event_field, event=event.id, field=name)
    value = _would_be(talk, event, await kept(talk, event), name)
    keyboard = keyboards.rows(
        [
            *[
                [button(words.choice(talk.say, name, one), _field(event, name, mark=mark(one)))]
                for one in offered
            ],
            [button(talk.say(labels.CLEAR), _field(event, name, empty=True))]
            if value not in (None, "", [])
            else [],
            [button(talk.say(labels.BACK), EditEvent(event=event.id))],
        ]
    )
    text = words.ask(talk.say, event, name, value, now=talk.now)
    if name == "priority_field" and value and value not in offered:
        text = words.not_listed(talk.say, text)
    return rewrite(talk, press, text, keyboard)


@router.message(Form.event_field, F.text)
async def field_written(message: Message, talk: Talk) -> Replies:
    return await take(talk, message.text or "")


async def take(talk: Talk, text: str) -> Replies:
    """What is written for the field that the form asks for; a day without a year asks for it."""
    form = await forms.gathered(talk.state)
    event = await seen(talk, form["event"])
    if form["field"] in {"registration_closes", "cancel_until"} and days.lacks_year(text):
        return await ask_year(talk, text)
    return say_to(talk, *await _put(talk, event, form["field"], text))


async def ask_year(talk: Talk, text: str) -> Replies:
    """The open form goes on with `text` when a year is pressed."""
    state = await talk.state.get_state()
    form = await forms.gathered(talk.state) | {"dated": text}
    await talk.state.update_data(form=form)
    await talk.state.set_state(state)
    years = days.years(talk.now, talk.say.timezone)
    keyboard = keyboards.rows([[button(year, OfYear(year=year)) for year in years]])
    return say_to(talk, words.which_year(talk.say, text), keyboard)


async def seen(talk: Talk, event_id: int) -> Event:
    """For one who may change it; nothing is locked yet. Raises EventGone, StaffOnly."""
    event = await by_id(talk.session, event_id)
    if event is None:
        raise EventGone
    await talk.need(Right.PROGRAMME, event)
    return event


async def kept(talk: Talk, event: Event) -> Pending:
    """What is not saved of this event; of another one it is forgotten."""
    stored = (await talk.state.get_data()).get("edits")
    found = pending.of_plain(stored) if stored else pending.begun(event)
    return found if found.event == event.id and found else pending.begun(event)


async def keep(talk: Talk, changes: Pending) -> None:
    await talk.state.update_data(edits=pending.plain(changes))


async def page(talk: Talk, event: Event, changes: Pending, *, overtaken: bool = False) -> Shown:
    """All fields, and what they would become; seen once more it may be saved."""
    if overtaken:
        changes = pending.Pending(event.id, event.revision, changes.cells)
        await keep(talk, changes)
    zone = talk.say.timezone
    wanted = pending.edits(changes, zone)
    changed = editing.edited(editing.twin(event), wanted, zone=zone)
    told = await _told(talk, event, changed)
    fields = changed.fields if changed else ()
    text = words.page(talk.say, event, fields, told=told, overtaken=overtaken, now=talk.now)
    return text, keyboards.rows([*_fields(talk, event, changes), *_below(talk, event, changes)])


def _fields(talk: Talk, event: Event, changes: Pending) -> list[list[InlineKeyboardButton]]:
    """In two columns, with what stands there now."""
    buttons = [
        button(
            words.label(
                talk.say,
                name,
                _would_be(talk, event, changes, name),
                is_changed=name in changes.cells,
                now=talk.now,
            ),
            _field(event, name),
        )
        for name in ASKED
    ]
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


def _below(talk: Talk, event: Event, changes: Pending) -> list[list[InlineKeyboardButton]]:
    say, number = talk.say, event.id
    count = len(pending.meetings(changes, event))
    rows = [[button(words.meetings_label(say, count), EditMeeting(event=number))]]
    if changes:
        rows.append([button(say(office_labels.SAVE), EditEvent(event=number, deed=Edit.SAVE))])
        rows.append(
            [button(say(office_labels.DROP_CHANGES), EditEvent(event=number, deed=Edit.DROP))]
        )
    return [*rows, [button(say(labels.BACK), EventPage(event=number))]]


def _would_be(talk: Talk, event: Event, changes: Pending, name: str) -> Any:
    values = pending.edits(changes, talk.say.timezone).values
    return values.get(name, getattr(event, name))


async def _put(talk: Talk, event: Event, name: str, cell: str) -> Shown:
    """Raises NotUnderstood, and the form waits for another try."""
    changes = await kept(talk, event)
    try:
        changes = pending.with_cell(changes, event, name, cell, talk.say.timezone)
    except WrongCell as wrong:
        raise NotUnderstood(name, wrong.reason, wrong.values) from None
    await keep(talk, changes)
    await forms.leave(talk.state)
    return await page(talk, event, changes)


async def offered_for(talk: Talk, event: Event, name: str) -> Sequence[str]:
    """What may be pressed instead of written."""
    if name == "priority_field":
        day = talk.say.local(event.starts_at).date()
        return await priority.valid_on(talk.session, day)
    if name not in _SUGGESTED:
        return _CHOICES.get(name, ())
    return await used(talk.session, name, centre_id=event.centre_id, most=_MOST_SUGGESTED)


async def _told(talk: Talk, event: Event, changed: Changed | None) -> int:
    if changed is None or not editing.is_told(changed, now=talk.now):
        return 0
    return await editing.how_many_hear(talk.session, event)


def _field(event: Event, name: str, **more: Any) -> EditField:
    return EditField(event=event.id, field=ASKED.index(name), **more)
