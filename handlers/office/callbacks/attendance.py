"""Who came: what the buttons of staff carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class Roll(CallbackData, prefix="la"):
    """A page of the list of a meeting; without one the choice of it, where there are several."""

    event: Row
    meeting: Row = 0
    page: Page = 0


class FoundOnRoll(CallbackData, prefix="lo"):
    """A page of those on the list of a meeting who answer to the words typed last."""

    meeting: Row
    page: Page = 0


class WalkIn(CallbackData, prefix="lw"):
    """Asks who came without a registration, or with the `mark` of what was shown, adds them."""

    meeting: Row
    mark: str = ""


class Tick(CallbackData, prefix="lt"):
    """There, or not there after all."""

    registration: Row
    meeting: Row
    page: Page = 0


class Deed(enum.StrEnum):
    """What is said of one person at one meeting."""

    LOOK = "l"
    PRESENT = "p"
    LATE = "t"
    LEFT_EARLY = "e"
    ABSENT = "a"
    HOURS = "h"


class OnRoll(CallbackData, prefix="lk"):
    """One person of the list; back to the `page` on which they stand."""

    registration: Row
    meeting: Row
    deed: Deed = Deed.LOOK
    page: Page = 0


class PartOfHours(CallbackData, prefix="lz"):
    """So many whole academic hours of one who came late, or left early."""

    registration: Row
    meeting: Row
    hours: Page
    page: Page = 0


class ReadyReason(CallbackData, prefix="lr"):
    """One of the usual reasons for what is being corrected."""

    number: Page


class AllCame(CallbackData, prefix="lv"):
    """Everybody of whom nothing was said yet."""

    meeting: Row
    sure: bool = False


class OpenDoor(CallbackData, prefix="ld"):
    """The picture with the codes of a meeting."""

    meeting: Row


class CloseDoor(CallbackData, prefix="lx"):
    door: Row


class RollFile(CallbackData, prefix="lf"):
    """The list of all meetings as a workbook, to be filled in and sent back."""

    event: Row
