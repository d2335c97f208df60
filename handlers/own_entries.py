"""What one writes into the ledger oneself: described step by step, changed and deleted."""

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.learning import own_entries as rules
from catalogue.learning.own_entries import Described
from catalogue.learning.tables import OwnEntry, OwnKind
from catalogue.people.traits import with_consent
from handlers import forms, keyboards
from handlers.callbacks.learning import (
    AskToConfirm,
    EntryAnswer,
    EntryBack,
    EntryPart,
    Hours,
    OneEntry,
    OwnEntries,
)
from handlers.callbacks.menu import StopForm
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import own_entries as words

#: What stands for nothing, as in a cell of a file.
_NOTHING = "-"
_USUAL_HOURS = ("2", "4", "6", "8")

router = Router(name="own_entries")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(OwnEntries.filter(F.add))
async def begin(press: CallbackQuery, talk: Talk) -> Replies:
    with_consent(talk.person)
    return say_to(talk, *await _ask(talk, EntryPart.KIND, entry={}, number=None))


@router.callback_query(OwnEntries.filter())
async def turn_page(press: CallbackQuery, callback_data: OwnEntries, talk: Talk) -> Replies:
    return rewrite(talk, press, *await _list(talk, callback_data.page))


@router.callback_query(OneEntry.filter(F.delete))
async def delete(press: CallbackQuery, callback_data: OneEntry, talk: Talk) -> Replies:
    """Asks first: it cannot be brought back."""
    entry = await rules.one_of(talk.session, talk.person, callback_data.entry)
    if callback_data.sure:
        await rules.remove(talk.session, entry)
        return rewrite(talk, press, *await _list(talk, 0))
    sure = OneEntry(entry=entry.id, delete=True, sure=True)
    keyboard = keyboards.rows(
        [
            [button(talk.say(labels.YES_DELETE), sure)],
            [button(talk.say(labels.BACK), OneEntry(entry=entry.id))],
        ]
    )
    return rewrite(talk, press, words.delete_question(talk.say, entry), keyboard)


@router.callback_query(OneEntry.filter())
async def look(press: CallbackQuery, callback_data: OneEntry, talk: Talk) -> Replies:
    """One entry, or the question for the part that is to be changed."""
    entry = await rules.one_of(talk.session, talk.person, callback_data.entry)
    if callback_data.part is None:
        return rewrite(talk, press, *_one(talk, entry))
    return say_to(talk, *await _ask(talk, callback_data.part, entry={}, number=entry.id))


@router.callback_query(EntryAnswer.filter())
async def chosen(press: CallbackQuery, callback_data: EntryAnswer, talk: Talk) -> Replies:
    """An answer to another question than the one asked now shows that one instead."""
    form = await forms.gathered(talk.state)
    if form.get("part") != callback_data.part:
        return await _as_asked(talk, press, form)
    return rewrite(talk, press, *await _take(talk, form, callback_data.value))


