"""The programme by month, with filters."""

import zlib
from collections.abc import Sequence
from datetime import date

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.finding import browsing
from catalogue.finding.browsing import Month, Wanted
from catalogue.programme.tables import Mode
from catalogue.registrations.queries import places
from handlers import keyboards
from handlers.callbacks.menu import Menu
from handlers.callbacks.programme import Browse, Choosing, Filters, View
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import programme as words
from handlers.words.speech import capitalised

PER_PAGE = 5
CHOICES_PER_PAGE = 10

router = Router(name="browsing")


@router.message(Command("renginiai", "events", ignore_case=True))
async def programme(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await page(talk, Browse()))


@router.callback_query(Menu.filter(F.door == "events"))
async def door(press: CallbackQuery, talk: Talk) -> Replies:
    return say_to(talk, *await page(talk, Browse()))


@router.callback_query(Browse.filter())
async def turn_page(press: CallbackQuery, callback_data: Browse, talk: Talk) -> Replies:
    return rewrite(talk, press, *await page(talk, callback_data))


@router.callback_query(Filters.filter())
async def choose_filters(press: CallbackQuery, callback_data: Filters, talk: Talk) -> Replies:
    return rewrite(talk, press, *await filter_menu(talk, callback_data))


async def page(talk: Talk, view: Browse) -> tuple[Markup, InlineKeyboardMarkup]:
    wanted = await _wanted(talk, view)
    found = await browsing.month(
        talk.session,
        wanted=wanted,
        first_day=_day(view.month),
        page=view.page,
        per_page=PER_PAGE,
        now=talk.now,
        timezone=talk.say.timezone,
    )
    if found is None:
        return words.nothing_matches(talk.say, wanted), _filter_row(talk, view)
    first = found.page * PER_PAGE + 1
    seats = await places(talk.session, list(found.events))
    text = words.month(
        talk.say,
        found,
        wanted,
        {event_id: 0 if queue else free for event_id, (free, queue) in seats.items()},
        first=first,
        now=talk.now,
    )
    return text, keyboards.rows(
        [
            *keyboards.open_events(talk.say, found.events, first=first),
            _pages(talk, view, found),
            _months(talk, view, found),
            *_filter_row(talk, view).inline_keyboard,
        ]
    )


async def filter_menu(talk: Talk, view: Filters) -> tuple[Markup, InlineKeyboardMarkup]:
    if view.ask is Choosing.CITY:
        return words.choose_city(talk.say), await _choices(
            talk, view, "city", await browsing.cities(talk.session, now=talk.now)
        )
    if view.ask is Choosing.AUDIENCE:
        return words.choose_audience(talk.say), await _choices(
            talk, view, "audience", await browsing.audiences(talk.session, now=talk.now)
        )
    wanted = await _wanted(talk, view)
    return words.filters(talk.say, wanted), _switches(talk, view)


def mark(value: str) -> str:
    """A short stand-in for a town's or a group's name in a button."""
    return format(zlib.crc32(value.encode()), "08x") if value else ""


def _switches(talk: Talk, view: Filters) -> InlineKeyboardMarkup:
    say = talk.say

    def switch(label: str, on: bool, **changes: object) -> InlineKeyboardButton:  # noqa: FBT001 -- the state of a switch
        text = f"✓ {say(label)}" if on else str(say(label))
        return button(text, Filters(**view.shown(**changes)))

    online, onsite = view.mode == Mode.ONLINE, view.mode == Mode.ONSITE
    more = [
        button(say(label), Filters(**view.shown(), ask=ask))
        for label, ask in ((labels.CITY, Choosing.CITY), (labels.AUDIENCE, Choosing.AUDIENCE))
    ]
    return keyboards.rows(
        [
            [
                switch(labels.ONLINE, online, mode="" if online else Mode.ONLINE.value),
                switch(labels.ONSITE, onsite, mode="" if onsite else Mode.ONSITE.value),
            ],
            [
                switch(labels.FREE, view.free, free=not view.free),
                switch(labels.FREE_SEATS, view.seats, seats=not view.seats),
            ],
            more,
            [button(say(labels.SHOW), Browse(**view.shown()))],
            [button(say(labels.CLEAR_FILTERS), Browse(month=view.month))] if _any(view) else [],
        ]
    )


async def _choices(
    talk: Talk, view: Filters, field: str, values: Sequence[str]
) -> InlineKeyboardMarkup:
    """A page of values to choose from; choosing one goes back to the filters."""
    start = view.page * CHOICES_PER_PAGE
    shown = values[start : start + CHOICES_PER_PAGE]
    chosen = [
        button(capitalised(value), Filters(**view.shown(**{field: mark(value)}))) for value in shown
    ]
    columns = 2 if field == "city" else 1
    around = [
        button(text, Filters(**view.shown(), ask=view.ask, page=number))
        for text, number in (("‹", view.page - 1), ("›", view.page + 1))
        if 0 <= number * CHOICES_PER_PAGE < len(values)
    ]
    return keyboards.rows(
        [
            *[chosen[i : i + columns] for i in range(0, len(chosen), columns)],
            around,
            [button(talk.say(labels.ANY), Filters(**view.shown(**{field: ""})))],
        ]
    )


def _pages(talk: Talk, view: Browse, found: Month) -> list[InlineKeyboardButton]:
    """Pages within the month."""
    last = (found.total - 1) // PER_PAGE
    month = _number(found.first_day)
    return [
        button(text, Browse(**view.shown(month=month), page=number))
        for text, number in (
            (words.page_label(talk.say, found.page, -1), found.page - 1),
            (words.page_label(talk.say, found.page, +1), found.page + 1),
        )
        if 0 <= number <= last
    ]


def _months(talk: Talk, view: Browse, found: Month) -> list[InlineKeyboardButton]:
    return [
        button(
            words.month_label(talk.say, day, back=day is found.before),
            Browse(**view.shown(month=_number(day))),
        )
        for day in (found.before, found.after)
        if day is not None
    ]


def _filter_row(talk: Talk, view: View) -> InlineKeyboardMarkup:
    row = [button(talk.say(labels.FILTERS), Filters(**view.shown()))]
    if _any(view):
        row.append(button(talk.say(labels.CLEAR_FILTERS), Browse(month=view.month)))
    return keyboards.rows([row])


async def _wanted(talk: Talk, view: View) -> Wanted:
    """The filters behind the short marks; a value that is no longer there is left open."""
    towns = await browsing.cities(talk.session, now=talk.now) if view.city else []
    groups = await browsing.audiences(talk.session, now=talk.now) if view.audience else []
    return Wanted(
        mode=Mode(view.mode) if view.mode in set(Mode) else None,
        free=view.free,
        seats=view.seats,
        city=next((town for town in towns if mark(town) == view.city), ""),
        audience=next((group for group in groups if mark(group) == view.audience), ""),
    )


def _any(view: View) -> bool:
    return bool(view.mode or view.free or view.seats or view.city or view.audience)


def _number(day: date) -> int:
    return (day.year - 2000) * 100 + day.month


def _day(number: int) -> date | None:
    year, month = divmod(number, 100)
    return date(2000 + year, month, 1) if 1 <= month <= 12 and 0 <= year <= 99 else None
