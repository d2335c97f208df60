"""The list of who came: ticked person by person, all at once, with hours and with reasons."""

from aiogram import F, Router
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from catalogue.learning import rolls
from catalogue.learning.marking import Entry, Said, check_hours, entry_of
from catalogue.learning.refusals import ReasonNeeded
from catalogue.learning.tables import Presence
from catalogue.people.rights import Right
from catalogue.search.normalise import clean
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office import roll_page
from handlers.office.callbacks.attendance import (
    AllCame,
    Deed,
    FoundOnRoll,
    OnRoll,
    PartOfHours,
    ReadyReason,
    Roll,
    Tick,
)
from handlers.office.participants import rolled
from handlers.office.roll_page import Shown, at_of, meeting_at_hand, page
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import attendance as words
from handlers.words.office import labels as office_labels

router = Router(name="attendance")

_SAID = {
    Deed.PRESENT: Presence.PRESENT,
    Deed.LATE: Presence.LATE,
    Deed.LEFT_EARLY: Presence.LEFT_EARLY,
    Deed.ABSENT: Presence.ABSENT,
}


@router.callback_query(Roll.filter())
async def show(press: CallbackQuery, callback_data: Roll, talk: Talk) -> Replies:
    event = await rolled(talk, callback_data.event)
    chosen = [one for one in event.sessions if one.id == callback_data.meeting]
    if len(event.sessions) == 1:
        chosen = list(event.sessions)
    if not chosen:
        return rewrite(talk, press, *await roll_page.meetings(talk, event))
    return rewrite(talk, press, *await page(talk, event, chosen[0], callback_data.page))


@router.message(Form.roll, F.text)
async def find(message: Message, talk: Talk) -> Replies:
    """By a name; by a school too, where one sees who takes part."""
    form = await forms.gathered(talk.state)
    event, meeting = await meeting_at_hand(talk, form["roll"])
    await forms.enter(talk.state, Form.roll, sought=clean(message.text or ""))
    return say_to(talk, *await page(talk, event, meeting, 0))


@router.callback_query(FoundOnRoll.filter())
async def turn_found(press: CallbackQuery, callback_data: FoundOnRoll, talk: Talk) -> Replies:
    event, meeting = await meeting_at_hand(talk, callback_data.meeting)
    return rewrite(talk, press, *await page(talk, event, meeting, callback_data.page))


@router.callback_query(Tick.filter())
async def tick(press: CallbackQuery, callback_data: Tick, talk: Talk) -> Replies:
    entry = await _entry(talk, callback_data)
    if roll_page.why_shut(talk, entry.event, entry.meeting):
        return rewrite(talk, press, *await _page_of(talk, entry, callback_data.page))
    said = rolls.ticked(entry)
    try:
        await rolls.say_of(
            talk.session, entry, said, by=talk.person, now=talk.now, zone=talk.say.timezone
        )
    except ReasonNeeded:
        return rewrite(talk, press, *await _ask_reason(talk, entry, said, callback_data.page))
    return rewrite(talk, press, *await _page_of(talk, entry, callback_data.page))


@router.callback_query(OnRoll.filter())
async def one(press: CallbackQuery, callback_data: OnRoll, talk: Talk) -> Replies:
    """What was said of one person, or what is said now; where it is too early, the list says so."""
    entry, number = await _entry(talk, callback_data), callback_data.page
    looks = callback_data.deed is Deed.LOOK
    if not looks and roll_page.why_shut(talk, entry.event, entry.meeting):
        return rewrite(talk, press, *await _page_of(talk, entry, number))
    if callback_data.deed is Deed.HOURS:
        await _enter(talk, Form.roll_hours, entry, number)
        back = callback_data.model_copy(update={"deed": Deed.LOOK})
        keyboard = keyboards.rows([[button(talk.say(labels.BACK), back)]])
        return rewrite(talk, press, words.ask_hours(talk.say, entry), keyboard)
    if looks:
        return rewrite(talk, press, *await roll_page.opened(talk, entry, number))
    said = Said(_SAID[callback_data.deed])
    return rewrite(talk, press, *await _say(talk, entry, said, number))


@router.callback_query(PartOfHours.filter())
async def hours_chosen(press: CallbackQuery, callback_data: PartOfHours, talk: Talk) -> Replies:
    entry, number = await _entry(talk, callback_data), callback_data.page
    if roll_page.why_shut(talk, entry.event, entry.meeting):
        return rewrite(talk, press, *await _page_of(talk, entry, number))
    return rewrite(talk, press, *await _part(talk, entry, callback_data.hours, number))


