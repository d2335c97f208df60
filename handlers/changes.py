"""The answer to a change: it suits, or one cannot come."""

from aiogram import F, Router
from aiogram.methods import AnswerCallbackQuery, EditMessageReplyMarkup
from aiogram.types import CallbackQuery, InlineKeyboardButton

from catalogue.programme.tables import Event
from catalogue.registrations import rules
from catalogue.registrations.tables import Notice, Registration, State
from handlers import keyboards
from handlers.callbacks.programme import OpenEvent
from handlers.callbacks.seats import ChangeAnswer, Leave
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import out_of_date, say_to
from handlers.talk import Talk
from handlers.words import changes as words
from handlers.words import labels
from handlers.words import registrations as registration_words

router = Router(name="changes")


@router.callback_query(ChangeAnswer.filter(F.fine))
async def fine(press: CallbackQuery, callback_data: ChangeAnswer, talk: Talk) -> Replies:
    found = await _asked(talk, callback_data)
    if found is None:
        return out_of_date(talk)
    notice, event = found
    notice.is_fine, notice.answered_at = True, talk.now
    note = AnswerCallbackQuery(callback_query_id=press.id, text=words.noted(talk.say))
    leave = button(talk.say(labels.CANCEL), Leave(event=event.id))
    return [note, *_with_button(talk, press, leave)]


@router.callback_query(ChangeAnswer.filter(~F.fine))
async def cannot_come(press: CallbackQuery, callback_data: ChangeAnswer, talk: Talk) -> Replies:
    """Nothing more is asked: it was the organiser who moved the event."""
    found = await _asked(talk, callback_data)
    if found is None:
        return out_of_date(talk)
    notice, event = found
    await rules.leave(
        talk.session, event_id=event.id, person=talk.person, now=talk.now, after_change=True
    )
    notice.is_fine, notice.answered_at = False, talk.now
    open_again = button(talk.say(labels.OPEN), OpenEvent(event=event.id))
    farewell = say_to(talk, registration_words.left(talk.say, event))
    return [*_with_button(talk, press, open_again), farewell]


async def _asked(talk: Talk, data: ChangeAnswer) -> tuple[Notice, Event] | None:
    """None for a notice that was another's, or of which the person is out meanwhile."""
    notice = await talk.session.get(Notice, data.notice)
    own = await talk.session.get(Registration, notice.registration_id) if notice else None
    if notice is None or own is None or own.person_id != talk.person.id:
        return None
    if own.state is State.CANCELLED or own.joined_at > notice.made_at:
        return None
    return notice, await talk.session.get_one(Event, own.event_id)


def _with_button(
    talk: Talk, press: CallbackQuery, one: InlineKeyboardButton
) -> list[EditMessageReplyMarkup]:
    """The message stays as it was, a file with its caption, and has this button instead."""
    if press.message is None:
        return []
    return [
        EditMessageReplyMarkup(
            chat_id=talk.chat_id,
            message_id=press.message.message_id,
            reply_markup=keyboards.rows([[one]]),
        )
    ]
