"""/ataskaita: what a month, a quarter or a year came to, as a paper and a workbook."""

from datetime import date

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.centres.queries import chosen
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.reports.periods import Kind, Period, around, newest_whole
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office import own_centres
from handlers.office.callbacks.numbers import Numbers
from handlers.office.callbacks.reports import Report, Show
from handlers.replies import Errand, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import numbers as number_words
from handlers.words.office import reports as words
from handlers.words.speech import Speech

#: A kind of job, done in `bot.jobs.reports`.
REPORT = "report"
_EARLIEST = 2000

router = Router(name="reports")


@router.message(Command("ataskaita", "report", ignore_case=True))
async def begin(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await _page(talk, Report()))


@router.callback_query(Report.filter(F.show == Show.PERIOD))
async def choose(press: CallbackQuery, callback_data: Report, talk: Talk) -> Replies:
    return rewrite(talk, press, *await _page(talk, callback_data))


@router.callback_query(Report.filter(F.show == Show.CENTRES))
async def choose_centre(press: CallbackQuery, callback_data: Report, talk: Talk) -> Replies:
    """Of those where one may."""
    await own_centres.need(talk, callback_data.centre)
    offered = callback_data.model_copy(update={"show": Show.PERIOD})
    every = await own_centres.own_centres(talk)
    keyboard = own_centres.choice(talk.say, callback_data, offered, every, page=callback_data.page)
    return rewrite(talk, press, number_words.choose_centre(talk.say), keyboard)


@router.callback_query(Report.filter())
async def make(press: CallbackQuery, callback_data: Report, talk: Talk) -> Replies:
    """What goes out is noted."""
    await own_centres.need(talk, callback_data.centre)
    period = period_of(callback_data, _today(talk))
    only = (await talk.realm(Right.NUMBERS)).only
    talk.note(
        Deed.REPORT_TAKEN,
        centre_id=callback_data.centre or only,
        period=period.kind.value,
        number=period.number,
    )
    return Errand(
        chat_id=talk.chat_id,
        kind=REPORT,
        language=talk.say.language,
        facts={
            "view": callback_data.model_copy(update={"number": period.number}).pack(),
            "centres": await own_centres.counted_of(talk, callback_data.centre),
            "several": len(await own_centres.own_centres(talk)) > 1,
        },
        text=words.making(talk.say),
    )


def period_of(view: Report, today: date) -> Period:
    """Of what has begun and is not too long ago; else the newest that is over."""
    first = around(date(_EARLIEST, 9, 1), view.kind).number
    if first <= view.number <= around(today, view.kind).number:
        return Period(view.kind, view.number)
    return newest_whole(today, view.kind)


def turns(
    say: Speech, view: Report, *, today: date, several: bool
) -> list[list[InlineKeyboardButton]]:
    """To the period before and after, to other lengths of time, to another centre, and back."""
    period = period_of(view, today)
    plain = view.model_copy(update={"show": Show.PERIOD, "page": 0})
    found = []
    for step in (-1, 1):
        other = plain.model_copy(update={"number": period.number + step})
        if period_of(other, today) == period.later(step):
            found.append(button(words.turn(say, period.later(step), step), other))
    kinds = [
        button(say(words.KINDS[kind]), plain.model_copy(update={"kind": kind, "number": 0}))
        for kind in Kind
        if kind is not view.kind
    ]
    centres = plain.model_copy(update={"show": Show.CENTRES})
    return [
        found,
        kinds,
        [button(say(labels.ANOTHER_CENTRE), centres)] if several else [],
        [button(say(office_labels.OTHER_NUMBERS), Numbers(centre=view.centre))],
    ]


def _today(talk: Talk) -> date:
    return talk.say.local(talk.now).date()


async def _page(talk: Talk, view: Report) -> tuple[Markup, InlineKeyboardMarkup]:
    """Of what it will be, with the one press that makes it."""
    await own_centres.need(talk, view.centre)
    say, today = talk.say, _today(talk)
    period = period_of(view, today)
    numbers = await own_centres.counted_of(talk, view.centre)
    centres = await chosen(talk.session, numbers)
    text = words.offer(
        say, period, words.whose(say, centres), is_whole=period.is_whole(today), today=today
    )
    made = view.model_copy(update={"show": Show.MADE, "number": period.number, "page": 0})
    several = len(await own_centres.own_centres(talk)) > 1
    return text, keyboards.rows(
        [
            [button(say(office_labels.MAKE_REPORT), made)],
            *turns(say, view, today=today, several=several),
        ]
    )
