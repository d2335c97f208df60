"""Who pays for one's place: asked once where an event costs, told and changed at any time."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from catalogue.people import traits
from catalogue.people.tables import Trait
from catalogue.programme.tables import Event
from catalogue.registrations import payments
from catalogue.registrations.refusals import NotRegistered
from catalogue.registrations.tables import Payer, Payment, Registration
from handlers import forms, keyboards
from handlers.callbacks.programme import OpenEvent
from handlers.callbacks.seats import PayerDetail, PayerFact, WhoPays
from handlers.cards import registration, seen
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import refreshed_card, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import paying as words

router = Router(name="paying")


@router.callback_query(WhoPays.filter(~F.payer))
async def ask(press: CallbackQuery, callback_data: WhoPays, talk: Talk) -> Replies:
    event, own = await _own(talk, callback_data.event)
    if not payments.owes(event, own):
        return await refreshed_card(talk, press, event)
    payment = await payments.payment_of(talk.session, own)
    keyboard = keyboards.rows([*keyboards.payers(talk.say, event), _back(talk, event)])
    return say_to(talk, words.question(talk.say, event, payment), keyboard)


@router.callback_query(WhoPays.filter())
async def answer(press: CallbackQuery, callback_data: WhoPays, talk: Talk) -> Replies:
    """Kept at once; what else there is to know of a school or of somebody else is asked after."""
    event, own = await _own(talk, callback_data.event)
    payer = callback_data.payer or Payer.SELF
    payment = await payments.say(talk.session, own, payer=payer, now=talk.now)
    if payer is Payer.SELF:
        return say_to(talk, words.self_noted(talk.say), keyboards.rows([_back(talk, event)]))
    if payer is Payer.SCHOOL and not payment.school:
        told = await traits.traits_of(talk.session, talk.person)
        payment.school = next(iter(told[Trait.SCHOOL]), "")
    fact = PayerFact.CONTACT if payment.school else PayerFact.SCHOOL
    return await _ask_fact(talk, event, payment, fact)


@router.callback_query(PayerDetail.filter())
async def detail(press: CallbackQuery, callback_data: PayerDetail, talk: Talk) -> Replies:
    """Asks for it, or lets it be."""
    event, own = await _own(talk, callback_data.event)
    payment = await payments.payment_of(talk.session, own)
    if payment is None:
        return await refreshed_card(talk, press, event)
    if not callback_data.skip:
        return await _ask_fact(talk, event, payment, callback_data.fact)
    if callback_data.fact is PayerFact.SCHOOL:
        return await _ask_fact(talk, event, payment, PayerFact.CONTACT)
    await forms.leave(talk.state)
    return rewrite(talk, press, *_noted(talk, event, payment))


@router.message(Form.payer, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """A school that was not known yet is remembered among what the person tells of their work."""
    form = await forms.gathered(talk.state)
    event, own = await _own(talk, form["event"])
    payment = await payments.payment_of(talk.session, own)
    if payment is None:
        raise NotRegistered(event)
    if PayerFact(form["fact"]) is PayerFact.CONTACT:
        payment.contact = payments.clean(message.text or "", payments.LONGEST_CONTACT)
        await forms.leave(talk.state)
        return say_to(talk, *_noted(talk, event, payment))
    payment.school = payments.clean(message.text or "", payments.LONGEST_SCHOOL)
    if payment.payer is Payer.SCHOOL:
        await _remember(talk, payment.school)
    return await _ask_fact(talk, event, payment, PayerFact.CONTACT)


async def _own(talk: Talk, event_id: int) -> tuple[Event, Registration]:
    """Raises EventGone, NotRegistered."""
    event = await seen(talk, event_id)
    own = await registration(talk, event)
    if own is None:
        raise NotRegistered(event)
    return event, own


async def _ask_fact(talk: Talk, event: Event, payment: Payment, fact: PayerFact) -> Replies:
    say = talk.say
    await forms.enter(talk.state, Form.payer, event=event.id, fact=fact.value)
    skip = button(say(labels.SKIP), PayerDetail(event=event.id, fact=fact, skip=True))
    if fact is PayerFact.SCHOOL:
        asked = words.ask_school if payment.payer is Payer.SCHOOL else words.ask_other
        return say_to(talk, asked(say), keyboards.rows([[skip]]))
    other = button(say(labels.ANOTHER_SCHOOL), PayerDetail(event=event.id, fact=PayerFact.SCHOOL))
    has_other = payment.payer is Payer.SCHOOL and payment.school
    return say_to(
        talk,
        words.ask_contact(say, payment),
        keyboards.rows([[other] if has_other else [], [skip]]),
    )


async def _remember(talk: Talk, school: str) -> None:
    told = await traits.traits_of(talk.session, talk.person)
    if not told[Trait.SCHOOL]:
        await traits.add(talk.session, talk.person, Trait.SCHOOL, school)


def _noted(talk: Talk, event: Event, payment: Payment) -> tuple[str, InlineKeyboardMarkup]:
    return words.all_noted(talk.say, payment), keyboards.rows([_back(talk, event)])


def _back(talk: Talk, event: Event) -> list[InlineKeyboardButton]:
    return [button(talk.say(labels.OPEN), OpenEvent(event=event.id))]
