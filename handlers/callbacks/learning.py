"""Being at an event, and what remains of it: hours, papers, feedback."""

import enum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.callbacks.fields import Page, Row


class ImHere(CallbackData, prefix="lh"):
    """Asks for the letters that are shown at a meeting."""


class JoinAtDoor(CallbackData, prefix="lj"):
    """A seat for one who has just scanned the code of this meeting."""

    meeting: Row


class LookFor(CallbackData, prefix="lq"):
    """Letters that were taken for a code are looked for after all."""

    words: str


class Hours(CallbackData, prefix="hr"):
    """The ledger of hours of the school year that begins in this one; 0 is the present."""

    year: Page = 0


class HoursPaper(enum.StrEnum):
    """As what one takes the ledger with oneself."""

    PICTURE = "g"
    PAGE = "p"
    WORKBOOK = "x"


class TakeHours(CallbackData, prefix="hp"):
    year: Page
    paper: HoursPaper


class OwnEntries(CallbackData, prefix="hl"):
    """A page of what one has written into the ledger oneself; with `add` something more."""

    page: Page = 0
    add: bool = False


class EntryPart(enum.StrEnum):
    """What is told of an entry, in the order in which it is asked."""

    KIND = "kind"
    TITLE = "title"
    DAY = "day"
    HOURS = "hours"
    ORGANISER = "organiser"


class OneEntry(CallbackData, prefix="he"):
    """One of them, or a part of it to be changed; it is deleted when one is `sure`."""

    entry: Row
    part: EntryPart | None = None
    delete: bool = False
    sure: bool = False


class AskToConfirm(CallbackData, prefix="hc"):
    """A page of the centres that may confirm an entry, or the one that is asked to."""

    entry: Row
    centre: Row = 0
    page: Page = 0


class EntryAnswer(CallbackData, prefix="hv"):
    """What is asked now, as if it had been written."""

    part: EntryPart
    value: str


class EntryBack(CallbackData, prefix="hk"):
    """To the question before this one."""

    part: EntryPart


class Feedback(CallbackData, prefix="fb"):
    """How an event was: the scores given so far to one question after another, in their order."""

    registration: Row
    scores: str = Field(default="", pattern=r"^[1-5]{0,5}$")


class NoComment(CallbackData, prefix="fs"):
    """Nothing is to be added to what was answered."""

    event: Row


class FeedbackWanted(CallbackData, prefix="fw"):
    """To be asked how events were, or never more."""

    wanted: bool


class Certificates(CallbackData, prefix="ct"):
    """One's own papers of the school year that began in `year`, 0 is the newest with any; all of
    them as one file where it is `whole`.
    """

    year: Page = 0
    page: Page = 0
    whole: bool = False


class TakeCertificate(CallbackData, prefix="cf"):
    """The paper under one of one's own numbers, by its row."""

    certificate: Row


class WrongCertificate(CallbackData, prefix="cw"):
    """Something is wrong with it."""

    certificate: Row
