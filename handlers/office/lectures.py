"""/paskaitos: the coming events whose lists a lecturer or the one at the door sees."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.people.rights import Right
from catalogue.programme.queries import not_over
from catalogue.registrations.queries import counts
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.materials import MaterialEvents
from handlers.office.callbacks.participants import EndedLists, Participants
from handlers.office.callbacks.quality import FeedbackEvents
from handlers.office.callbacks.staff import Lectures
from handlers.office.doors import lists_label
from handlers.pages import PER_PAGE
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import label
from handlers.words.office import labels as office_labels
from handlers.words.office import lectures as words

router = Router(name="lectures")


@router.message(Command("paskaitos", "lectures", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.ROLL)
    return say_to(talk, *await _page(talk, 0))


@router.callback_query(Lectures.filter())
async def turn_page(press: CallbackQuery, callback_data: Lectures, talk: Talk) -> Replies:
    await talk.need(Right.ROLL)
    return rewrite(talk, press, *await _page(talk, callback_data.page))


async def _page(talk: Talk, number: int) -> tuple[Markup, InlineKeyboardMarkup]:
    say, first = talk.say, number * PER_PAGE
    realm = await talk.realm(Right.ROLL)
    found = await not_over(talk.session, realm, now=talk.now, limit=PER_PAGE + 1, offset=first)
    shown = found[:PER_PAGE]
    counted = await counts(talk.session, shown)
    text = words.page(say, say(lists_label(realm)), shown, counted, first=first + 1, now=talk.now)
    turns = keyboards.turns(say, Lectures(), page=number, has_more=len(found) > PER_PAGE)
    lists = [
        [button(label(say, event, number=number), Participants(event=event.id))]
        for number, event in enumerate(shown, start=first + 1)
    ]
    materials = [button(say(labels.MATERIALS), MaterialEvents())]
    ended = button(say(office_labels.ENDED_EVENTS), EndedLists())
    feedback = [button(say(office_labels.FEEDBACK), FeedbackEvents())]
    rights = await talk.rights()
    after = [
        materials if Right.MATERIALS in rights else [],
        feedback if Right.FEEDBACK in rights else [],
    ]
    return text, keyboards.rows([*lists, turns, [ended], *after])
