"""Those who take part: what their buttons carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from catalogue.participants.queries import Part
from handlers.callbacks.fields import Page, Row


class WhoseList(CallbackData, prefix="pe"):
    """A page of the coming events whose lists one sees; `sought` of those looked for by words."""

    page: Page = 0
    sought: bool = False


class EndedLists(CallbackData, prefix="pz"):
    """A page of the events that are over, whose lists one sees."""

    page: Page = 0


class FoundPeople(CallbackData, prefix="py"):
    """A page of the people whom the words typed last into that list have found in all of them."""

    page: Page = 0


class Participants(CallbackData, prefix="pl"):
    """A page of one part of an event's list; `sought` is what was looked for by words instead."""

    event: Row
    part: Part = Part.CONFIRMED
    page: Page = 0
    sought: bool = False


class About(enum.StrEnum):
    """What is done about one who takes part."""

    LOOK = "l"
    APPROVE = "a"
    REJECT = "r"
    GIVE = "g"
    FIRST = "f"
    TAKE_OFF = "x"
    WRITE = "w"
    DELETE = "d"


class Participant(CallbackData, prefix="pt"):
    """The card of one who takes part, and every decision on it."""

    registration: Row
    deed: About = About.LOOK
    sure: bool = False


class Phoned(CallbackData, prefix="ph"):
    """One whom Telegram does not reach was told by telephone, or was not after all; `page` is that
    of the list where it was pressed.
    """

    registration: Row
    done: bool
    page: Page = 0


class UnitePeople(CallbackData, prefix="pu"):
    """Who else may be the one added by hand; with a `person` that one is, and `sure` does it."""

    registration: Row
    person: Row = 0
    sure: bool = False


class SendLetter(CallbackData, prefix="pw"):
    """The message written last goes to the person; `mark` says which words were shown."""

    registration: Row
    mark: str


class AddPeople(CallbackData, prefix="pp"):
    """Asks for people to add by hand, or with the `mark` of what was shown, adds them."""

    event: Row
    mark: str = ""


class Bills(CallbackData, prefix="pb"):
    """Who pays for those who take part; a `registration` is ticked as paid, or not after all."""

    event: Row
    page: Page = 0
    registration: Row = 0
    paid: bool = False


class Paper(enum.StrEnum):
    WORKBOOK = "x"
    SHEET = "s"


class TakePaper(CallbackData, prefix="px"):
    """The list as a workbook, or the sheet to sign."""

    event: Row
    paper: Paper


class NeedsApproval(CallbackData, prefix="pn"):
    """Whether who joins the event waits for an approval."""

    event: Row
    wanted: bool


class LeaveRequests(CallbackData, prefix="pr"):
    """A page of those who ask to be let go."""

    event: Row
    page: Page = 0


class AnswerLeave(CallbackData, prefix="pq"):
    """One of them is let go, or not; the ticket tells which request, so that an old one is void."""

    registration: Row
    ticket: Row
    granted: bool


class DecideEntry(CallbackData, prefix="pc"):
    """What somebody learnt elsewhere is confirmed, or not; `mark` says which words were shown."""

    entry: Row
    confirmed: bool
    mark: str
