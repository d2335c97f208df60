"""Events as one looks at them, their materials, and the plans of centres."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class OpenEvent(CallbackData, prefix="e"):
    event: Row


class View(CallbackData, prefix="v"):
    """What part of the programme is looked at. `month` is YYMM, 0 is everything to come.

    `city` and `audience` are short marks of the value (see `handlers.browsing.mark`), so that
    the button stays true when the programme has changed in between. What is empty is open.
    """

    month: Page = 0
    mode: str = ""
    free: bool = False
    seats: bool = False
    city: str = ""
    audience: str = ""

    def shown(self, **changes: object) -> dict[str, object]:
        """The fields that any view of the same part has, with something changed."""
        return {name: getattr(self, name) for name in View.model_fields} | changes


class Browse(View, prefix="b"):
    """A page of the programme, the first is 0."""

    page: Page = 0


class Choosing(enum.StrEnum):
    """What the filter menu asks for."""

    ALL = "f"
    CITY = "c"
    AUDIENCE = "a"


class Filters(View, prefix="f"):
    """The filter menu over a view of the programme."""

    ask: Choosing = Choosing.ALL
    page: Page = 0


class Calendar(CallbackData, prefix="c"):
    event: Row


class Share(CallbackData, prefix="s"):
    event: Row


class Plan(CallbackData, prefix="up"):
    """The plan of a month or a school year: `month` is YYMM of its first, 0 is the present one. No
    centre is all of them; with `choose` it is asked for, by pages of the list. Pages of a plan are
    counted from 1; 0 is the one where today is.
    """

    centre: Row = 0
    month: Page = 0
    year: bool = False
    page: Page = 0
    choose: bool = False


class PlanEnding(enum.StrEnum):
    """As what file."""

    PDF = "pdf"
    XLSX = "xlsx"
    ICS = "ics"


class PlanFile(CallbackData, prefix="uf"):
    """The same plan as a file."""

    centre: Row
    month: Page
    year: bool
    ending: PlanEnding


class FollowPlan(CallbackData, prefix="uo"):
    """To hear of a centre's plans, or no longer; no centre is all of them."""

    centre: Row
    on: bool


class Materials(CallbackData, prefix="mt"):
    """What an event has for those who look at it."""

    event: Row


class OpenMaterial(CallbackData, prefix="mo"):
    material: Row
