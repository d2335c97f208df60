"""Cards and confirmations: the values several handlers answer with."""

from collections.abc import Iterable, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.attendance import noted
from catalogue.learning.certificates import of_registrations
from catalogue.materials.queries import seen_by
from catalogue.people.rights import Right
from catalogue.practice.bank import has_any
from catalogue.programme.tables import Event
from catalogue.registrations.payments import is_unsaid
from catalogue.registrations.queries import Standing, standing
from catalogue.registrations.refusals import Clash
from catalogue.registrations.rules import Joined
from catalogue.registrations.tables import Registration
from handlers import keyboards
from handlers.callbacks.menu import StopForm
from handlers.keyboards import press as button
from handlers.replies import Reply
from handlers.talk import Talk
from handlers.words import events as words
from handlers.words import labels, menu, paying
from handlers.words import refusals as refusal_words
from handlers.words import registrations as registration_words
from handlers.words.speech import Speech


def say_to(talk: Talk, text: str, keyboard: InlineKeyboardMarkup | None = None) -> SendMessage:
    return SendMessage(chat_id=talk.chat_id, text=str(text), reply_markup=keyboard)


def out_of_date(talk: Talk) -> SendMessage:
    """To a press on what is no more: where to begin again."""
    return say_to(talk, menu.out_of_date(talk.say), keyboards.doors(talk.say))


def rewrite(
    talk: Talk, press: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup | None = None
) -> EditMessageText | SendMessage:
    """Changes the message whose button was pressed; a new one where Telegram no longer shows it,
    or where it is a file, whose caption holds less.
    """
    shown = press.message
    if shown is None or (isinstance(shown, Message) and (shown.document or shown.photo)):
        return say_to(talk, text, keyboard)
    return EditMessageText(
        chat_id=talk.chat_id,
        message_id=shown.message_id,
        text=str(text),
        reply_markup=keyboard,
    )


async def card(talk: Talk, event: Event) -> SendMessage:
    return say_to(talk, *await _card(talk, event))


async def card_with(
    talk: Talk,
    event: Event,
    *,
    above: Markup | None,
    below: Iterable[Sequence[InlineKeyboardButton]],
) -> tuple[Markup, InlineKeyboardMarkup]:
    """The card as the answer to a question: with words above it, and rows of buttons below."""
    text, keyboard = await _card(talk, event)
    together = Markup("{}\n\n{}").format(above, text) if above else text
    return together, keyboards.rows([*keyboard.inline_keyboard, *below])


async def refreshed_card(
    talk: Talk, press: CallbackQuery, event: Event, stands: Standing | None = None
) -> Reply:
    """The card again as things stand now, in the place of the pressed message."""
    return rewrite(talk, press, *await _card(talk, event, stands))


async def outcome(talk: Talk, joined: Joined) -> list[Reply]:
    """How one stands after joining; where it costs, who pays is asked by the way."""
    state = joined.registration.state
    text = registration_words.joined(
        talk.say,
        joined.event,
        state,
        joined.place,
        usual=talk.house.reminders,
        now=talk.now,
    )
    above = keyboards.waiting(talk.say, joined.registration, joined.event, now=talk.now)
    event, own = joined.event, joined.registration
    text, payers = await asking_who_pays(talk.session, talk.say, text, event=event, own=own)
    return [say_to(talk, text, keyboards.registered(talk.say, event, *above, *payers))]


async def asking_who_pays(
    session: AsyncSession, say: Speech, text: Markup, *, event: Event, own: Registration
) -> tuple[Markup, list[list[InlineKeyboardButton]]]:
    """The news of a place, and below it the question who pays, where that is still to be said."""
    if not await is_unsaid(session, event=event, own=own):
        return text, []
    return Markup("{}\n\n{}").format(text, paying.asked(say, event)), keyboards.payers(say, event)


def clash_question(talk: Talk, clash: Clash, anyway: CallbackData) -> Reply:
    """With `anyway` on the button of one who means it all the same."""
    return say_to(
        talk,
        refusal_words.worded(talk.say, clash, now=talk.now),
        keyboards.rows(
            [
                [button(talk.say(labels.REGISTER_ANYWAY), anyway)],
                [button(talk.say(labels.STOP), StopForm())],
            ]
        ),
    )


async def _card(
    talk: Talk, event: Event, stands: Standing | None = None
) -> tuple[Markup, InlineKeyboardMarkup]:
    """The event is kept in mind: a question without a name is about the one looked at last."""
    await talk.state.update_data(event=event.id)
    stands = stands or await standing(talk.session, event=event, person=talk.person)
    was_there = await _was_there(talk, event, stands.own)
    text = words.card(talk.say, event, stands, was_there=was_there, now=talk.now)
    manages = await talk.may(Right.PARTICIPANTS, event)
    has = bool(await seen_by(talk.session, event, talk.person))
    has = has or (not manages and await talk.may(Right.MATERIALS, event))
    examples = event.starts_at <= talk.now and await has_any(talk.session, event)
    return text, keyboards.card(
        talk,
        event,
        stands,
        has_materials=has,
        has_examples=examples,
        paper=await _paper(talk, stands.own),
        manages=manages,
    )


async def _was_there(talk: Talk, event: Event, own: Registration | None) -> bool | None:
    """Asked of what is over alone; None where nobody has noted it."""
    if own is None or event.over_at > talk.now:
        return None
    return (await noted(talk.session, [own.id])).get(own.id)


async def _paper(talk: Talk, own: Registration | None) -> int | None:
    """Of one's own registration, where one has been issued and is valid."""
    if own is None:
        return None
    papers = await of_registrations(talk.session, [own.id])
    return next((one.certificate.id for one in papers.values() if one.is_valid), None)
