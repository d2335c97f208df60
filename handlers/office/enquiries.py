"""„Klausimai“: teachers' questions that we could not answer, for those who can."""

from datetime import timedelta

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.answers.index import Known
from catalogue.answers.refusals import NotAQuestion
from catalogue.answers.rules import a_question
from catalogue.centres.tables import Centre
from catalogue.enquiries import queries, rules
from catalogue.enquiries.tables import Enquiry
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.people.tables import Person
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.callbacks.menu import StopForm
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office import known_answers
from handlers.office.callbacks.enquiries import (
    AboutEnquiry,
    Enquiries,
    OneEnquiry,
    ReplyWithKnown,
    RewordQuestion,
    SendReply,
    Topics,
)
from handlers.office.callbacks.staff import AnswerDeed, ApprovedAnswers
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import enquiries as words
from handlers.words.office import labels as office_labels
from handlers.words.speech import Speech

LATELY = timedelta(days=7)
COUNTED = timedelta(days=30)

#: Known answers that are offered, of so many that are looked at.
OFFERED = 3
_LOOKED_AT = 12

router = Router(name="enquiries")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("klausimai", "questions", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    return say_to(talk, *await _page(talk, 0))


@router.callback_query(Enquiries.filter())
async def turn_page(press: CallbackQuery, callback_data: Enquiries, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    return rewrite(talk, press, *await _page(talk, callback_data.page))


@router.callback_query(OneEnquiry.filter(F.deed == AboutEnquiry.LOOK))
async def look(press: CallbackQuery, callback_data: OneEnquiry, talk: Talk) -> Replies:
    enquiry = await _own(talk, callback_data.enquiry)
    told = await queries.told(talk.session, enquiry)
    text = words.question(talk.say, told, now=talk.now)
    return rewrite(talk, press, text, buttons(talk.say, enquiry))


@router.callback_query(OneEnquiry.filter(F.deed == AboutEnquiry.REPLY))
async def ask_reply(press: CallbackQuery, callback_data: OneEnquiry, talk: Talk) -> Replies:
    enquiry = await _open(talk, callback_data.enquiry)
    await forms.enter(talk.state, Form.enquiry_reply, enquiry=enquiry.id)
    return say_to(talk, words.ask_reply(talk.say, enquiry), keyboards.stop(talk.say))


@router.message(Form.enquiry_reply, F.text)
async def reply_written(message: Message, talk: Talk) -> Replies:
    enquiry = await _open(talk, (await forms.gathered(talk.state))["enquiry"])
    answer = rules.a_reply(message.text or "")
    await forms.enter(talk.state, Form.enquiry_reply, answer=answer)
    send = SendReply(mark=mark(answer))
    keyboard = keyboards.rows(
        [[button(talk.say(labels.SEND), send), button(talk.say(labels.DISCARD), StopForm())]]
    )
    return say_to(talk, words.preview(talk.say, enquiry, answer), keyboard)


@router.callback_query(SendReply.filter())
async def send_reply(press: CallbackQuery, callback_data: SendReply, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    form = await forms.gathered(talk.state)
    if callback_data.mark != mark(form.get("answer", "")):
        return out_of_date(talk)
    enquiry = await _open(talk, form["enquiry"])
    await forms.leave(talk.state)
    return rewrite(talk, press, *await _replied(talk, enquiry, form["answer"]))


@router.callback_query(OneEnquiry.filter(F.deed == AboutEnquiry.LEAVE))
async def leave_to_others(press: CallbackQuery, callback_data: OneEnquiry, talk: Talk) -> Replies:
    enquiry = await _open(talk, callback_data.enquiry)
    await rules.leave_to_others(talk.session, enquiry, by=talk.person, now=talk.now)
    _note(talk, Deed.ENQUIRY_LEFT, enquiry)
    return rewrite(talk, press, words.left_to_others(talk.say, enquiry), _back(talk.say))


@router.callback_query(
    OneEnquiry.filter(F.deed.in_({AboutEnquiry.CLOSE, AboutEnquiry.REALLY_CLOSE}))
)
async def close(press: CallbackQuery, callback_data: OneEnquiry, talk: Talk) -> Replies:
    """Asks once: the person is told."""
    enquiry = await _open(talk, callback_data.enquiry)
    if callback_data.deed is AboutEnquiry.REALLY_CLOSE:
        rules.close(talk.session, enquiry, by=talk.person, now=talk.now)
        _note(talk, Deed.ENQUIRY_CLOSED, enquiry)
        return rewrite(talk, press, words.closed(talk.say, enquiry), _back(talk.say))
    keyboard = keyboards.rows(
        [
            [_deed(talk.say, enquiry, office_labels.YES_CLOSE, AboutEnquiry.REALLY_CLOSE)],
            [_deed(talk.say, enquiry, labels.BACK, AboutEnquiry.LOOK)],
        ]
    )
    return rewrite(talk, press, words.sure_to_close(talk.say, enquiry), keyboard)


@router.callback_query(OneEnquiry.filter(F.deed == AboutEnquiry.KNOWN))
async def known(press: CallbackQuery, callback_data: OneEnquiry, talk: Talk) -> Replies:
    enquiry = await _open(talk, callback_data.enquiry)
    near = await _nearest(talk, enquiry)
    rows = [
        [
            button(
                words.send_label(talk.say, number),
                ReplyWithKnown(enquiry=enquiry.id, mark=mark(one.key)),
            )
        ]
        for number, (one, _) in enumerate(near, start=1)
    ]
    back = [_deed(talk.say, enquiry, labels.BACK, AboutEnquiry.LOOK)]
    text = words.nearest(talk.say, enquiry, near)
    return rewrite(talk, press, text, keyboards.rows([*rows, back]))


@router.callback_query(ReplyWithKnown.filter())
async def reply_with_known(
    press: CallbackQuery, callback_data: ReplyWithKnown, talk: Talk
) -> Replies:
    """One press; what was taken out of the known answers meanwhile is not sent."""
    enquiry = await _open(talk, callback_data.enquiry)
    near = await _nearest(talk, enquiry)
    chosen = [said for one, said in near if mark(one.key) == callback_data.mark]
    if not chosen:
        return out_of_date(talk)
    text, _ = await _replied(talk, enquiry, chosen[0])
    return rewrite(talk, press, text, _back(talk.say))


@router.callback_query(OneEnquiry.filter(F.deed == AboutEnquiry.APPROVE))
async def approve(press: CallbackQuery, callback_data: OneEnquiry, talk: Talk) -> Replies:
    """On to the approval of known answers; a story is first put as a question."""
    enquiry = await _own(talk, callback_data.enquiry)
    if not (enquiry.words and enquiry.answer):
        return out_of_date(talk)
    await forms.enter(talk.state, Form.answer_question, answer=enquiry.answer)
    try:
        question = a_question(enquiry.words)
    except NotAQuestion:
        return say_to(talk, words.ask_question(talk.say), keyboards.stop(talk.say))
    return say_to(talk, *await known_answers.propose(talk, question))


@router.callback_query(RewordQuestion.filter())
async def reword(press: CallbackQuery, talk: Talk) -> Replies:
    """The answer stays as it is written."""
    await talk.need(Right.ANSWER)
    await forms.enter(talk.state, Form.answer_question)
    return say_to(talk, words.ask_question(talk.say), keyboards.stop(talk.say))


def buttons(say: Speech, enquiry: Enquiry) -> InlineKeyboardMarkup:
    """What one may do with it: while it is open, and after."""
    if enquiry.closed_at is not None:
        approve = [_deed(say, enquiry, office_labels.TO_KNOWN_ANSWERS, AboutEnquiry.APPROVE)]
        back = [button(say(office_labels.TO_ENQUIRIES), Enquiries())]
        return keyboards.rows([approve if enquiry.answer else [], back])
    return keyboards.rows(
        [
            [
                _deed(say, enquiry, office_labels.REPLY, AboutEnquiry.REPLY),
                _deed(say, enquiry, office_labels.KNOWN_ANSWERS, AboutEnquiry.KNOWN),
            ],
            [
                _deed(say, enquiry, office_labels.NOT_MINE, AboutEnquiry.LEAVE),
                _deed(say, enquiry, office_labels.CLOSE_ENQUIRY, AboutEnquiry.CLOSE),
            ],
        ]
    )


def _deed(say: Speech, enquiry: Enquiry, label: str, deed: AboutEnquiry) -> InlineKeyboardButton:
    return button(say(label), OneEnquiry(enquiry=enquiry.id, deed=deed))


def _back(say: Speech) -> InlineKeyboardMarkup:
    return keyboards.rows([[button(say(office_labels.TO_ENQUIRIES), Enquiries())]])


async def _own(talk: Talk, number: int) -> Enquiry:
    """One that the person may answer. Raises EnquiryGone, StaffOnly."""
    await talk.need(Right.ANSWER)
    enquiry = await rules.one(talk.session, number)
    await talk.need_at(Right.ANSWER, enquiry.centre_id)
    return enquiry


async def _open(talk: Talk, number: int) -> Enquiry:
    """The same as long as nobody has settled it. Raises EnquirySettled too."""
    enquiry = await _own(talk, number)
    return await rules.still_open(talk.session, enquiry.id)


async def _replied(talk: Talk, enquiry: Enquiry, answer: str) -> Shown:
    await rules.reply(talk.session, enquiry, answer, by=talk.person, now=talk.now)
    _note(talk, Deed.ENQUIRY_ANSWERED, enquiry)
    person = await talk.session.get_one(Person, enquiry.person_id)
    away = person.unreachable_since is not None
    text = words.replied(talk.say, enquiry, is_out_of_reach=away)
    return text, buttons(talk.say, enquiry)


async def _nearest(talk: Talk, enquiry: Enquiry) -> list[tuple[Known, str]]:
    """With what is said in the language of the question, of its centre or of all."""
    book = await talk.house.known.book(talk.session)
    centre = await talk.session.get(Centre, enquiry.centre_id) if enquiry.centre_id else None
    near = book.nearest(enquiry.words, most=_LOOKED_AT)
    fitting = [one for one in near if centre is None or one.centre in {None, centre.slug}]
    return [
        (one, one.said.get(enquiry.language) or next(iter(one.said.values())))
        for one in fitting[:OFFERED]
    ]


def _note(talk: Talk, deed: Deed, enquiry: Enquiry) -> None:
    """Without whose it is: some ask without a name."""
    talk.note(deed, centre_id=enquiry.centre_id, enquiry=enquiry.id)


async def _page(talk: Talk, number: int) -> Shown:
    say, realm = talk.say, await talk.realm(Right.ANSWER)
    waiting = await queries.open_ones(talk.session, realm)
    page = list_page(waiting, number)
    answered = await queries.answered_lately(talk.session, realm, since=talk.now - LATELY)
    month = await queries.numbers(talk.session, realm, since=talk.now - COUNTED, until=talk.now)
    has_topics = await rules.topics_of(talk.session, talk.person) is not None
    text = words.page(
        say,
        len(waiting),
        month,
        [await queries.told(talk.session, one) for one in answered],
        now=talk.now,
    )
    return text, keyboards.rows(
        [
            *(
                [button(words.label(at, one), OneEnquiry(enquiry=one.id))]
                for at, one in enumerate(page.shown, start=page.first)
            ),
            keyboards.turns(say, Enquiries(), page=page.number, has_more=page.has_more),
            *([button(words.answered_label(one), OneEnquiry(enquiry=one.id))] for one in answered),
            [button(say(office_labels.MY_TOPICS), Topics())] if has_topics else [],
            [button(say(office_labels.KNOWN_ANSWERS), ApprovedAnswers(deed=AnswerDeed.LIST))],
        ]
    )
