"""Adding people by hand: pasted, taken apart, looked at, and added with one press."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from catalogue.participants import adding
from catalogue.participants.pasted import MOST_LINES, Pasted, people
from catalogue.participants.queries import everybody
from catalogue.programme.tables import Event
from catalogue.refusals import Refusal
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.participants import AddPeople, Participants
from handlers.office.managing import managed
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import adding as words
from handlers.words.office import labels as office_labels
from handlers.words.office.participants import state_of
from handlers.words.refusals import worded

router = Router(name="adding")


@router.callback_query(AddPeople.filter(~F.mark))
async def ask(press: CallbackQuery, callback_data: AddPeople, talk: Talk) -> Replies:
    return await _ask(talk, await managed(talk, callback_data.event))


@router.message(Form.people, F.text)
async def pasted(message: Message, talk: Talk) -> Replies:
    """Shown as it was understood; whatever is sent next takes its place."""
    event = await managed(talk, (await forms.gathered(talk.state))["event"])
    lines = message.text or ""
    given = people(lines)
    every = await everybody(talk.session, event)
    there = [bool(one.name) and adding.is_there(every, one) for one in given]
    new = sum(bool(one.name) and not is_there for one, is_there in zip(given, there, strict=True))
    await forms.enter(talk.state, Form.people, lines=lines)
    parts = [words.shown(talk.say, given, there)]
    if sum(bool(line.strip()) for line in lines.splitlines()) > MOST_LINES:
        parts.append(words.too_many(talk.say))
    if not new:
        return say_to(talk, _together(*parts, words.nobody(talk.say)), keyboards.stop(talk.say))
    agree = AddPeople(event=event.id, mark=mark(lines))
    keyboard = keyboards.rows(
        [
            [button(words.agree_label(talk.say, new), agree)],
            [button(talk.say(labels.STOP), Participants(event=event.id))],
        ]
    )
    return say_to(talk, _together(*parts, words.consent(talk.say, new)), keyboard)


@router.callback_query(AddPeople.filter())
async def add(press: CallbackQuery, callback_data: AddPeople, talk: Talk) -> Replies:
    """Those who were shown with this button, each by themselves: one refused stops nobody else."""
    event = await managed(talk, callback_data.event)
    form = await forms.gathered(talk.state)
    lines = form.get("lines", "")
    if form.get("event") != event.id or mark(lines) != callback_data.mark:
        return await _ask(talk, event)
    await forms.leave(talk.state)
    told = [await _added(talk, event, one) for one in people(lines) if one.name]
    back = button(talk.say(office_labels.TO_THE_LIST), Participants(event=event.id))
    text = _together(Markup("\n").join(told), words.to_be_phoned(talk.say))
    return rewrite(talk, press, text, keyboards.rows([[back]]))


async def _ask(talk: Talk, event: Event) -> Replies:
    await forms.enter(talk.state, Form.people, event=event.id, lines="")
    return say_to(talk, words.ask(talk.say, event), keyboards.stop(talk.say))


async def _added(talk: Talk, event: Event, given: Pasted) -> Markup:
    try:
        async with talk.session.begin_nested():
            joined = await adding.add(
                talk.session, event=event, given=given, by=talk.person, now=talk.now
            )
    except Refusal as refusal:
        reason = worded(talk.say, refusal, now=talk.now)
        return words.not_added(given.name, reason)
    state = state_of(talk.say, joined.registration.state, joined.place)
    return words.added(given.name, state)


def _together(*parts: Markup) -> Markup:
    return Markup("\n\n").join(parts)
