"""Whose own event it is: staff invite its lecturers and let them go."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.appointing import roster
from catalogue.appointing import rules as appointing
from catalogue.people.rights import Right
from catalogue.people.tables import Person, Role
from catalogue.programme.tables import Event
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.staff import EventPage, Lecturers
from handlers.office.inviting import link_for_lecturer
from handlers.office.managing import managed
from handlers.office.staff import menu_of
from handlers.replies import Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import staff as words

router = Router(name="lecturers")

Shown = tuple[Markup, InlineKeyboardMarkup]

#: So many buttons at most; nobody has more lecturers.
MOST = 30


@router.callback_query(Lecturers.filter())
async def lecturers(press: CallbackQuery, callback_data: Lecturers, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event, Right.PROGRAMME)
    if callback_data.invite:
        return await link_for_lecturer(talk, event)
    people = await roster.lecturers(talk.session, event)
    leaving = next((one for one in people if one.id == callback_data.drop), None)
    if leaving is None:
        return rewrite(talk, press, *_page(talk, event, people[:MOST]))
    if not callback_data.sure:
        question = words.dismiss_question(talk.say, leaving, Role.LECTURER, is_last=False)
        return rewrite(talk, press, question, _sure(talk, event, leaving))
    await appointing.end_lecturing(talk.session, event, leaving, by=talk.person, now=talk.now)
    people = await roster.lecturers(talk.session, event)
    return [rewrite(talk, press, *_page(talk, event, people)), *await menu_of(talk, leaving)]


def _page(
    talk: Talk, event: Event, people: Sequence[Person]
) -> tuple[Markup, InlineKeyboardMarkup]:
    say, number = talk.say, event.id
    keyboard = keyboards.rows(
        [
            *[
                [button(words.drop_label(say, one), Lecturers(event=number, drop=one.id))]
                for one in people
            ],
            [button(say(office_labels.INVITE_LECTURER), Lecturers(event=number, invite=True))],
            [button(say(labels.BACK), EventPage(event=number))],
        ]
    )
    return words.lecturers(say, event, people), keyboard


def _sure(talk: Talk, event: Event, person: Person) -> InlineKeyboardMarkup:
    sure = Lecturers(event=event.id, drop=person.id, sure=True)
    return keyboards.rows(
        [
            [button(talk.say(office_labels.YES_DISMISS), sure)],
            [button(talk.say(labels.STOP), Lecturers(event=event.id))],
        ]
    )
