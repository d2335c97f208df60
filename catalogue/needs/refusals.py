"""What is refused to those who answer a survey, and to staff who keep it."""

import enum
from dataclasses import dataclass

from catalogue.needs.tables import Survey
from catalogue.refusals import NotAsAsked, Refusal


class SurveyGone(Refusal):
    """There is no such survey or question, or it is not for this person."""


@dataclass(eq=False)
class SurveyOver(Refusal):
    """It is closed: nothing is answered, changed or withdrawn any more."""

    survey: Survey


@dataclass(eq=False)
class SurveyGiven(Refusal):
    """Answered already, and without a name: which answer is theirs nobody knows."""

    survey: Survey


class NothingSaid(Refusal):
    """Not a single question is answered."""


@dataclass(eq=False)
class TooLong(NotAsAsked):
    """More letters than are kept; `most` is how many are."""

    most: int


@dataclass(eq=False)
class SurveyAnswered(Refusal):
    """Somebody has answered: what they were asked must stay what they were asked."""

    survey: Survey


@dataclass(eq=False)
class OpenAlready(Refusal):
    """The centre asks one thing at a time; `survey` is the one that is open."""

    survey: Survey


class Unfinished(enum.StrEnum):
    """What a survey that is to be opened lacks."""

    QUESTIONS = "questions"
    OPTIONS = "options"


@dataclass(eq=False)
class NotReady(Refusal):
    """It cannot be opened yet."""

    lacks: Unfinished


class Wrong(enum.StrEnum):
    """What is wrong with what staff wrote of a question."""

    WORDING = "wording"
    OPTIONS = "options"
    MOST_QUESTIONS = "most_questions"


@dataclass(eq=False)
class NotAQuestion(NotAsAsked):
    """It cannot be asked so."""

    wrong: Wrong
