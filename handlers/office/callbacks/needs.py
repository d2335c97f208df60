"""Surveys of needs: what the buttons of those who keep them carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from catalogue.needs.tables import Kind, Mark
from handlers.callbacks.fields import Page, Row


class Surveys(CallbackData, prefix="ya"):
    """Those of a centre, 0 is one's only one or a choice; with `year` one more is begun."""

    centre: Row = 0
    year: Page = 0
    page: Page = 0


class SurveyDeed(enum.StrEnum):
    """What is done with a survey as a whole."""

    LOOK = "l"
    QUESTIONS = "q"
    ADD = "a"
    OPEN = "o"
    ANNOUNCE = "n"
    CLOSE = "c"
    REALLY_CLOSE = "k"
    DISCARD = "d"
    REALLY_DISCARD = "e"
    RESULTS = "r"
    WORKBOOK = "x"


class KeptSurvey(CallbackData, prefix="yb"):
    survey: Row
    deed: SurveyDeed = SurveyDeed.LOOK


class QuestionDeed(enum.StrEnum):
    """What is done with one question of a survey."""

    LOOK = "l"
    WORDING = "w"
    OPTIONS = "o"
    UP = "u"
    REMOVE = "r"
    REALLY_REMOVE = "y"


class KeptQuestion(CallbackData, prefix="yc"):
    """With a kind or a mark the question becomes of it."""

    survey: Row
    question: Row
    deed: QuestionDeed = QuestionDeed.LOOK
    kind: Kind | None = None
    mark: Mark | None = None


class SurveyResults(CallbackData, prefix="yd"):
    """Of the question at this place; `by` is the place of the one that makes groups, `group` one of
    them; all are counted from 1, and `group` 0 is a choice of one. `words` are those that people
    wrote. `page` is of these, or of the groups.
    """

    survey: Row
    at: Page
    by: Page = 0
    group: Page = 0
    words: bool = False
    page: Page = 0
