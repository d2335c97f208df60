"""Demand and those who gather: what the buttons of staff carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class View(enum.StrEnum):
    """How what is wanted is shown."""

    LIST = ""
    PICTURE = "p"
    TABLE = "x"


class Demands(CallbackData, prefix="dm"):
    """What is wanted and is not there, a page of it or all."""

    view: View = View.LIST
    page: Page = 0


class About(enum.StrEnum):
    """What is done about one thing wanted."""

    LOOK = ""
    ASIDE = "a"
    EVENT = "e"


class Demanded(CallbackData, prefix="dw"):
    """One thing wanted, by the mark of its key (see `handlers.browsing.mark`)."""

    mark: str
    deed: About = About.LOOK


class TakeBack(CallbackData, prefix="dq"):
    """One thing that was put aside comes back; where it had been already, so many days `before`."""

    mark: str
    before: Page = 0


class Steer(enum.StrEnum):
    """What is done about those who gathered."""

    LOOK = ""
    OFFER = "o"
    WAIT = "w"
    DROP = "d"


class Gathered(CallbackData, prefix="gs"):
    """Those who wait for one thing."""

    gathering: Row
    deed: Steer = Steer.LOOK


class ChooseDay(CallbackData, prefix="gy"):
    """One of the days offered, for the event of a `centre` where those who wait know none."""

    day: Row
    centre: Row = 0


class DayWhere(CallbackData, prefix="gv"):
    """A page of the centres whose event may be on a day offered."""

    day: Row
    page: Page = 0


class OfferDays(CallbackData, prefix="gk"):
    """The days written last go out to all who wait."""

    gathering: Row


class GatherWhere(CallbackData, prefix="gz"):
    """A page of the centres for which it may be said how many must wait."""

    page: Page = 0


class GatherAt(CallbackData, prefix="gn"):
    """How many must wait at a centre; without a number it is asked for, and so is the centre."""

    centre: Row = 0
    people: Page = 0
