"""Staff approve answers: what is told, from then on, to whoever asks so or alike."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.answers import rules
from catalogue.answers.tables import KnownAnswer
from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.people.refusals import StaffOnly
from catalogue.search.languages import language_of
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.staff_callbacks import AnswerDeed, ApproveAnswer, KnownAnswers
from handlers.talk import Talk
from handlers.words import about, labels, menu
from handlers.words import known_answers as words

PER_PAGE = 8
MOST_CENTRES = 20

router = Router(name="known_answers")


@router.message(Command("atsakymai", "answers", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.staff_only()
    return say_to(talk, *await _page(talk, 0))


@router.callback_query(KnownAnswers.filter(F.deed == AnswerDeed.LIST))
async def turn_page(press: CallbackQuery, callback_data: KnownAnswers, talk: Talk) -> Replies:
    await talk.staff_only()
    return rewrite(talk, press, *await _page(talk, callback_data.page))


@router.callback_query(KnownAnswers.filter(F.deed == AnswerDeed.ADD))
async def add(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.staff_only()
    await forms.enter(talk.state, Form.answer_question)
    return say_to(talk, words.ask_question(talk.say), keyboards.stop(talk.say))


@router.message(Form.answer_question, F.text)
async def question_written(message: Message, talk: Talk) -> Replies:
    """With what is answered to it already, so that nobody writes it twice."""
    await talk.staff_only()
    question = rules.a_question(message.text or "")
    await forms.enter(talk.state, Form.answer_text, question=question)
    book = await talk.house.known.book(talk.session)
    found = book.find(question)
    lines = [words.ask_answer(talk.say)]
    if found.verdict == "found" and found.hits:
        lines.insert(0, words.at_present(talk.say, about.told(talk.say, found.hits)))
    return say_to(talk, Markup("\n\n").join(lines), keyboards.stop(talk.say))


@router.message(Form.answer_text, F.text)
async def answer_written(message: Message, talk: Talk) -> Replies:
    await talk.staff_only()
    answer = rules.an_answer(message.text or "")
    await forms.enter(talk.state, Form.answer_text, answer=answer)
    question = (await forms.gathered(talk.state))["question"]
    keyboard = keyboards.rows([[each] for each in await _approvals(talk)])
    return say_to(talk, words.confirm(talk.say, question, answer), keyboard)


@router.callback_query(ApproveAnswer.filter())
async def approve(press: CallbackQuery, callback_data: ApproveAnswer, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    if "question" not in form or "answer" not in form:
        return say_to(talk, menu.out_of_date(talk.say), keyboards.doors(talk.say))
    known = await rules.add(
        talk.session,
        question=form["question"],
        answer=form["answer"],
        language=language_of(form["answer"]) or talk.say.language,
        centre_id=callback_data.centre or None,
        by=talk.person,
        is_owner=talk.is_owner,
        now=talk.now,
    )
    await forms.leave(talk.state)
    return rewrite(talk, press, *await _card(talk, known))


@router.callback_query(KnownAnswers.filter(F.deed == AnswerDeed.OPEN))
async def open_one(press: CallbackQuery, callback_data: KnownAnswers, talk: Talk) -> Replies:
    await talk.staff_only()
    known = await rules.one(talk.session, callback_data.answer)
    return rewrite(talk, press, *await _card(talk, known))


@router.callback_query(KnownAnswers.filter(F.deed.in_({AnswerDeed.CORRECT, AnswerDeed.ALSO})))
async def ask(press: CallbackQuery, callback_data: KnownAnswers, talk: Talk) -> Replies:
    """For the answer anew, or for another way in which it is asked for."""
    known = await _own(talk, callback_data.answer)
    corrects = callback_data.deed is AnswerDeed.CORRECT
    step = Form.answer_correction if corrects else Form.answer_also
    await forms.enter(talk.state, step, known=known.id)
    text = words.ask_correction(talk.say) if corrects else words.ask_also(talk.say)
    return say_to(talk, text, keyboards.stop(talk.say))


@router.message(Form.answer_correction, F.text)
async def corrected(message: Message, talk: Talk) -> Replies:
    known = await _own(talk, (await forms.gathered(talk.state))["known"])
    await rules.correct(talk.session, known, message.text or "", now=talk.now)
    await forms.leave(talk.state)
    return say_to(talk, *await _card(talk, known))


@router.message(Form.answer_also, F.text)
async def asked_also(message: Message, talk: Talk) -> Replies:
    known = await _own(talk, (await forms.gathered(talk.state))["known"])
    await rules.ask_also(talk.session, known, message.text or "", now=talk.now)
    await forms.leave(talk.state)
    return say_to(talk, *await _card(talk, known))


@router.callback_query(KnownAnswers.filter(F.deed.in_({AnswerDeed.REMOVE, AnswerDeed.REALLY})))
async def remove(press: CallbackQuery, callback_data: KnownAnswers, talk: Talk) -> Replies:
    """Asks once."""
    known = await _own(talk, callback_data.answer)
    if callback_data.deed is AnswerDeed.REALLY:
        await rules.remove(talk.session, known)
        return rewrite(talk, press, *await _page(talk, 0))
    sure = KnownAnswers(deed=AnswerDeed.REALLY, answer=known.id)
    keep = KnownAnswers(deed=AnswerDeed.OPEN, answer=known.id)
    keyboard = keyboards.rows(
        [
            [button(talk.say(labels.YES_DISMISS), sure)],
            [button(talk.say(labels.STOP), keep)],
        ]
    )
    return rewrite(talk, press, words.remove_question(talk.say, known), keyboard)


async def _own(talk: Talk, number: int) -> KnownAnswer:
    """One that the person may change. Raises AnswerGone, StaffOnly."""
    await talk.staff_only()
    known = await rules.one(talk.session, number)
    if not await _may(talk, known.centre_id):
        raise StaffOnly
    return known


async def _may(talk: Talk, centre_id: int | None) -> bool:
    return await rules.may_answer(
        talk.session, person=talk.person, centre_id=centre_id, is_owner=talk.is_owner
    )


async def _approvals(talk: Talk) -> list[InlineKeyboardButton]:
    """For whom the answer may be: all centres, or each that the person works for."""
    say = talk.say
    choices = [(0, str(say(labels.ALL_CENTRES)))] if await _may(talk, None) else []
    for centre in await all_centres(talk.session):
        if len(choices) < MOST_CENTRES and await _may(talk, centre.id):
            choices.append((centre.id, centre.name))
    return [
        *[
            button(words.approve_label(say, name), ApproveAnswer(centre=number))
            for number, name in choices
        ],
        button(say(labels.STOP), KnownAnswers(deed=AnswerDeed.LIST)),
    ]


async def _page(talk: Talk, number: int) -> tuple[Markup, InlineKeyboardMarkup]:
    answers = await rules.approved(talk.session)
    first = min(number, max(0, len(answers) - 1) // PER_PAGE) * PER_PAGE
    shown = answers[first : first + PER_PAGE]
    rows = [
        [button(words.label(at, one), KnownAnswers(deed=AnswerDeed.OPEN, answer=one.id))]
        for at, one in enumerate(shown, start=first + 1)
    ]
    if len(answers) > first + PER_PAGE:
        more = KnownAnswers(deed=AnswerDeed.LIST, page=first // PER_PAGE + 1)
        rows.append([button(talk.say(labels.MORE), more)])
    rows.append([button(talk.say(labels.ADD_ANSWER), KnownAnswers(deed=AnswerDeed.ADD))])
    return words.page(talk.say, shown, first=first + 1), keyboards.rows(rows)


async def _card(talk: Talk, known: KnownAnswer) -> tuple[Markup, InlineKeyboardMarkup]:
    say, centre = talk.say, ""
    if known.centre_id is not None:
        centre = (await talk.session.get_one(Centre, known.centre_id)).name
    deeds = (
        (labels.CORRECT_ANSWER, AnswerDeed.CORRECT),
        (labels.ASKED_ALSO, AnswerDeed.ALSO),
        (labels.REMOVE, AnswerDeed.REMOVE),
    )
    rows = [
        [button(say(text), KnownAnswers(deed=deed, answer=known.id))]
        for text, deed in deeds
        if await _may(talk, known.centre_id)
    ]
    rows.append([button(say(labels.BACK), KnownAnswers(deed=AnswerDeed.LIST))])
    return words.card(say, known, centre), keyboards.rows(rows)
