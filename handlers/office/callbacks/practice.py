"""What was made use of, and examples for the bank: what the buttons of staff carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from catalogue.numbers.periods import Period
from handlers.callbacks.fields import Page, Row


class EventUse(CallbackData, prefix="ug"):
    """Of one event."""

    event: Row


class UseShow(enum.StrEnum):
    """Numbers, a picture of them or of the events, or a choice of the time they are of."""

    NUMBERS = "s"
    PICTURE = "g"
    EVENTS = "e"
    PERIODS = "d"


class UseNumbers(CallbackData, prefix="ui"):
    """Of all events of a time at one centre; 0 is all of one's own. `page` is of the events."""

    show: UseShow = UseShow.NUMBERS
    period: Period = Period.SCHOOL_YEAR
    centre: Row = 0
    page: Page = 0


class WaitingExamples(CallbackData, prefix="gb"):
    """A page of the examples that staff have to decide of."""

    page: Page = 0


class ExampleDeed(enum.StrEnum):
    """What is done with one of them before it is shown."""

    SHOW = ""
    APPROVE = "a"
    REWORD = "w"
    DECLINE = "d"


class OneExample(CallbackData, prefix="ge"):
    example: Row
    deed: ExampleDeed = ExampleDeed.SHOW
