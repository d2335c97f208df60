"""What people want: surveys of needs, gatherings of those who wait, wishes."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class NeedsSurveys(CallbackData, prefix="sn"):
    """The surveys of needs that one may answer."""


class AboutSurvey(enum.StrEnum):
    """What one does with a survey as a whole."""

    LOOK = "l"
    DIFFERENCE = "d"
    NAMELESS = "a"
    NAMED = "n"
    RESUME = "r"
    WITHDRAW = "w"
    REALLY = "y"


class NeedsSurvey(CallbackData, prefix="sa"):
    survey: Row
    deed: AboutSurvey = AboutSurvey.LOOK


class SurveyMove(enum.StrEnum):
    """What one does with the question that is asked now."""

    PICK = "p"
    NEXT = "n"
    BACK = "b"
    PAGE = "g"
    SEND = "s"
    LEAVE = "l"


class SurveyStep(CallbackData, prefix="sy"):
    """`at` is the place of the question, from 0; `value` an option's place, or a page of them."""

    survey: Row
    at: Page
    move: SurveyMove
    value: Page = 0


class GatherDay(CallbackData, prefix="gd"):
    """A day that suits one who waits, or no longer; 0 is that none does. With `leave` they wait no
    more.
    """

    gathering: Row
    day: Row = 0
    leave: bool = False


class KeepWish(CallbackData, prefix="wb"):
    """A wish that ended with the school year goes on; with `others` all that ended with it."""

    subscription: Row
    others: bool = False
