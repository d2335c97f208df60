"""What was made use of after an event, and the bank of good practice."""

import enum

from aiogram.filters.callback_data import CallbackData

from catalogue.practice.tables import Use
from handlers.callbacks.fields import Page, Row


class UseAnswer(CallbackData, prefix="ua"):
    """What one made use of, in answer to one question."""

    asked: Row
    use: Use


class NoExample(CallbackData, prefix="us"):
    """No example is to be written."""

    event: Row


class Sharing(enum.StrEnum):
    """What becomes of one's own example."""

    SHOW = "s"
    NAMED = "n"
    NAMELESS = "w"
    TAKE_BACK = "b"
    REALLY = "y"


class OwnExample(CallbackData, prefix="gx"):
    """One of one's own examples, or all of them, and what becomes of it before it is shown."""

    example: Row = 0
    deed: Sharing = Sharing.SHOW


class UseWanted(CallbackData, prefix="uw"):
    """To be asked what was made use of, or never more."""

    wanted: bool


class PracticeAsk(enum.StrEnum):
    """What is chosen before examples are shown."""

    NOTHING = ""
    SUBJECT = "s"
    THEME = "t"


class Practice(CallbackData, prefix="gp"):
    """A page of the bank of good practice: of one subject by its `mark`, of one event, or of the
    theme that was `searched` last.
    """

    ask: PracticeAsk = PracticeAsk.NOTHING
    subject: str = ""
    event: Row = 0
    searched: bool = False
    page: Page = 0
