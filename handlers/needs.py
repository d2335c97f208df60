"""/poreikiai: the survey of needs, answered one question at a time."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.needs import rules
from catalogue.needs.rules import Stands
from catalogue.needs.tables import Survey
from catalogue.people.rights import Right
from catalogue.people.traits import with_consent
from handlers import forms, keyboards, needs_draft
from handlers.callbacks.needs import AboutSurvey, NeedsSurvey, NeedsSurveys, SurveyMove, SurveyStep
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.needs_asking import OPTIONS, said, shown
from handlers.needs_draft import Draft
from handlers.office.callbacks.needs import Surveys
from handlers.replies import Replies, Reply, Unsay
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import needs as words

router = Router(name="needs")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("poreikiai", "needs", ignore_case=True))
async def begin(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await _open_ones(talk))


@router.callback_query(NeedsSurveys.filter())
async def begin_pressed(press: CallbackQuery, talk: Talk) -> Replies:
    return say_to(talk, *await _open_ones(talk))


async def linked(talk: Talk, number: str) -> Replies:
    """By the link of an announcement."""
    if not number.isdecimal() or len(number) > 18:
        return say_to(talk, *await _open_ones(talk))
    stands = await rules.standing(talk.session, int(number), talk.person)
    return say_to(talk, *await _one(talk, stands))


@router.callback_query(NeedsSurvey.filter(F.deed == AboutSurvey.LOOK))
async def look(press: CallbackQuery, callback_data: NeedsSurvey, talk: Talk) -> Replies:
    stands = await rules.standing(talk.session, callback_data.survey, talk.person)
    return rewrite(talk, press, *await _one(talk, stands))


@router.callback_query(NeedsSurvey.filter(F.deed == AboutSurvey.DIFFERENCE))
async def explain(press: CallbackQuery, callback_data: NeedsSurvey, talk: Talk) -> Replies:
    """For whoever wants to know before they choose."""
    back = [_about(talk, labels.BACK, callback_data.survey, AboutSurvey.LOOK)]
    keyboard = keyboards.rows([*_two_ways(talk, callback_data.survey), back])
    return rewrite(talk, press, words.difference(talk.say), keyboard)


@router.callback_query(NeedsSurvey.filter(F.deed.in_({AboutSurvey.NAMELESS, AboutSurvey.NAMED})))
async def start(press: CallbackQuery, callback_data: NeedsSurvey, talk: Talk) -> Replies:
    """From the first question; with a name, from what was answered before."""
    stands = await rules.standing(talk.session, callback_data.survey, talk.person)
    named = callback_data.deed is AboutSurvey.NAMED
    if named:
        with_consent(talk.person)
    if stands.has_answered and not (named and stands.own):
        return rewrite(talk, press, *await _one(talk, stands))
    await needs_draft.forget_later(talk.state)
    given = {str(number): one.as_json() for number, one in stands.own.items()}
    draft = Draft(stands.survey.id, named, given=given)
    return await _go_on(talk, press, stands.survey, draft)


@router.callback_query(NeedsSurvey.filter(F.deed == AboutSurvey.RESUME))
async def resume(press: CallbackQuery, callback_data: NeedsSurvey, talk: Talk) -> Replies:
    stands = await rules.standing(talk.session, callback_data.survey, talk.person)
    draft = await needs_draft.later(talk.state, stands.survey)
    if draft is None:
        return rewrite(talk, press, *await _one(talk, stands))
    return await _go_on(talk, press, stands.survey, draft)


@router.callback_query(NeedsSurvey.filter(F.deed.in_({AboutSurvey.WITHDRAW, AboutSurvey.REALLY})))
async def withdraw(press: CallbackQuery, callback_data: NeedsSurvey, talk: Talk) -> Replies:
    """Asks once: it cannot be brought back."""
    number = callback_data.survey
    if callback_data.deed is AboutSurvey.REALLY:
        await rules.withdraw(talk.session, number, person=talk.person)
        await needs_draft.forget_later(talk.state)
        return rewrite(talk, press, words.withdrawn(talk.say), keyboards.doors(talk.say))
    rows = [
        [_about(talk, words.YES_WITHDRAW, number, AboutSurvey.REALLY)],
        [_about(talk, labels.BACK, number, AboutSurvey.LOOK)],
    ]
    return rewrite(talk, press, words.withdraw_question(talk.say), keyboards.rows(rows))


@router.callback_query(SurveyStep.filter())
async def step(press: CallbackQuery, callback_data: SurveyStep, talk: Talk) -> Replies:
    """On the question that is asked now; an older button shows that one instead."""
    draft = await needs_draft.present(talk.state)
    if draft is None or draft.survey != callback_data.survey:
        return out_of_date(talk)
    stands = await rules.standing(talk.session, draft.survey, talk.person)
    survey, move = stands.survey, callback_data.move
    if move is SurveyMove.LEAVE:
        return await _leave(talk, press, draft)
    if callback_data.at != draft.at:
        return await _go_on(talk, press, survey, draft)
    match move:
        case SurveyMove.SEND:
            return await _send(talk, press, draft)
        case SurveyMove.NEXT:
            draft = needs_draft.moved(survey, draft, 1)
        case SurveyMove.BACK:
            draft = needs_draft.moved(survey, draft, -1)
        case SurveyMove.PICK:
            draft = needs_draft.picked(survey, draft, callback_data.value)
        case _:
            return await _go_on(talk, press, survey, draft, page=callback_data.value)
    page = callback_data.value // OPTIONS if move is SurveyMove.PICK else 0
    return await _go_on(talk, press, survey, draft, page=page)


@router.message(Form.survey, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """Own words to the question that is asked now, or a move as its button calls it; what is only
    in words goes on to the next.
    """
    draft = await needs_draft.present(talk.state)
    assert draft is not None  # noqa: S101 -- the step of the form says so
    stands = await rules.standing(talk.session, draft.survey, talk.person)
    survey, move = stands.survey, said(talk, message.text or "")
    if move is SurveyMove.LEAVE:
        unsaid = _unsaid(talk, draft)
        return [*unsaid, say_to(talk, *await _left(talk, draft))]
    if move is not None:
        draft = needs_draft.moved(survey, draft, 1 if move is SurveyMove.NEXT else -1)
    elif draft.at < len(survey.questions):
        draft = needs_draft.with_words(survey, draft, message.text or "")
    unsaid = _unsaid(talk, draft)
    await needs_draft.keep(talk.state, replace(draft, message=None))
    return [*unsaid, say_to(talk, *shown(talk, survey, draft))]


async def _send(talk: Talk, press: CallbackQuery, draft: Draft) -> Replies:
    await rules.send(
        talk.session, draft.survey, draft.answers(), person=talk.person, named=draft.named
    )
    unsaid = _unsaid(talk, replace(draft, message=_number(press)))
    await forms.leave(talk.state)
    await needs_draft.forget_later(talk.state)
    text = words.sent(talk.say, named=draft.named)
    return [*unsaid, rewrite(talk, press, text, keyboards.doors(talk.say))]


async def _leave(talk: Talk, press: CallbackQuery, draft: Draft) -> Replies:
    unsaid = _unsaid(talk, replace(draft, message=_number(press)))
    return [*unsaid, rewrite(talk, press, *await _left(talk, draft))]


async def _left(talk: Talk, draft: Draft) -> Shown:
    await forms.leave(talk.state)
    text = words.kept_for_later(talk.say) if draft.named else words.dropped(talk.say)
    return text, keyboards.doors(talk.say)


async def _go_on(
    talk: Talk, press: CallbackQuery, survey: Survey, draft: Draft, *, page: int = 0
) -> Replies:
    draft = replace(draft, message=_number(press))
    await needs_draft.keep(talk.state, draft)
    looks = rewrite(talk, press, *shown(talk, survey, draft, page=page))
    return [*_unsaid(talk, draft), looks]


async def _open_ones(talk: Talk) -> Shown:
    """The only one at once; where there are several, a choice. Staff have a door to their own."""
    found = await rules.open_for(talk.session, talk.person)
    if len(found) == 1:
        return await _one(talk, found[0])
    rows = [
        [
            button(
                words.label(talk.say, one.survey, await _centre(talk, one.survey)),
                _deed(one.survey.id, AboutSurvey.LOOK),
            )
        ]
        for one in found
    ]
    staff = await _of_staff(talk)
    if not found:
        return words.none_open(talk.say), keyboards.with_doors(talk.say, staff)
    return words.several(talk.say), keyboards.rows([*rows, *staff])


async def _one(talk: Talk, stands: Stands) -> Shown:
    """What one may do with it."""
    say, survey = talk.say, stands.survey
    staff = await _of_staff(talk)
    if stands.own:
        rows = [
            [_about(talk, words.CHANGE, survey.id, AboutSurvey.NAMED)],
            [_about(talk, words.WITHDRAW, survey.id, AboutSurvey.WITHDRAW)],
        ]
        return words.own(say, stands), keyboards.rows([*rows, *staff])
    if stands.has_answered:
        return words.answered_nameless(say, survey), keyboards.with_doors(say, staff)
    later = await needs_draft.later(talk.state, survey)
    rows = [
        [button(words.go_on(say, survey, later.at), _deed(survey.id, AboutSurvey.RESUME))]
        if later
        else [],
        *_two_ways(talk, survey.id),
        [_about(talk, words.DIFFERENCE, survey.id, AboutSurvey.DIFFERENCE)],
    ]
    text = words.begin(say, survey, await _centre(talk, survey))
    return text, keyboards.rows([*rows, *staff])


def _two_ways(talk: Talk, number: int) -> list[list[InlineKeyboardButton]]:
    return [
        [_about(talk, words.NAMELESS, number, AboutSurvey.NAMELESS)],
        [_about(talk, words.NAMED, number, AboutSurvey.NAMED)],
    ]


async def _of_staff(talk: Talk) -> list[list[InlineKeyboardButton]]:
    rights = await talk.rights()
    if not {Right.PROGRAMME, Right.NUMBERS} & rights:
        return []
    return [[button(talk.say(words.KEEP_SURVEYS), Surveys())]]


async def _centre(talk: Talk, survey: Survey) -> Centre:
    return await talk.session.get_one(Centre, survey.centre_id)


def _about(talk: Talk, label: str, number: int, deed: AboutSurvey) -> InlineKeyboardButton:
    return button(talk.say(label), _deed(number, deed))


def _deed(number: int, deed: AboutSurvey) -> NeedsSurvey:
    return NeedsSurvey(survey=number, deed=deed)


def _number(press: CallbackQuery) -> int | None:
    return press.message.message_id if press.message else None


def _unsaid(talk: Talk, draft: Draft) -> list[Reply]:
    """The outbox keeps nothing of what was chosen without a name."""
    if draft.named or draft.message is None:
        return []
    return [Unsay(chat_id=talk.chat_id, message_id=draft.message)]
