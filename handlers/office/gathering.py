"""Those who wait for one thing: staff offer them days and choose the one that suits most."""

from collections.abc import Sequence
from datetime import datetime

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.demand import days, gatherings, polls, queries
from catalogue.demand.polls import Counted
from catalogue.demand.refusals import GatheringOver
from catalogue.demand.tables import Gathering, GatheringDay
from catalogue.demand.wishes import by_group, by_town
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.programme.queries import by_id
from catalogue.programme.tables import Event
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.demand import (
    ChooseDay,
    DayWhere,
    Demands,
    GatherAt,
    Gathered,
    GatherWhere,
    OfferDays,
    Steer,
)
from handlers.office.callbacks.staff import Manage
from handlers.office.creating import confirmed
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import centre_name, shortened
from handlers.words.office import gathering as words
from handlers.words.office import labels as office_labels
from handlers.words.speech import Speech

router = Router(name="office_gathering")

Shown = tuple[Markup, InlineKeyboardMarkup]

_LONGEST_NAME = 60
_IN_ROW = 4
#: Days that a coordinator is told of; the others stand on the page.
_MOST_TOLD = 3


@router.callback_query(Gathered.filter(F.deed == Steer.OFFER))
async def offer(press: CallbackQuery, callback_data: Gathered, talk: Talk) -> Replies:
    """The days are written."""
    one = await _held(talk, callback_data.gathering)
    await forms.enter(talk.state, Form.gathering_days, gathering=one.id)
    return say_to(talk, words.ask_days(talk.say, one), keyboards.stop(talk.say))


