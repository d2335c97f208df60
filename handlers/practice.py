"""„Ką pritaikėte?“: one press, an example for whoever likes, and what may become of it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.materials.queries import seen_by
from catalogue.people.tables import Trait
from catalogue.people.traits import traits_of
from catalogue.practice import bank, rules
from catalogue.practice.bank import Shared
from catalogue.practice.tables import Consent, PracticeExample, Use
from catalogue.programme.tables import Event
from handlers import forms, keyboards
from handlers.callbacks.asking import AskCoordinator
from handlers.callbacks.practice import (
    NoExample,
    OwnExample,
    Practice,
    Sharing,
    UseAnswer,
    UseWanted,
)
from handlers.callbacks.programme import Materials, OpenEvent
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import practice as words
from handlers.words.speech import Speech

_CONSENTS = {Sharing.NAMED: Consent.NAMED, Sharing.NAMELESS: Consent.NAMELESS}

router = Router(name="practice")


@router.callback_query(UseAnswer.filter())
async def answer(press: CallbackQuery, callback_data: UseAnswer, talk: Talk) -> Replies:
    """Whoever has made use of it is asked for an example; one who has not yet, is helped on."""
    use = callback_data.use
    event = await rules.answer(
        talk.session,
        callback_data.asked,
        use,
        person=talk.person,
        now=talk.now,
        zone=talk.say.timezone,
    )
    if use is Use.NOT_YET:
        return rewrite(talk, press, *await _to_begin(talk, event))
    await forms.enter(talk.state, Form.practice_example, event=event.id)
    return rewrite(talk, press, words.ask_example(talk.say), _skip(talk.say, event.id))


@router.callback_query(NoExample.filter())
async def no_example(press: CallbackQuery, callback_data: NoExample, talk: Talk) -> Replies:
    """The form was left by the press."""
    opened = button(talk.say(labels.EVENT), OpenEvent(event=callback_data.event))
    return rewrite(talk, press, words.no_example(talk.say), keyboards.rows([[opened]]))


@router.message(Form.practice_example, F.text)
async def example(message: Message, talk: Talk) -> Replies:
    """Shown as it would stand in the bank before its author chooses; what cannot be taken is
    refused, and the form waits for another try.
    """
    form = await forms.gathered(talk.state)
    event = await talk.session.get_one(Event, form["event"])
    kept = await bank.write(
        talk.session, event, message.text or "", author=talk.person, now=talk.now
    )
    await forms.leave(talk.state)
    return say_to(talk, *await _consent(talk, kept))


@router.callback_query(OwnExample.filter(F.example == 0))
async def own_examples(press: CallbackQuery, callback_data: OwnExample, talk: Talk) -> Replies:
    return rewrite(talk, press, *await _all_own(talk))


@router.callback_query(OwnExample.filter(F.deed.in_(_CONSENTS)))
async def share(press: CallbackQuery, callback_data: OwnExample, talk: Talk) -> Replies:
    kept = await bank.own(talk.session, callback_data.example, author=talk.person)
    is_first = kept.consent is None
    bank.offer(talk.session, kept, _CONSENTS[callback_data.deed])
    if is_first:
        mine = button(talk.say(labels.MY_EXAMPLES), OwnExample())
        return rewrite(talk, press, words.offered(talk.say), keyboards.rows([[mine]]))
    return rewrite(talk, press, *await _one(talk, kept))


@router.callback_query(OwnExample.filter(F.deed.in_({Sharing.TAKE_BACK, Sharing.REALLY})))
async def take_back(press: CallbackQuery, callback_data: OwnExample, talk: Talk) -> Replies:
    """Asks first, unless nobody was to see it anyway."""
    kept = await bank.own(talk.session, callback_data.example, author=talk.person)
    if callback_data.deed is Sharing.REALLY:
        await bank.remove(talk.session, kept)
        return rewrite(talk, press, words.taken_back(talk.say), _to_bank(talk.say))
    sure = OwnExample(example=kept.id, deed=Sharing.REALLY)
    keyboard = keyboards.rows(
        [
            [button(talk.say(labels.YES_DELETE), sure)],
            [button(talk.say(labels.BACK), OwnExample(example=kept.id))],
        ]
    )
    return rewrite(talk, press, words.take_back_question(talk.say, kept.words), keyboard)


@router.callback_query(OwnExample.filter())
async def own_example(press: CallbackQuery, callback_data: OwnExample, talk: Talk) -> Replies:
    kept = await bank.own(talk.session, callback_data.example, author=talk.person)
    return rewrite(talk, press, *await _one(talk, kept))


@router.callback_query(UseWanted.filter())
async def choose(press: CallbackQuery, callback_data: UseWanted, talk: Talk) -> Replies:
    talk.person.wants_use = wants = callback_data.wanted
    label = labels.NO_FEEDBACK if wants else labels.FEEDBACK_AFTER_ALL
    other = button(talk.say(label), UseWanted(wanted=not wants))
    return rewrite(talk, press, words.wanted(talk.say, wants=wants), keyboards.rows([[other]]))


def buttons(say: Speech, asked_id: int) -> InlineKeyboardMarkup:
    """The three answers, and a way never to be asked."""
    uses = [
        [button(say(name), UseAnswer(asked=asked_id, use=use))] for use, name in words.USES.items()
    ]
    return keyboards.rows([*uses, [never(say)]])


def never(say: Speech) -> InlineKeyboardButton:
    """One press ends such questions for good."""
    return button(say(labels.NO_FEEDBACK), UseWanted(wanted=False))


def see_own(say: Speech, example_id: int) -> InlineKeyboardMarkup:
    """Below the news that it is in the bank."""
    return keyboards.rows([[button(say(labels.SEE_IT), OwnExample(example=example_id))]])


async def _consent(talk: Talk, kept: PracticeExample) -> tuple[Markup, InlineKeyboardMarkup]:
    schools = (await traits_of(talk.session, talk.person))[Trait.SCHOOL]
    signed = ", ".join(filter(None, [talk.person.name, *schools]))
    choices = (
        (labels.SHARE_NAMED, Sharing.NAMED),
        (labels.SHARE_NAMELESS, Sharing.NAMELESS),
        (labels.DO_NOT_SHARE, Sharing.REALLY),
    )
    keyboard = keyboards.rows(
        [button(talk.say(label), OwnExample(example=kept.id, deed=deed))] for label, deed in choices
    )
    return words.ask_consent(talk.say, kept.words, signed), keyboard


async def _one(talk: Talk, kept: PracticeExample) -> tuple[Markup, InlineKeyboardMarkup]:
    if kept.consent is None:
        return await _consent(talk, kept)
    say = talk.say
    event = await talk.session.get_one(Event, kept.event_id)
    label, other = (
        (labels.SIGN_NAMELESS, Sharing.NAMELESS)
        if kept.consent is Consent.NAMED
        else (labels.SIGN_NAMED, Sharing.NAMED)
    )
    keyboard = keyboards.rows(
        [
            [button(say(label), OwnExample(example=kept.id, deed=other))],
            [button(say(labels.TAKE_BACK), OwnExample(example=kept.id, deed=Sharing.TAKE_BACK))],
            [button(say(labels.MY_EXAMPLES), OwnExample())],
        ]
    )
    return words.own(say, Shared(example=kept, event=event)), keyboard


async def _all_own(talk: Talk) -> tuple[Markup, InlineKeyboardMarkup]:
    found = await bank.of_author(talk.session, talk.person)
    rows = [[button(words.own_label(one), OwnExample(example=one.example.id))] for one in found]
    back = [button(talk.say(labels.GOOD_PRACTICE), Practice())]
    return words.own_page(talk.say, len(found)), keyboards.rows([*rows, back])


async def _to_begin(talk: Talk, event: Event) -> tuple[Markup, InlineKeyboardMarkup]:
    """What there is for one who has not made use of it yet."""
    say, number = talk.say, event.id
    others = button(say(labels.HOW_OTHERS), Practice(event=number))
    materials = button(say(labels.MATERIALS), Materials(event=number))
    more = [[others]] if await bank.has_any(talk.session, event) else []
    more += [[materials]] if await seen_by(talk.session, event, talk.person) else []
    ask = [button(say(labels.ASK_COORDINATOR), AskCoordinator(event=number))]
    return words.not_yet(say, has_more=bool(more)), keyboards.rows([*more, ask])


def _skip(say: Speech, event_id: int) -> InlineKeyboardMarkup:
    return keyboards.rows([[button(say(labels.SKIP), NoExample(event=event_id))]])


def _to_bank(say: Speech) -> InlineKeyboardMarkup:
    return keyboards.rows([[button(say(labels.GOOD_PRACTICE), Practice())]])
