"""Those who ask to be let go when they may no longer leave by themselves: one press for each."""

from collections.abc import Sequence
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations import leaving
from catalogue.registrations.leaving import Asking, who_ask
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office import managing
from handlers.office.callbacks.participants import AnswerLeave, LeaveRequests, Participants
from handlers.office.participant import at_hand
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words.office import labels
from handlers.words.office import leaving as words
from handlers.words.speech import Speech

router = Router(name="office_leaving")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(LeaveRequests.filter())
async def show(press: CallbackQuery, callback_data: LeaveRequests, talk: Talk) -> Replies:
    event = await managing.managed(talk, callback_data.event)
    return rewrite(talk, press, *await _page(talk, event, number=callback_data.page))


@router.callback_query(AnswerLeave.filter())
async def answer(press: CallbackQuery, callback_data: AnswerLeave, talk: Talk) -> Replies:
    """The list as it is then; what was answered already is answered no more."""
    case = await at_hand(talk, callback_data.registration)
    granted = callback_data.granted
    done = await leaving.answer(talk.session, case, ticket=callback_data.ticket, granted=granted)
    above = (
        words.answered(talk.say, case.person, granted=granted) if done else words.too_late(talk.say)
    )
    text, keyboard = await _page(talk, case.event)
    return rewrite(talk, press, Markup("{}\n\n{}").format(above, text), keyboard)


async def _page(talk: Talk, event: Event, *, number: int = 0) -> Shown:
    asking = await who_ask(talk.session, event)
    return page(talk.say, event, asking, number=number, now=talk.now)


def page(
    say: Speech, event: Event, asking: Sequence[Asking], *, number: int = 0, now: datetime
) -> Shown:
    """Each with the two answers; also what staff are told of by itself."""
    shown = list_page(asking, number)
    text = words.page(say, event, shown.shown, number=len(asking), first=shown.first, now=now)
    view = LeaveRequests(event=event.id)
    alone = len(asking) == 1
    rows = [
        _answers(say, one, None if alone else place)
        for place, one in enumerate(shown.shown, start=shown.first)
    ]
    turns = keyboards.turns(say, view, page=shown.number, has_more=shown.has_more)
    back = [button(say(labels.TO_THE_LIST), Participants(event=event.id))]
    return text, keyboards.rows([*rows, turns, back])


def _answers(say: Speech, one: Asking, place: int | None) -> list[InlineKeyboardButton]:
    """With the number of the line where there are several."""
    front = "" if place is None else f"{place}. "
    number, ticket = one.request.registration_id, one.request.ticket
    return [
        button(
            f"{front}{say(label)}",
            AnswerLeave(registration=number, ticket=ticket, granted=granted),
        )
        for label, granted in ((labels.LET_GO, True), (labels.DO_NOT_LET_GO, False))
    ]
