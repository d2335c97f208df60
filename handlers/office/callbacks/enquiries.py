"""Teachers' questions: what their buttons carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class Enquiries(CallbackData, prefix="qe"):
    """A page of the open questions."""

    page: Page = 0


class AboutEnquiry(enum.StrEnum):
    """What is done about a question."""

    LOOK = "l"
    REPLY = "a"
    LEAVE = "n"
    KNOWN = "k"
    CLOSE = "c"
    REALLY_CLOSE = "y"
    APPROVE = "p"


class OneEnquiry(CallbackData, prefix="qo"):
    enquiry: Row
    deed: AboutEnquiry = AboutEnquiry.LOOK


class SendReply(CallbackData, prefix="qa"):
    """The answer written last goes to the person; `mark` says which words were shown."""

    mark: str


class ReplyWithKnown(CallbackData, prefix="qk"):
    """A known answer, by the mark of its key, goes to the person."""

    enquiry: Row
    mark: str


class RewordQuestion(CallbackData, prefix="qr"):
    """The question of a known answer that is about to be approved is written anew."""


class Topics(CallbackData, prefix="qt"):
    """What one is asked about before others; with a `mark` one of them is taken or left."""

    mark: str = ""
    page: Page = 0
