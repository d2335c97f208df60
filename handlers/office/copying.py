"""Copying an event into the coming year."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from catalogue.editing import copying
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.programme.holidays import school_days
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.programme import CopyEvent, LastYear, NewEvents
from handlers.office.callbacks.staff import EventPage
from handlers.office.creating import confirmed
from handlers.office.editing import seen
from handlers.pages import PER_PAGE
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import label
from handlers.words.office import copying as words
from handlers.words.office import labels as office_labels

router = Router(name="copying")


@router.callback_query(LastYear.filter())
async def last_year(press: CallbackQuery, callback_data: LastYear, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    realm, number = await talk.realm(Right.PROGRAMME), callback_data.page
    found = await copying.of_last_year(
        talk.session, realm, now=talk.now, limit=PER_PAGE + 1, offset=number * PER_PAGE
    )
    rows = [
        [button(label(talk.say, event), CopyEvent(event=event.id))] for event in found[:PER_PAGE]
    ]
    turns = keyboards.turns(talk.say, callback_data, page=number, has_more=len(found) > PER_PAGE)
    back = [button(talk.say(labels.BACK), NewEvents())]
    text = words.last_year(talk.say, len(found))
    return rewrite(talk, press, text, keyboards.rows([*rows, turns, back]))


@router.callback_query(CopyEvent.filter(~F.sure))
async def look(press: CallbackQuery, callback_data: CopyEvent, talk: Talk) -> Replies:
    """As it would be; nothing is made yet."""
    event = await seen(talk, callback_data.event)
    zone = talk.say.timezone
    draft = copying.copied(event, now=talk.now, zone=zone)
    met = copying.holidays_met(draft, await school_days(talk.session), zone)
    sure = CopyEvent(event=event.id, sure=True)
    keyboard = keyboards.rows(
        [
            [button(talk.say(office_labels.MAKE_DRAFT), sure)],
            [button(talk.say(labels.BACK), EventPage(event=event.id))],
        ]
    )
    copy = copying.shown(event, draft)
    return say_to(talk, words.preview(talk.say, copy, met, now=talk.now), keyboard)


@router.callback_query(CopyEvent.filter())
async def make(press: CallbackQuery, callback_data: CopyEvent, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    copy = await copying.make(talk.session, event, now=talk.now, zone=talk.say.timezone)
    talk.note(Deed.EVENT_MADE, event=copy)
    return rewrite(talk, press, *await confirmed(talk, copy))
