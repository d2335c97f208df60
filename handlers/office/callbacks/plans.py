"""Publishing a plan: what its buttons carry."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class PublishPlan(CallbackData, prefix="uk"):
    """The plan of a centre as it would go out; `month` and `year` as in `Plan`, no centre asks for
    one. With the `mark` of what was shown it is published.
    """

    centre: Row = 0
    month: Page = 0
    year: bool = False
    mark: str = ""


class PlanText(CallbackData, prefix="ut"):
    """The plan as text for a channel or a website."""

    centre: Row
    month: Page
    year: bool
