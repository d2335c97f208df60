"""What a person tells of themselves."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page


class Consent(CallbackData, prefix="y"):
    agreed: bool


class CorrectName(CallbackData, prefix="cn"):
    """In the profile, or while introducing oneself."""


class MyData(CallbackData, prefix="d"):
    pass


class Forget(CallbackData, prefix="x"):
    sure: bool = False


class WorkFact(enum.StrEnum):
    """What one may tell of one's work; `PAGE` is all of it."""

    PAGE = "page"
    GROUP = "group"
    SUBJECT = "subject"
    CITY = "city"
    SCHOOL = "school"
    TELEPHONE = "telephone"


class Work(CallbackData, prefix="wk"):
    """What a person tells of their work: all, or one fact to choose or to write; with `clear` it
    is emptied first.
    """

    fact: WorkFact = WorkFact.PAGE
    page: Page = 0
    clear: bool = False


class WorkChoice(CallbackData, prefix="wg"):
    """One of several groups or subjects, to take or to leave; `mark` as in `View`."""

    fact: WorkFact
    mark: str
    page: Page = 0
