"""Why the last message came, and how to stop its kind."""

from collections.abc import Awaitable, Callable

from aiogram.types import InlineKeyboardButton
from markupsafe import Markup
from sqlalchemy import select

from bot.composing.digests import of_key
from bot.composing.making import Make, Making, said
from bot.composing.plans import own_plans
from catalogue.announcements.events import chosen
from catalogue.announcements.segments import of_json
from catalogue.announcements.tables import Announcement
from catalogue.demand.tables import Gathering
from catalogue.finding.browsing import events_of
from catalogue.participants.nearing import DAYS_BEFORE
from catalogue.people.tables import Person
from catalogue.plans.following import followed
from catalogue.plans.tables import PublishedPlan
from catalogue.practice.tables import UseAsked
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Notice, Registration
from catalogue.subscriptions.queries import asked_for
from handlers import keyboards, planning, practice
from handlers.callbacks.learning import Certificates
from handlers.callbacks.needs import GatherDay
from handlers.callbacks.news import Deed, News, NewsPart, Reminding, Subscribed, Tune
from handlers.callbacks.schools import BeHead, HeadDeed, MySchool
from handlers.callbacks.seats import Leave
from handlers.feedback import never
from handlers.keyboards import press
from handlers.words import certificates as certificate_words
from handlers.words import enquiring as enquiry_words
from handlers.words import events as event_words
from handlers.words import feedback as feedback_words
from handlers.words import gathering as gathering_words
from handlers.words import heads as head_words
from handlers.words import labels
from handlers.words import materials as material_words
from handlers.words import naming as naming_words
from handlers.words import plans as plan_words
from handlers.words import practice as practice_words
from handlers.words import why as words
from handlers.words.answers.own import cancel_label
from handlers.words.office import heads as office_head_words
from handlers.words.office.announcing_audience import whom
from scheduler.certificates import KIND as CERTIFICATE
from scheduler.certificates import REVOKED
from scheduler.enquiries import ANSWER
from scheduler.feedback import KIND as FEEDBACK
from scheduler.gathering import KIND as GATHERING
from scheduler.gathering import OVER_KIND as WISHES_OVER
from scheduler.gathering import REMINDER_KIND as GATHERING_REMINDER
from scheduler.heads import ASKS, MONTH, NAMING
from scheduler.materials import KIND as MATERIALS
from scheduler.nearing import KIND as NEARING
from scheduler.outbox import KEPT_FOR, Outgoing, Priority, SendState
from scheduler.plans import CHANGES, POST
from scheduler.practice import KIND as USE
from scheduler.sender import Composed

#: The reason in words and the buttons that stop it.
Because = tuple[Markup, list[list[InlineKeyboardButton]]]


async def why(key: str, making: Making) -> Composed | None:
    """To the person with this row id."""
    person = await making.session.get(Person, int(key))
    if person is None or person.telegram_id is None:
        return None
    last = await _last(making, person.telegram_id)
    if last is None or last.sent_at is None:
        text, buttons = words.nothing_yet(making.say), [[_news(making)]]
    else:
        kind, _, rest = (last.key or "").partition(":")
        reason, buttons = await REASONS.get(kind, _work)(rest, making)
        text = words.came(making.say, last.sent_at, reason, now=making.now)
    return said(text, keyboards.rows(buttons))


async def _last(making: Making, chat_id: int) -> Outgoing | None:
    """What came last of our own accord; what has no key was said in answer to somebody."""
    query = (
        select(Outgoing)
        .where(
            Outgoing.chat_id == chat_id,
            Outgoing.state == SendState.SENT,
            Outgoing.priority != Priority.ANSWER,
            Outgoing.key.is_not(None),
            Outgoing.method.not_like("edit%"),
            Outgoing.sent_at > making.now - KEPT_FOR,
        )
        .order_by(Outgoing.sent_at.desc(), Outgoing.id.desc())
        .limit(1)
    )
    row: Outgoing | None = await making.session.scalar(query)
    return row


async def _reminder(key: str, making: Making) -> Because:
    """Its key begins with the registration and goes on with the meeting and the lead."""
    registration, _, lead, *_ = map(int, key.split(":"))
    event = await _event_of(making, registration)
    buttons = [
        [press(words.no_lead(making.say, lead), Reminding(deed=Deed.DROP, lead=lead))],
        [press(making.say(labels.NO_REMINDERS), Reminding(deed=Deed.NONE))],
        [_leave(making, event)],
    ]
    return words.reminder(making.say, event), buttons


async def _notice(key: str, making: Making) -> Because:
    notice = await making.session.get_one(Notice, int(key.partition(":")[0]))
    event = await _event_of(making, notice.registration_id)
    return words.notice(making.say, notice.kind, event), [[_leave(making, event)]]


