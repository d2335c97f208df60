"""An event's card, and what its buttons open beside joining and leaving."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from catalogue.finding.browsing import event_seen
from catalogue.people.rules import LONGEST_ACCESS_NEED
from catalogue.programme.tables import Event
from catalogue.registrations import rules
from catalogue.registrations.refusals import EventGone, NotRegistered
from catalogue.registrations.tables import Registration, State
from handlers import forms, keyboards, missing
from handlers.callbacks.programme import Calendar, OpenEvent, Share
from handlers.callbacks.seats import AccessNeed
from handlers.forms import Form
from handlers.replies import Recipe, Replies
from handlers.showing import card, say_to
from handlers.talk import Talk
from handlers.words import registrations as words

router = Router(name="cards")


@router.callback_query(OpenEvent.filter())
async def open_event(press: CallbackQuery, callback_data: OpenEvent, talk: Talk) -> Replies:
    await missing.chosen(talk, [callback_data.event])
    return await card(talk, await seen(talk, callback_data.event))


@router.callback_query(Calendar.filter())
async def calendar(press: CallbackQuery, callback_data: Calendar, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    key = f"{event.id}:{talk.person.id}"
    return Recipe(chat_id=talk.chat_id, kind="calendar", key=key, language=talk.say.language)


@router.callback_query(Share.filter())
async def share(press: CallbackQuery, callback_data: Share, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    link = talk.house.link(f"ev_{event.code}")
    text = words.shared(talk.say, event, link, now=talk.now)
    return say_to(talk, text, keyboards.share(talk, event))


@router.callback_query(AccessNeed.filter())
async def access_need(press: CallbackQuery, callback_data: AccessNeed, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    if await registration(talk, event) is None:
        raise NotRegistered(event)
    await forms.enter(talk.state, Form.access_need, event=event.id)
    return say_to(talk, words.ask_access_need(talk.say, event), keyboards.stop(talk.say))


@router.message(Form.access_need, F.text)
async def access_need_given(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    await forms.leave(talk.state)
    event = await seen(talk, form["event"])
    own = await registration(talk, event)
    if own is None:
        raise NotRegistered(event)
    own.access_need = (message.text or "").strip()[:LONGEST_ACCESS_NEED]
    text = words.access_need_kept(talk.say, own.access_need)
    return say_to(talk, text, keyboards.registered(talk.say, event))


async def seen(talk: Talk, event_id: int) -> Event:
    event = await event_seen(talk.session, event_id, person_id=talk.person.id)
    if event is None:
        raise EventGone
    return event


async def registration(talk: Talk, event: Event) -> Registration | None:
    """None also for one who has cancelled."""
    own = await rules.registration_of(talk.session, event_id=event.id, person_id=talk.person.id)
    return own if own and own.state is not State.CANCELLED else None
