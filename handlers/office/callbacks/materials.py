"""Materials of events: what the buttons of those who give them carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class MaterialEvents(CallbackData, prefix="ol"):
    """A page of the events that have begun lately, to add something to one of them."""

    page: Page = 0


class EventMaterials(CallbackData, prefix="om"):
    """All that an event has; with `add` something more is asked for."""

    event: Row
    add: bool = False


class MaterialDeed(enum.StrEnum):
    """What is done with one of them before it is shown."""

    SHOW = ""
    SEE = "l"
    RENAME = "n"
    RECORDING = "v"
    CAME = "c"
    REGISTERED = "g"
    EVERYBODY = "e"
    UP = "u"
    DOWN = "d"
    REMOVE = "x"
    REALLY = "y"


class OneMaterial(CallbackData, prefix="oi"):
    material: Row
    deed: MaterialDeed = MaterialDeed.SHOW
