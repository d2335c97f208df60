"""Waiting for an event together: how many do, which day suits, and waiting on after the year."""

from collections.abc import Sequence
from datetime import datetime

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.demand import gatherings, polls
from catalogue.demand.tables import Gathering, GatheringVoice
from catalogue.learning.targets import school_year
from catalogue.numbers.groups import LEAST
from catalogue.subscriptions import queries, rules
from catalogue.subscriptions.tables import Subscription
from handlers import keyboards
from handlers.callbacks.needs import GatherDay, KeepWish
from handlers.callbacks.news import News
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite
from handlers.talk import Talk
from handlers.words import gathering as words
from handlers.words import labels
from handlers.words.speech import Speech

router = Router(name="gathering")

#: Wishes that have a button of their own.
MOST_KEPT = 8


async def together(talk: Talk, wish: Subscription) -> Markup | None:
    """How many want the same as they do; nothing where they are few enough to be known."""
    if not wish.theme or wish.ended_at is not None:
        return None
    found = await gatherings.progress(talk.session, wish.theme)
    if found.people < LEAST:
        return None
    draft = await gatherings.of_theme(talk.session, wish.theme, year=this_year(talk))
    is_draft = draft is not None and draft.dropped_at is None
    return words.together(talk.say, found, is_draft=is_draft)


def this_year(talk: Talk) -> int:
    return school_year(talk.say.local(talk.now).date())


@router.callback_query(GatherDay.filter(F.leave))
async def leave(press: CallbackQuery, callback_data: GatherDay, talk: Talk) -> Replies:
    """All that they asked for of this theme is forgotten."""
    one = await talk.session.get(Gathering, callback_data.gathering)
    if one is not None:
        own = await queries.open_of(talk.session, person=talk.person)
        await rules.forget(talk.session, *(each for each in own if each.theme == one.theme))
    return rewrite(talk, press, words.left(talk.say), keyboards.doors(talk.say))


@router.callback_query(GatherDay.filter())
async def answer(press: CallbackQuery, callback_data: GatherDay, talk: Talk) -> Replies:
    """One press more or less, in place."""
    one = await gatherings.held(talk.session, callback_data.gathering)
    voice = await polls.answer(
        talk.session, one, talk.person, callback_data.day or None, now=talk.now
    )
    return rewrite(talk, press, *await asked(talk.session, talk.say, one, voice, now=talk.now))


async def asked(
    session: AsyncSession,
    say: Speech,
    one: Gathering,
    voice: GatheringVoice,
    *,
    now: datetime,
) -> tuple[Markup, InlineKeyboardMarkup]:
    """The question with every day to come, a tick at those that suit, and a way out."""
    days = [day for day in await polls.days_of(session, one) if day.starts_at > now]
    people = (await gatherings.progress(session, one.theme)).people
    chosen = voice.days or []
    rows = [
        [_choice(one, words.day(say, day, now=now), day=day.id, chosen=day.id in chosen)]
        for day in days
    ]
    none = _choice(one, str(say(labels.NO_DAY_SUITS)), day=0, chosen=voice.days == [])
    stop = button(say(labels.WAIT_NO_MORE), GatherDay(gathering=one.id, leave=True))
    text = words.question(say, one, voice, people=people, now=now)
    return text, keyboards.rows([*rows, [none], [stop]])


def _choice(one: Gathering, label: str, *, day: int, chosen: bool) -> InlineKeyboardButton:
    return button(words.ticked(label, chosen=chosen), GatherDay(gathering=one.id, day=day))


@router.callback_query(KeepWish.filter())
async def keep(press: CallbackQuery, callback_data: KeepWish, talk: Talk) -> Replies:
    """Wishes go on; what was forgotten meanwhile cannot."""
    one = await queries.own(talk.session, callback_data.subscription, person=talk.person)
    if one is None:
        return out_of_date(talk)
    wishes = await rules.keep_waiting(talk.session, one, others=callback_data.others)
    own = button(talk.say(labels.NEWS), News())
    return rewrite(talk, press, words.kept(talk.say, wishes), keyboards.rows([[own]]))


def keep_buttons(say: Speech, wishes: Sequence[Subscription]) -> InlineKeyboardMarkup:
    """One each, and before them one for all where there are several."""
    alone = len(wishes) == 1
    every = KeepWish(subscription=wishes[0].id, others=True)
    return keyboards.rows(
        [
            [] if alone else [button(say(labels.KEEP_ALL), every)],
            *(
                [button(words.keep_label(say, one, alone=alone), KeepWish(subscription=one.id))]
                for one in wishes[:MOST_KEPT]
            ),
        ]
    )
