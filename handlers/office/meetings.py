"""Editing the meetings of an event: each with a time, a place, a module and hours of its own."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.editing import pending
from catalogue.editing.pending import Pending
from catalogue.programme import days
from catalogue.programme.refusals import NotUnderstood
from catalogue.programme.refused import WrongCell
from catalogue.programme.tables import Event
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.programme import EditEvent, EditMeeting, Meet
from handlers.office.editing import ask_year, keep, kept, seen
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import editing as words
from handlers.words.office import labels as office_labels

router = Router(name="meetings")

Shown = tuple[Markup, InlineKeyboardMarkup]

_ASKED = {
    Meet.WHEN: "when",
    Meet.CITY: "city",
    Meet.PLACE: "place",
    Meet.LINK: "join_url",
    Meet.TITLE: "title",
    Meet.HOURS: "hours",
}


@router.callback_query(EditMeeting.filter(F.deed == Meet.LIST))
async def show(press: CallbackQuery, callback_data: EditMeeting, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    return rewrite(talk, press, *_listed(talk, event, await kept(talk, event)))


@router.callback_query(EditMeeting.filter(F.deed == Meet.ADD))
async def add(press: CallbackQuery, callback_data: EditMeeting, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    await forms.enter(talk.state, Form.event_meeting, event=event.id, field="", number=0)
    back = keyboards.rows([[button(talk.say(labels.BACK), EditMeeting(event=event.id))]])
    return rewrite(talk, press, words.ask_more(talk.say), back)


@router.callback_query(EditMeeting.filter())
async def one(press: CallbackQuery, callback_data: EditMeeting, talk: Talk) -> Replies:
    """One meeting: what may be done with it, or what of it is asked for."""
    event = await seen(talk, callback_data.event)
    changes = await kept(talk, event)
    number = min(callback_data.number, len(pending.meetings(changes, event)) - 1)
    if callback_data.deed is Meet.REMOVE:
        changes = pending.without_meeting(changes, event, number)
        await keep(talk, changes)
        return rewrite(talk, press, *_listed(talk, event, changes))
    name = _ASKED.get(callback_data.deed, "")
    if name and callback_data.empty:
        return rewrite(talk, press, *await _put(talk, event, number, name, ""))
    if name:
        await forms.enter(talk.state, Form.event_meeting, event=event.id, field=name, number=number)
        return rewrite(talk, press, *_question(talk, event, changes, number, callback_data.deed))
    return rewrite(talk, press, *_opened(talk, event, changes, number))


@router.message(Form.event_meeting, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    return await take(talk, message.text or "")


async def take(talk: Talk, text: str) -> Replies:
    """What is written for the meeting that the form asks for; for new ones line by line."""
    form = await forms.gathered(talk.state)
    event = await seen(talk, form["event"])
    if form["field"] in {"", "when"} and any(map(days.lacks_year, text.splitlines())):
        return await ask_year(talk, text)
    return say_to(talk, *await _put(talk, event, form["number"], form["field"], text))


async def _put(talk: Talk, event: Event, number: int, name: str, text: str) -> Shown:
    """Raises NotUnderstood, and the form waits for another try."""
    zone, changes = talk.say.timezone, await kept(talk, event)
    try:
        if name:
            changes = pending.with_meeting(changes, event, number, name=name, cell=text, zone=zone)
        else:
            lines = [line for line in text.splitlines() if line.strip()]
            changes = pending.with_more(changes, event, lines, zone)
    except WrongCell as wrong:
        raise NotUnderstood(name or "when", wrong.reason, wrong.values) from None
    await keep(talk, changes)
    await forms.leave(talk.state)
    return _listed(talk, event, changes)


def _listed(talk: Talk, event: Event, changes: Pending) -> Shown:
    sessions = pending.meetings(changes, event)
    text = words.meetings(talk.say, event, sessions, now=talk.now)
    keyboard = keyboards.rows(
        [
            *[
                [button(words.meeting_label(talk.say, n, meeting), _deed(event, Meet.OPEN, n))]
                for n, meeting in enumerate(sessions)
            ],
            [button(talk.say(office_labels.ADD_MEETINGS), _deed(event, Meet.ADD))],
            [button(talk.say(office_labels.ALL_FIELDS), EditEvent(event=event.id))],
        ]
    )
    return text, keyboard


def _opened(talk: Talk, event: Event, changes: Pending, number: int) -> Shown:
    say, sessions = talk.say, pending.meetings(changes, event)
    buttons = [
        button(say(words.NAMES[name]), _deed(event, deed, number)) for deed, name in _ASKED.items()
    ]
    keyboard = keyboards.rows(
        [
            *[buttons[start : start + 2] for start in range(0, len(buttons), 2)],
            [button(say(office_labels.REMOVE), _deed(event, Meet.REMOVE, number))]
            if len(sessions) > 1
            else [],
            [button(say(labels.BACK), _deed(event, Meet.LIST))],
        ]
    )
    return Markup("{}").format(words.meeting(say, sessions[number], now=talk.now)), keyboard


def _question(talk: Talk, event: Event, changes: Pending, number: int, deed: Meet) -> Shown:
    one = pending.meetings(changes, event)[number]
    name = _ASKED[deed]
    empty = EditMeeting(event=event.id, deed=deed, number=number, empty=True)
    keyboard = keyboards.rows(
        [
            [button(talk.say(labels.CLEAR), empty)]
            if name != "when" and getattr(one, name)
            else [],
            [button(talk.say(labels.BACK), _deed(event, Meet.OPEN, number))],
        ]
    )
    return words.ask_meeting(talk.say, name, one, now=talk.now), keyboard


def _deed(event: Event, deed: Meet, number: int = 0) -> EditMeeting:
    return EditMeeting(event=event.id, deed=deed, number=number)
