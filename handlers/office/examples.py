"""Examples for the bank: staff let them in, take names out of them, or leave them out."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.journal.tables import Deed
from catalogue.people.languages import language_of
from catalogue.people.quiet import in_peace
from catalogue.people.rights import Right
from catalogue.people.tables import Person
from catalogue.practice import bank
from catalogue.practice.bank import Shared
from catalogue.practice.tables import Standing
from handlers import forms, keyboards
from handlers.callbacks.practice import Practice
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.practice import ExampleDeed, OneExample, WaitingExamples
from handlers.pages import list_page
from handlers.practice import see_own
from handlers.replies import Letter, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import practice as seen_words
from handlers.words.office import labels as office_labels
from handlers.words.office import practice as words
from handlers.words.speech import Speech

_DECISIONS = {
    ExampleDeed.APPROVE: (Standing.APPROVED, Deed.EXAMPLE_APPROVED),
    ExampleDeed.DECLINE: (Standing.DECLINED, Deed.EXAMPLE_DECLINED),
}

router = Router(name="examples")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(WaitingExamples.filter())
async def waiting(press: CallbackQuery, callback_data: WaitingExamples, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return rewrite(talk, press, *await _page(talk, callback_data.page))


@router.callback_query(OneExample.filter(F.deed.in_(_DECISIONS)))
async def decide(press: CallbackQuery, callback_data: OneExample, talk: Talk) -> Replies:
    """Noted; the author hears of what is let in, and the next one that waits is shown."""
    shared = await _before(talk, callback_data.example)
    standing, deed = _DECISIONS[callback_data.deed]
    is_new = shared.example.standing is not standing
    if is_new:
        bank.decide(shared.example, standing, now=talk.now)
        talk.note(deed, event=shared.event, example=shared.example.id)
        await talk.session.flush()
    shown = rewrite(talk, press, *await _next(talk, shared))
    if is_new and standing is Standing.APPROVED:
        return [shown, *await _told(talk, shared)]
    return shown


@router.callback_query(OneExample.filter(F.deed == ExampleDeed.REWORD))
async def ask_words(press: CallbackQuery, callback_data: OneExample, talk: Talk) -> Replies:
    shared = await _before(talk, callback_data.example)
    await forms.enter(talk.state, Form.practice_words, example=shared.example.id)
    return say_to(talk, words.ask_words(talk.say), keyboards.stop(talk.say))


@router.message(Form.practice_words, F.text)
async def reworded(message: Message, talk: Talk) -> Replies:
    """The author of what stands in the bank sees how it reads now."""
    form = await forms.gathered(talk.state)
    shared = await _before(talk, form["example"])
    bank.reword(shared.example, message.text or "", now=talk.now)
    talk.note(Deed.EXAMPLE_REWORDED, event=shared.event, example=shared.example.id)
    await forms.leave(talk.state)
    shown = say_to(talk, *_one(talk, shared))
    if shared.example.standing is Standing.APPROVED:
        return [shown, *await _told(talk, shared)]
    return shown


@router.callback_query(OneExample.filter())
async def show(press: CallbackQuery, callback_data: OneExample, talk: Talk) -> Replies:
    shared = await _before(talk, callback_data.example)
    return rewrite(talk, press, *_one(talk, shared))


async def _before(talk: Talk, number: int) -> Shared:
    """Raises ExampleGone, RightNeeded, StaffOnly."""
    await talk.need(Right.PROGRAMME)
    shared = await bank.before_staff(talk.session, number)
    await talk.need(Right.PROGRAMME, shared.event)
    return shared


async def _page(talk: Talk, number: int) -> Shown:
    found = await bank.waiting(talk.session, await talk.realm(Right.PROGRAMME))
    listed = list_page(found, number)
    say = talk.say
    rows = [
        [button(words.waiting_label(one), OneExample(example=one.example.id))]
        for one in listed.shown
    ]
    turns = keyboards.turns(say, WaitingExamples(), page=listed.number, has_more=listed.has_more)
    back = [button(say(labels.GOOD_PRACTICE), Practice())]
    return words.waiting_page(say, len(found)), keyboards.rows([*rows, turns, back])


async def _next(talk: Talk, decided: Shared) -> Shown:
    """The next one that waits, below what was decided; where none does, the one it was of."""
    found = await bank.waiting(talk.session, await talk.realm(Right.PROGRAMME))
    if not found:
        return _one(talk, decided)
    text, keyboard = _one(talk, found[0])
    above = words.decided(talk.say, decided.example.standing, len(found))
    return Markup("{}\n\n{}").format(above, text), keyboard


def _one(talk: Talk, shared: Shared) -> Shown:
    say, number = talk.say, shared.example.id
    choices = {
        Standing.WAITING: [ExampleDeed.APPROVE, ExampleDeed.DECLINE],
        Standing.APPROVED: [ExampleDeed.DECLINE],
        Standing.DECLINED: [ExampleDeed.APPROVE],
    }
    names = {
        ExampleDeed.APPROVE: office_labels.LET_INTO_BANK,
        ExampleDeed.DECLINE: office_labels.NOT_INTO_BANK,
    }
    keyboard = keyboards.rows(
        [
            [
                button(say(names[deed]), OneExample(example=number, deed=deed))
                for deed in choices[shared.example.standing]
            ],
            [
                button(
                    say(office_labels.REWORD_EXAMPLE),
                    OneExample(example=number, deed=ExampleDeed.REWORD),
                )
            ],
            [button(say(office_labels.TO_THE_LIST), WaitingExamples())],
        ]
    )
    return words.one(say, shared, now=talk.now), keyboard


async def _told(talk: Talk, shared: Shared) -> list[Letter]:
    """With the words as they stand now, so that the author can take them back."""
    author = await talk.session.get(Person, shared.example.person_id or 0)
    if author is None or author.telegram_id is None:
        return []
    language = language_of(author, default=talk.house.default_language)
    say = Speech(language, talk.say.timezone)
    return [
        Letter(
            chat_id=author.telegram_id,
            text=seen_words.approved(say, shared),
            keyboard=see_own(say, shared.example.id),
            not_before=in_peace(author, talk.now, talk.say.timezone),
        )
    ]
