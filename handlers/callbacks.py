"""What the buttons carry. Each is under Telegram's 64 bytes at its extremes (a test packs them)."""

import enum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

#: A row's number, as large as the databases count.
Row = Annotated[int, Field(ge=0, lt=2**63)]
Page = Annotated[int, Field(ge=0, le=9999)]


class Menu(CallbackData, prefix="n"):
    """One of the doors: events, mine, ask, language."""

    door: str


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


class Join(CallbackData, prefix="j"):
    event: Row
    anyway: bool = False


class Leave(CallbackData, prefix="l"):
    event: Row
    sure: bool = False


class Keep(CallbackData, prefix="k"):
    event: Row


class Calendar(CallbackData, prefix="c"):
    event: Row


class Share(CallbackData, prefix="s"):
    event: Row


class AccessNeed(CallbackData, prefix="a"):
    event: Row


class Tab(enum.StrEnum):
    """The three lists of one's own events."""

    COMING = "c"
    WAITING = "w"
    PAST = "p"


class Mine(CallbackData, prefix="m"):
    tab: Tab = Tab.COMING
    page: Page = 0


class Consent(CallbackData, prefix="y"):
    agreed: bool


class CorrectName(CallbackData, prefix="cn"):
    """In the profile, or while introducing oneself."""


class StopForm(CallbackData, prefix="sf"):
    """Leaves whatever was being filled in."""


class Language(CallbackData, prefix="g"):
    language: str


class MyData(CallbackData, prefix="d"):
    pass


class Forget(CallbackData, prefix="x"):
    sure: bool = False


class More(CallbackData, prefix="q"):
    """The next page of what was last searched for."""

    page: Page


class Example(CallbackData, prefix="w"):
    """One of the example questions."""

    number: Page


class AboutCentre(CallbackData, prefix="ac"):
    centre: Row


class InviteStaff(CallbackData, prefix="si"):
    """For one centre; 0 is all of them."""

    centre: Row


class Dismiss(CallbackData, prefix="sd"):
    member: Row
    sure: bool = False


#: Presses that go on with a form; every other one leaves it.
CONTINUES_A_FORM = (Consent, CorrectName)
