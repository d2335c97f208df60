"""/patirtis: the bank of good practice, by subject, by theme, or of one event."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.people.rights import Right
from catalogue.practice import bank
from catalogue.practice.bank import Shared
from catalogue.programme.tables import Event
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.callbacks.practice import OwnExample, Practice, PracticeAsk
from handlers.callbacks.programme import OpenEvent
from handlers.cards import seen
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.practice import OneExample, WaitingExamples
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import practice as words
from handlers.words.events import shortened

#: At their longest they fill a message.
PER_PAGE = 3
#: Under this name a conversation keeps the theme that was looked for last.
THEME = "practice_theme"
_MOST_SUBJECTS = 40
_LONGEST_THEME = 100

router = Router(name="bank")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("patirtis", "practice", ignore_case=True))
async def begin(message: Message, command: CommandObject, talk: Talk) -> Replies:
    """With words behind the command these are looked for."""
    theme = (command.args or "").strip()
    if theme:
        return say_to(talk, *await _look_for(talk, theme))
    return say_to(talk, *await _page(talk, Practice()))


@router.callback_query(Practice.filter(F.ask == PracticeAsk.THEME))
async def ask_theme(press: CallbackQuery, callback_data: Practice, talk: Talk) -> Replies:
    await forms.enter(talk.state, Form.practice_theme)
    return say_to(talk, words.ask_theme(talk.say), keyboards.stop(talk.say))


@router.message(Form.practice_theme, F.text)
async def theme_given(message: Message, talk: Talk) -> Replies:
    await forms.leave(talk.state)
    return say_to(talk, *await _look_for(talk, (message.text or "").strip()))


@router.callback_query(Practice.filter(F.ask == PracticeAsk.SUBJECT))
async def choose_subject(press: CallbackQuery, callback_data: Practice, talk: Talk) -> Replies:
    subjects = _subjects(await bank.in_bank(talk.session))[:_MOST_SUBJECTS]
    rows = [[button(one, Practice(subject=mark(one)))] for one in subjects]
    every = [button(talk.say(labels.ALL_EXAMPLES), Practice())]
    return rewrite(talk, press, words.ask_subject(talk.say), keyboards.rows([*rows, every]))


@router.callback_query(Practice.filter())
async def turn_page(press: CallbackQuery, callback_data: Practice, talk: Talk) -> Replies:
    return rewrite(talk, press, *await _page(talk, callback_data))


async def _look_for(talk: Talk, theme: str) -> Shown:
    await talk.state.update_data({THEME: shortened(theme, _LONGEST_THEME)})
    return await _page(talk, Practice(searched=True))


async def _page(talk: Talk, view: Practice) -> Shown:
    """What a button asks for; without the theme that it was of, all there is."""
    theme = (await talk.state.get_data()).get(THEME, "") if view.searched else ""
    of = await seen(talk, view.event) if view.event else None
    every = await bank.in_bank(talk.session)
    named = {mark(one): one for one in _subjects(every)}
    subject = named.get(view.subject, "")
    found = await _found(talk, every, subject=subject, theme=theme, of=of)
    listed = list_page(found, view.page, size=PER_PAGE)
    heading = words.bank_heading(talk.say, subject=subject, theme=theme, of=of)
    if found:
        text = words.bank(
            talk.say, heading, listed.shown, first=listed.first, is_of_one=of is not None
        )
    else:
        is_narrowed = bool(every)
        text = Markup("{}\n\n{}").format(
            heading, words.nothing_in_bank(talk.say, is_narrowed=is_narrowed)
        )
    turns = keyboards.turns(talk.say, view, page=listed.number, has_more=listed.has_more)
    narrow = _narrowing(talk, view, has_subjects=bool(named)) if every else []
    managed = await _managed(talk, listed.shown, first=listed.first)
    rows = [turns, managed, *narrow, *await _doors(talk, of)]
    return text, keyboards.rows(rows) if every else keyboards.with_doors(talk.say, rows)


async def _found(
    talk: Talk, every: list[Shared], *, subject: str, theme: str, of: Event | None
) -> list[Shared]:
    if of is not None:
        return [one for one in every if one.event.id == of.id]
    if theme:
        by_number = {one.example.id: one for one in every}
        numbers = await talk.house.practice.find(talk.session, theme, now=talk.now)
        return [by_number[number] for number in numbers if number in by_number]
    return [one for one in every if not subject or subject in _plain_subjects(one)]


def _plain_subjects(shared: Shared) -> list[str]:
    return [one.strip().lower() for one in shared.event.subjects if one.strip()]


def _subjects(every: list[Shared]) -> list[str]:
    return sorted({subject for one in every for subject in _plain_subjects(one)})


def _narrowing(
    talk: Talk, view: Practice, *, has_subjects: bool
) -> list[list[InlineKeyboardButton]]:
    say = talk.say
    theme = button(say(labels.BY_THEME), Practice(ask=PracticeAsk.THEME))
    subject = button(say(labels.BY_SUBJECT), Practice(ask=PracticeAsk.SUBJECT))
    is_narrowed = view.searched or view.subject or view.event
    every = [button(say(labels.ALL_EXAMPLES), Practice())] if is_narrowed else []
    return [[theme, *([subject] if has_subjects else [])], every]


async def _doors(talk: Talk, of: Event | None) -> list[list[InlineKeyboardButton]]:
    """To one's own, to those that wait for staff, and to the event."""
    say = talk.say
    has_own = bool(await bank.of_author(talk.session, talk.person))
    realm = await talk.realm(Right.PROGRAMME)
    count = await bank.count_waiting(talk.session, realm) if realm else 0
    return [
        [button(say(labels.MY_EXAMPLES), OwnExample())] if has_own else [],
        [button(say(labels.WAITING_EXAMPLES, n=count), WaitingExamples())] if count else [],
        [button(say(labels.EVENT), OpenEvent(event=of.id))] if of else [],
    ]


async def _managed(
    talk: Talk, shown: Sequence[Shared], *, first: int
) -> list[InlineKeyboardButton]:
    """Staff open each of them by its number."""
    realm = await talk.realm(Right.PROGRAMME)
    return [
        button(talk.say(labels.MANAGE_NUMBER, n=number), OneExample(example=one.example.id))
        for number, one in enumerate(shown, start=first)
        if realm.has(centre_id=one.event.centre_id, event_id=one.event.id)
    ]
