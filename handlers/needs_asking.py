"""One question of a survey of needs as a message, and the moves around it."""

from collections.abc import Mapping

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.needs.tables import Survey
from catalogue.search.normalise import words as words_in
from handlers import keyboards
from handlers.callbacks.needs import SurveyMove, SurveyStep
from handlers.keyboards import press as button
from handlers.needs_draft import Draft
from handlers.pages import list_page
from handlers.spoken import wants_out
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import needs as words

#: As many options as stand in one message.
OPTIONS = 10

Asked = tuple[Markup, InlineKeyboardMarkup]

_SAID: Mapping[str, SurveyMove] = {
    labels.BACK: SurveyMove.BACK,
    labels.SKIP: SurveyMove.NEXT,
    words.NEXT: SurveyMove.NEXT,
    words.LATER: SurveyMove.LEAVE,
    words.DROP: SurveyMove.LEAVE,
}


def said(talk: Talk, text: str) -> SurveyMove | None:
    """The move that somebody writes instead of pressing it."""
    if wants_out(text):
        return SurveyMove.LEAVE
    spoken = words_in(text)
    meant = (move for label, move in _SAID.items() if words_in(str(talk.say(label))) == spoken)
    return next(meant, None)


def shown(talk: Talk, survey: Survey, draft: Draft, *, page: int = 0) -> Asked:
    """The question that is asked now, or where all are asked, the last word."""
    say, at = talk.say, draft.at
    if at >= len(survey.questions):
        answered = [one for one in draft.answers().values() if one]
        text = words.ready(say, survey, answered, named=draft.named)
        send = [_move(talk, words.SEND, draft, SurveyMove.SEND)] if answered else []
        return text, keyboards.rows([send, *_ways(talk, draft, is_last=True)])
    asked = survey.questions[at]
    given = draft.of(asked)
    listed = list_page(list(enumerate(asked.options)), page, size=OPTIONS)
    options = [
        [
            button(
                words.option_label(say, asked, pair[0], is_on=pair[0] in given.chosen),
                _step(draft, SurveyMove.PICK, place),
            )
        ]
        for place, pair in listed.shown
    ]
    turns = [
        button(label, _step(draft, SurveyMove.PAGE, listed.number + by))
        for label, by, there in (
            (labels.EARLIER, -1, listed.number > 0),
            (labels.LATER, 1, listed.has_more),
        )
        if there
    ]
    text = words.question(say, survey, at, given, named=draft.named)
    rows = [*options, turns, *_ways(talk, draft, has_answer=bool(given))]
    return text, keyboards.rows(rows)


def _ways(
    talk: Talk, draft: Draft, *, has_answer: bool = False, is_last: bool = False
) -> list[list[InlineKeyboardButton]]:
    """Back, on, and out."""
    back = [_move(talk, labels.BACK, draft, SurveyMove.BACK)] if draft.at else []
    label = words.NEXT if has_answer else labels.SKIP
    on = [] if is_last else [_move(talk, label, draft, SurveyMove.NEXT)]
    out = words.LATER if draft.named else words.DROP
    return [[*back, *on], [_move(talk, out, draft, SurveyMove.LEAVE)]]


def _move(talk: Talk, label: str, draft: Draft, move: SurveyMove) -> InlineKeyboardButton:
    return button(talk.say(label), _step(draft, move))


def _step(draft: Draft, move: SurveyMove, value: int = 0) -> SurveyStep:
    return SurveyStep(survey=draft.survey, at=draft.at, move=move, value=value)
