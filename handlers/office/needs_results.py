"""What a survey of needs has said, once it is closed."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.journal.tables import Deed
from catalogue.needs.gathered import Gathered, gathered, makers_of_groups
from catalogue.needs.refusals import SurveyGone
from catalogue.needs.tables import Kind, Survey, SurveyQuestion
from catalogue.numbers.groups import LEAST
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.needs import KeptSurvey, SurveyDeed, SurveyResults
from handlers.office.needs import card, keeps, note, of_survey, seen
from handlers.pages import list_page
from handlers.replies import Errand, Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import needs as survey_words
from handlers.words.office import needs_results as words
from handlers.words.speech import Speech

#: Kinds of job, done in `bot.jobs.needs`.
PICTURE, WORKBOOK = "needs_picture", "needs_workbook"
#: As many as a message holds at their longest.
WRITTEN = 4

router = Router(name="office_needs_results")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(KeptSurvey.filter(F.deed == SurveyDeed.RESULTS))
async def results(press: CallbackQuery, callback_data: KeptSurvey, talk: Talk) -> Replies:
    survey = await seen(talk, callback_data.survey)
    if survey.closed_at is None:
        return rewrite(talk, press, *await card(talk, survey))
    found = await gathered(talk.session, survey)
    questions = [
        [button(words.question_label(talk.say, asked, place), _of(survey, place))]
        for place, asked in enumerate(survey.questions, start=1)
    ]
    workbook_door = [of_survey(talk, survey_words.AS_WORKBOOK, survey, SurveyDeed.WORKBOOK)]
    back = [of_survey(talk, labels.BACK, survey, SurveyDeed.LOOK)]
    tells = len(found.chosen) >= LEAST
    keyboard = keyboards.rows([*questions, workbook_door, back] if tells else [back])
    return rewrite(talk, press, words.page(talk.say, found), keyboard)


@router.callback_query(KeptSurvey.filter(F.deed == SurveyDeed.WORKBOOK))
async def workbook(press: CallbackQuery, callback_data: KeptSurvey, talk: Talk) -> Replies:
    """What goes out is noted; words that people wrote are in it for those who keep the survey."""
    survey = await seen(talk, callback_data.survey)
    if survey.closed_at is None:
        return rewrite(talk, press, *await card(talk, survey))
    note(talk, Deed.SURVEY_TAKEN, survey)
    facts = {"survey": survey.id, "words": await keeps(talk, survey)}
    return Errand(
        chat_id=talk.chat_id,
        kind=WORKBOOK,
        language=talk.say.language,
        facts=facts,
        text=words.making_workbook(talk.say),
    )


@router.callback_query(SurveyResults.filter())
async def one_question(press: CallbackQuery, callback_data: SurveyResults, talk: Talk) -> Replies:
    """As a picture, of all or of one group; or what was written, for those who keep the survey."""
    survey = await seen(talk, callback_data.survey)
    if survey.closed_at is None:
        return rewrite(talk, press, *await card(talk, survey))
    asked = asked_at(survey, callback_data.at)
    if callback_data.words or asked.kind is Kind.WORDS:
        return rewrite(talk, press, *await _written(talk, survey, asked, callback_data))
    found = await gathered(talk.session, survey)
    if callback_data.by and not callback_data.group:
        return rewrite(talk, press, *_groups(talk, found, asked, callback_data))
    if found.told(asked) is None:
        return rewrite(talk, press, survey_words.too_few(talk.say), _back(talk.say, survey))
    has_words = bool(found.written(asked)) and await keeps(talk, survey)
    return Errand(
        chat_id=talk.chat_id,
        kind=PICTURE,
        language=talk.say.language,
        facts={"view": callback_data.pack(), "has_words": has_words},
        text=words.drawing(talk.say),
    )


def asked_at(survey: Survey, place: int) -> SurveyQuestion:
    """By its place, from 1. Raises SurveyGone."""
    if not 0 < place <= len(survey.questions):
        raise SurveyGone
    return survey.questions[place - 1]


def doors(
    say: Speech, survey: Survey, view: SurveyResults, *, has_words: bool
) -> InlineKeyboardMarkup:
    """Below a picture."""
    all_answers = _of(survey, view.at)
    asked = asked_at(survey, view.at)
    apart = [
        [
            button(
                words.by_label(say, by),
                all_answers.model_copy(update={"by": survey.questions.index(by) + 1}),
            )
        ]
        for by in makers_of_groups(survey)
        if by is not asked
    ]
    written = all_answers.model_copy(update={"words": True})
    return keyboards.rows(
        [
            [button(say(words.ALL_ANSWERS), all_answers)] if view.group else [],
            *apart,
            [button(say(words.IN_OWN_WORDS), written)] if has_words else [],
            [_other_questions(say, survey)],
        ]
    )


def _groups(talk: Talk, found: Gathered, asked: SurveyQuestion, view: SurveyResults) -> Shown:
    say, survey = talk.say, found.survey
    by = asked_at(survey, view.by)
    told = found.told_by(asked, by)
    page = list_page(list(enumerate(told.items(), start=1)), view.page)
    keyboard = keyboards.rows(
        [
            *[
                [
                    button(
                        words.group_label(say, by, label, one),
                        view.model_copy(update={"group": place, "page": 0}),
                    )
                ]
                for place, (label, one) in page.shown
            ],
            keyboards.turns(say, view, page=page.number, has_more=page.has_more),
            [_other_questions(say, survey)],
        ]
    )
    text = words.choose_group(say, asked, by) if told else words.no_groups(say)
    return text, keyboard


async def _written(talk: Talk, survey: Survey, asked: SurveyQuestion, view: SurveyResults) -> Shown:
    if not await keeps(talk, survey):
        return words.words_for_keepers(talk.say), _back(talk.say, survey)
    found = await gathered(talk.session, survey)
    written = found.written(asked)
    page = list_page(written, view.page, size=WRITTEN)
    keyboard = keyboards.rows(
        [
            keyboards.turns(talk.say, view, page=page.number, has_more=page.has_more),
            [_other_questions(talk.say, survey)],
        ]
    )
    return words.own_words(talk.say, asked, page.shown, has_any=bool(written)), keyboard


def _of(survey: Survey, place: int) -> SurveyResults:
    return SurveyResults(survey=survey.id, at=place)


def _other_questions(say: Speech, survey: Survey) -> InlineKeyboardButton:
    return button(say(words.OTHER_QUESTIONS), KeptSurvey(survey=survey.id, deed=SurveyDeed.RESULTS))


def _back(say: Speech, survey: Survey) -> InlineKeyboardMarkup:
    return keyboards.rows([[_other_questions(say, survey)]])