async def _announcement(key: str, making: Making) -> Because:
    """One to those who take part in an event comes as long as they do.

    What its author is told of its progress has no person in its key.
    """
    number, _, to_whom = key.partition(":")
    if not to_whom.isdecimal():
        return await _work(key, making)
    found = await making.session.get_one(Announcement, int(number))
    segment = of_json(found.segment)
    numbers = [block.event_id for block in segment.blocks if block.event_id is not None]
    told = whom(making.say, segment, await chosen(making.session, numbers))
    is_own = segment.is_of_an_own_event
    text = words.announcement(making.say, told, is_of_own_event=is_own)
    if is_own:
        events = await events_of(making.session, numbers)
        return text, [[_leave(making, event)] for event in events]
    off = News(part=NewsPart.ANNOUNCEMENTS, on=False)
    return text, [[press(making.say(labels.ANNOUNCEMENTS_OFF), off)]]


async def _digest(key: str, making: Making) -> Because:
    """Of what was ended meanwhile nothing is left to stop."""
    number, planned_at = of_key(key)
    told = await asked_for(making.session, person_id=number, planned_at=planned_at)
    stops = [
        [
            press(
                words.stop_label(making.say, one),
                Subscribed(subscription=one.id, tune=Tune.END),
            )
        ]
        for one in told
        if one.ended_at is None
    ]
    return words.digest(making.say, told), [*stops, [_news(making)]]


async def _plan_post(key: str, making: Making) -> Because:
    """Its key ends with the person."""
    plan = await making.session.get_one(PublishedPlan, int(key.partition(":")[0]))
    own = await own_plans(making, int(key.partition(":")[2]), plan.centre_id)
    return plan_words.why(making.say), [*planning.stops(making.say, own), [_news(making)]]


async def _plan_changes(key: str, making: Making) -> Because:
    """Its key begins with the person; the message named its centres."""
    person = await making.session.get_one(Person, int(key.partition(":")[0]))
    own = [centre for _, centre in await followed(making.session, person)]
    return plan_words.why(making.say), [*planning.stops(making.say, own), [_news(making)]]


async def _enquiry(_key: str, making: Making) -> Because:
    return enquiry_words.why(making.say), []


async def _materials(key: str, making: Making) -> Because:
    """Its key begins with the event."""
    event = await making.session.get_one(Event, int(key.partition(":")[0]))
    return material_words.why(making.say, event), []


async def _feedback(key: str, making: Making) -> Because:
    """Its key begins with the registration."""
    event = await _event_of(making, int(key.partition(":")[0]))
    return feedback_words.why(making.say, event), [[never(making.say)]]


async def _head_month(_key: str, making: Making) -> Because:
    stop = BeHead(deed=HeadDeed.NO_LETTERS)
    return head_words.why_month(making.say), [[press(making.say(labels.NO_LETTERS), stop)]]


async def _head_naming(_key: str, making: Making) -> Because:
    own = MySchool(settings=True)
    text = naming_words.why_naming(making.say)
    return text, [[press(making.say(labels.SCHOOL_AND_HEAD), own)]]


async def _head_asks(_key: str, making: Making) -> Because:
    return office_head_words.why_asks(making.say), []


async def _gathering(key: str, making: Making) -> Because:
    """Its key begins with the gathering."""
    one = await making.session.get_one(Gathering, int(key.partition(":")[0]))
    stop = GatherDay(gathering=one.id, leave=True)
    return gathering_words.why(making.say, one), [[press(making.say(labels.WAIT_NO_MORE), stop)]]


async def _wishes_over(_key: str, making: Making) -> Because:
    return gathering_words.why_over(making.say), [[_news(making)]]


async def _use(key: str, making: Making) -> Because:
    """Its key is the question."""
    asked = await making.session.get_one(UseAsked, int(key))
    event = await _event_of(making, asked.registration_id)
    return practice_words.why(making.say, event), [[practice.never(making.say)]]


async def _nearing(_key: str, making: Making) -> Because:
    return words.nearing(making.say, *DAYS_BEFORE), []


async def _certificate(_key: str, making: Making) -> Because:
    mine = press(making.say(labels.MY_CERTIFICATES), Certificates())
    return certificate_words.why(making.say), [[mine]]


async def _work(_key: str, making: Making) -> Because:
    return words.of_work(making.say), []


def _news(making: Making) -> InlineKeyboardButton:
    return press(making.say(labels.NEWS), News())


async def _event_of(making: Making, registration_id: int) -> Event:
    registration = await making.session.get_one(Registration, registration_id)
    return await making.session.get_one(Event, registration.event_id)


def _leave(making: Making, event: Event) -> InlineKeyboardButton:
    """As at the event: the press asks once more."""
    label = event_words.label(making.say, event)
    return press(cancel_label(making.say, label), Leave(event=event.id))


#: By the front of a message's key.
REASONS: dict[str, Callable[[str, Making], Awaitable[Because]]] = {
    "reminder": _reminder,
    "notice": _notice,
    "announcement": _announcement,
    "digest": _digest,
    POST: _plan_post,
    CHANGES: _plan_changes,
    ANSWER: _enquiry,
    NEARING: _nearing,
    CERTIFICATE: _certificate,
    REVOKED: _certificate,
    MATERIALS: _materials,
    FEEDBACK: _feedback,
    USE: _use,
    GATHERING: _gathering,
    GATHERING_REMINDER: _gathering,
    WISHES_OVER: _wishes_over,
    MONTH: _head_month,
    NAMING: _head_naming,
    ASKS: _head_asks,
}

KINDS: dict[str, Make] = {"why": why}
