"""Staff approve answers: what is told, from then on, to whoever asks so or alike."""

from collections.abc import Mapping

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.answers import rules
from catalogue.answers.tables import KnownAnswer
from catalogue.centres.tables import Centre
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.search.languages import language_of
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.enquiries import RewordQuestion
from handlers.office.callbacks.staff import AnswerDeed, ApproveAnswer, ApprovedAnswers, ForWhom
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import about, labels
from handlers.words.events import centre_name
from handlers.words.office import known_answers as words
from handlers.words.office import labels as office_labels

router = Router(name="known_answers")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("atsakymai", "answers", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    return say_to(talk, *await _page(talk, 0))


@router.callback_query(ApprovedAnswers.filter(F.deed == AnswerDeed.LIST))
async def turn_page(press: CallbackQuery, callback_data: ApprovedAnswers, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    return rewrite(talk, press, *await _page(talk, callback_data.page))


@router.callback_query(ApprovedAnswers.filter(F.deed == AnswerDeed.ADD))
async def add(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    await forms.enter(talk.state, Form.answer_question)
    return say_to(talk, words.ask_question(talk.say), keyboards.stop(talk.say))


@router.message(Form.answer_question, F.text)
async def question_written(message: Message, talk: Talk) -> Replies:
    """With what is answered to it already, so that nobody writes it twice."""
    await talk.need(Right.ANSWER)
    question = rules.a_question(message.text or "")
    if "answer" in await forms.gathered(talk.state):
        return say_to(talk, *await propose(talk, question))
    await forms.enter(talk.state, Form.answer_text, question=question)
    book = await talk.house.known.book(talk.session)
    found = book.find(question)
    lines = [words.ask_answer(talk.say)]
    if found.verdict == "found" and found.hits:
        lines.insert(0, words.at_present(talk.say, about.told(talk.say, found.hits)))
    return say_to(talk, Markup("\n\n").join(lines), keyboards.stop(talk.say))


@router.message(Form.answer_text, F.text)
async def answer_written(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    answer = rules.an_answer(message.text or "")
    await forms.enter(talk.state, Form.answer_text, answer=answer)
    return say_to(talk, *await _proposal(talk, await forms.gathered(talk.state)))


@router.callback_query(ForWhom.filter())
async def for_whom(press: CallbackQuery, callback_data: ForWhom, talk: Talk) -> Replies:
    """A page of the centres to choose from."""
    await talk.need(Right.ANSWER)
    return await _proposal_anew(talk, press, callback_data.page)


@router.callback_query(ApproveAnswer.filter())
async def approve(press: CallbackQuery, callback_data: ApproveAnswer, talk: Talk) -> Replies:
    """What was shown last; an older button shows instead what is written by now."""
    await talk.need(Right.ANSWER)
    form = await forms.gathered(talk.state)
    if not _is_written(form) or callback_data.mark != _mark(form):
        return await _proposal_anew(talk, press)
    await talk.need_at(Right.ANSWER, callback_data.centre or None)
    known = await rules.add(
        talk.session,
        question=form["question"],
        answer=form["answer"],
        language=language_of(form["answer"]) or talk.say.language,
        centre_id=callback_data.centre or None,
        by=talk.person,
        now=talk.now,
    )
    _note(talk, Deed.ANSWER_APPROVED, known)
    await forms.leave(talk.state)
    return rewrite(talk, press, *await _card(talk, known))


@router.callback_query(ApprovedAnswers.filter(F.deed == AnswerDeed.OPEN))
async def open_one(press: CallbackQuery, callback_data: ApprovedAnswers, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    known = await rules.one(talk.session, callback_data.answer)
    return rewrite(talk, press, *await _card(talk, known))


@router.callback_query(ApprovedAnswers.filter(F.deed.in_({AnswerDeed.CORRECT, AnswerDeed.ALSO})))
async def ask(press: CallbackQuery, callback_data: ApprovedAnswers, talk: Talk) -> Replies:
    """For the answer anew, or for another way in which it is asked for."""
    known = await _own(talk, callback_data.answer)
    corrects = callback_data.deed is AnswerDeed.CORRECT
    if not corrects:
        rules.needs_room(known)
    step = Form.answer_correction if corrects else Form.answer_also
    await forms.enter(talk.state, step, known=known.id)
    text = words.ask_correction(talk.say) if corrects else words.ask_also(talk.say)
    return say_to(talk, text, keyboards.stop(talk.say))


@router.message(Form.answer_correction, F.text)
async def corrected(message: Message, talk: Talk) -> Replies:
    known = await _own(talk, (await forms.gathered(talk.state))["known"])
    await rules.correct(talk.session, known, message.text or "", now=talk.now)
    _note(talk, Deed.ANSWER_CHANGED, known)
    await forms.leave(talk.state)
    return say_to(talk, *await _card(talk, known))


@router.message(Form.answer_also, F.text)
async def asked_also(message: Message, talk: Talk) -> Replies:
    known = await _own(talk, (await forms.gathered(talk.state))["known"])
    await rules.ask_also(talk.session, known, message.text or "", now=talk.now)
    _note(talk, Deed.ANSWER_CHANGED, known)
    await forms.leave(talk.state)
    return say_to(talk, *await _card(talk, known))


@router.callback_query(ApprovedAnswers.filter(F.deed.in_({AnswerDeed.REMOVE, AnswerDeed.REALLY})))
async def remove(press: CallbackQuery, callback_data: ApprovedAnswers, talk: Talk) -> Replies:
    """Asks once."""
    known = await _own(talk, callback_data.answer)
    if callback_data.deed is AnswerDeed.REALLY:
        _note(talk, Deed.ANSWER_REMOVED, known)
        await rules.remove(talk.session, known)
        return rewrite(talk, press, *await _page(talk, 0))
    sure = ApprovedAnswers(deed=AnswerDeed.REALLY, answer=known.id)
    keep = ApprovedAnswers(deed=AnswerDeed.OPEN, answer=known.id)
    keyboard = keyboards.rows(
        [
            [button(talk.say(office_labels.YES_DISMISS), sure)],
            [button(talk.say(labels.STOP), keep)],
        ]
    )
    return rewrite(talk, press, words.remove_question(talk.say, known), keyboard)


async def propose(talk: Talk, question: str) -> Shown:
    """To an answer that the form has already; what is written next is the answer anew."""
    await forms.enter(talk.state, Form.answer_text, question=question)
    return await _proposal(talk, await forms.gathered(talk.state))


async def _own(talk: Talk, number: int) -> KnownAnswer:
    """One that the person may change. Raises AnswerGone, StaffOnly."""
    await talk.need(Right.ANSWER)
    known = await rules.one(talk.session, number)
    await talk.need_at(Right.ANSWER, known.centre_id)
    return known


async def _may_change(talk: Talk, known: KnownAnswer) -> bool:
    return (await talk.realm(Right.ANSWER)).has(centre_id=known.centre_id)


def _note(talk: Talk, deed: Deed, known: KnownAnswer) -> None:
    talk.note(deed, centre_id=known.centre_id, question=known.questions[0])


def _is_written(form: Mapping[str, str]) -> bool:
    return "question" in form and "answer" in form


def _mark(form: Mapping[str, str]) -> str:
    """Of both, so that a button approves only what was shown with it."""
    return mark(f"{form['question']}\n{form['answer']}")


async def _proposal_anew(talk: Talk, press: CallbackQuery, page: int = 0) -> Replies:
    form = await forms.gathered(talk.state)
    if not _is_written(form):
        await forms.leave(talk.state)
        return out_of_date(talk)
    return rewrite(talk, press, *await _proposal(talk, form, page))


async def _proposal(talk: Talk, form: Mapping[str, str], number: int = 0) -> Shown:
    """With a button for each centre that the person may answer for, and for all of them."""
    say, realm = talk.say, await talk.realm(Right.ANSWER)
    choices = [(0, str(say(labels.ALL_CENTRES)))] if realm.has(centre_id=None) else []
    own = await talk.centres(Right.ANSWER)
    choices += [(centre.id, centre_name(say, centre)) for centre in own]
    page = list_page(choices, number)
    keyboard = keyboards.rows(
        [
            *(
                [button(words.approve_label(say, name), _approval(form, centre))]
                for centre, name in page.shown
            ),
            keyboards.turns(say, ForWhom(), page=page.number, has_more=page.has_more),
            [button(say(office_labels.REWORD_QUESTION), RewordQuestion())],
            [button(say(labels.STOP), ApprovedAnswers(deed=AnswerDeed.LIST))],
        ]
    )
    return words.confirm(say, form["question"], form["answer"]), keyboard


def _approval(form: Mapping[str, str], centre: int) -> ApproveAnswer:
    return ApproveAnswer(mark=_mark(form), centre=centre)


async def _page(talk: Talk, number: int) -> Shown:
    page = list_page(await rules.approved(talk.session), number)
    listing = ApprovedAnswers(deed=AnswerDeed.LIST)
    keyboard = keyboards.rows(
        [
            *(
                [button(words.label(at, one), ApprovedAnswers(deed=AnswerDeed.OPEN, answer=one.id))]
                for at, one in enumerate(page.shown, start=page.first)
            ),
            keyboards.turns(talk.say, listing, page=page.number, has_more=page.has_more),
            [button(talk.say(office_labels.ADD_ANSWER), ApprovedAnswers(deed=AnswerDeed.ADD))],
        ]
    )
    return words.page(talk.say, page.shown, first=page.first), keyboard


async def _card(talk: Talk, known: KnownAnswer) -> Shown:
    say, centre = talk.say, ""
    if known.centre_id is not None:
        centre = centre_name(say, await talk.session.get_one(Centre, known.centre_id))
    deeds = (
        (office_labels.CORRECT_ANSWER, AnswerDeed.CORRECT),
        (office_labels.ASKED_ALSO, AnswerDeed.ALSO),
        (office_labels.REMOVE, AnswerDeed.REMOVE),
    )
    rows = [
        [button(say(text), ApprovedAnswers(deed=deed, answer=known.id))] for text, deed in deeds
    ]
    back = [button(say(labels.BACK), ApprovedAnswers(deed=AnswerDeed.LIST))]
    may_change = await _may_change(talk, known)
    return words.card(say, known, centre), keyboards.rows([*(rows if may_change else []), back])
