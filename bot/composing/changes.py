"""A change of an event as each person in it hears it: from what they were told last to now."""

from aiogram.types import InlineKeyboardMarkup
from sqlalchemy import select

from bot.composing.making import Make, Making
from bot.composing.noted import noted
from bot.payloads import written
from catalogue.editing.changes import Plan, difference, meetings, plan_of
from catalogue.files.calendar import calendar
from catalogue.finding.alternatives import alternatives
from catalogue.programme.tables import Change, Event, Status
from catalogue.registrations.queue import TAKES_PART, place_of
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State
from handlers import keyboards
from handlers.callbacks.programme import OpenEvent
from handlers.keyboards import press
from handlers.words import changes as words
from handlers.words.events import label
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.notices import key_of
from scheduler.outbox import Outgoing, SendState
from scheduler.sender import Composed


async def change(key: str, making: Making) -> Composed | None:
    """One message for all that has changed since the last; nothing where all is as it was.

    The key is the notice's id. A newer notice of a change says what this one would have said.
    """
    notice, own, event = await noted(key, making)
    if own.state is State.CANCELLED or own.joined_at > notice.made_at:
        return None
    if event.status is Status.DRAFT:
        return None
    before = await _told_last(notice, making)
    if before is None:
        return None
    return await _made(notice, own, event, before, making)


async def _made(
    notice: Notice, own: Registration, event: Event, before: Plan, making: Making
) -> Composed | None:
    found = difference(before, plan_of(event), now=making.now)
    if found.kind is None:
        return None
    others: list[Event] = []
    if found.kind is NoticeKind.CANCELLED:
        index = await making.house.finder.index(making.session)
        others = await alternatives(making.session, event=event, index=index, now=making.now)
    text = words.told(
        making.say,
        event,
        found,
        own.state,
        await place_of(making.session, own),
        others=bool(others),
        now=making.now,
    )
    is_off = found.kind is NoticeKind.CANCELLED
    keyboard = _instead(making.say, others) if is_off else _answers(making.say, notice, own)
    payload = written(text, keyboard)
    if own.state not in TAKES_PART:
        return Composed("sendMessage", payload)
    caption = {"caption": payload["text"], "parse_mode": payload["parse_mode"]}
    file = _file(event, before, making)
    markup = {"reply_markup": payload["reply_markup"]} if "reply_markup" in payload else {}
    return Composed("sendDocument", caption | markup, {"document": file})


async def _told_last(notice: Notice, making: Making) -> Plan | None:
    """The plan that the person knows: before the first change they have not been told of.

    None where a newer notice tells all of it.
    """
    own = select(Registration.joined_at).where(Registration.id == notice.registration_id)
    rows = await making.session.execute(
        select(Notice.id, Change.before)
        .join(Change, Change.id == Notice.change_id)
        .where(
            Notice.registration_id == notice.registration_id,
            Notice.made_at >= own.scalar_subquery(),
        )
        .order_by(Notice.id.desc())
    )
    changes = rows.all()
    if changes[0][0] != notice.id:
        return None
    untold = await _untold(making, [notice_id for notice_id, _ in changes])
    known: Plan = changes[0][1]
    for notice_id, before in changes[1:]:
        if notice_id not in untold:
            break
        known = before
    return known


async def _untold(making: Making, notice_ids: list[int]) -> set[int]:
    """Those that stand in the outbox and were never sent; what it has forgotten was."""
    keys = {key_of(notice_id): notice_id for notice_id in notice_ids}
    rows = await making.session.scalars(
        select(Outgoing.key).where(Outgoing.key.in_(list(keys)), Outgoing.state != SendState.SENT)
    )
    return {keys[key] for key in rows if key is not None}


def _file(event: Event, before: Plan, making: Making) -> File:
    """The same entries as ever, moved, or taken out."""
    content = calendar(
        event,
        method="CANCEL" if event.status is Status.CANCELLED else "PUBLISH",
        language=making.say.language,
        now=making.now,
        zone=making.say.timezone,
        before=meetings(before),
    )
    return File(name=f"{event.code}.ics", content=content)


def _answers(say: Speech, notice: Notice, own: Registration) -> InlineKeyboardMarkup:
    if own.state not in TAKES_PART:
        return keyboards.leave_queue(say, own.event_id)
    return keyboards.suits(say, notice.id)


def _instead(say: Speech, others: list[Event]) -> InlineKeyboardMarkup:
    return keyboards.rows([press(label(say, one), OpenEvent(event=one.id))] for one in others)


KINDS: dict[str, Make] = dict.fromkeys(
    (NoticeKind.CHANGED, NoticeKind.CANCELLED, NoticeKind.REOPENED), change
)