@router.message(Form.roll_hours, F.text)
async def hours_written(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    entry = await _entry(talk, OnRoll(**form["at"]))
    hours = _number(message.text or "")
    return say_to(talk, *await _part(talk, entry, hours, form["at"]["page"]))


@router.message(Form.roll_reason, F.text)
async def reason_written(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await _correct(talk, message.text or ""))


@router.callback_query(ReadyReason.filter(), Form.roll_reason)
async def reason_chosen(press: CallbackQuery, callback_data: ReadyReason, talk: Talk) -> Replies:
    if callback_data.number >= len(words.REASONS):
        return out_of_date(talk)
    reason = str(talk.say(words.REASONS[callback_data.number]))
    return rewrite(talk, press, *await _correct(talk, reason))


@router.callback_query(ReadyReason.filter())
async def reason_too_late(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.need(Right.ROLL)
    return out_of_date(talk)


@router.callback_query(AllCame.filter())
async def all_came(press: CallbackQuery, callback_data: AllCame, talk: Talk) -> Replies:
    """Asked about first: one press says something of many people."""
    event, meeting = await meeting_at_hand(talk, callback_data.meeting)
    if roll_page.why_shut(talk, event, meeting):
        return rewrite(talk, press, *await page(talk, event, meeting, 0))
    unsaid = [one for one in await rolls.roll_of(talk.session, event, meeting) if one.mark is None]
    if unsaid and not callback_data.sure:
        sure = button(
            talk.say(office_labels.YES_ALL_CAME), callback_data.model_copy(update={"sure": True})
        )
        back = button(talk.say(labels.BACK), Roll(event=event.id, meeting=meeting.id))
        question = words.all_came_question(talk.say, len(unsaid))
        return rewrite(talk, press, question, keyboards.rows([[sure], [back]]))
    await rolls.all_came(
        talk.session, event, meeting, by=talk.person, now=talk.now, zone=talk.say.timezone
    )
    return rewrite(talk, press, *await page(talk, event, meeting, 0))


async def _page_of(talk: Talk, entry: Entry, number: int) -> Shown:
    return await page(talk, entry.event, entry.meeting, number)


async def _entry(talk: Talk, at: Tick | OnRoll | PartOfHours) -> Entry:
    """Raises MeetingGone, RegistrationGone, StaffOnly, RightNeeded."""
    await meeting_at_hand(talk, at.meeting)
    return await entry_of(talk.session, at.registration, at.meeting)


async def _part(talk: Talk, entry: Entry, hours: float, number: int) -> Shown:
    """Who came late, or left early, stays so; the hours say how long they were there."""
    before = entry.said.presence if entry.said else Presence.PRESENT
    presence = before if before.is_there else Presence.PRESENT
    said = Said(presence, check_hours(entry.event, entry.meeting, hours))
    return await _say(talk, entry, said, number)


async def _say(talk: Talk, entry: Entry, said: Said, number: int, *, reason: str = "") -> Shown:
    """The person as they stand after it, or the question why."""
    try:
        await rolls.say_of(
            talk.session,
            entry,
            said,
            by=talk.person,
            now=talk.now,
            zone=talk.say.timezone,
            reason=reason,
        )
    except ReasonNeeded:
        return await _ask_reason(talk, entry, said, number)
    fresh = await entry_of(talk.session, entry.own.id, entry.meeting.id)
    return await roll_page.opened(talk, fresh, number)


async def _correct(talk: Talk, reason: str) -> Shown:
    """Raises NotAReason, NamesSomebody, and the form waits for another try."""
    form = await forms.gathered(talk.state)
    entry = await _entry(talk, OnRoll(**form["at"]))
    said = Said(Presence(form["presence"]), form["hours"])
    return await _say(talk, entry, said, form["at"]["page"], reason=reason or " ")


async def _ask_reason(talk: Talk, entry: Entry, said: Said, number: int) -> Shown:
    await _enter(talk, Form.roll_reason, entry, number, presence=said.presence, hours=said.hours)
    ready = [
        [button(talk.say(reason), ReadyReason(number=place))]
        for place, reason in enumerate(words.REASONS)
    ]
    back = Roll(event=entry.event.id, meeting=entry.meeting.id, page=number)
    keyboard = keyboards.rows([*ready, [button(talk.say(labels.BACK), back)]])
    return words.ask_reason(talk.say, entry), keyboard


async def _enter(talk: Talk, step: State, entry: Entry, number: int, **facts: object) -> None:
    at = at_of(entry.own.id, entry.meeting, number)
    await forms.enter(talk.state, step, at=at, **facts)


def _number(written: str) -> float:
    """0 for what is none; `check_hours` refuses it."""
    try:
        return float(written.strip().replace(",", "."))
    except ValueError:
        return 0.0
