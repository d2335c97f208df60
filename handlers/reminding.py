"""Reminders: their buttons, who wants which of them and when, and what staff set for an event."""

from collections.abc import Iterable

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from catalogue.journal.tables import Deed as EntryDeed
from catalogue.people.rights import Right
from catalogue.people.tables import QUIET_FROM, QUIET_UNTIL, Person
from catalogue.programme.tables import Event, Mode, Session
from catalogue.registrations.reminders import LINK_LEAD, leads_for, look_again, minutes
from handlers import keyboards
from handlers.callbacks.menu import Menu
from handlers.callbacks.news import Deed, QuietHours, Reminding
from handlers.callbacks.programme import Calendar
from handlers.callbacks.seats import Leave
from handlers.keyboards import press as button
from handlers.links import fits_button, map_of
from handlers.office.callbacks.staff import EventPage, EventReminders
from handlers.office.managing import managed
from handlers.replies import Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import reminders as words
from handlers.words.speech import Speech

_DAY, _HOUR = 24 * 60, 60
#: What staff may choose for an event, in minutes before the start.
OFFERED = (14 * _DAY, 7 * _DAY, 3 * _DAY, 2 * _DAY, _DAY, 2 * _HOUR, _HOUR)
#: When quiet hours may begin and end, in minutes after midnight.
BEGINS = tuple(hour * 60 for hour in (19, 20, 21, 22, 23))
ENDS = tuple(hour * 60 + half for hour, half in ((6, 0), (7, 0), (7, 30), (8, 0), (9, 0)))

router = Router(name="reminding")


@router.callback_query(Reminding.filter())
async def own(press: CallbackQuery, callback_data: Reminding, talk: Talk) -> Replies:
    """What was pressed holds as it was said then, also if it is pressed twice."""
    person = talk.person
    leads = await leads_for(talk.session, person=person, usual=talk.house.reminders, now=talk.now)
    if callback_data.deed is not Deed.SHOW:
        _choose(person, callback_data, leads)
        await look_again(talk.session, now=talk.now, person_id=person.id)
    return rewrite(talk, press, words.own(talk.say, person), _own_buttons(talk, leads))


@router.callback_query(QuietHours.filter())
async def quiet_hours(press: CallbackQuery, callback_data: QuietHours, talk: Talk) -> Replies:
    person = talk.person
    if callback_data.chosen:
        person.quiet_from, person.quiet_until = callback_data.begin, callback_data.end
        await look_again(talk.session, now=talk.now, person_id=person.id)
    return rewrite(talk, press, words.quiet(talk.say, person), _quiet_buttons(talk.say, person))


@router.callback_query(EventReminders.filter())
async def of_event(press: CallbackQuery, callback_data: EventReminders, talk: Talk) -> Replies:
    """For staff of the event's centre; whoever got hold of the button otherwise is refused."""
    event = await managed(talk, callback_data.event, Right.PROGRAMME)
    if callback_data.deed is not Deed.SHOW:
        before = event.reminders
        _set(event, callback_data, talk)
        if event.reminders != before:
            talk.note(EntryDeed.EVENT_CHANGED, event=event, changed={"reminders": []})
        await look_again(talk.session, now=talk.now, event_id=event.id)
    leads = _leads(event, talk)
    return rewrite(
        talk, press, words.of_event(talk.say, event, leads), _event_buttons(talk, event, leads)
    )


def below(say: Speech, event: Event, meeting: Session, lead: int) -> InlineKeyboardMarkup:
    """The buttons of a reminder: to the meeting from afar, or on foot, and out of it."""
    link, place = words.link_to(event, meeting), words.place_of(event, meeting)
    join = [_opening(say(labels.JOIN_FROM_AFAR), link)] if fits_button(link) else []
    go_there = (
        [_opening(say(labels.GET_THERE), map_of(place))]
        if place and event.mode is not Mode.ONLINE
        else []
    )
    what_one_does = [
        button(say(labels.CANCEL), Leave(event=event.id)),
        button(say(labels.CALENDAR), Calendar(event=event.id)),
    ]
    first = [join, what_one_does] if lead == LINK_LEAD else [what_one_does, join]
    return keyboards.rows([*first, go_there])


