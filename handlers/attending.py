"""„Aš čia“: a code that was scanned at the door, or four letters that were typed."""

from datetime import datetime, timedelta

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from catalogue.learning import arriving
from catalogue.learning.arriving import Arrival, Outcome
from catalogue.learning.codes import TYPED_LENGTH, typed_in
from catalogue.registrations.refusals import IntroductionNeeded
from handlers import asking, at_door, forms, keyboards
from handlers.callbacks.learning import ImHere, JoinAtDoor, LookFor
from handlers.callbacks.programme import OpenEvent
from handlers.forms import Form
from handlers.introducing import introduce
from handlers.keyboards import press as button
from handlers.replies import Replies, Reply
from handlers.showing import out_of_date, say_to
from handlers.talk import Talk
from handlers.words import attending as words
from handlers.words import labels

#: So long after scanning one may register: a name and a consent are asked for on the way.
STANDS_AT_DOOR = timedelta(minutes=15)
#: Four letters with a gap after each.
_LONGEST_TYPED = 2 * TYPED_LENGTH

#: Where „aš čia“ cannot be meant as an answer to what was asked.
_AT_THE_DOOR = StateFilter(None, Form.attendance_code, Form.check_code)

router = Router(name="attending")


async def scanned(talk: Talk, value: str) -> Replies:
    """From a deep link: the meeting's number and its code.

    That somebody has just stood at the door is kept in the conversation, for the press by which
    they register.
    """
    number, _, said = value.partition("_")
    is_number = number.isascii() and number.isdigit() and len(number) < 19
    arrival = (
        await arriving.scanned(
            talk.session, person=talk.person, meeting_id=int(number), said=said, now=talk.now
        )
        if is_number
        else Arrival(outcome=Outcome.WRONG)
    )
    if arrival.outcome is Outcome.UNREGISTERED and arrival.meeting is not None:
        at = {"meeting": arrival.meeting.id, "at": talk.now.isoformat()}
        await talk.state.update_data(at_door=at)
    return at_door.told(talk, arrival)


@router.callback_query(JoinAtDoor.filter())
async def join(press: CallbackQuery, callback_data: JoinAtDoor, talk: Talk) -> Replies:
    """Only of one who has scanned the code of this very meeting a moment ago."""
    at = (await talk.state.get_data()).get("at_door") or {}
    if at.get("meeting") != callback_data.meeting:
        return out_of_date(talk)
    if talk.now - datetime.fromisoformat(at["at"]) > STANDS_AT_DOOR:
        return at_door.told(talk, Arrival(outcome=Outcome.WRONG))
    try:
        return await at_door.seat(talk, callback_data.meeting)
    except IntroductionNeeded as needed:
        return await introduce(talk, needed, anyway=False, meeting=callback_data.meeting)


@router.message(_AT_THE_DOOR, F.text, F.text.func(words.says_here))
@router.callback_query(ImHere.filter())
async def here(said: Message | CallbackQuery, talk: Talk) -> Replies:
    """Asks for the letters while a meeting of one's own goes on; else, and of one who is marked
    already, how it stands with the one that may be meant. Who was wrong too often is not asked in
    vain.
    """
    await forms.leave(talk.state)
    found = await arriving.unmarked(talk.session, talk.person, talk.now)
    if not found:
        near = await arriving.nearest(talk.session, person=talk.person, now=talk.now)
        if near is not None:
            return _told(talk, near)
        return say_to(talk, words.not_now(talk.say), keyboards.doors(talk.say))
    again_at = await arriving.waits_until(talk.session, person=talk.person, now=talk.now)
    if again_at is not None:
        return _told(talk, Arrival(outcome=Outcome.TOO_OFTEN, again_at=again_at))
    await forms.enter(talk.state, Form.attendance_code)
    asked = words.ask_code(talk.say, [event for event, _, _ in found])
    return say_to(talk, asked, keyboards.stop(talk.say))


@router.message(Form.attendance_code, F.text)
async def code_written(message: Message, talk: Talk) -> Replies:
    """Wrong letters ask once more. What is too long for them and has no such word is no try, and
    goes to whoever answers questions.
    """
    text = message.text or ""
    said = typed_in(text) or next(filter(None, map(typed_in, text.split())), "")
    if not said and len(text) > _LONGEST_TYPED:
        await forms.leave(talk.state)
        raise SkipHandler
    arrival = await _typed(talk, said)
    if arrival.outcome is Outcome.WRONG and arrival.again_at is None:
        text = words.typed(talk.say, arrival, now=talk.now)
        return say_to(talk, text, keyboards.stop(talk.say))
    await forms.leave(talk.state)
    return _told(talk, arrival)


@router.message(StateFilter(None), F.text.len() <= _LONGEST_TYPED)
async def word_written(message: Message, talk: Talk) -> Replies:
    """A word that may be a code, of one who has a meeting just now; else it is a question. Whoever
    is marked already may type theirs once more.
    """
    said = typed_in(message.text or "")
    if not said or not await _may_be_code(talk, said):
        raise SkipHandler
    arrival = await _typed(talk, said)
    if arrival.outcome in {Outcome.WRONG, Outcome.TOO_OFTEN}:
        look_for = button(talk.say(labels.LOOK_FOR, words=said), LookFor(words=said))
        type_again = button(talk.say(labels.I_AM_HERE), ImHere())
        may_try = [] if arrival.again_at else [type_again]
        text = words.typed(talk.say, arrival, now=talk.now)
        return say_to(talk, text, keyboards.rows([may_try, [look_for]]))
    return _told(talk, arrival)


@router.callback_query(LookFor.filter())
async def look_for(press: CallbackQuery, callback_data: LookFor, talk: Talk) -> Replies:
    return await asking.asked(talk, callback_data.words)


async def _may_be_code(talk: Talk, said: str) -> bool:
    if await arriving.unmarked(talk.session, talk.person, talk.now):
        return True
    at = await arriving.shown_at(talk.session, person=talk.person, said=said, now=talk.now)
    return at is not None


async def _typed(talk: Talk, said: str) -> Arrival:
    return await arriving.typed(talk.session, person=talk.person, said=said, now=talk.now)


def _told(talk: Talk, arrival: Arrival) -> Reply:
    text = words.typed(talk.say, arrival, now=talk.now)
    if arrival.event is None:
        return say_to(talk, text, keyboards.doors(talk.say))
    opens = button(talk.say(labels.OPEN), OpenEvent(event=arrival.event.id))
    return say_to(talk, text, keyboards.rows([[opens]]))
