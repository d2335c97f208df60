"""„Siunčiu kolegę“: a link made and withdrawn by the giver, opened and used by the colleague."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations import links, passing
from catalogue.registrations.queries import standing
from catalogue.registrations.refusals import (
    Clash,
    IntroductionNeeded,
    QueueFirst,
    SeatNotPassed,
)
from catalogue.registrations.rules import registration_of
from handlers import keyboards
from handlers.callbacks.asking import AskCoordinator
from handlers.callbacks.programme import OpenEvent
from handlers.callbacks.seats import PassDeed, PassSeat, TakeSeat
from handlers.cards import seen
from handlers.introducing import introduce
from handlers.keyboards import press as button
from handlers.replies import Replies, Reply
from handlers.showing import clash_question, outcome, refreshed_card, rewrite, say_to
from handlers.talk import Talk
from handlers.words import events as event_words
from handlers.words import labels
from handlers.words import passing as words

router = Router(name="passing")


@router.callback_query(PassSeat.filter())
async def pass_on(press: CallbackQuery, callback_data: PassSeat, talk: Talk) -> Replies:
    """The first press makes the link; while it is out, the next one shows what to do with it."""
    event = await seen(talk, callback_data.event)
    if callback_data.deed is PassDeed.WITHDRAW:
        return await _withdraw(talk, press, event)
    own = await registration_of(talk.session, event_id=event.id, person_id=talk.person.id)
    there = await links.open_link(talk.session, own, now=talk.now) if own else None
    if there and callback_data.deed is PassDeed.BEGIN:
        text = words.link_is_out(talk.say, event, there.expires_at, now=talk.now)
        return say_to(talk, text, _over_link(talk, event, anew=True))
    try:
        made = await passing.make(talk.session, event_id=event.id, person=talk.person, now=talk.now)
    except QueueFirst:
        return say_to(
            talk, words.queue_first(talk.say, event), keyboards.leave_or_keep(talk, event)
        )
    return _sent(talk, made)


def _sent(talk: Talk, made: passing.Link) -> Replies:
    """What to do, and a message of its own that is forwarded as it is."""
    say, until = talk.say, made.expires_at
    link = talk.house.link(f"ps_{made.secret}")
    return [
        say_to(
            talk,
            words.link_made(say, until, now=talk.now),
            _over_link(talk, made.event, anew=False),
        ),
        say_to(talk, words.to_forward(say, made.event, link, until, now=talk.now)),
    ]


async def _withdraw(talk: Talk, press: CallbackQuery, event: Event) -> Replies:
    there = await passing.withdraw(
        talk.session, event_id=event.id, person=talk.person, now=talk.now
    )
    if not there:
        return await refreshed_card(talk, press, event)
    return rewrite(talk, press, words.link_withdrawn(talk.say, event), _opened(talk, event))


async def open_pass(talk: Talk, secret: str) -> Replies:
    """Behind `/start ps_<secret>`: the event's card, and the seat with one press."""
    try:
        there = await passing.offered(talk.session, secret=secret, person=talk.person, now=talk.now)
    except SeatNotPassed as refusal:
        return _not_passed(talk, refusal)
    say, event = talk.say, there.event
    await talk.state.update_data(event=event.id)
    stands = await standing(talk.session, event=event, person=talk.person)
    if stands.free is not None:  # for this one there is a seat more than for everybody
        stands = replace(stands, free=stands.free + 1, waiting=0)
    text = Markup("{}\n\n{}").format(
        words.offered(say, there.link.expires_at, now=talk.now),
        event_words.card(say, event, stands, now=talk.now),
    )
    take_it = button(say(labels.TAKE_SEAT), TakeSeat(secret=secret))
    ask = button(say(labels.ASK_COORDINATOR), AskCoordinator(event=event.id))
    return say_to(talk, text, keyboards.rows([[take_it], [ask]]))


@router.callback_query(TakeSeat.filter())
async def take(press: CallbackQuery, callback_data: TakeSeat, talk: Talk) -> Replies:
    """As any joining: a name and a consent come first, and a clash is a question."""
    secret = callback_data.secret
    try:
        joined = await passing.take(
            talk.session,
            secret=secret,
            person=talk.person,
            now=talk.now,
            despite_clash=callback_data.anyway,
        )
    except IntroductionNeeded as needed:
        return await introduce(talk, needed, anyway=callback_data.anyway, secret=secret)
    except Clash as clash:
        return clash_question(talk, clash, TakeSeat(secret=secret, anyway=True))
    except SeatNotPassed as refusal:
        return _not_passed(talk, refusal)
    answers = await outcome(talk, joined)
    if callback_data.anyway:  # pressed below the question, which has no card to refresh
        return answers
    return [await refreshed_card(talk, press, joined.event), *answers]


def _not_passed(talk: Talk, refusal: SeatNotPassed) -> Reply:
    """What one can do is on the event's own card."""
    return say_to(talk, words.not_passed(talk.say, refusal), _opened(talk, refusal.event))


def _over_link(talk: Talk, event: Event, *, anew: bool) -> InlineKeyboardMarkup:
    new = button(talk.say(labels.NEW_LINK), PassSeat(event=event.id, deed=PassDeed.ANEW))
    end = button(talk.say(labels.WITHDRAW_LINK), PassSeat(event=event.id, deed=PassDeed.WITHDRAW))
    return keyboards.rows([[new] if anew else [], [end]])


def _opened(talk: Talk, event: Event) -> InlineKeyboardMarkup:
    return keyboards.rows([[button(talk.say(labels.OPEN), OpenEvent(event=event.id))]])
