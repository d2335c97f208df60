"""Those who wait for one thing: staff offer them days and choose the one that suits most."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.demand import days, gatherings, queries
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
    Demands,
    GatherAt,
    Gathered,
    OfferDays,
    Steer,
)
from handlers.office.callbacks.staff import Manage
from handlers.office.creating import confirmed
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import centre_name, shortened
from handlers.words.office import gathering as words

router = Router(name="office_gathering")

Shown = tuple[Markup, InlineKeyboardMarkup]

_LONGEST_NAME = 60
_IN_ROW = 4


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
    shown = words.preview(talk.say, one, found, people, now=talk.now)
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
    await gatherings.offer(talk.session, one, found, now=talk.now)
    talk.note(Deed.DAYS_OFFERED, centre_id=one.centre_id, words=one.words, days=len(found))
    look = [[button(talk.say(labels.WHO_WANTS_IT), Gathered(gathering=one.id))]]
    return rewrite(talk, press, words.offered(talk.say), keyboards.rows(look))


@router.callback_query(ChooseDay.filter())
async def choose(press: CallbackQuery, callback_data: ChooseDay, talk: Talk) -> Replies:
    """The draft gets the day, once for whoever is first; where they know no centre, one is asked
    for. A day that has come meanwhile is chosen no more.
    """
    await talk.need(Right.PROGRAMME)
    day = await talk.session.get(GatheringDay, callback_data.day)
    if day is None:
        raise GatheringOver
    one = await _held(talk, day.gathering_id)
    if (event := await _event(talk, one)) is not None:
        return say_to(talk, *await confirmed(talk, event))
    if not gatherings.is_open(one) or day.starts_at <= talk.now:
        return rewrite(talk, press, *await _page(talk, one))
    centres = await _centres(talk, one.centre_id or callback_data.centre)
    if len(centres) != 1:
        return rewrite(
            talk, press, words.which_centre(talk.say), _which(talk, callback_data, centres)
        )
    event = await days.made(
        talk.session, one, day, centre=centres[0], now=talk.now, zone=talk.say.timezone
    )
    talk.note(Deed.EVENT_MADE, event=event)
    return say_to(talk, *await confirmed(talk, event))


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
        rows = [[button(_name(talk, one), GatherAt(centre=one.id))] for one in centres]
        return rewrite(talk, press, words.gather_at_where(talk.say), keyboards.rows([*rows, back]))
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
    return rewrite(talk, press, words.gather_at(talk.say, centre), keyboards.rows([*rows, back]))


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
        await gatherings.days_of(session, one),
        await gatherings.counted(session, one),
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
            [[button(say(labels.OPEN_DRAFT), Manage(event=event.id))], back]
        )
    chosen = [
        [
            button(
                words.choose_label(say, day, counted, now=talk.now),
                ChooseDay(day=day.id),
            )
        ]
        for day in offered
        if day.starts_at > talk.now
    ]
    label = labels.OFFER_OTHER_DAYS if offered else labels.OFFER_DAYS
    return text, keyboards.rows(
        [
            *chosen,
            [button(say(label), Gathered(gathering=one.id, deed=Steer.OFFER))],
            [button(say(labels.NOT_THIS_YEAR), Gathered(gathering=one.id, deed=Steer.DROP))],
            back,
        ]
    )


async def _centres(talk: Talk, number: int) -> Sequence[Centre]:
    """The one that is meant, else all of which one makes the programme.

    Raises StaffOnly, RightNeeded.
    """
    if number:
        await talk.need_at(Right.PROGRAMME, number)
    return [one for one in await talk.centres(Right.PROGRAMME) if number in {0, one.id}]


def _which(talk: Talk, chosen: ChooseDay, centres: Sequence[Centre]) -> InlineKeyboardMarkup:
    return keyboards.rows(
        [
            [button(_name(talk, one), chosen.model_copy(update={"centre": one.id}))]
            for one in centres
        ]
    )


def _name(talk: Talk, centre: Centre) -> str:
    return shortened(centre_name(talk.say, centre), _LONGEST_NAME)
