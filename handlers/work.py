"""„Mano darbas“: what a person tells of their work, so that the right news reach them."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.heads.teachers import workplace
from catalogue.people import traits
from catalogue.people.tables import Trait
from catalogue.schools.spelling import is_placed
from catalogue.search.audiences import groups_in
from catalogue.search.normalise import fold
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.callbacks.menu import Menu
from handlers.callbacks.person import Work, WorkChoice, WorkFact
from handlers.callbacks.schools import MySchool
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import work as words
from handlers.words.events import shortened
from handlers.words.speech import capitalised

PER_PAGE = 8
LONGEST_LABEL = 56

_LABELS = {
    WorkFact.GROUP: labels.GROUP,
    WorkFact.SUBJECT: labels.SUBJECT,
    WorkFact.CITY: labels.CITY,
    WorkFact.SCHOOL: labels.SCHOOL,
    WorkFact.TELEPHONE: labels.TELEPHONE,
}
_SEVERAL = frozenset({WorkFact.GROUP, WorkFact.SUBJECT})

router = Router(name="work")


@router.callback_query(Work.filter(F.fact == WorkFact.PAGE))
async def page(press: CallbackQuery, talk: Talk) -> Replies:
    traits.with_consent(talk.person)
    return rewrite(talk, press, *await _page(talk))


@router.callback_query(Work.filter())
async def fact(press: CallbackQuery, callback_data: Work, talk: Talk) -> Replies:
    """To choose or to write it; emptied first where that was asked for."""
    traits.with_consent(talk.person)
    if callback_data.clear:
        await _clear(talk, callback_data.fact)
        return rewrite(talk, press, *await _page(talk))
    return rewrite(talk, press, *await _ask(talk, callback_data.fact, callback_data.page))


@router.callback_query(WorkChoice.filter())
async def choose(press: CallbackQuery, callback_data: WorkChoice, talk: Talk) -> Replies:
    """Takes what was not taken, and leaves what was."""
    traits.with_consent(talk.person)
    kind = Trait(callback_data.fact.value)
    own = (await traits.traits_of(talk.session, talk.person))[kind]
    marked = [one for one in await _known(talk, kind) if mark(one) == callback_data.mark]
    for value in marked[:1]:
        change = traits.remove if fold(value) in map(fold, own) else traits.add
        await change(talk.session, talk.person, kind, value)
    return rewrite(talk, press, *await _ask(talk, callback_data.fact, callback_data.page))


@router.message(Form.work, F.text | F.contact)
async def written(message: Message, talk: Talk) -> Replies:
    traits.with_consent(talk.person)
    asked = WorkFact((await forms.gathered(talk.state))["fact"])
    if asked is WorkFact.TELEPHONE:
        return await _telephone_given(talk, message)
    kind = Trait(asked.value)
    value = traits.clean_value(kind, message.text or "")
    named = sorted(groups_in(value)) if kind is Trait.GROUP else []
    for one in named or [value]:
        await traits.add(talk.session, talk.person, kind, one)
    if asked in _SEVERAL:
        return say_to(talk, *await _ask(talk, asked, 0))
    await forms.leave(talk.state)
    if asked is WorkFact.SCHOOL and await _is_nowhere(talk):
        return say_to(talk, *await _ask(talk, WorkFact.CITY, 0))
    return say_to(talk, *await _page(talk))


async def _is_nowhere(talk: Talk) -> bool:
    """Whether their school may be one of several of its name, and they have told no town."""
    there = await workplace(talk.session, talk.person)
    return there is not None and not there.city and not is_placed(there.read)


async def _telephone_given(talk: Talk, message: Message) -> Replies:
    """Typed, or one's own contact; somebody else's number is not ours to keep."""
    contact = message.contact
    if contact and contact.user_id not in {None, talk.chat_id}:
        return say_to(talk, words.not_your_contact(talk.say), keyboards.stop(talk.say))
    given = message.text or (contact.phone_number if contact else "")
    talk.person.telephone = traits.clean_telephone(given)
    await forms.leave(talk.state)
    return say_to(talk, *await _page(talk))


async def _page(talk: Talk) -> tuple[Markup, InlineKeyboardMarkup]:
    told = await traits.traits_of(talk.session, talk.person)
    say = talk.say
    facts = [[button(say(label), Work(fact=one))] for one, label in _LABELS.items()]
    head = [button(say(labels.SCHOOL_AND_HEAD), MySchool(settings=True))]
    back = [button(say(labels.BACK), Menu(door="profile"))]
    doors = keyboards.rows([*facts, head, back])
    return words.page(say, told, talk.person.telephone), doors


async def _ask(talk: Talk, asked: WorkFact, at: int) -> tuple[Markup, InlineKeyboardMarkup]:
    """What is chosen has a tick; what there is not may be written."""
    await forms.enter(talk.state, Form.work, fact=asked.value)
    say = talk.say
    empty = button(say(labels.CLEAR), Work(fact=asked, clear=True))
    back = button(say(labels.BACK), Work())
    if asked not in _SEVERAL:
        return words.ask(say, asked.value), keyboards.rows([[empty], [back]])
    kind = Trait(asked.value)
    own = set(map(fold, (await traits.traits_of(talk.session, talk.person))[kind]))
    known = await _known(talk, kind)
    choices = [
        [
            button(
                words.choice(shortened(capitalised(one), LONGEST_LABEL), taken=fold(one) in own),
                WorkChoice(fact=asked, mark=mark(one), page=at),
            )
        ]
        for one in known[at * PER_PAGE : (at + 1) * PER_PAGE]
    ]
    around = [
        button(text, Work(fact=asked, page=other))
        for text, other in (("‹", at - 1), ("›", at + 1))
        if 0 <= other * PER_PAGE < len(known)
    ]
    rows = [*choices, around, [empty] if own else [], [back]]
    return words.ask(say, asked.value), keyboards.rows(rows)


async def _known(talk: Talk, kind: Trait) -> list[str]:
    """One's own first, so that they are at hand."""
    own = (await traits.traits_of(talk.session, talk.person))[kind]
    keys = set(map(fold, own))
    others = await traits.known_values(talk.session, kind)
    return [*own, *(one for one in others if fold(one) not in keys)]


async def _clear(talk: Talk, asked: WorkFact) -> None:
    if asked is WorkFact.TELEPHONE:
        talk.person.telephone = ""
    else:
        await traits.clear(talk.session, talk.person, Trait(asked.value))
