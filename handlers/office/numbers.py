"""/skaiciai: how much is done and for whom, as figures, pictures and a workbook."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.journal.tables import Deed
from catalogue.numbers.periods import Period
from catalogue.people.rights import Right
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.numbers import Numbers, Show
from handlers.pages import list_page
from handlers.replies import Errand, Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import centre_name, shortened
from handlers.words.office import numbers as words
from handlers.words.speech import Speech

#: A kind of job, done in `bot.jobs.numbers`.
COUNT = "count"

_LONGEST_NAME = 60
_DOORS = (
    ((Show.WEEKS, labels.BY_WEEK),),
    ((Show.FILLS, labels.FILLS), (Show.AUDIENCE, labels.BY_AUDIENCE)),
    ((Show.TOWNS, labels.BY_TOWN), (Show.FUNDING, labels.BY_FUNDING)),
    ((Show.FIELDS, labels.BY_FIELD),),
    ((Show.WISHES, labels.UNMET_WISHES),),
    ((Show.WORKBOOK, labels.WHOLE_TABLE),),
)

router = Router(name="numbers")


@router.message(Command("skaiciai", "numbers", ignore_case=True))
async def begin(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.NUMBERS)
    return await _errand(talk, Numbers())


@router.callback_query(Numbers.filter(F.show == Show.PERIODS))
async def choose_period(press: CallbackQuery, callback_data: Numbers, talk: Talk) -> Replies:
    await _need(talk, callback_data)
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
    await _need(talk, callback_data)
    say, listed = talk.say, list_page(await _centres(talk), callback_data.page)
    every = callback_data.model_copy(update={"show": Show.SUMMARY, "centre": 0, "page": 0})
    keyboard = keyboards.rows(
        [
            [button(say(labels.ALL_CENTRES), every)],
            *[
                [
                    button(
                        shortened(centre_name(say, centre), _LONGEST_NAME),
                        every.model_copy(update={"centre": centre.id}),
                    )
                ]
                for centre in listed.shown
            ],
            keyboards.turns(say, callback_data, page=listed.number, has_more=listed.has_more),
        ]
    )
    return rewrite(talk, press, words.choose_centre(say), keyboard)


@router.callback_query(Numbers.filter())
async def show(press: CallbackQuery, callback_data: Numbers, talk: Talk) -> Replies:
    """What goes out as a workbook is noted."""
    await _need(talk, callback_data)
    if callback_data.show is Show.WORKBOOK:
        only = (await talk.realm(Right.NUMBERS)).only
        talk.note(Deed.NUMBERS_TAKEN, centre_id=callback_data.centre or only)
    return await _errand(talk, callback_data)


def doors(say: Speech, view: Numbers, *, several: bool) -> InlineKeyboardMarkup:
    """From the figures to all the rest; `several` centres may be counted apart."""

    choices = (
        (Show.PERIODS, labels.ANOTHER_PERIOD),
        *([(Show.CENTRES, labels.ANOTHER_CENTRE)] if several else []),
    )
    return keyboards.rows(
        [
            button(say(label), view.model_copy(update={"show": target, "page": 0}))
            for target, label in row
        ]
        for row in (*_DOORS, choices)
    )


def way_back(say: Speech, view: Numbers) -> InlineKeyboardMarkup:
    """Below a picture or a workbook."""
    summary = view.model_copy(update={"show": Show.SUMMARY})
    return keyboards.rows([[button(say(labels.OTHER_NUMBERS), summary)]])


async def _need(talk: Talk, view: Numbers) -> None:
    if view.centre:
        await talk.need_at(Right.NUMBERS, view.centre)
    else:
        await talk.need(Right.NUMBERS)


async def _centres(talk: Talk) -> Sequence[Centre]:
    realm = await talk.realm(Right.NUMBERS)
    return [one for one in await all_centres(talk.session) if realm.has(centre_id=one.id)]


async def _errand(talk: Talk, view: Numbers) -> Errand:
    """`centres` are those where one has the right at this moment; None is all of them."""
    realm = (await talk.realm(Right.NUMBERS)).centres
    own = None if realm is None else sorted(realm)
    return Errand(
        chat_id=talk.chat_id,
        kind=COUNT,
        language=talk.say.language,
        facts={
            "view": view.pack(),
            "centres": [view.centre] if view.centre else own,
            "several": len(await _centres(talk)) > 1,
        },
        text=words.counting(talk.say),
    )
