"""Leaving when one no longer may by oneself: asking the organiser, with a reason or without."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations import leaving
from catalogue.registrations.tables import Registration
from handlers import forms, keyboards
from handlers.callbacks.menu import StopForm
from handlers.callbacks.programme import OpenEvent
from handlers.callbacks.seats import AskToLeave, Keep, LeaveStep
from handlers.cards import registration, seen
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import refreshed_card, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import leaving as words

router = Router(name="leaving")


async def too_late(talk: Talk, event: Event, own: Registration) -> Replies:
    """To a press on „Cancel“ after the limit: what can be done instead."""
    say = talk.say
    request = await leaving.request_of(talk.session, own)
    instead = keyboards.pass_on(say, own, event, now=talk.now)
    if request is None:
        ask = button(say(labels.ASK_TO_LEAVE), AskToLeave(event=event.id))
        stay = button(say(labels.KEEP), Keep(event=event.id))
        text = words.too_late(say, event, now=talk.now)
        return say_to(talk, text, keyboards.rows([[ask], instead, [stay]]))
    if request.granted is None:
        text = words.still_asked(say, event, request.asked_at, now=talk.now)
        return say_to(talk, text, keyboards.rows([[keyboards.take_back(say, event)], instead]))
    opened = button(say(labels.OPEN), OpenEvent(event=event.id))
    text = words.refused_before(say, event)
    return say_to(talk, text, keyboards.rows([instead, [opened]]))


@router.callback_query(AskToLeave.filter(F.step == LeaveStep.REASON))
async def ask_reason(press: CallbackQuery, callback_data: AskToLeave, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    if await registration(talk, event) is None:
        return await refreshed_card(talk, press, event)
    await forms.enter(talk.state, Form.leave_reason, event=event.id)
    without = AskToLeave(event=event.id, step=LeaveStep.SEND)
    keyboard = keyboards.rows(
        [
            [button(talk.say(labels.WITHOUT_REASON), without)],
            [button(talk.say(labels.STOP), StopForm())],
        ]
    )
    return rewrite(talk, press, words.ask_reason(talk.say, event), keyboard)


@router.message(Form.leave_reason, F.text)
async def reason_given(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    await forms.leave(talk.state)
    return say_to(talk, *await _asked(talk, form["event"], message.text or ""))


@router.callback_query(AskToLeave.filter(F.step == LeaveStep.SEND))
async def without_reason(press: CallbackQuery, callback_data: AskToLeave, talk: Talk) -> Replies:
    return rewrite(talk, press, *await _asked(talk, callback_data.event, ""))


@router.callback_query(AskToLeave.filter(F.step == LeaveStep.TAKE_BACK))
async def take_back(press: CallbackQuery, callback_data: AskToLeave, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    if not await leaving.take_back(talk.session, event_id=event.id, person=talk.person):
        return await refreshed_card(talk, press, event)
    opened = button(talk.say(labels.OPEN), OpenEvent(event=event.id))
    return rewrite(talk, press, words.taken_back(talk.say, event), keyboards.rows([[opened]]))


async def _asked(talk: Talk, event_id: int, reason: str) -> tuple[Markup, InlineKeyboardMarkup]:
    event = await seen(talk, event_id)
    await leaving.ask(
        talk.session, event_id=event.id, person=talk.person, reason=reason, now=talk.now
    )
    return words.asked(talk.say, event), keyboards.rows([[keyboards.take_back(talk.say, event)]])