@router.message(Form.gathering_days, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """Shown before they go out; other days may be written instead."""
    form = await forms.gathered(talk.state)
    one = await _held(talk, form["gathering"])
    text = message.text or ""
    found = days.read(text, now=talk.now, zone=talk.say.timezone)
    await forms.enter(talk.state, Form.gathering_days, days=text)
    people = (await gatherings.progress(talk.session, one.theme)).people
    ask = button(words.ask_label(talk.say, people), OfferDays(gathering=one.id))
    stop = keyboards.stop(talk.say).inline_keyboard
    until = polls.time_to_answer(found, now=talk.now)
    shown = words.preview(talk.say, one, found, people, until=until, now=talk.now)
    return say_to(talk, shown, keyboards.rows([[ask], *stop]))


@router.callback_query(OfferDays.filter())
async def ask(press: CallbackQuery, callback_data: OfferDays, talk: Talk) -> Replies:
    """All who wait are asked, by the clock."""
    one = await _held(talk, callback_data.gathering)
    form = await forms.gathered(talk.state)
    await forms.leave(talk.state)
    if form.get("gathering") != one.id or "days" not in form:
        return rewrite(talk, press, *await _page(talk, one))
    found = days.read(form["days"], now=talk.now, zone=talk.say.timezone)
    await polls.offer(talk.session, one, found, now=talk.now)
    talk.note(Deed.DAYS_OFFERED, centre_id=one.centre_id, words=one.words, days=len(found))
    look = [[button(talk.say(office_labels.WHO_WANTS_IT), Gathered(gathering=one.id))]]
    return rewrite(talk, press, words.offered(talk.say), keyboards.rows(look))


@router.callback_query(ChooseDay.filter())
async def choose(press: CallbackQuery, callback_data: ChooseDay, talk: Talk) -> Replies:
    """The draft gets the day, once for whoever is first; where they know no centre, one is asked
    for. A day that has come meanwhile is chosen no more.
    """
    day, one = await _day(talk, callback_data.day)
    if (event := await _event(talk, one)) is not None:
        return say_to(talk, *await confirmed(talk, event))
    if not polls.is_open(one) or day.starts_at <= talk.now:
        return rewrite(talk, press, *await _page(talk, one))
    centres = await _centres(talk, one.centre_id or callback_data.centre)
    if len(centres) != 1:
        return rewrite(talk, press, *_which(talk, day.id, centres))
    event = await days.made(
        talk.session, one, day, centre=centres[0], now=talk.now, zone=talk.say.timezone
    )
    talk.note(Deed.EVENT_MADE, event=event)
    return say_to(talk, *await confirmed(talk, event))


@router.callback_query(DayWhere.filter())
async def day_where(press: CallbackQuery, callback_data: DayWhere, talk: Talk) -> Replies:
    day, _ = await _day(talk, callback_data.day)
    return rewrite(talk, press, *_which(talk, day.id, await _centres(talk, 0), callback_data.page))


@router.callback_query(Gathered.filter(F.deed == Steer.WAIT))
async def wait_on(press: CallbackQuery, callback_data: Gathered, talk: Talk) -> Replies:
    one = await _held(talk, callback_data.gathering)
    await polls.wait_on(talk.session, one, now=talk.now)
    return rewrite(talk, press, *await _page(talk, one))


@router.callback_query(Gathered.filter(F.deed == Steer.DROP))
async def drop(press: CallbackQuery, callback_data: Gathered, talk: Talk) -> Replies:
    one = await _held(talk, callback_data.gathering)
    gatherings.drop(one, now=talk.now)
    talk.note(Deed.GATHERING_DROPPED, centre_id=one.centre_id, words=one.words)
    back = keyboards.rows([[button(talk.say(labels.BACK), Demands())]])
    return rewrite(talk, press, words.dropped(talk.say, one), back)


@router.callback_query(Gathered.filter())
async def look(press: CallbackQuery, callback_data: Gathered, talk: Talk) -> Replies:
    one = await _held(talk, callback_data.gathering)
    return rewrite(talk, press, *await _page(talk, one))


@router.callback_query(GatherAt.filter())
async def gather_at(press: CallbackQuery, callback_data: GatherAt, talk: Talk) -> Replies:
    """How many must wait: of which centre, how many, and that it is so."""
    await talk.need(Right.PROGRAMME)
    back = [button(talk.say(labels.BACK), Demands())]
    centres = await _centres(talk, callback_data.centre)
    if len(centres) != 1:
        return rewrite(talk, press, *_where(talk, centres, 0))
    centre = centres[0]
    if callback_data.people in gatherings.CHOICES:
        centre.gather_at = callback_data.people
        talk.note(Deed.GATHER_AT_SET, centre_id=centre.id, people=centre.gather_at)
    choices = [
        button(
            f"✓ {number}" if number == centre.gather_at else number,
            GatherAt(centre=centre.id, people=number),
        )
        for number in gatherings.CHOICES
    ]
    rows = [choices[start : start + _IN_ROW] for start in range(0, len(choices), _IN_ROW)]
    text = words.gather_at(talk.say, centre, is_only=len(await all_centres(talk.session)) == 1)
    return rewrite(talk, press, text, keyboards.rows([*rows, back]))


@router.callback_query(GatherWhere.filter())
async def gather_where(press: CallbackQuery, callback_data: GatherWhere, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return rewrite(talk, press, *_where(talk, await _centres(talk, 0), callback_data.page))


def _where(talk: Talk, centres: Sequence[Centre], number: int) -> Shown:
    """A page of the centres for which the number may be said."""
    shown = list_page(centres, number)
    rows = [[button(_name(talk, one), GatherAt(centre=one.id))] for one in shown.shown]
    pages = [
        button(label, GatherWhere(page=other))
        for label, other, is_there in (
            (labels.EARLIER, shown.number - 1, shown.number > 0),
            (labels.LATER, shown.number + 1, shown.has_more),
        )
        if is_there
    ]
    back = [button(talk.say(labels.BACK), Demands())]
    return words.gather_at_where(talk.say), keyboards.rows([*rows, pages, back])


async def _day(talk: Talk, number: int) -> tuple[GatheringDay, Gathering]:
    """One that was offered. Raises GatheringOver, StaffOnly, RightNeeded."""
    await talk.need(Right.PROGRAMME)
    day = await talk.session.get(GatheringDay, number)
    if day is None:
        raise GatheringOver
    return day, await _held(talk, day.gathering_id)


async def _held(talk: Talk, number: int) -> Gathering:
    """For whoever makes the programme of its centre; where it has none, of any.

    Raises GatheringOver, StaffOnly, RightNeeded.
    """
    await talk.need(Right.PROGRAMME)
    one = await gatherings.held(talk.session, number)
    if one.centre_id is not None:
        await talk.need_at(Right.PROGRAMME, one.centre_id)
    return one


async def _event(talk: Talk, one: Gathering) -> Event | None:
    return await by_id(talk.session, one.event_id) if one.event_id else None


async def _page(talk: Talk, one: Gathering) -> Shown:
    """Counts as they are now, and what can be done."""
    say, session = talk.say, talk.session
    offered, counted = (
        await polls.days_of(session, one),
        await polls.counted(session, one),
    )
    waiting = await queries.of_waiting(session, one)
    text = words.page(
        say,
        one,
        offered,
        counted,
        len(waiting.people),
        groups=by_group(waiting),
        towns=by_town(waiting),
        now=talk.now,
    )
    back = [button(say(labels.BACK), Demands())]
    if (event := await _event(talk, one)) is not None:
        return text, keyboards.rows(
            [[button(say(office_labels.OPEN_DRAFT), Manage(event=event.id))], back]
        )
    return text, keyboards.rows([*_next(say, one, offered, counted, offered, now=talk.now), back])


async def told(
    session: AsyncSession, say: Speech, one: Gathering, now: datetime
) -> tuple[Markup, InlineKeyboardMarkup]:
    """How it stands when the time to answer is over: the days that suit most, and what else there
    is to do.
    """
    offered = await polls.days_of(session, one)
    counted = await polls.counted(session, one)
    look = [button(say(office_labels.WHO_WANTS_IT), Gathered(gathering=one.id))]
    best = polls.best(offered, counted, now=now)[:_MOST_TOLD]
    text = words.result(say, one, best, counted, now=now)
    return text, keyboards.rows([*_next(say, one, best, counted, offered, now=now), look])


def _next(
    say: Speech,
    one: Gathering,
    choices: Sequence[GatheringDay],
    counted: Counted,
    offered: Sequence[GatheringDay],
    *,
    now: datetime,
) -> list[list[InlineKeyboardButton]]:
    """To choose one of the `choices` that is still to come; to wait on as long as any is."""
    chosen = [
        [button(words.choose_label(say, day, counted, now=now), ChooseDay(day=day.id))]
        for day in choices
        if day.starts_at > now
    ]
    may_wait = one.result_told_at is not None and any(day.starts_at > now for day in offered)
    wait = [button(say(office_labels.WAIT_ON), Gathered(gathering=one.id, deed=Steer.WAIT))]
    label = office_labels.OFFER_OTHER_DAYS if one.asked_at else office_labels.OFFER_DAYS
    return [
        *chosen,
        wait if may_wait else [],
        [button(say(label), Gathered(gathering=one.id, deed=Steer.OFFER))],
        [button(say(office_labels.NOT_THIS_YEAR), Gathered(gathering=one.id, deed=Steer.DROP))],
    ]


async def _centres(talk: Talk, number: int) -> Sequence[Centre]:
    """The one that is meant, else all of which one makes the programme.

    Raises StaffOnly, RightNeeded.
    """
    if number:
        await talk.need_at(Right.PROGRAMME, number)
    return [one for one in await talk.centres(Right.PROGRAMME) if number in {0, one.id}]


def _which(talk: Talk, day: int, centres: Sequence[Centre], number: int = 0) -> Shown:
    page = list_page(centres, number)
    rows = [[button(_name(talk, one), ChooseDay(day=day, centre=one.id))] for one in page.shown]
    pages = keyboards.turns(talk.say, DayWhere(day=day), page=page.number, has_more=page.has_more)
    return words.which_centre(talk.say), keyboards.rows([*rows, pages])


def _name(talk: Talk, centre: Centre) -> str:
    return shortened(centre_name(talk.say, centre), _LONGEST_NAME)
