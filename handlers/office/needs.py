"""Surveys of needs, as their staff keep them: begun, opened, told of, closed."""

from collections.abc import Sequence
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.announcements import rules as announcements
from catalogue.announcements import segments
from catalogue.announcements.rules import Content
from catalogue.centres.tables import Centre
from catalogue.journal.tables import Deed
from catalogue.needs import editing
from catalogue.needs.refusals import NotReady, OpenAlready, SurveyGone
from catalogue.needs.tables import Survey
from catalogue.numbers.groups import LEAST
from catalogue.people.rights import Right
from catalogue.search.spans import school_year
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.announcing_steps import view
from handlers.office.callbacks.demand import Demands
from handlers.office.callbacks.needs import KeptSurvey, SurveyDeed, Surveys
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import needs as words

#: From this month on the next school year can be asked about too.
_NEXT_YEAR_FROM = 4

router = Router(name="office_needs")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(Surveys.filter(F.year == 0))
async def show(press: CallbackQuery, callback_data: Surveys, talk: Talk) -> Replies:
    """The surveys of a centre; where one has several centres, first a choice."""
    centres = await talk.centres(Right.NUMBERS)
    if callback_data.centre:
        centres = [one for one in centres if one.id == callback_data.centre]
    if not centres:
        await talk.need_at(Right.NUMBERS, callback_data.centre or None)
        raise SurveyGone
    if len(centres) > 1:
        return rewrite(talk, press, *_choice(talk, centres, callback_data.page))
    return rewrite(talk, press, *await _list(talk, centres[0], callback_data.page))


@router.callback_query(Surveys.filter())
async def begin(press: CallbackQuery, callback_data: Surveys, talk: Talk) -> Replies:
    await talk.need_at(Right.PROGRAMME, callback_data.centre)
    year = callback_data.year
    if year not in _years(talk):
        return rewrite(talk, press, *await _list(talk, await _centre(talk, callback_data.centre)))
    survey = await editing.begin(talk.session, centre_id=callback_data.centre, year=year)
    note(talk, Deed.SURVEY_BEGUN, survey)
    return rewrite(talk, press, *await card(talk, survey))


@router.callback_query(KeptSurvey.filter(F.deed == SurveyDeed.LOOK))
async def look(press: CallbackQuery, callback_data: KeptSurvey, talk: Talk) -> Replies:
    survey = await seen(talk, callback_data.survey)
    return rewrite(talk, press, *await card(talk, survey))


@router.callback_query(KeptSurvey.filter(F.deed == SurveyDeed.OPEN))
async def open_it(press: CallbackQuery, callback_data: KeptSurvey, talk: Talk) -> Replies:
    """Where something is in the way, with the way to it as a button."""
    survey = await kept(talk, callback_data.survey)
    if survey.opened_at is not None:
        return rewrite(talk, press, *await card(talk, survey))
    try:
        await editing.open_one(talk.session, survey, now=talk.now)
    except NotReady as refusal:
        there = of_survey(talk, words.QUESTIONS, survey, SurveyDeed.QUESTIONS)
        return rewrite(talk, press, words.not_ready(talk.say, refusal), keyboards.rows([[there]]))
    except OpenAlready as refusal:
        there = of_survey(talk, words.TO_OPEN_ONE, refusal.survey, SurveyDeed.LOOK)
        return rewrite(
            talk, press, words.open_already(talk.say, refusal), keyboards.rows([[there]])
        )
    note(talk, Deed.SURVEY_OPENED, survey)
    return rewrite(talk, press, *await card(talk, survey))


@router.callback_query(KeptSurvey.filter(F.deed.in_({SurveyDeed.CLOSE, SurveyDeed.REALLY_CLOSE})))
async def close(press: CallbackQuery, callback_data: KeptSurvey, talk: Talk) -> Replies:
    """Asks once: a survey is never opened again."""
    survey = await kept(talk, callback_data.survey)
    if callback_data.deed is SurveyDeed.CLOSE and survey.is_open:
        question = words.close_question(talk.say, await editing.takers(talk.session, survey))
        return rewrite(
            talk, press, question, _sure(talk, survey, words.YES_CLOSE, SurveyDeed.REALLY_CLOSE)
        )
    if editing.close(survey, now=talk.now):
        note(talk, Deed.SURVEY_CLOSED, survey)
    return rewrite(talk, press, *await card(talk, survey))


@router.callback_query(
    KeptSurvey.filter(F.deed.in_({SurveyDeed.DISCARD, SurveyDeed.REALLY_DISCARD}))
)
async def discard(press: CallbackQuery, callback_data: KeptSurvey, talk: Talk) -> Replies:
    """One that nobody has answered; asks once."""
    await kept(talk, callback_data.survey)
    survey = await editing.changeable(talk.session, callback_data.survey)
    if callback_data.deed is SurveyDeed.DISCARD:
        sure = _sure(talk, survey, words.YES_DISCARD, SurveyDeed.REALLY_DISCARD)
        return rewrite(talk, press, words.discard_question(talk.say, survey), sure)
    note(talk, Deed.SURVEY_REMOVED, survey)
    await editing.discard(talk.session, survey)
    return rewrite(talk, press, *await _list(talk, await _centre(talk, survey.centre_id)))


