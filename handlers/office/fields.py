"""/sritys: the priority fields of the ministry, with the days on which they hold."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.programme import priority
from catalogue.programme.tables import PriorityField
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.programme import Fields
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words.office import labels
from handlers.words.office import priority as words

router = Router(name="fields")


@router.message(Command("sritys", "fields", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return say_to(talk, *await _page(talk))


@router.callback_query(Fields.filter(F.add))
async def ask(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    await forms.enter(talk.state, Form.priority_field)
    return say_to(talk, words.ask(talk.say), keyboards.stop(talk.say))


@router.message(Form.priority_field, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """What cannot be read is refused, and the form waits for another try."""
    await talk.need(Right.PROGRAMME)
    field = priority.read(message.text or "")
    await priority.add(talk.session, field)
    talk.note(Deed.FIELD_ADDED, name=field.name)
    await forms.leave(talk.state)
    return say_to(talk, *await _page(talk))


@router.callback_query(Fields.filter())
async def remove(press: CallbackQuery, callback_data: Fields, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    row = await talk.session.get(PriorityField, callback_data.remove)
    if row is not None:
        talk.note(Deed.FIELD_REMOVED, name=row.name)
        await priority.remove(talk.session, row.id)
    return rewrite(talk, press, *await _page(talk))


async def _page(talk: Talk) -> tuple[Markup, InlineKeyboardMarkup]:
    fields = await priority.entered(talk.session)
    keyboard = keyboards.rows(
        [
            *[[button(words.remove_label(talk.say, one), Fields(remove=one.id))] for one in fields],
            [button(talk.say(labels.ADD_FIELD), Fields(add=True))],
        ]
    )
    return words.page(talk.say, fields, now=talk.now), keyboard
