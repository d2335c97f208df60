"""How an event was: five presses in one message, and a comment for whoever likes."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from catalogue.programme.tables import Event
from catalogue.quality import rules
from catalogue.quality.scores import QUESTIONS, SCALE, read
from handlers import forms, keyboards
from handlers.callbacks.learning import Feedback, FeedbackWanted, NoComment
from handlers.callbacks.programme import OpenEvent
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.replies import Replies, Unsay
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import feedback as words
from handlers.words import labels
from handlers.words.speech import Speech

router = Router(name="feedback")


@router.callback_query(Feedback.filter(F.scores.len() < len(QUESTIONS)))
async def go_on(press: CallbackQuery, callback_data: Feedback, talk: Talk) -> Replies:
    """What was given so far stands in the message's own buttons and nowhere else."""
    own = callback_data.registration
    event, _ = await rules.asked_of(talk.session, own, person=talk.person, now=talk.now)
    scores = callback_data.scores
    if scores:
        text = words.going_on(talk.say, event, len(scores))
    else:
        text = words.begin(talk.say, event, again=False)
    return [*_unsaid(talk, press), rewrite(talk, press, text, buttons(talk.say, own, scores))]


@router.callback_query(Feedback.filter())
async def answer(press: CallbackQuery, callback_data: Feedback, talk: Talk) -> Replies:
    """The last press."""
    event = await rules.answer(
        talk.session,
        callback_data.registration,
        read(callback_data.scores),
        person=talk.person,
        now=talk.now,
    )
    await forms.enter(talk.state, Form.feedback_comment, event=event.id)
    keyboard = keyboards.rows([[button(talk.say(labels.SKIP), NoComment(event=event.id))]])
    return [*_unsaid(talk, press), rewrite(talk, press, words.thanks(talk.say), keyboard)]


@router.message(Form.feedback_comment, F.text)
async def comment(message: Message, talk: Talk) -> Replies:
    written = (message.text or "").strip()
    form = await forms.gathered(talk.state)
    if len(written) > rules.LONGEST_COMMENT:
        skip = button(talk.say(labels.SKIP), NoComment(event=form["event"]))
        return say_to(talk, words.comment_too_long(talk.say), keyboards.rows([[skip]]))
    event = await talk.session.get_one(Event, form["event"], with_for_update=True)
    await rules.comment(talk.session, event, written, now=talk.now)
    await forms.leave(talk.state)
    return say_to(talk, words.comment_kept(talk.say), _to_event(talk.say, event.id))


@router.callback_query(NoComment.filter())
async def no_comment(press: CallbackQuery, callback_data: NoComment, talk: Talk) -> Replies:
    """The form was left by the press."""
    keyboard = _to_event(talk.say, callback_data.event)
    return rewrite(talk, press, words.no_comment(talk.say), keyboard)


@router.callback_query(FeedbackWanted.filter())
async def choose(press: CallbackQuery, callback_data: FeedbackWanted, talk: Talk) -> Replies:
    talk.person.wants_feedback = wants = callback_data.wanted
    label = labels.NO_FEEDBACK if wants else labels.FEEDBACK_AFTER_ALL
    other = button(talk.say(label), FeedbackWanted(wanted=not wants))
    return rewrite(talk, press, words.wanted(talk.say, wants=wants), keyboards.rows([[other]]))


def buttons(say: Speech, registration: int, scores: str = "") -> InlineKeyboardMarkup:
    """A press for each score, one back, and before the first one a way never to be asked."""
    given = [
        button(score, Feedback(registration=registration, scores=f"{scores}{score}"))
        for score in SCALE
    ]
    if scores:
        before = Feedback(registration=registration, scores=scores[:-1])
        return keyboards.rows([given, [button(say(labels.BACK), before)]])
    return keyboards.rows([given, [never(say)]])


def never(say: Speech) -> InlineKeyboardButton:
    """One press ends such questions for good."""
    return button(say(labels.NO_FEEDBACK), FeedbackWanted(wanted=False))


def _unsaid(talk: Talk, press: CallbackQuery) -> list[Unsay]:
    """The outbox keeps none of the buttons that were pressed."""
    if press.message is None:
        return []
    return [Unsay(chat_id=talk.chat_id, message_id=press.message.message_id)]


def _to_event(say: Speech, event_id: int) -> InlineKeyboardMarkup:
    return keyboards.rows([[button(say(labels.EVENT), OpenEvent(event=event_id))]])
