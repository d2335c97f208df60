"""Heads of schools: what their teachers learn, and who may be named."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page


class MySchool(CallbackData, prefix="mk"):
    """What a head's teachers completed in a month (YYMM, 0 is the last one); or the settings."""

    month: Page = 0
    settings: bool = False


class HeadDeed(enum.StrEnum):
    """What one who is a head of a school says or wants."""

    SAY = "s"
    RESIGN = "r"
    LETTERS = "y"
    NO_LETTERS = "n"


class BeHead(CallbackData, prefix="mh"):
    deed: HeadDeed


class ShowName(CallbackData, prefix="mn"):
    """Whether the heads of one's school may see one's name."""

    on: bool


class SchoolNames(CallbackData, prefix="ml"):
    """A page of all who may be named."""

    month: Page
    page: Page = 0


class Recommend(CallbackData, prefix="mr"):
    """A text for one's teachers to forward, of a month (YYMM)."""

    month: Page


class SchoolGroups(CallbackData, prefix="mg"):
    """For whom the letter tells of events: one to take or to leave, by its mark as in `View`; with
    `clear` everybody.
    """

    mark: str = ""
    page: Page = 0
    clear: bool = False
