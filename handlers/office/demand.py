"""/paklausa: what is wanted and is not there, and who gathers for it."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.demand import gatherings, queries, rules
from catalogue.demand.wishes import Demand, by_group, by_town, told, wish
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from handlers import keyboards
from handlers.browsing import mark
from handlers.gathering import this_year
from handlers.keyboards import press as button
from handlers.office.callbacks.demand import (
    About,
    Demanded,
    Demands,
    GatherAt,
    Gathered,
    TakeBack,
    View,
)
from handlers.office.callbacks.needs import Surveys
from handlers.office.callbacks.numbers import Numbers
from handlers.office.creating import begin_with
from handlers.pages import list_page
from handlers.replies import Errand, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import shortened
from handlers.words.needs import KEEP_SURVEYS
from handlers.words.office import demand as words
from handlers.words.office import gathering as gathering_words
from handlers.words.office import labels as office_labels
from handlers.words.office.numbers import wish as named
from handlers.words.speech import capitalised

#: A kind of job, done in `bot.jobs.demand`.
DRAW = "demand"
#: Longer ago nothing is wanted still.
MOST_DAYS = queries.FRESH.days
#: Those who gather that stand above the list.
MOST_GATHERED = 5

router = Router(name="demand")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("paklausa", "demand", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.NUMBERS)
    return say_to(talk, *await page(talk))


@router.callback_query(Demands.filter(F.view == View.LIST))
async def turn(press: CallbackQuery, callback_data: Demands, talk: Talk) -> Replies:
    await talk.need(Right.NUMBERS)
    return rewrite(talk, press, *await page(talk, callback_data.page))


@router.callback_query(Demands.filter())
async def draw(press: CallbackQuery, callback_data: Demands, talk: Talk) -> Replies:
    """What goes out as a workbook is noted."""
    await talk.need(Right.NUMBERS)
    if callback_data.view is View.TABLE:
        talk.note(Deed.DEMAND_TAKEN, centre_id=(await talk.realm(Right.NUMBERS)).only)
    return Errand(
        chat_id=talk.chat_id,
        kind=DRAW,
        language=talk.say.language,
        facts={"view": callback_data.view.value},
        text=words.making(talk.say),
    )


@router.callback_query(Demanded.filter(F.deed == About.ASIDE))
async def aside(press: CallbackQuery, callback_data: Demanded, talk: Talk) -> Replies:
    """The list without it, which says so and takes it back at a press."""
    await talk.need(Right.PROGRAMME)
    one = await _one(talk, callback_data.mark)
    if one is None:
        return rewrite(talk, press, *await page(talk))
    days = await rules.set_aside(talk.session, one.key, day=talk.say.local(talk.now).date())
    talk.note(Deed.DEMAND_SET_ASIDE, centre_id=(await talk.realm(Right.PROGRAMME)).only)
    back = TakeBack(mark=mark(one.key), before=min(days, MOST_DAYS))
    text, keyboard = await page(talk)
    return rewrite(
        talk,
        press,
        Markup("{}\n\n{}").format(words.set_aside(talk.say, wish(one), now=talk.now), text),
        keyboards.rows(
            [[button(talk.say(office_labels.SHOW_AGAIN), back)], *keyboard.inline_keyboard]
        ),
    )


@router.callback_query(TakeBack.filter())
async def take_back(press: CallbackQuery, callback_data: TakeBack, talk: Talk) -> Replies:
    """As it stood before it was put aside."""
    await talk.need(Right.PROGRAMME)
    every = await queries.aside(talk.session)
    if one := next((one for one in every if mark(one.key) == callback_data.mark), None):
        await rules.take_back(talk.session, one, days=callback_data.before)
        talk.note(Deed.DEMAND_TAKEN_BACK, centre_id=(await talk.realm(Right.PROGRAMME)).only)
    return rewrite(talk, press, *await _about(talk, callback_data.mark))


@router.callback_query(Demanded.filter(F.deed == About.EVENT))
async def event(press: CallbackQuery, callback_data: Demanded, talk: Talk) -> Replies:
    """A new event of it is begun; the title is suggested."""
    await talk.need(Right.PROGRAMME)
    one = await _one(talk, callback_data.mark)
    if one is None:
        return rewrite(talk, press, *await page(talk))
    return say_to(talk, *await begin_with(talk, capitalised(one.words)))


@router.callback_query(Demanded.filter())
async def demanded(press: CallbackQuery, callback_data: Demanded, talk: Talk) -> Replies:
    await talk.need(Right.NUMBERS)
    return rewrite(talk, press, *await _about(talk, callback_data.mark))


async def _about(talk: Talk, marked: str) -> Shown:
    """One thing with all that may be told of it; the list where it is wanted no more."""
    one = await _one(talk, marked)
    told_of = wish(one) if one else None
    if one is None or told_of is None:
        return await page(talk)
    (one,) = await queries.with_profiles(talk.session, [one])
    say, deeds = talk.say, []
    if await talk.realm(Right.PROGRAMME):
        deeds = [
            [button(say(office_labels.PUBLISH_FOR_IT), _of(one, About.EVENT))] if one.words else [],
            [button(say(office_labels.SET_ASIDE), _of(one, About.ASIDE))],
        ]
    back = [button(say(labels.BACK), Demands())]
    text = words.demanded(say, told_of, by_group(one), by_town(one), now=talk.now)
    return text, keyboards.rows([*deeds, back])


async def page(talk: Talk, number: int = 0) -> Shown:
    """Those who gather already, then a page of what is wanted."""
    say = talk.say
    listed = list_page(told(await _demand(talk)), number)
    rows = [
        [
            button(
                f"{place}. {shortened(named(say, one, now=talk.now), words.LABEL_LENGTH)}",
                Demanded(mark=mark(one.key)),
            )
        ]
        for place, one in enumerate(listed.shown, start=listed.first)
    ]
    turns = keyboards.turns(say, Demands(), page=listed.number, has_more=listed.has_more)
    files = [
        button(say(office_labels.DEMAND_PICTURE), Demands(view=View.PICTURE)),
        button(say(office_labels.DEMAND_TABLE), Demands(view=View.TABLE)),
    ]
    keyboard = keyboards.rows(
        [
            *await _gathered(talk),
            *rows,
            turns,
            files if listed.shown else [],
            await _setting(talk),
            _doors(talk),
        ]
    )
    return words.page(say, listed.shown, first=listed.first, now=talk.now), keyboard


def _doors(talk: Talk) -> list[InlineKeyboardButton]:
    """To where wishes come from too, and to all that is counted."""
    return [
        button(talk.say(KEEP_SURVEYS), Surveys()),
        button(talk.say(office_labels.OTHER_NUMBERS), Numbers()),
    ]


async def _gathered(talk: Talk) -> list[list[InlineKeyboardButton]]:
    realm = await talk.realm(Right.PROGRAMME)
    if not realm:
        return []
    found = await gatherings.open_ones(talk.session, realm, year=this_year(talk))
    return [
        [
            button(
                gathering_words.label(
                    talk.say, one, (await gatherings.progress(talk.session, one.theme)).people
                ),
                Gathered(gathering=one.id),
            )
        ]
        for one in found[:MOST_GATHERED]
    ]


async def _setting(talk: Talk) -> list[InlineKeyboardButton]:
    if not await talk.realm(Right.PROGRAMME):
        return []
    return [button(talk.say(office_labels.GATHER_AT), GatherAt())]


async def _demand(talk: Talk) -> list[Demand]:
    today = talk.say.local(talk.now).date()
    return await queries.demand(talk.session, span=queries.fresh(today), zone=talk.say.timezone)


async def _one(talk: Talk, marked: str) -> Demand | None:
    """The one that is meant; None where it is wanted no more."""
    return next((one for one in await _demand(talk) if mark(one.key) == marked), None)


def _of(one: Demand, deed: About) -> Demanded:
    return Demanded(mark=mark(one.key), deed=deed)
