"""What staff may do from the page of an event: what its stage asks for stands there, the rest is
one press away.
"""

import enum
from collections.abc import Mapping, Sequence
from datetime import datetime

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from catalogue.editing.stages import Stage, Turn, stage, turns
from catalogue.learning.marking import opens_at
from catalogue.people.rights import Right
from catalogue.programme.tables import Event, Status
from handlers.callbacks.programme import OpenEvent
from handlers.keyboards import press
from handlers.office.callbacks import staff as staff_callbacks
from handlers.office.callbacks.attendance import Roll
from handlers.office.callbacks.certificates import EventCertificates
from handlers.office.callbacks.feedback import EventFeedback
from handlers.office.callbacks.materials import EventMaterials
from handlers.office.callbacks.participants import NeedsApproval, Participants
from handlers.office.callbacks.practice import EventUse
from handlers.office.callbacks.programme import CopyEvent, DeleteDraft, EditEvent
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import life


class Button(enum.Enum):
    """To a screen, or something that is done at a press; `OFFERS` are several, until when freed
    seats are offered.
    """

    OFFERS = enum.auto()
    PARTICIPANTS = enum.auto()
    ATTENDANCE = enum.auto()
    EDIT = enum.auto()
    COPY = enum.auto()
    ANNOUNCE = enum.auto()
    MATERIALS = enum.auto()
    CERTIFICATES = enum.auto()
    FEEDBACK = enum.auto()
    USE = enum.auto()
    LECTURERS = enum.auto()
    JOURNAL = enum.auto()
    APPROVAL = enum.auto()
    REMINDERS = enum.auto()
    PUBLISH = enum.auto()
    CLOSE = enum.auto()
    REOPEN = enum.auto()
    REPORT = enum.auto()
    CANCEL = enum.auto()
    DELETE = enum.auto()


Rows = Sequence[Sequence[Button]]
Made = Mapping[Button, InlineKeyboardButton]

_AHEAD: Rows = (
    (Button.PARTICIPANTS, Button.EDIT),
    (Button.ANNOUNCE, Button.MATERIALS),
)
#: What is wanted at each stage, as long as no meeting is at hand.
FIRST: Mapping[Stage, Rows] = {
    Stage.DRAFT: ((Button.PUBLISH,), (Button.EDIT, Button.LECTURERS), (Button.APPROVAL,)),
    Stage.PUBLISHED: _AHEAD,
    Stage.FULL: _AHEAD,
    Stage.CLOSED: _AHEAD,
    Stage.HELD: (
        (Button.REPORT,),
        (Button.ATTENDANCE, Button.CERTIFICATES),
        (Button.FEEDBACK, Button.USE),
        (Button.PARTICIPANTS, Button.MATERIALS),
    ),
    Stage.REPORTED: (
        (Button.CERTIFICATES, Button.FEEDBACK),
        (Button.USE, Button.MATERIALS),
        (Button.PARTICIPANTS, Button.ATTENDANCE),
    ),
    Stage.CANCELLED: ((Button.PUBLISH,), (Button.PARTICIPANTS, Button.COPY)),
}
#: While people come and learn.
UNDER_WAY: Rows = ((Button.ATTENDANCE, Button.PARTICIPANTS), (Button.MATERIALS, Button.EDIT))
#: All there is, what cannot be undone last.
EVERY: Rows = (
    (Button.OFFERS,),
    (Button.PARTICIPANTS, Button.ATTENDANCE),
    (Button.EDIT, Button.COPY),
    (Button.ANNOUNCE, Button.MATERIALS),
    (Button.CERTIFICATES, Button.FEEDBACK),
    (Button.LECTURERS, Button.JOURNAL),
    (Button.USE,),
    (Button.APPROVAL,),
    (Button.REMINDERS,),
    (Button.PUBLISH,),
    (Button.CLOSE,),
    (Button.REOPEN,),
    (Button.REPORT,),
    (Button.CANCEL,),
    (Button.DELETE,),
)

_TURNS = {
    Turn.PUBLISH: Button.PUBLISH,
    Turn.CLOSE: Button.CLOSE,
    Turn.REOPEN: Button.REOPEN,
    Turn.REPORT: Button.REPORT,
    Turn.CANCEL: Button.CANCEL,
}


def wanted(now_at: Stage, *, under_way: bool, cut_off: bool) -> Rows:
    """`cut_off` where people wait for a seat that is offered to nobody any more."""
    first = UNDER_WAY if under_way else FIRST[now_at]
    return ((Button.OFFERS,), *first) if cut_off else first


