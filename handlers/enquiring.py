"""„Klausti metodininko“: what nobody has told us goes to a coordinator, whoever asks."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.enquiries import rules
from catalogue.enquiries.refusals import EnquiryGone
from catalogue.enquiries.tables import Enquiry
from catalogue.enquiries.whom import own_centre
from catalogue.finding.browsing import event_seen
from catalogue.programme.holidays import school_days
from handlers import forms, keyboards, searches
from handlers.browsing import mark
from handlers.callbacks.asking import Answered, AskCoordinator, EnquiryDraft, ReplyToLetter
from handlers.callbacks.menu import StopForm
from handlers.cards import seen
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import enquiring as words
from handlers.words import labels
from handlers.words.events import centre_name
from handlers.words.speech import Speech

router = Router(name="enquiring")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(AskCoordinator.filter())
async def begin(press: CallbackQuery, callback_data: AskCoordinator, talk: Talk) -> Replies:
    """The question just asked; where there is none, or it is long ago, it is asked for."""
    event = await seen(talk, callback_data.event) if callback_data.event else None
    centre = event.centre_id if event else callback_data.centre
    centre = centre or await own_centre(talk.session, talk.person, now=talk.now) or 0
    await forms.enter(talk.state, Form.enquiry, event=callback_data.event, centre=centre)
    question = await searches.recall(talk, callback_data.mark) if callback_data.mark else None
    if question is None:
        return say_to(talk, words.ask(talk.say, event), keyboards.stop(talk.say))
    return say_to(talk, *await _preview(talk, words=rules.an_enquiry(question.text)))


@router.callback_query(ReplyToLetter.filter())
async def reply(press: CallbackQuery, callback_data: ReplyToLetter, talk: Talk) -> Replies:
    """To the one who wrote first, and then as any question of the event."""
    event = await seen(talk, callback_data.event)
    await forms.enter(
        talk.state,
        Form.enquiry,
        event=event.id,
        centre=event.centre_id,
        addressed_to=callback_data.person,
    )
    return say_to(talk, words.ask_reply(talk.say, event), keyboards.stop(talk.say))


@router.message(Form.enquiry, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await _preview(talk, words=rules.an_enquiry(message.text or "")))


@router.callback_query(EnquiryDraft.filter())
async def pass_on(press: CallbackQuery, callback_data: EnquiryDraft, talk: Talk) -> Replies:
    """What was shown last; an older button shows instead what is written by now."""
    form = await forms.gathered(talk.state)
    if "words" not in form:
        return out_of_date(talk)
    if not callback_data.send or callback_data.mark != mark(form["words"]):
        return rewrite(talk, press, *await _preview(talk, nameless=callback_data.nameless))
    enquiry = await rules.ask(
        talk.session,
        person=talk.person,
        words=form["words"],
        language=talk.say.language,
        now=talk.now,
        event=await event_seen(talk.session, form["event"], person_id=talk.person.id),
        centre_id=form["centre"] or None,
        follows=await talk.session.get(Enquiry, form["follows"]) if "follows" in form else None,
        addressed_to=form.get("addressed_to"),
        is_nameless=callback_data.nameless,
    )
    await forms.leave(talk.state)
    is_reply = enquiry.addressed_to is not None
    return rewrite(talk, press, words.sent(talk.say, enquiry.words, is_reply=is_reply))


@router.callback_query(Answered.filter(~F.more))
async def thank(press: CallbackQuery, talk: Talk) -> Replies:
    return AnswerCallbackQuery(callback_query_id=press.id, text=words.welcome(talk.say))


@router.callback_query(Answered.filter())
async def ask_more(press: CallbackQuery, callback_data: Answered, talk: Talk) -> Replies:
    """To the one who answered, with what was said before. Raises EnquiryGone."""
    before = await rules.one(talk.session, callback_data.enquiry)
    if before.person_id != talk.person.id:
        raise EnquiryGone
    await forms.enter(
        talk.state,
        Form.enquiry,
        event=before.event_id or 0,
        centre=before.centre_id or 0,
        follows=before.id,
        nameless=before.is_nameless,
    )
    return say_to(talk, words.ask(talk.say, None), keyboards.stop(talk.say))


def after_answer(say: Speech, enquiry_id: int) -> InlineKeyboardMarkup:
    """Below a coordinator's answer."""
    more = Answered(enquiry=enquiry_id, more=True)
    thanks = button(say(labels.THANK_YOU), Answered(enquiry=enquiry_id))
    return keyboards.rows([[thanks, button(say(labels.ASK_MORE), more)]])


async def _preview(talk: Talk, **changes: object) -> Shown:
    await forms.enter(talk.state, Form.enquiry, **changes)
    form = await forms.gathered(talk.state)
    say, name = talk.say, talk.person.name
    is_reply = form.get("addressed_to") is not None
    nameless = bool(form.get("nameless")) or not name
    year, today = await school_days(talk.session), say.local(talk.now).date()
    text = words.preview(
        say,
        form["words"],
        centre=await _centre(talk, form),
        name="" if nameless else name,
        by=None if is_reply else rules.answer_by(year, today),
        now=talk.now,
    )
    draft = EnquiryDraft(mark=mark(form["words"]), nameless=nameless)
    other = draft.model_copy(update={"nameless": not nameless, "send": False})
    label = labels.WITH_NAME if nameless else labels.WITHOUT_NAME
    return text, keyboards.rows(
        [
            [button(say(labels.SEND), draft), button(say(labels.DISCARD), StopForm())],
            [button(say(label), other)] if name and not is_reply else [],
        ]
    )


async def _centre(talk: Talk, form: Mapping[str, Any]) -> str:
    found = await talk.session.get(Centre, form["centre"]) if form["centre"] else None
    return centre_name(talk.say, found) if found else ""
