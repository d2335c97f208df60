"""Joining an event, leaving it, and staying after all."""

from aiogram import Router
from aiogram.types import CallbackQuery

from catalogue.programme.tables import Event
from catalogue.registrations import rules
from catalogue.registrations.queries import standing_after
from catalogue.registrations.queue import place_of
from catalogue.registrations.refusals import (
    AlreadyRegistered,
    Clash,
    IntroductionNeeded,
    LeavingClosed,
)
from handlers import keyboards
from handlers.callbacks.programme import OpenEvent
from handlers.callbacks.seats import Join, Keep, Leave
from handlers.cards import registration, seen
from handlers.introducing import introduce
from handlers.keyboards import press as button
from handlers.leaving import too_late
from handlers.replies import Replies
from handlers.showing import clash_question, outcome, refreshed_card, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import registrations as words

router = Router(name="joining")


@router.callback_query(Join.filter())
async def join(press: CallbackQuery, callback_data: Join, talk: Talk) -> Replies:
    """The card shows at once how things stand; an own message tells the outcome."""
    try:
        joined = await rules.join(
            talk.session,
            event_id=callback_data.event,
            person=talk.person,
            now=talk.now,
            despite_clash=callback_data.anyway,
        )
    except IntroductionNeeded as needed:
        return await introduce(talk, needed, anyway=callback_data.anyway)
    except Clash as clash:
        return clash_question(talk, clash, Join(event=clash.event.id, anyway=True))
    except AlreadyRegistered:
        return await refreshed_card(talk, press, await seen(talk, callback_data.event))
    answers = await outcome(talk, joined)
    if callback_data.anyway:  # pressed below the question, which has no card to refresh
        return answers
    stands = await standing_after(talk.session, joined)
    return [await refreshed_card(talk, press, joined.event, stands), *answers]


@router.callback_query(Leave.filter())
async def leave(press: CallbackQuery, callback_data: Leave, talk: Talk) -> Replies:
    """Asks once; with the second press the place is free and the queue moves. After the limit of
    leaving the organiser is asked.
    """
    event = await seen(talk, callback_data.event)
    own = await registration(talk, event)
    if own is None:
        return await refreshed_card(talk, press, event)
    try:
        rules.check_leaving(own, event, now=talk.now)
    except LeavingClosed:
        return await too_late(talk, event, own)
    if callback_data.sure:
        return await _left(talk, press, event)
    say = talk.say
    sure = button(say(labels.YES_CANCEL), Leave(event=event.id, sure=True))
    stay = button(say(labels.KEEP), Keep(event=event.id))
    question = words.leave_question(say, event, own.state)
    instead = keyboards.pass_on(say, own, event, now=talk.now)
    return say_to(talk, question, keyboards.rows([[sure, stay], instead]))


@router.callback_query(Keep.filter())
async def keep(press: CallbackQuery, callback_data: Keep, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    own = await registration(talk, event)
    if own is None:
        return await refreshed_card(talk, press, event)
    place = await place_of(talk.session, own)
    text = words.kept(talk.say, event, own.state, place)
    return rewrite(talk, press, text, keyboards.registered(talk.say, event))


async def _left(talk: Talk, press: CallbackQuery, event: Event) -> Replies:
    await rules.leave(talk.session, event_id=event.id, person=talk.person, now=talk.now)
    open_again = button(talk.say(labels.OPEN), OpenEvent(event=event.id))
    return rewrite(talk, press, words.left(talk.say, event), keyboards.rows([[open_again]]))
