"""Staff, reminders, announcements, words and answers: what their buttons carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from catalogue.editing.stages import Turn
from catalogue.journal.tables import Kind
from catalogue.people.tables import Role
from handlers.callbacks.fields import Page, Row
from handlers.callbacks.news import Deed


class StaffList(CallbackData, prefix="sl"):
    """A page of who is staff; with `invite` a page of the centres to invite somebody for."""

    invite: bool = False
    page: Page = 0


class InviteStaff(CallbackData, prefix="si"):
    """For one centre; 0 is all of them. As what is asked next."""

    centre: Row


class InviteAs(CallbackData, prefix="sr"):
    """To a role at a centre, a lecturer to an event; 0 asks which, on a page of them."""

    centre: Row
    role: Role
    event: Row = 0
    page: Page = 0


class Withdraw(CallbackData, prefix="sx"):
    """A link that nobody has followed yet is void from now on."""

    invitation: Row


class Dismiss(CallbackData, prefix="sd"):
    member: Row
    sure: bool = False


class Lecturers(CallbackData, prefix="le"):
    """Whose own event it is: all of them, one more to invite, or one to let go."""

    event: Row
    invite: bool = False
    drop: Row = 0
    sure: bool = False


class Lectures(CallbackData, prefix="lm"):
    """A page of the coming events whose lists a lecturer or the one at the door sees."""

    page: Page = 0


class Narrow(enum.StrEnum):
    """What the journal is to be narrowed by, or nothing more."""

    NOT = "n"
    PERSON = "p"
    EVENT = "e"
    KIND = "k"


class Journal(CallbackData, prefix="zu"):
    """A page of the journal, of one person, one event and one kind of deed where they are not
    empty; with `ask` a page of what there is to choose from.
    """

    ask: Narrow = Narrow.NOT
    person: Row = 0
    event: Row = 0
    kind: Kind | None = None
    page: Page = 0


class EventReminders(CallbackData, prefix="re"):
    """Staff's page of an event's reminders. `lead` is minutes before the start, to add or drop."""

    event: Row
    deed: Deed = Deed.SHOW
    lead: Row = 0


class Holidays(CallbackData, prefix="ho"):
    """The school holidays that staff keep; `remove` is one to be taken out."""

    remove: Row = 0
    add: bool = False


class Manage(CallbackData, prefix="se"):
    """The staff's page of an event, as a message of its own."""

    event: Row


class EventPage(CallbackData, prefix="sg"):
    """The same in the place of the screen it is pressed on; `more` is what its stage does not ask
    for.
    """

    event: Row
    more: bool = False


class EventTurn(CallbackData, prefix="sv"):
    """To another stage of an event's life; `sure` where those in it are told."""

    event: Row
    turn: Turn
    sure: bool = False


class OffersClose(CallbackData, prefix="sh"):
    """From how many hours before the start on a freed seat is offered to nobody."""

    event: Row
    hours: Row


class Step(enum.StrEnum):
    """What is done with an announcement."""

    AUDIENCE = "a"
    EVERYONE = "e"
    SUMMARY = "s"
    SEND = "1"
    REALLY = "2"
    LATER = "l"
    AT_ONCE = "n"
    REWRITE = "t"
    LOOK = "v"
    PAUSE = "p"
    RESUME = "r"
    HALT = "o"


class Announce(CallbackData, prefix="an"):
    announcement: Row
    step: Step


class AnnounceEvent(CallbackData, prefix="ae"):
    """An announcement is begun that has the event behind a button."""

    event: Row


class Pick(enum.StrEnum):
    """What is chosen for an announcement: a block of its audience, or the event behind a button.

    Of an `EVENT` one says next how people stand to it.
    """

    TOPIC = "topic"
    EVENT = "event"
    REGISTERED = "registered"
    WAITING = "waiting"
    ATTENDED = "attended"
    GROUP = "group"
    SUBJECT = "subject"
    CITY = "city"
    SCHOOL = "school"
    LANGUAGE = "language"
    LINK = "link"


class Choose(CallbackData, prefix="ab"):
    """A page of what there is to choose from; with a `mark` (as in `View`, or an event's row id)
    that one is taken.
    """

    announcement: Row
    asked: Pick
    mark: str = ""
    page: Page = 0


class AnnounceAt(CallbackData, prefix="ac2"):
    """`minute` is counted from the beginning of 1970."""

    announcement: Row
    minute: Row


class Turned(CallbackData, prefix="ad"):
    """A block of the audience, by its number, turned round or taken out."""

    announcement: Row
    block: Page
    out: bool = False


class MissedWords(CallbackData, prefix="gm"):
    """A page of what people looked for in vain within so many days."""

    days: Page = 30
    page: Page = 0


class MissedWord(CallbackData, prefix="gw"):
    """One of them, by any of its rows: what it means is asked, or it is one of the meanings offered
    (`mark`), or it is of no matter.
    """

    miss: Row
    mark: str = ""
    ignore: bool = False


class AddWord(CallbackData, prefix="ga"):
    """A word that nobody has missed, and its meaning, are asked for."""


class Teach(CallbackData, prefix="gt"):
    """The word and its meaning that were shown last are kept; `mark` says which they were."""

    mark: str


class TaughtWords(CallbackData, prefix="gl"):
    """A page of the words that staff have taught."""

    page: Page = 0


class TaughtWord(CallbackData, prefix="go"):
    """One of them, to look at or to take out."""

    word: Row
    remove: bool = False


class WordsFile(CallbackData, prefix="gf"):
    """All of them as a file."""


class AnswerDeed(enum.StrEnum):
    """What is done with an approved answer."""

    LIST = "l"
    ADD = "a"
    OPEN = "o"
    CORRECT = "c"
    ALSO = "q"
    REMOVE = "r"
    REALLY = "y"


class ApprovedAnswers(CallbackData, prefix="ka"):
    """A page of the approved answers, or one of them and what to do with it."""

    deed: AnswerDeed
    answer: Row = 0
    page: Page = 0


class ApproveAnswer(CallbackData, prefix="kq"):
    """The answer just written is told from now on, for one centre; 0 is all of them. `mark` says
    which question and answer were shown with the button.
    """

    mark: str
    centre: Row = 0


class ForWhom(CallbackData, prefix="kw"):
    """A page of the centres for which the answer just written may be approved."""

    page: Page = 0


class HoursTarget(CallbackData, prefix="ht"):
    """How many academic hours a school year should bring is asked for."""
