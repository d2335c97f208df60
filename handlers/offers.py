"""A seat that is offered to the first in the queue: taken, or let go."""

from aiogram import Router
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery

from catalogue.programme.tables import Event
from catalogue.registrations import offers
from handlers import keyboards
from handlers.callbacks.programme import OpenEvent
from handlers.callbacks.seats import AtOnce, Join, Offer
from handlers.cards import registration, seen
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import asking_who_pays, refreshed_card, rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import offers as words
from handlers.words import registrations as registration_words

router = Router(name="offers")


@router.callback_query(Offer.filter())
async def answer(press: CallbackQuery, callback_data: Offer, talk: Talk) -> Replies:
    """A button of an offer that is over shows how things stand, and changes nothing."""
    event = await seen(talk, callback_data.event)
    own = await offers.answer(
        talk.session,
        event_id=event.id,
        person=talk.person,
        ticket=callback_data.ticket,
        accept=callback_data.accept,
        now=talk.now,
    )
    if own is None:
        return await _too_late(talk, press, event)
    if not callback_data.accept:
        again = button(talk.say(labels.OPEN), OpenEvent(event=event.id))
        return rewrite(talk, press, words.declined(talk.say, event), keyboards.rows([[again]]))
    text = registration_words.joined(
        talk.say, event, own.state, None, usual=talk.house.reminders, now=talk.now
    )
    text, payers = await asking_who_pays(talk.session, talk.say, text, event=event, own=own)
    return rewrite(talk, press, text, keyboards.registered(talk.say, event, *payers))


@router.callback_query(AtOnce.filter())
async def at_once(press: CallbackQuery, callback_data: AtOnce, talk: Talk) -> Replies:
    """The card shows what holds now; where a seat was free, it is theirs already."""
    event = await seen(talk, callback_data.event)
    await offers.take_at_once(
        talk.session,
        event_id=event.id,
        person=talk.person,
        wanted=callback_data.wanted,
        now=talk.now,
    )
    said = words.will_take_at_once if callback_data.wanted else words.will_be_asked
    note = AnswerCallbackQuery(callback_query_id=press.id, text=said(talk.say))
    return [note, await refreshed_card(talk, press, event)]


async def _too_late(talk: Talk, press: CallbackQuery, event: Event) -> Replies:
    """Who is in the queue or has a seat sees that; who is out may join again."""
    if event.starts_at <= talk.now or await registration(talk, event) is not None:
        return await refreshed_card(talk, press, event)
    again = button(talk.say(labels.JOIN_AGAIN), Join(event=event.id))
    return rewrite(
        talk, press, words.over(talk.say, event, now=talk.now), keyboards.rows([[again]])
    )
