"""Reports: what their buttons carry."""

import enum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from catalogue.reports.periods import Kind
from handlers.callbacks.fields import Page, Row


class Show(enum.StrEnum):
    """A choice of the time or of the centre, or the report itself."""

    PERIOD = "p"
    CENTRES = "c"
    MADE = "m"


class Report(CallbackData, prefix="rp"):
    """Of a period by its number, 0 is the newest that is over; of one centre, 0 is all of one's
    own. `page` is of the centres to choose from.
    """

    show: Show = Show.PERIOD
    kind: Kind = Kind.MONTH
    number: Annotated[int, Field(ge=0, lt=2**20)] = 0
    centre: Row = 0
    page: Page = 0