@router.callback_query(KeptSurvey.filter(F.deed == SurveyDeed.ANNOUNCE))
async def announce(press: CallbackQuery, callback_data: KeptSurvey, talk: Talk) -> Replies:
    """A draft among the announcements, with a link to the survey: to be looked at, and sent."""
    survey = await kept(talk, callback_data.survey)
    await talk.need_at(Right.ANNOUNCE, survey.centre_id)
    if not survey.is_open:
        return rewrite(talk, press, *await card(talk, survey))
    centre = await _centre(talk, survey.centre_id)
    text = words.announcement(talk.say, survey, centre, talk.house.link(f"nd_{survey.id}"))
    content = Content(text=str(text))
    draft = await announcements.draft(
        talk.session, author=talk.person, content=content, now=talk.now
    )
    announcements.bind(draft, await talk.realm(Right.ANNOUNCE))
    draft.segment = segments.Segment().as_json()
    return [say_to(talk, words.announcement_ready(talk.say)), *view(talk, draft)]


async def seen(talk: Talk, number: int) -> Survey:
    """One whose numbers the person may see. Raises SurveyGone, StaffOnly, RightNeeded."""
    survey = await editing.one(talk.session, number)
    await talk.need_at(Right.NUMBERS, survey.centre_id)
    return survey


async def kept(talk: Talk, number: int) -> Survey:
    """One that the person keeps, locked. Raises SurveyGone, StaffOnly, RightNeeded."""
    survey = await editing.locked(talk.session, number)
    await talk.need_at(Right.PROGRAMME, survey.centre_id)
    return survey


async def keeps(talk: Talk, survey: Survey) -> bool:
    """Whether they may do more than look at numbers."""
    return (await talk.realm(Right.PROGRAMME)).has(centre_id=survey.centre_id)


def note(talk: Talk, deed: Deed, survey: Survey) -> None:
    talk.note(deed, centre_id=survey.centre_id, survey=survey.id, year=survey.year)


def of_survey(talk: Talk, label: str, survey: Survey, deed: SurveyDeed) -> InlineKeyboardButton:
    return button(talk.say(label), KeptSurvey(survey=survey.id, deed=deed))


async def card(talk: Talk, survey: Survey) -> Shown:
    """How it stands, and what can be done now."""
    answered = await editing.takers(talk.session, survey)
    text = words.card(talk.say, survey, await _centre(talk, survey.centre_id), answered=answered)
    keeps_it = await keeps(talk, survey)
    deeds = _deeds(survey, answered, keeps=keeps_it)
    rows = [[of_survey(talk, label, survey, deed)] for label, deed in deeds]
    back = [button(talk.say(labels.BACK), Surveys(centre=survey.centre_id))]
    return text, keyboards.rows([*rows, back])


def _deeds(survey: Survey, answered: int, *, keeps: bool) -> list[tuple[str, SurveyDeed]]:
    if survey.closed_at is not None:
        if answered < LEAST:
            return []
        return [(words.RESULTS, SurveyDeed.RESULTS), (words.AS_WORKBOOK, SurveyDeed.WORKBOOK)]
    if not keeps:
        return []
    questions = (words.QUESTIONS, SurveyDeed.QUESTIONS)
    if survey.is_open:
        steps = [(words.ANNOUNCE, SurveyDeed.ANNOUNCE), (words.CLOSE, SurveyDeed.CLOSE)]
        return [questions, *steps]
    return [(words.OPEN, SurveyDeed.OPEN), questions, (words.DISCARD, SurveyDeed.DISCARD)]


def _choice(talk: Talk, centres: Sequence[Centre], number: int) -> Shown:
    page = list_page(centres, number)
    keyboard = keyboards.rows(
        [
            *[
                [button(words.centre_label(talk.say, one), Surveys(centre=one.id))]
                for one in page.shown
            ],
            keyboards.turns(talk.say, Surveys(), page=page.number, has_more=page.has_more),
        ]
    )
    return words.choose_centre(talk.say), keyboard


async def _list(talk: Talk, centre: Centre, number: int = 0) -> Shown:
    page = list_page(await editing.of_centre(talk.session, centre.id), number)
    listing = Surveys(centre=centre.id)
    may = (await talk.realm(Right.PROGRAMME)).has(centre_id=centre.id)
    has_others = len(await talk.centres(Right.NUMBERS)) > 1
    keyboard = keyboards.rows(
        [
            *[
                [button(words.label(talk.say, one, now=talk.now), KeptSurvey(survey=one.id))]
                for one in page.shown
            ],
            keyboards.turns(talk.say, listing, page=page.number, has_more=page.has_more),
            *[
                [button(words.begin_label(talk.say, year), Surveys(centre=centre.id, year=year))]
                for year in _years(talk)
                if may
            ],
            [button(talk.say(office_labels.DEMAND), Demands())],
            [button(talk.say(labels.ANOTHER_CENTRE), Surveys())] if has_others else [],
        ]
    )
    return words.page(talk.say, centre, has_any=bool(page.shown)), keyboard


def _years(talk: Talk) -> list[int]:
    """By the year in which each begins."""
    today: date = talk.say.local(talk.now).date()
    first = (school_year(today).first or today).year
    has_next = _NEXT_YEAR_FROM <= today.month < 9
    return [first, first + 1] if has_next else [first]


def _sure(talk: Talk, survey: Survey, label: str, deed: SurveyDeed) -> InlineKeyboardMarkup:
    back = of_survey(talk, labels.BACK, survey, SurveyDeed.LOOK)
    return keyboards.rows([[of_survey(talk, label, survey, deed)], [back]])


async def _centre(talk: Talk, number: int) -> Centre:
    return await talk.session.get_one(Centre, number)
