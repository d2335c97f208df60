"""/skaiciai: how much is done and for whom, as figures, pictures and a workbook."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from catalogue.journal.tables import Deed
from catalogue.numbers.periods import Period
from catalogue.people.rights import Right
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office import demand, own_centres
from handlers.office.callbacks.numbers import Numbers, Show
from handlers.office.callbacks.practice import UseNumbers
from handlers.office.callbacks.quality import Ratings
from handlers.office.callbacks.reports import Report
from handlers.replies import Errand, Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import numbers as words
from handlers.words.speech import Speech

#: A kind of job, done in `bot.jobs.numbers`.
COUNT = "count"

_DOORS = (
    ((Show.WEEKS, office_labels.BY_WEEK),),
    ((Show.FILLS, office_labels.FILLS), (Show.AUDIENCE, office_labels.BY_AUDIENCE)),
    ((Show.TOWNS, office_labels.BY_TOWN), (Show.FUNDING, office_labels.BY_FUNDING)),
    ((Show.FIELDS, office_labels.BY_FIELD),),
    ((Show.WISHES, office_labels.UNMET_WISHES),),
    ((Show.WORKBOOK, office_labels.WHOLE_TABLE),),
)

router = Router(name="numbers")


@router.message(Command("skaiciai", "numbers", ignore_case=True))
async def begin(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.NUMBERS)
    return await _errand(talk, Numbers())


@router.callback_query(Numbers.filter(F.show == Show.PERIODS))
async def choose_period(press: CallbackQuery, callback_data: Numbers, talk: Talk) -> Replies:
    await own_centres.need(talk, callback_data.centre)
    choices = [
        [
            button(
                words.period_name(talk.say, period, today=talk.say.local(talk.now).date()),
                callback_data.model_copy(update={"show": Show.SUMMARY, "period": period}),
            )
        ]
        for period in Period
    ]
    return rewrite(talk, press, words.choose_period(talk.say), keyboards.rows(choices))


@router.callback_query(Numbers.filter(F.show == Show.CENTRES))
async def choose_centre(press: CallbackQuery, callback_data: Numbers, talk: Talk) -> Replies:
    """Of those where one may."""
    await own_centres.need(talk, callback_data.centre)
    summary = callback_data.model_copy(update={"show": Show.SUMMARY})
    every = await own_centres.own_centres(talk)
    keyboard = own_centres.choice(talk.say, callback_data, summary, every, page=callback_data.page)
    return rewrite(talk, press, words.choose_centre(talk.say), keyboard)


@router.callback_query(Numbers.filter())
async def show(press: CallbackQuery, callback_data: Numbers, talk: Talk) -> Replies:
    """What goes out as a workbook is noted. What is wanted has a room of its own."""
    await own_centres.need(talk, callback_data.centre)
    if callback_data.show is Show.WISHES:
        return rewrite(talk, press, *await demand.page(talk))
    if callback_data.show is Show.WORKBOOK:
        only = (await talk.realm(Right.NUMBERS)).only
        talk.note(Deed.NUMBERS_TAKEN, centre_id=callback_data.centre or only)
    return await _errand(talk, callback_data)


def doors(say: Speech, view: Numbers, *, several: bool) -> InlineKeyboardMarkup:
    """From the figures to all the rest; `several` centres may be counted apart."""

    choices = (
        (Show.PERIODS, office_labels.ANOTHER_PERIOD),
        *([(Show.CENTRES, labels.ANOTHER_CENTRE)] if several else []),
    )
    rows = [
        [
            button(say(label), view.model_copy(update={"show": target, "page": 0}))
            for target, label in row
        ]
        for row in (*_DOORS, choices)
    ]
    report = [button(say(office_labels.REPORT), Report(centre=view.centre))]
    after = [
        button(say(office_labels.FEEDBACK), Ratings(period=view.period, centre=view.centre)),
        button(say(office_labels.USE), UseNumbers(period=view.period, centre=view.centre)),
    ]
    return keyboards.rows([*rows[:-1], after, report, rows[-1]])


def way_back(say: Speech, view: Numbers) -> InlineKeyboardMarkup:
    """Below a picture or a workbook."""
    summary = view.model_copy(update={"show": Show.SUMMARY})
    return keyboards.rows([[button(say(office_labels.OTHER_NUMBERS), summary)]])


async def _errand(talk: Talk, view: Numbers) -> Errand:
    return Errand(
        chat_id=talk.chat_id,
        kind=COUNT,
        language=talk.say.language,
        facts={
            "view": view.pack(),
            "centres": await own_centres.counted_of(talk, view.centre),
            "several": len(await own_centres.own_centres(talk)) > 1,
        },
        text=words.counting(talk.say),
    )
