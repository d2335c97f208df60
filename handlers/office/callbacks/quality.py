"""Feedback compared: what its buttons carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from catalogue.numbers.periods import Period
from handlers.callbacks.fields import Page, Row


class RatingsShow(enum.StrEnum):
    """All of it together, one comparison (as `catalogue.quality.comparing.By`), a workbook, or a
    choice of the time.
    """

    SUMMARY = "s"
    FORM = "f"
    FIELD = "p"
    THEME = "t"
    MONTH = "m"
    TERM = "h"
    WORKBOOK = "x"
    PERIODS = "d"


class Ratings(CallbackData, prefix="nr"):
    """Of a time at one centre; 0 is all of one's own. With `own` it is of the events whose feedback
    one may see, which may be a lecturer's.
    """

    show: RatingsShow = RatingsShow.SUMMARY
    period: Period = Period.SCHOOL_YEAR
    centre: Row = 0
    own: bool = False


class FeedbackEvents(CallbackData, prefix="fl"):
    """A page of the events that are over, to see what was said of one of them."""

    page: Page = 0
