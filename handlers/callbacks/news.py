"""What one hears of without asking: reminders, quiet hours, news, subscriptions."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import MinuteOfDay, Page, Row


class Deed(enum.StrEnum):
    """What is done to reminders before they are shown."""

    SHOW = "s"
    ADD = "a"
    DROP = "d"
    NONE = "n"
    USUAL = "u"


class Reminding(CallbackData, prefix="r"):
    """One's own reminders. `lead` is minutes before the start, to add or drop."""

    deed: Deed = Deed.SHOW
    lead: Row = 0


class QuietHours(CallbackData, prefix="rq"):
    """One's own quiet hours; where they are `chosen`, they are set before they are shown."""

    chosen: bool = False
    begin: MinuteOfDay = 0
    end: MinuteOfDay = 0


class NewsPart(enum.StrEnum):
    """What is chosen on the page of one's news."""

    PAGE = "p"
    CEILING = "c"
    NO_CEILING = "n"
    ANNOUNCEMENTS = "a"


class News(CallbackData, prefix="nw"):
    """Which news a person hears, and how often.

    With `CEILING` so many a week are set first, with `NO_CEILING` any number, and with
    `ANNOUNCEMENTS` the centres' own are switched `on` or off.
    """

    part: NewsPart = NewsPart.PAGE
    most: Page = 0
    on: bool = False


class TellMe(CallbackData, prefix="sw"):
    """To hear of new events like those a question asked for; `mark` says which question."""

    mark: str


class Tune(enum.StrEnum):
    """What becomes of a subscription."""

    SHOW = "s"
    INSTANT = "i"
    WEEKLY = "w"
    MONTHLY = "m"
    END = "e"
    FORGET = "f"


class Subscribed(CallbackData, prefix="su"):
    """One of the person's own subscriptions, or a wish, and what to do with it."""

    subscription: Row
    tune: Tune = Tune.SHOW
