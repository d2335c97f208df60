"""Buttons about heads of schools."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class Heads(CallbackData, prefix="vh"):
    """A page of those who say that they are one."""

    page: Page = 0


class AboutHead(enum.StrEnum):
    """What is done about one of them."""

    SHOW = "s"
    CONFIRM = "c"
    TAKE_BACK = "b"


class OneHead(CallbackData, prefix="vo"):
    head: Row
    deed: AboutHead = AboutHead.SHOW


class WhoWorksHere(CallbackData, prefix="vu"):
    """Teachers who may work at the head's school; of a `person` it is said first whether so."""

    head: Row
    page: Page = 0
    person: Row = 0
    own: bool = False