@router.callback_query(EntryBack.filter())
async def back(press: CallbackQuery, callback_data: EntryBack, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    if form.get("part") != callback_data.part:
        return await _as_asked(talk, press, form)
    before = _beside(callback_data.part, -1)
    return rewrite(talk, press, *await _ask(talk, before, entry=form["entry"], number=None))


@router.message(Form.own_entry, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """What cannot be taken is refused, and the form waits for another try."""
    form = await forms.gathered(talk.state)
    return say_to(talk, *await _take(talk, form, message.text or ""))


async def _as_asked(talk: Talk, press: CallbackQuery, form: dict[str, Any]) -> Replies:
    """The question that is open; an old button begins nothing."""
    if "part" not in form:
        return out_of_date(talk)
    part, entry, number = EntryPart(form["part"]), form["entry"], form["number"]
    return rewrite(talk, press, *await _ask(talk, part, entry=entry, number=number))


async def _take(talk: Talk, form: dict[str, Any], text: str) -> Shown:
    """The next question, or the entry where all is told. It is kept as soon as all is told that it
    must have: whoever leaves the last question open loses nothing.
    """
    part = EntryPart(form["part"])
    value = _read(talk, part, text)
    if form["number"] is not None:
        entry = await rules.one_of(talk.session, talk.person, form["number"])
        rules.change(entry, part.value, value)
        await forms.leave(talk.state)
        return _one(talk, entry)
    kept = value.isoformat() if isinstance(value, date) else value
    described = form["entry"] | {part.value: kept}
    if part is not EntryPart.HOURS:
        return await _ask(talk, _beside(part, 1), entry=described, number=None)
    entry = await rules.add(talk.session, talk.person, Described.of(described), now=talk.now)
    question, _ = await _ask(talk, EntryPart.ORGANISER, entry={}, number=entry.id)
    skip = button(talk.say(labels.SKIP), OneEntry(entry=entry.id))
    return words.entry_added(talk.say, question), keyboards.rows([[skip]])


def _read(talk: Talk, part: EntryPart, text: str) -> Any:
    match part:
        case EntryPart.KIND:
            return rules.a_kind(text)
        case EntryPart.TITLE:
            return rules.a_title(text)
        case EntryPart.DAY:
            return rules.a_day(text, today=talk.say.local(talk.now).date())
        case EntryPart.HOURS:
            return rules.some_hours(text)
        case EntryPart.ORGANISER:
            return rules.an_organiser(text)


async def _ask(talk: Talk, part: EntryPart, *, entry: dict[str, Any], number: int | None) -> Shown:
    """With the usual answers as buttons; `number` is the entry where one part is changed."""
    await forms.enter(talk.state, Form.own_entry, part=part.value, entry=entry, number=number)
    stop = button(talk.say(labels.STOP), StopForm())
    is_later = number is None and part is not EntryPart.KIND
    back = [button(talk.say(labels.BACK), EntryBack(part=part))] if is_later else []
    rows = [*_answers(talk, part), [*back, stop]]
    return words.ask(talk.say, part.value), keyboards.rows(rows)


def _beside(part: EntryPart, by: int) -> EntryPart:
    """The question before or after this one."""
    parts = list(EntryPart)
    return parts[parts.index(part) + by]


def _answers(talk: Talk, part: EntryPart) -> list[list[InlineKeyboardButton]]:
    say = talk.say

    def answer(label: object, value: str) -> InlineKeyboardButton:
        return button(label, EntryAnswer(part=part, value=value))

    match part:
        case EntryPart.KIND:
            return [[answer(words.kind_label(say, kind), kind.value)] for kind in OwnKind]
        case EntryPart.DAY:
            return [[answer(say(labels.TODAY), say.local(talk.now).date().isoformat())]]
        case EntryPart.HOURS:
            return [[answer(hours, hours) for hours in _USUAL_HOURS]]
        case EntryPart.ORGANISER:
            return [[answer(say(labels.NO_ORGANISER), _NOTHING)]]
        case EntryPart.TITLE:
            return []


async def _list(talk: Talk, number: int) -> Shown:
    say = talk.say
    listed = list_page(await rules.of_person(talk.session, talk.person), number)
    view = OwnEntries(page=listed.number)
    keyboard = keyboards.rows(
        [
            *[
                [button(words.entry_label(entry, place), OneEntry(entry=entry.id))]
                for place, entry in enumerate(listed.shown, start=listed.first)
            ],
            keyboards.turns(say, view, page=listed.number, has_more=listed.has_more),
            [button(say(labels.ADD_ENTRY), OwnEntries(add=True))],
            [button(say(labels.TO_LEDGER), Hours())],
        ]
    )
    return words.page(say, listed.shown, first=listed.first, now=talk.now), keyboard


def _one(talk: Talk, entry: OwnEntry) -> Shown:
    say = talk.say
    parts = [
        button(say(words.PARTS[part.value]), OneEntry(entry=entry.id, part=part))
        for part in EntryPart
    ]
    keyboard = keyboards.rows(
        [
            *(parts[start : start + 2] for start in range(0, len(parts), 2)),
            [button(say(labels.ASK_TO_CONFIRM), AskToConfirm(entry=entry.id))]
            if entry.asked_of is None
            else [],
            [button(say(labels.DELETE), OneEntry(entry=entry.id, delete=True))],
            [
                button(say(labels.OWN_ENTRIES), OwnEntries()),
                button(say(labels.TO_LEDGER), Hours()),
            ],
        ]
    )
    return words.entry(say, entry, now=talk.now), keyboard