def others(first: Rows) -> Rows:
    """All that does not stand on the page itself."""
    return [[one for one in row if not has(first, one)] for row in EVERY]


def has(of: Rows, button: Button) -> bool:
    return any(button in row for row in of)


def is_under_way(event: Event, now: datetime) -> bool:
    """From when it may be noted who is there, until the last meeting is over."""
    is_on = event.status is Status.PUBLISHED and event.reported_at is None
    return is_on and opens_at(event.sessions[0]) <= now < event.over_at


def rows(made: Made, of: Rows) -> list[list[InlineKeyboardButton]]:
    """Of those that may be pressed."""
    return [[made[one] for one in row if one in made] for row in of]


async def possible(talk: Talk, event: Event, free: int | None) -> Made:
    """Those that this person may press as things stand."""
    found = {
        **_people(talk, event),
        **(_programme(talk, event, free) if await talk.may(Right.PROGRAMME, event) else {}),
        **_kept(talk, event),
    }
    if await talk.may(Right.MATERIALS, event):
        found[Button.MATERIALS] = _to(talk, labels.MATERIALS, EventMaterials(event=event.id))
    if await talk.may(Right.ANNOUNCE, event) and event.is_to_come(talk.now):
        found[Button.ANNOUNCE] = _to(
            talk, office_labels.ANNOUNCE_EVENT, staff_callbacks.AnnounceEvent(event=event.id)
        )
    return found


def ends(talk: Talk, event: Event, *, more: bool) -> list[InlineKeyboardButton]:
    """To the rest of it, or back; and to the card that teachers see."""
    turn = staff_callbacks.EventPage(event=event.id, more=not more)
    return [
        _to(talk, labels.BACK if more else labels.MORE, turn),
        _to(talk, labels.OPEN, OpenEvent(event=event.id)),
    ]


def _people(talk: Talk, event: Event) -> dict[Button, InlineKeyboardButton]:
    return {
        Button.PARTICIPANTS: _to(talk, office_labels.PARTICIPANTS, Participants(event=event.id)),
        Button.ATTENDANCE: _to(talk, office_labels.ATTENDANCE, Roll(event=event.id)),
    }


def _programme(talk: Talk, event: Event, free: int | None) -> dict[Button, InlineKeyboardButton]:
    """To its fields, and to the stages that may follow."""
    now_at = stage(event, free=free, now=talk.now)
    found = {
        Button.EDIT: _to(talk, office_labels.EDIT, EditEvent(event=event.id)),
        Button.COPY: _to(talk, office_labels.COPY, CopyEvent(event=event.id)),
    }
    for turn in turns(event, free=free, now=talk.now):
        data = staff_callbacks.EventTurn(event=event.id, turn=turn)
        found[_TURNS[turn]] = press(life.label(talk.say, turn, now_at), data)
    if event.status is Status.DRAFT:
        found[Button.DELETE] = _to(talk, office_labels.DELETE_DRAFT, DeleteDraft(event=event.id))
    return found


def _kept(talk: Talk, event: Event) -> dict[Button, InlineKeyboardButton]:
    """How registering goes until the start, and what comes of it once it is over."""
    found = {
        Button.CERTIFICATES: _to(
            talk, office_labels.CERTIFICATES, EventCertificates(event=event.id)
        ),
        Button.LECTURERS: _to(
            talk, office_labels.LECTURERS, staff_callbacks.Lecturers(event=event.id)
        ),
        Button.JOURNAL: _to(talk, office_labels.JOURNAL, staff_callbacks.Journal(event=event.id)),
    }
    if event.starts_at > talk.now:
        found[Button.APPROVAL] = _approval(talk, event)
    if event.over_at > talk.now:
        reminders = staff_callbacks.EventReminders(event=event.id)
        found[Button.REMINDERS] = _to(talk, office_labels.EVENT_REMINDERS, reminders)
    elif event.status is Status.PUBLISHED:
        found[Button.FEEDBACK] = _to(talk, office_labels.FEEDBACK, EventFeedback(event=event.id))
        found[Button.USE] = _to(talk, office_labels.USE, EventUse(event=event.id))
    return found


def _approval(talk: Talk, event: Event) -> InlineKeyboardButton:
    data = NeedsApproval(event=event.id, wanted=not event.needs_approval)
    mark = "✓ " if event.needs_approval else ""
    return press(f"{mark}{talk.say(office_labels.BY_APPROVAL)}", data)


def _to(talk: Talk, label: str, data: CallbackData) -> InlineKeyboardButton:
    return press(talk.say(label), data)
