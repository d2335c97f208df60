"""The way about: doors, examples, the language, out of a form."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page


class Menu(CallbackData, prefix="n"):
    """One of the doors: events, mine, ask, language."""

    door: str


class StopForm(CallbackData, prefix="sf"):
    """Leaves whatever was being filled in."""


class Language(CallbackData, prefix="g"):
    language: str


class Example(CallbackData, prefix="w"):
    number: Page
