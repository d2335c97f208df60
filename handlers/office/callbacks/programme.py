"""The programme: what the buttons of those who keep it carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class Edit(enum.StrEnum):
    """What is done with what has been changed and is not saved yet."""

    SHOW = ""
    SAVE = "s"
    DROP = "d"


class EditEvent(CallbackData, prefix="ee"):
    """All fields of an event as they are and as they would be."""

    event: Row
    deed: Edit = Edit.SHOW


class EditField(CallbackData, prefix="ef"):
    """One of them, by its place among those asked for; `mark` is a suggestion that is taken."""

    event: Row
    field: Page
    mark: str = ""
    empty: bool = False


class Meet(enum.StrEnum):
    """What is asked of one meeting of an event, or done with them."""

    LIST = ""
    OPEN = "o"
    ADD = "a"
    REMOVE = "r"
    WHEN = "w"
    CITY = "c"
    PLACE = "p"
    LINK = "l"
    TITLE = "t"
    HOURS = "h"


class EditMeeting(CallbackData, prefix="em"):
    """The meetings as they would be, or one of them by its number, from 0; `empty` its field."""

    event: Row
    deed: Meet = Meet.LIST
    number: Page = 0
    empty: bool = False


class OfYear(CallbackData, prefix="yr"):
    """The year of the day that was written without one in the open form."""

    year: Page


class Make(enum.StrEnum):
    """What is done about an event that is being described, or about drafts."""

    DOOR = ""
    BEGIN = "n"
    RESUME = "r"
    BACK = "b"
    SKIP = "s"
    DROP = "x"
    DRAFTS = "d"


class DeleteDraft(CallbackData, prefix="dd"):
    """A draft that nobody is in goes for good; asked about first."""

    event: Row
    sure: bool = False


class NewEvents(CallbackData, prefix="ne"):
    """The door to new events and a page of drafts, or what is done with the one begun."""

    deed: Make = Make.DOOR
    page: Page = 0


class NewAnswer(CallbackData, prefix="nv"):
    """A suggestion that is taken for what is asked now; of a centre its row."""

    step: str
    mark: str = ""
    centre: Row = 0


class NewDetail(CallbackData, prefix="nf"):
    """One of the details of a new draft, by its place among them: asked for, or with a `mark` a
    suggestion that is taken; with `back` neither.
    """

    event: Row
    field: Page
    mark: str = ""
    back: bool = False


class CopyEvent(CallbackData, prefix="cy"):
    """An event in the coming year, looked at first; `sure` makes the draft."""

    event: Row
    sure: bool = False


class LastYear(CallbackData, prefix="ly"):
    """A page of last year's events, to be copied."""

    page: Page = 0


class Fields(CallbackData, prefix="pf"):
    """The priority fields that staff keep; `remove` is one to be taken out."""

    remove: Row = 0
    add: bool = False


class PastedPlan(CallbackData, prefix="pg"):
    """The piece of a plan that was pasted last, with the year and the centre of all of it."""

    year: Page = 0
    centre: Row = 0
