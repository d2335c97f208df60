"""What the buttons of everyone carry; those of staff are in `office.callbacks`.

Each is under Telegram's 64 bytes at its extremes. Sent messages keep their buttons for years: a
prefix, and the fields behind it, stay as they are.
"""

import enum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from catalogue.practice.tables import Use
from catalogue.registrations.tables import Payer

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


class ImHere(CallbackData, prefix="lh"):
    """Asks for the letters that are shown at a meeting."""


class JoinAtDoor(CallbackData, prefix="lj"):
    """A seat for one who has just scanned the code of this meeting."""

    meeting: Row


class LookFor(CallbackData, prefix="lq"):
    """Letters that were taken for a code are looked for after all."""

    words: str


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
    number: Page


class AskCoordinator(CallbackData, prefix="kc"):
    """A question to a coordinator: the one just asked, by the `mark` of `handlers.searches`, or one
    to be written; of an event, of a centre, or of neither (0).
    """

    mark: str = ""
    event: Row = 0
    centre: Row = 0


class ReplyToLetter(CallbackData, prefix="kr"):
    """A reply to what one of staff has written to the person about an event."""

    event: Row
    person: Row


class EnquiryDraft(CallbackData, prefix="kd"):
    """The question that was shown is passed on, with one's name or without; `mark` says which words
    were shown. With `send` off only the name is put in or left out.
    """

    mark: str
    nameless: bool = False
    send: bool = True


class Answered(CallbackData, prefix="kv"):
    """Thanks for a coordinator's answer, or one more question to the same coordinator."""

    enquiry: Row
    more: bool = False


class AboutCentre(CallbackData, prefix="ac"):
    centre: Row


class TellKnown(CallbackData, prefix="tk"):
    """A known answer that may have been meant, by its key."""

    key: str


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


class WhoPays(CallbackData, prefix="pa"):
    """Who pays for one's place: asks, or takes the answer."""

    event: Row
    payer: Payer | None = None


class PayerFact(enum.StrEnum):
    """What is asked of whoever pays."""

    SCHOOL = "s"
    CONTACT = "c"


class PayerDetail(CallbackData, prefix="pd"):
    """One fact of whoever pays: asks for it; what is not told is left as it is."""

    event: Row
    fact: PayerFact
    skip: bool = False


class Plan(CallbackData, prefix="up"):
    """The plan of a month or a school year: `month` is YYMM of its first, 0 is the present one. No
    centre is all of them; with `choose` it is asked for, by pages of the list. Pages of a plan are
    counted from 1; 0 is the one where today is.
    """

    centre: Row = 0
    month: Page = 0
    year: bool = False
    page: Page = 0
    choose: bool = False


class PlanEnding(enum.StrEnum):
    """As what file."""

    PDF = "pdf"
    XLSX = "xlsx"
    ICS = "ics"


class PlanFile(CallbackData, prefix="uf"):
    """The same plan as a file."""

    centre: Row
    month: Page
    year: bool
    ending: PlanEnding


class FollowPlan(CallbackData, prefix="uo"):
    """To hear of a centre's plans, or no longer; no centre is all of them."""

    centre: Row
    on: bool


class PassDeed(enum.StrEnum):
    """What is done about a link that passes one's seat on."""

    BEGIN = "b"
    ANEW = "n"
    WITHDRAW = "w"


class PassSeat(CallbackData, prefix="ps"):
    """One's seat is to go to a colleague."""

    event: Row
    deed: PassDeed = PassDeed.BEGIN


class TakeSeat(CallbackData, prefix="ts"):
    """The seat behind a colleague's link is accepted."""

    secret: str = Field(max_length=40)
    anyway: bool = False


class LeaveStep(enum.StrEnum):
    """How far one is with asking to be let go."""

    REASON = "r"
    SEND = "s"
    TAKE_BACK = "b"


class AskToLeave(CallbackData, prefix="al"):
    """One who may no longer cancel asks the organiser: tells why, goes without, takes it back."""

    event: Row
    step: LeaveStep = LeaveStep.REASON


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


class EntryAnswer(CallbackData, prefix="hv"):
    """What is asked now, as if it had been written."""

    part: EntryPart
    value: str


class Materials(CallbackData, prefix="mt"):
    """What an event has for those who look at it."""

    event: Row


class OpenMaterial(CallbackData, prefix="mo"):
    material: Row


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


class UseAnswer(CallbackData, prefix="ua"):
    """What one made use of, in answer to one question."""

    asked: Row
    use: Use


class NoExample(CallbackData, prefix="us"):
    """No example is to be written."""

    event: Row


class Sharing(enum.StrEnum):
    """What becomes of one's own example."""

    SHOW = "s"
    NAMED = "n"
    NAMELESS = "w"
    TAKE_BACK = "b"
    REALLY = "y"


class OwnExample(CallbackData, prefix="gx"):
    """One of one's own examples, or all of them, and what becomes of it before it is shown."""

    example: Row = 0
    deed: Sharing = Sharing.SHOW


class UseWanted(CallbackData, prefix="uw"):
    """To be asked what was made use of, or never more."""

    wanted: bool


class PracticeAsk(enum.StrEnum):
    """What is chosen before examples are shown."""

    NOTHING = ""
    SUBJECT = "s"
    THEME = "t"


class Practice(CallbackData, prefix="gp"):
    """A page of the bank of good practice: of one subject by its `mark`, of one event, or of the
    theme that was `searched` last.
    """

    ask: PracticeAsk = PracticeAsk.NOTHING
    subject: str = ""
    event: Row = 0
    searched: bool = False
    page: Page = 0


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


class NeedsSurveys(CallbackData, prefix="sn"):
    """The surveys of needs that one may answer."""


class AboutSurvey(enum.StrEnum):
    """What one does with a survey as a whole."""

    LOOK = "l"
    NAMELESS = "a"
    NAMED = "n"
    RESUME = "r"
    WITHDRAW = "w"
    REALLY = "y"


class NeedsSurvey(CallbackData, prefix="sa"):
    survey: Row
    deed: AboutSurvey = AboutSurvey.LOOK


class SurveyMove(enum.StrEnum):
    """What one does with the question that is asked now."""

    PICK = "p"
    NEXT = "n"
    BACK = "b"
    PAGE = "g"
    SEND = "s"
    LEAVE = "l"


class SurveyStep(CallbackData, prefix="sy"):
    """`at` is the place of the question, from 0; `value` an option's place, or a page of them."""

    survey: Row
    at: Page
    move: SurveyMove
    value: Page = 0


class GatherDay(CallbackData, prefix="gd"):
    """A day that suits one who waits, or no longer; 0 is that none does. With `leave` they wait no
    more.
    """

    gathering: Row
    day: Row = 0
    leave: bool = False


class KeepWish(CallbackData, prefix="wb"):
    """A wish that ended with the school year goes on; with `others` all that ended with it."""

    subscription: Row
    others: bool = False


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
