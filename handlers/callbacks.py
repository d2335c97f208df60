"""What the buttons carry. Each is under Telegram's 64 bytes at its extremes (a test packs them)."""

import enum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

#: A row's number, as large as the databases count.
Row = Annotated[int, Field(ge=0, lt=2**63)]
Page = Annotated[int, Field(ge=0, le=9999)]
MinuteOfDay = Annotated[int, Field(ge=0, lt=24 * 60)]


class Menu(CallbackData, prefix="n"):
    """One of the doors: events, mine, ask, language."""

    door: str


class OpenEvent(CallbackData, prefix="e"):
    event: Row


class View(CallbackData, prefix="v"):
    """What part of the programme is looked at. `month` is YYMM, 0 is everything to come.

    `city` and `audience` are short marks of the value (see `handlers.browsing.mark`), so that
    the button stays true when the programme has changed in between. What is empty is open.
    """

    month: Page = 0
    mode: str = ""
    free: bool = False
    seats: bool = False
    city: str = ""
    audience: str = ""

    def shown(self, **changes: object) -> dict[str, object]:
        """The fields that any view of the same part has, with something changed."""
        return {name: getattr(self, name) for name in View.model_fields} | changes


class Browse(View, prefix="b"):
    """A page of the programme, the first is 0."""

    page: Page = 0


class Choosing(enum.StrEnum):
    """What the filter menu asks for."""

    ALL = "f"
    CITY = "c"
    AUDIENCE = "a"


class Filters(View, prefix="f"):
    """The filter menu over a view of the programme."""

    ask: Choosing = Choosing.ALL
    page: Page = 0


class Join(CallbackData, prefix="j"):
    event: Row
    anyway: bool = False


class Leave(CallbackData, prefix="l"):
    event: Row
    sure: bool = False


class Keep(CallbackData, prefix="k"):
    event: Row


class Calendar(CallbackData, prefix="c"):
    event: Row


class Share(CallbackData, prefix="s"):
    event: Row


class AccessNeed(CallbackData, prefix="a"):
    event: Row


class Tab(enum.StrEnum):
    """The three lists of one's own events."""

    COMING = "c"
    WAITING = "w"
    PAST = "p"


class Mine(CallbackData, prefix="m"):
    tab: Tab = Tab.COMING
    page: Page = 0


class Consent(CallbackData, prefix="y"):
    agreed: bool


class CorrectName(CallbackData, prefix="cn"):
    """In the profile, or while introducing oneself."""


class StopForm(CallbackData, prefix="sf"):
    """Leaves whatever was being filled in."""


class Language(CallbackData, prefix="g"):
    language: str


class MyData(CallbackData, prefix="d"):
    pass


class Forget(CallbackData, prefix="x"):
    sure: bool = False


class Search(CallbackData, prefix="q"):
    """A page of the list that a search found; `mark` says which search."""

    mark: str
    page: Page = 0


class LetGo(CallbackData, prefix="qx"):
    """A search without one of its conditions, by its name in `follow_ups.removable`."""

    mark: str
    name: str


class OtherDays(CallbackData, prefix="qd"):
    """A search whose days were understood one way; `other` is the same with the other days."""

    mark: str
    other: str


class NoneFits(CallbackData, prefix="qn"):
    """What a search offered in doubt is none of it what was meant."""

    mark: str


class Example(CallbackData, prefix="w"):
    """One of the example questions."""

    number: Page


class AboutCentre(CallbackData, prefix="ac"):
    centre: Row


class TellKnown(CallbackData, prefix="tk"):
    """A known answer that may have been meant, by its key."""

    key: str


class InviteStaff(CallbackData, prefix="si"):
    """For one centre; 0 is all of them."""

    centre: Row


class Dismiss(CallbackData, prefix="sd"):
    member: Row
    sure: bool = False


class Deed(enum.StrEnum):
    """What is done to reminders before they are shown."""

    SHOW = "s"
    ADD = "a"
    DROP = "d"
    NONE = "n"
    USUAL = "u"


class Reminding(CallbackData, prefix="r"):
    """One's own reminders. `lead` is minutes before the start, to add or drop."""

    deed: Deed = Deed.SHOW
    lead: Row = 0


class QuietHours(CallbackData, prefix="rq"):
    """One's own quiet hours; where they are `chosen`, they are set before they are shown."""

    chosen: bool = False
    begin: MinuteOfDay = 0
    end: MinuteOfDay = 0


class EventReminders(CallbackData, prefix="re"):
    """Staff's page of an event's reminders. `lead` is minutes before the start, to add or drop."""

    event: Row
    deed: Deed = Deed.SHOW
    lead: Row = 0


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


class NewsPart(enum.StrEnum):
    """What is chosen on the page of one's news."""

    PAGE = "p"
    CEILING = "c"
    NO_CEILING = "n"
    ANNOUNCEMENTS = "a"


class News(CallbackData, prefix="nw"):
    """Which news a person hears, and how often.

    With `CEILING` so many a week are set first, with `NO_CEILING` any number, and with
    `ANNOUNCEMENTS` the centres' own are switched `on` or off.
    """

    part: NewsPart = NewsPart.PAGE
    most: Page = 0
    on: bool = False


class TellMe(CallbackData, prefix="sw"):
    """To hear of new events like those a question asked for; `mark` says which question."""

    mark: str


class Tune(enum.StrEnum):
    """What becomes of a subscription."""

    SHOW = "s"
    INSTANT = "i"
    WEEKLY = "w"
    MONTHLY = "m"
    END = "e"
    FORGET = "f"


class Subscribed(CallbackData, prefix="su"):
    """One of the person's own subscriptions, or a wish, and what to do with it."""

    subscription: Row
    tune: Tune = Tune.SHOW


class Holidays(CallbackData, prefix="ho"):
    """The school holidays that staff keep; `remove` is one to be taken out."""

    remove: Row = 0
    add: bool = False


class Offer(CallbackData, prefix="o"):
    """The answer to an offered seat; the ticket tells which offer, so that an old one is void."""

    event: Row
    ticket: Row
    accept: bool


class AtOnce(CallbackData, prefix="oa"):
    """Whether a freed seat is taken without being asked."""

    event: Row
    wanted: bool


class ChangeAnswer(CallbackData, prefix="ch"):
    """The answer to a change of an event."""

    notice: Row
    fine: bool


class Manage(CallbackData, prefix="se"):
    """The staff's page of an event."""

    event: Row


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


class Asked(enum.StrEnum):
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
    asked: Asked
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


class KnownAnswers(CallbackData, prefix="ka"):
    """A page of the approved answers, or one of them and what to do with it."""

    deed: AnswerDeed
    answer: Row = 0
    page: Page = 0


class ApproveAnswer(CallbackData, prefix="kp"):
    """The answer just written is told from now on, for one centre; 0 is all of them."""

    centre: Row = 0


#: Presses that go on with a form; every other one leaves it.
CONTINUES_A_FORM = (Consent, CorrectName, Teach, ApproveAnswer)
