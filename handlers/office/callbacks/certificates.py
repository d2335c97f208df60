"""Papers: what the buttons of those who look after them carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class EventCertificates(CallbackData, prefix="ec"):
    """Who has a paper of an event."""

    event: Row
    page: Page = 0


class PrintCertificates(CallbackData, prefix="ep"):
    """All of them as a file."""

    event: Row


class Mend(enum.StrEnum):
    """What is done with one paper."""

    LOOK = ""
    AGAIN = "a"
    NAME = "n"


class HolderCertificate(CallbackData, prefix="eh"):
    """The paper of one registration; anew only in the place of the version that was shown, so that
    a press that comes twice makes one.
    """

    registration: Row
    deed: Mend = Mend.LOOK
    replaces: Row = 0


class PaperDetail(enum.StrEnum):
    """What stands on papers of a centre; `ALL` shows it."""

    ALL = ""
    COMPANY_CODE = "c"
    ACCREDITATION = "a"
    HEAD_POSITION = "p"
    HEAD_NAME = "n"


class CentreDetails(CallbackData, prefix="er"):
    """Of the centre of an event; `empty` takes the detail out."""

    event: Row
    detail: PaperDetail = PaperDetail.ALL
    empty: bool = False
