"""One message to one who takes part: written, looked at, sent."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.journal.tables import Deed
from catalogue.participants.queries import is_reached
from catalogue.people.languages import language_of
from catalogue.people.quiet import in_peace
from catalogue.registrations.decisions import Case
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.callbacks.asking import ReplyToLetter
from handlers.callbacks.programme import OpenEvent
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.participants import About, Participant, SendLetter
from handlers.office.participant import at_hand
from handlers.replies import Letter, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import decisions, labels
from handlers.words.office import labels as office_labels
from handlers.words.office import participant as words
from handlers.words.speech import Speech

#: With what is added by itself it still is one message.
LONGEST = 3000

router = Router(name="messaging")


@router.callback_query(Participant.filter(F.deed == About.WRITE))
async def ask(press: CallbackQuery, callback_data: Participant, talk: Talk) -> Replies:
    case = await at_hand(talk, callback_data.registration)
    if not is_reached(case.person):
        return _unreachable(talk, case)
    await forms.enter(talk.state, Form.letter, registration=case.own.id, text="")
    return say_to(talk, words.ask_letter(talk.say, case.person), keyboards.stop(talk.say))


@router.message(Form.letter, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """Shown as the person will see it; whatever is written next takes its place."""
    case = await at_hand(talk, (await forms.gathered(talk.state))["registration"])
    text = (message.text or "").strip()
    if len(text) > LONGEST:
        return say_to(talk, words.letter_too_long(talk.say, LONGEST), keyboards.stop(talk.say))
    await forms.enter(talk.state, Form.letter, text=text)
    send = SendLetter(registration=case.own.id, mark=mark(text))
    keyboard = keyboards.rows(
        [
            [button(talk.say(labels.SEND), send)],
            [button(talk.say(labels.STOP), Participant(registration=case.own.id))],
        ]
    )
    return [
        say_to(talk, words.letter_seen(talk.say)),
        say_to(talk, _worded(_voice(talk, case), talk, case, text), keyboard),
    ]


@router.callback_query(SendLetter.filter())
async def send(press: CallbackQuery, callback_data: SendLetter, talk: Talk) -> Replies:
    """Only what was shown with this button; not before the person's quiet hours are over."""
    case = await at_hand(talk, callback_data.registration)
    form = await forms.gathered(talk.state)
    text = form.get("text", "")
    if form.get("registration") != case.own.id or mark(text) != callback_data.mark or not text:
        return say_to(talk, words.letter_gone(talk.say), _back(talk, case))
    person = case.person
    if not is_reached(person):
        return _unreachable(talk, case)
    await forms.leave(talk.state)
    talk.note(Deed.WRITTEN_TO, event=case.event, about=person)
    say, when = _voice(talk, case), in_peace(person, talk.now, talk.say.timezone)
    answer = ReplyToLetter(event=case.event.id, person=talk.person.id)
    reply = button(say(office_labels.REPLY), answer)
    opened = button(say(labels.OPEN), OpenEvent(event=case.event.id))
    letter = Letter(
        chat_id=person.telegram_id or 0,
        text=_worded(say, talk, case, text),
        keyboard=keyboards.rows([[reply, opened]]),
        not_before=when,
    )
    sent = (
        words.letter_sent(talk.say, person)
        if when == talk.now
        else words.letter_will_go(talk.say, person, when)
    )
    return [rewrite(talk, press, sent, _back(talk, case)), letter]


def _voice(talk: Talk, case: Case) -> Speech:
    language = language_of(case.person, default=talk.house.default_language)
    return Speech(language, talk.say.timezone)


def _worded(say: Speech, talk: Talk, case: Case, text: str) -> Markup:
    return decisions.letter(say, case.event, talk.person.name, text, now=talk.now)


def _unreachable(talk: Talk, case: Case) -> Replies:
    return say_to(talk, words.unreachable(talk.say, case.person), _back(talk, case))


def _back(talk: Talk, case: Case) -> InlineKeyboardMarkup:
    card = button(talk.say(labels.BACK), Participant(registration=case.own.id))
    return keyboards.rows([[card]])
