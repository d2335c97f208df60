"""What was said of events: what the buttons of those who may see it carry."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class EventFeedback(CallbackData, prefix="fe"):
    """Of one event; `page` is of its comments."""

    event: Row
    page: Page = 0
