"""Numbers: what their buttons carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from catalogue.numbers.periods import Period
from handlers.callbacks.fields import Page, Row


class Show(enum.StrEnum):
    """What is counted and shown, or a choice of the time or the centre it is counted for."""

    SUMMARY = "s"
    WEEKS = "w"
    FILLS = "f"
    AUDIENCE = "a"
    TOWNS = "t"
    FIELDS = "p"
    FUNDING = "m"
    WISHES = "u"
    WORKBOOK = "x"
    PERIODS = "d"
    CENTRES = "c"


class Numbers(CallbackData, prefix="nu"):
    """Of a period at one centre; 0 is all of one's own. `page` is of the centres to choose from."""

    show: Show = Show.SUMMARY
    period: Period = Period.SCHOOL_YEAR
    centre: Row = 0
    page: Page = 0
