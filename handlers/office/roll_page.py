"""The list of a meeting as it stands: whole, or those who were looked for; and one of them."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.learning import rolls
from catalogue.learning.attendance import tally
from catalogue.learning.marking import Entry, check_held, is_running, meeting_of, opens_at
from catalogue.learning.refusals import NotHeld, TooEarly
from catalogue.learning.rolls import Line
from catalogue.people.rights import Right
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.attendance import (
    AllCame,
    Deed,
    FoundOnRoll,
    OnRoll,
    OpenDoor,
    PartOfHours,
    Roll,
    RollFile,
    Tick,
    WalkIn,
)
from handlers.office.callbacks.participants import Participants
from handlers.pages import PER_PAGE, list_page
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import attendance as words
from handlers.words.office import labels as office_labels
from handlers.words.refusals import worded

Shown = tuple[Markup, InlineKeyboardMarkup]

_LABELS = {
    Deed.PRESENT: office_labels.WAS_PRESENT,
    Deed.ABSENT: office_labels.WAS_ABSENT,
    Deed.LATE: office_labels.CAME_LATE,
    Deed.LEFT_EARLY: office_labels.LEFT_EARLY,
}


async def meeting_at_hand(talk: Talk, meeting_id: int) -> tuple[Event, Session]:
    """Raises MeetingGone, StaffOnly, RightNeeded."""
    event, meeting = await meeting_of(talk.session, meeting_id)
    await talk.need(Right.ROLL, event)
    return event, meeting


async def page(talk: Talk, event: Event, meeting: Session, number: int) -> Shown:
    """Those who are expected at a meeting, with what was said of each, or those of them who answer
    to what was typed last. What is typed next is looked for among all.
    """
    say, every = talk.say, await rolls.roll_of(talk.session, event, meeting)
    sought = await sought_at(talk, meeting)
    await forms.enter(talk.state, Form.roll, roll=meeting.id, sought=sought)
    chosen = await _answering(talk, event, every, sought)
    shown = list_page(chosen, number)
    pages = max(1, -(-len(chosen) // PER_PAGE))
    text = words.roll(
        say,
        event,
        meeting,
        every,
        page=(shown.number + 1, pages),
        sought=sought,
        shut=why_shut(talk, event, meeting),
        now=talk.now,
    )
    if sought:
        text = Markup("{}\n\n{}").format(text, words.found(say, sought, len(chosen)))
    view = FoundOnRoll(meeting=meeting.id) if sought else Roll(event=event.id, meeting=meeting.id)
    turns = [
        button(label, view.model_copy(update={"page": other}))
        for label, other in ((labels.EARLIER, shown.number - 1), (labels.LATER, shown.number + 1))
        if 0 <= other < pages
    ]
    people = [_person(talk, one, meeting, shown.number) for one in shown.shown]
    below = _below_found(talk, event, meeting) if sought else _below(talk, event, meeting, every)
    return text, keyboards.rows([*people, turns, *below])


def why_shut(talk: Talk, event: Event, meeting: Session) -> Markup | None:
    """Why nothing can be noted of it at this time."""
    try:
        check_held(event, meeting, talk.now)
    except (NotHeld, TooEarly) as refusal:
        return worded(talk.say, refusal, now=talk.now)
    return None


async def sought_at(talk: Talk, meeting: Session) -> str:
    """What was typed into the list of this meeting last, while it is looked through."""
    form = await forms.gathered(talk.state)
    return str(form.get("sought", "")) if form.get("roll") == meeting.id else ""


async def meetings(talk: Talk, event: Event) -> Shown:
    """Those of today first: it is they that are wanted on the day."""
    say, counted = talk.say, await tally(talk.session, event)
    today = say.local(talk.now).date()
    every = sorted(
        event.sessions,
        key=lambda one: (say.local(one.starts_at).date() != today, one.starts_at),
    )
    buttons = [
        [
            button(
                words.meeting_label(say, one, counted, now=talk.now),
                Roll(event=event.id, meeting=one.id),
            )
        ]
        for one in every
    ]
    below = [
        button(say(labels.AS_WORKBOOK), RollFile(event=event.id)),
        button(say(labels.BACK), Participants(event=event.id)),
    ]
    return words.choose_meeting(say, event, counted), keyboards.rows([*buttons, below])


async def opened(talk: Talk, entry: Entry, number: int) -> Shown:
    """One person, and what may be said of them; back to the page with this `number`."""
    say, at = talk.say, at_of(entry.own.id, entry.meeting, number)
    sought = await sought_at(talk, entry.meeting)
    await forms.enter(talk.state, Form.roll, roll=entry.meeting.id, sought=sought)
    by = entry.mark.marked_by if entry.mark else None
    who = await talk.session.get(Person, by) if by else None
    buttons = [button(say(label), OnRoll(**at, deed=deed)) for deed, label in _LABELS.items()]
    back = Roll(event=entry.event.id, meeting=entry.meeting.id, page=number)
    keyboard = keyboards.rows(
        [
            buttons[:2],
            buttons[2:],
            [button(str(hours), PartOfHours(**at, hours=hours)) for hours in words.parts(entry)],
            [button(say(office_labels.PART_OF_HOURS), OnRoll(**at, deed=Deed.HOURS))],
            [button(say(office_labels.TO_THE_LIST), back)],
        ]
    )
    return words.entry(say, entry, who, now=talk.now), keyboard


def at_of(registration_id: int, meeting: Session, number: int) -> dict[str, int]:
    """As the buttons of a person carry it."""
    return {"registration": registration_id, "meeting": meeting.id, "page": number}


async def _answering(
    talk: Talk, event: Event, every: Sequence[Line], sought: str
) -> Sequence[Line]:
    if not sought:
        return every
    whole = await talk.may(Right.PARTICIPANTS, event)
    return [one for one in every if one.answers(sought, by_school=whole)]


def _person(talk: Talk, line: Line, meeting: Session, number: int) -> list[InlineKeyboardButton]:
    at = at_of(line.registration_id, meeting, number)
    return [
        button(words.line_label(talk.say, line), Tick(**at)),
        button(office_labels.ABOUT_ONE, OnRoll(**at)),
    ]


def _below(
    talk: Talk, event: Event, meeting: Session, every: Sequence[Line]
) -> list[list[InlineKeyboardButton]]:
    say, now = talk.say, talk.now
    is_open = event.reported_at is None and why_shut(talk, event, meeting) is None
    has_unsaid = any(one.mark is None for one in every)
    all_came = [button(say(office_labels.ALL_CAME), AllCame(meeting=meeting.id))]
    door = [button(say(office_labels.OPEN_DOOR), OpenDoor(meeting=meeting.id))]
    several = len(event.sessions) > 1
    back = Roll(event=event.id) if several else Participants(event=event.id)
    return [
        [
            *(all_came if is_open and has_unsaid else []),
            *(door if is_running(meeting, now) else []),
        ],
        _walk_in(talk, event, meeting),
        [
            button(say(labels.AS_WORKBOOK), RollFile(event=event.id)),
            button(say(labels.BACK), back),
        ],
    ]


def _below_found(talk: Talk, event: Event, meeting: Session) -> list[list[InlineKeyboardButton]]:
    whole = Roll(event=event.id, meeting=meeting.id)
    return [
        _walk_in(talk, event, meeting),
        [button(talk.say(office_labels.WHOLE_LIST), whole)],
    ]


def _walk_in(talk: Talk, event: Event, meeting: Session) -> list[InlineKeyboardButton]:
    """While somebody may still be written down."""
    if event.reported_at is not None or talk.now < opens_at(meeting):
        return []
    return [button(talk.say(office_labels.WALKED_IN), WalkIn(meeting=meeting.id))]