def _choose(person: Person, chosen: Reminding, leads: Iterable[int]) -> None:
    """A length that is no longer in use was pressed below an old message and changes nothing."""
    if chosen.deed in {Deed.NONE, Deed.USUAL}:
        person.wants_reminders = chosen.deed is Deed.USUAL
    elif chosen.lead in leads:
        others = set(person.unwanted_reminders) - {chosen.lead}
        unwanted = {chosen.lead} if chosen.deed is Deed.DROP else set()
        person.unwanted_reminders = sorted(others | unwanted)


def _own_buttons(talk: Talk, leads: Iterable[int]) -> InlineKeyboardMarkup:
    say, person = talk.say, talk.person
    if person.wants_reminders:
        switches = [
            [
                _switch(
                    words.own_label(say, lead),
                    Reminding(deed=Deed.ADD, lead=lead),
                    Reminding(deed=Deed.DROP, lead=lead),
                    on=lead not in person.unwanted_reminders,
                )
            ]
            for lead in leads
        ]
        switches.append([button(say(labels.NO_REMINDERS), Reminding(deed=Deed.NONE))])
    else:
        switches = [[button(say(labels.REMINDERS_AGAIN), Reminding(deed=Deed.USUAL))]]
    return keyboards.rows(
        [
            *switches,
            [button(words.quiet_label(say, person), QuietHours())],
            [button(say(labels.BACK), Menu(door="profile"))],
        ]
    )


def _quiet_buttons(say: Speech, person: Person) -> InlineKeyboardMarkup:
    """Each button says both ends, so that it means the same whenever it is pressed."""
    has_none = person.quiet_from == person.quiet_until
    begin = QUIET_FROM if has_none else person.quiet_from
    end = QUIET_UNTIL if has_none else person.quiet_until
    froms = [
        _chosen(
            words.begins(say, each),
            QuietHours(chosen=True, begin=each, end=end),
            on=not has_none and each == begin,
        )
        for each in BEGINS
    ]
    untils = [
        _chosen(
            words.ends(say, each),
            QuietHours(chosen=True, begin=begin, end=each),
            on=not has_none and each == end,
        )
        for each in ENDS
    ]
    none = _chosen(str(say(labels.NO_QUIET_HOURS)), QuietHours(chosen=True), on=has_none)
    back = button(say(labels.BACK), Reminding())
    return keyboards.rows([froms[:3], froms[3:], untils[:3], untils[3:], [none], [back]])


def _leads(event: Event, talk: Talk) -> list[int]:
    """What holds for this event, without the link's own."""
    usual = minutes(talk.house.reminders)
    return sorted(usual if event.reminders is None else event.reminders, reverse=True)


def _set(event: Event, chosen: EventReminders, talk: Talk) -> None:
    now_held = set(_leads(event, talk))
    if chosen.deed is Deed.USUAL:
        event.reminders = None
    elif chosen.deed is Deed.NONE:
        event.reminders = []
    elif chosen.deed is Deed.DROP:
        event.reminders = sorted(now_held - {chosen.lead}, reverse=True)
    elif chosen.lead in OFFERED or chosen.lead in minutes(talk.house.reminders):
        event.reminders = sorted(now_held | {chosen.lead}, reverse=True)


def _event_buttons(talk: Talk, event: Event, leads: Iterable[int]) -> InlineKeyboardMarkup:
    say = talk.say
    held = set(leads)
    offered = sorted({*OFFERED, *held, *minutes(talk.house.reminders)}, reverse=True)

    def deed(deed: Deed, lead: int = 0) -> EventReminders:
        return EventReminders(event=event.id, deed=deed, lead=lead)

    switches = [
        _switch(
            words.length(say, lead), deed(Deed.ADD, lead), deed(Deed.DROP, lead), on=lead in held
        )
        for lead in offered
    ]
    none = _chosen(str(say(labels.NONE_AT_ALL)), deed(Deed.NONE), on=not held)
    usual = _chosen(str(say(labels.AS_USUAL)), deed(Deed.USUAL), on=event.reminders is None)
    by_three = [switches[first : first + 3] for first in range(0, len(switches), 3)]
    back = button(say(labels.BACK), EventPage(event=event.id))
    return keyboards.rows([*by_three, [none, usual], [back]])


def _switch(
    text: str, add: Reminding | EventReminders, drop: Reminding | EventReminders, *, on: bool
) -> InlineKeyboardButton:
    return _chosen(text, drop if on else add, on=on)


def _chosen(
    text: str, data: Reminding | EventReminders | QuietHours, *, on: bool
) -> InlineKeyboardButton:
    return button(f"✓ {text}" if on else text, data)


def _opening(text: object, address: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=str(text), url=address)
