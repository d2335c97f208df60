"""The questions of a survey, written and ordered in the chat until somebody has answered."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.journal.tables import Deed
from catalogue.needs import editing
from catalogue.needs.tables import Kind, Mark, Survey, SurveyQuestion
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.needs import KeptQuestion, KeptSurvey, QuestionDeed, SurveyDeed
from handlers.office.needs import kept, note, of_survey
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import needs as words

router = Router(name="office_needs_questions")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(KeptSurvey.filter(F.deed == SurveyDeed.QUESTIONS))
async def show(press: CallbackQuery, callback_data: KeptSurvey, talk: Talk) -> Replies:
    survey = await kept(talk, callback_data.survey)
    return rewrite(talk, press, *await _list(talk, survey))


@router.callback_query(KeptSurvey.filter(F.deed == SurveyDeed.ADD))
async def add(press: CallbackQuery, callback_data: KeptSurvey, talk: Talk) -> Replies:
    survey = await _changeable(talk, callback_data.survey)
    await forms.enter(talk.state, Form.survey_question, kept_survey=survey.id, question=None)
    return say_to(talk, words.ask_wording(talk.say), keyboards.stop(talk.say))


@router.callback_query(KeptQuestion.filter(F.kind | F.mark))
async def choose(press: CallbackQuery, callback_data: KeptQuestion, talk: Talk) -> Replies:
    survey, asked = await _question(talk, callback_data)
    asked.kind = callback_data.kind or asked.kind
    asked.mark = callback_data.mark or asked.mark
    note(talk, Deed.SURVEY_CHANGED, survey)
    return rewrite(talk, press, *_card(talk, survey, asked))


@router.callback_query(KeptQuestion.filter(F.deed == QuestionDeed.LOOK))
async def look(press: CallbackQuery, callback_data: KeptQuestion, talk: Talk) -> Replies:
    survey = await kept(talk, callback_data.survey)
    asked = editing.question_of(survey, callback_data.question)
    return rewrite(talk, press, *_card(talk, survey, asked))


@router.callback_query(
    KeptQuestion.filter(F.deed.in_({QuestionDeed.WORDING, QuestionDeed.OPTIONS}))
)
async def ask(press: CallbackQuery, callback_data: KeptQuestion, talk: Talk) -> Replies:
    """For other words, or for all the options anew."""
    survey, asked = await _question(talk, callback_data)
    is_wording = callback_data.deed is QuestionDeed.WORDING
    step = Form.survey_question if is_wording else Form.survey_options
    await forms.enter(talk.state, step, kept_survey=survey.id, question=asked.id)
    text = words.ask_wording(talk.say) if is_wording else words.ask_options(talk.say, asked)
    return say_to(talk, text, keyboards.stop(talk.say))


@router.message(Form.survey_question, F.text)
async def wording_written(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    survey = await _changeable(talk, form["kept_survey"])
    if form["question"] is None:
        asked = editing.add_question(survey, message.text or "")
        await talk.session.flush()
    else:
        asked = editing.question_of(survey, form["question"])
        asked.lithuanian, asked.english = editing.a_wording(message.text or "")
    return await _written(talk, survey, asked)


@router.message(Form.survey_options, F.text)
async def options_written(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    survey = await _changeable(talk, form["kept_survey"])
    asked = editing.question_of(survey, form["question"])
    asked.options = editing.some_options(message.text or "")
    return await _written(talk, survey, asked)


@router.callback_query(KeptQuestion.filter(F.deed == QuestionDeed.UP))
async def move_up(press: CallbackQuery, callback_data: KeptQuestion, talk: Talk) -> Replies:
    survey, asked = await _question(talk, callback_data)
    editing.move_up(survey, asked)
    note(talk, Deed.SURVEY_CHANGED, survey)
    return rewrite(talk, press, *_card(talk, survey, asked))


@router.callback_query(
    KeptQuestion.filter(F.deed.in_({QuestionDeed.REMOVE, QuestionDeed.REALLY_REMOVE}))
)
async def remove(press: CallbackQuery, callback_data: KeptQuestion, talk: Talk) -> Replies:
    """Asks once."""
    survey, asked = await _question(talk, callback_data)
    if callback_data.deed is QuestionDeed.REMOVE:
        rows = [
            [_deed(talk, office_labels.YES_DISMISS, survey, asked, QuestionDeed.REALLY_REMOVE)],
            [_deed(talk, labels.BACK, survey, asked, QuestionDeed.LOOK)],
        ]
        text = words.remove_question(talk.say, asked)
        return rewrite(talk, press, text, keyboards.rows(rows))
    survey.questions.remove(asked)
    note(talk, Deed.SURVEY_CHANGED, survey)
    return rewrite(talk, press, *await _list(talk, survey))


async def _written(talk: Talk, survey: Survey, asked: SurveyQuestion) -> Replies:
    await forms.leave(talk.state)
    note(talk, Deed.SURVEY_CHANGED, survey)
    return say_to(talk, *_card(talk, survey, asked))


async def _question(talk: Talk, data: KeptQuestion) -> tuple[Survey, SurveyQuestion]:
    """One that may be changed. Raises SurveyGone, SurveyOver, SurveyAnswered and of rights."""
    survey = await _changeable(talk, data.survey)
    return survey, editing.question_of(survey, data.question)


async def _changeable(talk: Talk, number: int) -> Survey:
    await kept(talk, number)
    return await editing.changeable(talk.session, number)


async def _list(talk: Talk, survey: Survey) -> Shown:
    rows = [
        [
            button(
                words.question_label(talk.say, asked, place),
                KeptQuestion(survey=survey.id, question=asked.id),
            )
        ]
        for place, asked in enumerate(survey.questions, start=1)
    ]
    add_one = [of_survey(talk, words.ADD_QUESTION, survey, SurveyDeed.ADD)]
    back = [of_survey(talk, labels.BACK, survey, SurveyDeed.LOOK)]
    can_change = survey.closed_at is None and not await editing.is_answered(talk.session, survey)
    text = words.questions(talk.say, survey, can_change=can_change)
    return text, keyboards.rows([*rows, add_one if can_change else [], back])


def _card(talk: Talk, survey: Survey, asked: SurveyQuestion) -> Shown:
    """With the kinds and the marks to choose from; what holds now is ticked."""
    say = talk.say

    def choice(label: str, *, is_on: bool, **chosen: Kind | Mark) -> InlineKeyboardButton:
        mark = "✓ " if is_on else ""
        data = KeptQuestion.model_validate({"survey": survey.id, "question": asked.id, **chosen})
        return button(f"{mark}{say(label)}", data)

    kinds = [
        choice(label, is_on=asked.kind is kind, kind=kind) for kind, label in words.KINDS.items()
    ]
    marks = [
        choice(label, is_on=asked.mark is mark, mark=mark) for mark, label in words.MARKS.items()
    ]
    wording = _deed(talk, words.WORDING, survey, asked, QuestionDeed.WORDING)
    options = _deed(talk, words.OPTIONS, survey, asked, QuestionDeed.OPTIONS)
    keyboard = keyboards.rows(
        [
            [wording, *([] if asked.kind is Kind.WORDS else [options])],
            kinds,
            marks,
            [
                _deed(talk, words.UP, survey, asked, QuestionDeed.UP),
                _deed(talk, office_labels.REMOVE, survey, asked, QuestionDeed.REMOVE),
            ],
            [of_survey(talk, words.TO_QUESTIONS, survey, SurveyDeed.QUESTIONS)],
        ]
    )
    place = survey.questions.index(asked) + 1
    return words.question(say, asked, place), keyboard


def _deed(
    talk: Talk, label: str, survey: Survey, asked: SurveyQuestion, deed: QuestionDeed
) -> InlineKeyboardButton:
    return button(talk.say(label), KeptQuestion(survey=survey.id, question=asked.id, deed=deed))
