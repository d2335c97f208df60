"""/mokykla: what the teachers of a head's school completed, and what to recommend to them."""

from datetime import date

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.heads import completed as counting
from catalogue.heads import rules
from catalogue.heads.completed import Completed
from catalogue.heads.months import before
from catalogue.heads.planned import planned
from catalogue.heads.tables import Head
from catalogue.heads.teachers import Workplace, workplace
from catalogue.people import traits
from catalogue.plans.stretches import Stretch, around, numbered
from handlers import keyboards, planning
from handlers.callbacks.programme import Plan
from handlers.callbacks.schools import BeHead, HeadDeed, MySchool, Recommend, SchoolNames
from handlers.heads_settings import settings
from handlers.keyboards import press as button
from handlers.pages import list_page
from handlers.planning import Shown, card_link
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import school_months as words
from handlers.words.plans import turn_label
from handlers.words.speech import Speech

#: How far back one may look.
MOST_MONTHS = 12

router = Router(name="heads")

View = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("mokykla", "school", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await page(talk, MySchool()))


@router.callback_query(MySchool.filter(~F.settings))
async def turn(press: CallbackQuery, callback_data: MySchool, talk: Talk) -> Replies:
    return rewrite(talk, press, *await page(talk, callback_data))


@router.callback_query(SchoolNames.filter())
async def names(press: CallbackQuery, callback_data: SchoolNames, talk: Talk) -> Replies:
    """As far as the head may still see them."""
    head = await _confirmed(talk)
    month = _month(talk, callback_data.month)
    told = await _completed(talk, head, month) if head else None
    if told is None or not told.named:
        return rewrite(talk, press, *await page(talk, MySchool(month=callback_data.month)))
    some = list_page(told.named, callback_data.page)
    rows = [
        keyboards.turns(talk.say, callback_data, page=some.number, has_more=some.has_more),
        [button(talk.say(labels.MY_SCHOOL), MySchool(month=callback_data.month))],
    ]
    return rewrite(talk, press, words.names(talk.say, told, some.shown), keyboards.rows(rows))


@router.callback_query(Recommend.filter())
async def recommend(press: CallbackQuery, callback_data: Recommend, talk: Talk) -> Replies:
    """A message without buttons: whoever gets it forwarded could not press them."""
    traits.with_consent(talk.person)
    head = await rules.head_of(talk.session, talk.person)
    today = talk.say.local(talk.now).date()
    stretch = numbered(callback_data.month, is_year=False, today=today)
    lines = await planned(
        talk.session,
        head.groups if head else [],
        stretch.first,
        zone=talk.say.timezone,
        now=talk.now,
    )
    if not lines:
        return say_to(talk, words.nothing_to_recommend(talk.say))
    text = words.recommendation(
        talk.say,
        stretch.first,
        lines,
        link=card_link(talk.house),
        plan=talk.house.link(planning.payload(Shown(None, stretch))),
        now=talk.now,
    )
    return [say_to(talk, words.forward(talk.say)), say_to(talk, text)]


async def page(talk: Talk, asked: MySchool) -> View:
    """Of one who is no head the settings, where one may say that one is."""
    head = await rules.head_of(talk.session, talk.person)
    if head is None:
        return await settings(talk)
    there = await workplace(talk.session, talk.person)
    moved_to = there if there is not None and not there.is_that_of(head) else None
    month = _month(talk, asked.month)
    told = await _completed(talk, head, month) if _is_here(head, there) else None
    text = words.view(talk.say, head, told, moved_to=moved_to, now=talk.now)
    rows = [
        [button(talk.say(labels.I_AM_HEAD), BeHead(deed=HeadDeed.SAY))] if moved_to else [],
        _months(talk, month),
        _all_names(talk.say, told),
        *month_doors(talk.say, around(talk.say.local(talk.now).date())),
        [button(talk.say(labels.SCHOOL_AND_HEAD), MySchool(settings=True))],
    ]
    return text, keyboards.rows(rows)


def month_doors(say: Speech, stretch: Stretch) -> list[list[InlineKeyboardButton]]:
    """To all events of a month, and to what may be forwarded of them."""
    return [
        [button(say(labels.MONTHS_EVENTS), Plan(month=stretch.number))],
        [button(say(labels.RECOMMEND), Recommend(month=stretch.number))],
    ]


def _is_here(head: Head, there: Workplace | None) -> bool:
    return there is not None and there.is_that_of(head)


async def _confirmed(talk: Talk) -> Head | None:
    head = await rules.head_of(talk.session, talk.person)
    return head if head is not None and head.confirmed_at is not None else None


async def _completed(talk: Talk, head: Head, month: date) -> Completed | None:
    zone = talk.say.timezone
    await counting.count(talk.session, head, month, zone=zone, now=talk.now)
    return await counting.completed(talk.session, head, month, zone=zone)


def _month(talk: Talk, number: int) -> date:
    """One that is over, and not long ago."""
    today = talk.say.local(talk.now).date()
    last = before(today)
    month = numbered(number, is_year=False, today=last).first
    first = around(last).later(1 - MOST_MONTHS).first
    return min(max(month, first), last)


def _months(talk: Talk, month: date) -> list[InlineKeyboardButton]:
    shown = Stretch(month)
    return [
        button(turn_label(talk.say, other, back=other.first < month), MySchool(month=other.number))
        for other in (shown.later(-1), shown.later())
        if _month(talk, other.number) == other.first
    ]


def _all_names(say: Speech, told: Completed | None) -> list[InlineKeyboardButton]:
    if told is None or len(told.named) <= words.MOST_NAMES:
        return []
    every = SchoolNames(month=Stretch(told.month).number)
    return [button(words.names_label(say, len(told.named)), every)]
