"""„Mano renginiai“: what is coming, where one waits, what is past."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.learning.attendance import noted
from catalogue.registrations.queries import is_coming, own_registrations
from catalogue.registrations.queue import IN_QUEUE, TAKES_PART, place_of
from catalogue.registrations.tables import Registration, State
from handlers import keyboards
from handlers.callbacks.learning import Hours
from handlers.callbacks.menu import Menu
from handlers.callbacks.seats import Mine, Tab
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import registrations as words

PER_PAGE = 6

router = Router(name="mine")


@router.message(Command("mano", "my", ignore_case=True))
async def my_events(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await own(talk, None))


@router.callback_query(Menu.filter(F.door == "mine"))
async def door(press: CallbackQuery, talk: Talk) -> Replies:
    return say_to(talk, *await own(talk, None))


@router.callback_query(Mine.filter())
async def turn_page(press: CallbackQuery, callback_data: Mine, talk: Talk) -> Replies:
    return rewrite(talk, press, *await own(talk, callback_data))


async def own(talk: Talk, view: Mine | None) -> tuple[Markup, InlineKeyboardMarkup]:
    """One of the three lists, with a button for each event and for the other lists.

    None is what is coming, or, for one who only waits, where they wait.
    """
    lists = _sorted(await own_registrations(talk.session, person=talk.person), talk)
    if view is None:
        only_waits = lists[Tab.WAITING] and not lists[Tab.COMING]
        view = Mine(tab=Tab.WAITING if only_waits else Tab.COMING)
    chosen = lists[view.tab]
    last = max(0, len(chosen) - 1) // PER_PAGE
    page = min(view.page, last)  # the list may have become shorter since the button was made
    first = page * PER_PAGE
    shown = chosen[first : first + PER_PAGE]
    there = await noted(talk.session, [each.id for each in shown])
    lines = [
        words.own_line(
            talk.say,
            number,
            each,
            await place_of(talk.session, each),
            was_there=there.get(each.id),
            now=talk.now,
        )
        for number, each in enumerate(shown, start=first + 1)
    ]
    return _text(talk, view.tab, lines), keyboards.rows(
        [
            *keyboards.open_events(talk.say, [each.event for each in shown], first=first + 1),
            *[keyboards.offer(talk.say, each) for each in shown if each.state is State.OFFERED],
            keyboards.here(talk, [(each.event, each) for each in shown]),
            [
                button(text, Mine(tab=view.tab, page=number))
                for text, number in (("‹", page - 1), ("›", page + 1))
                if 0 <= number <= last
            ],
            _tabs(talk, view.tab, lists),
            [button(talk.say(labels.HOURS_LEDGER), Hours())] if view.tab is Tab.PAST else [],
            [button(talk.say(labels.EVENTS), Menu(door="events"))] if not chosen else [],
        ]
    )


def _sorted(registrations: list[Registration], talk: Talk) -> dict[Tab, list[Registration]]:
    """What was cancelled is not shown: it is over for the person."""
    lists: dict[Tab, list[Registration]] = {tab: [] for tab in Tab}
    for each in registrations:
        coming = is_coming(each, talk.now)
        if each.state in IN_QUEUE and coming:
            lists[Tab.WAITING].append(each)
        elif each.state in TAKES_PART:
            lists[Tab.COMING if coming else Tab.PAST].append(each)
    lists[Tab.PAST].reverse()
    return lists


def _text(talk: Talk, tab: Tab, lines: list[Markup]) -> Markup:
    heading, empty = HEADINGS[tab]
    return words.own_events(heading(talk.say), lines) if lines else empty(talk.say)


def _tabs(
    talk: Talk, current: Tab, lists: dict[Tab, list[Registration]]
) -> list[InlineKeyboardButton]:
    """The other two lists, each with how many stand there."""
    names = {Tab.COMING: labels.COMING, Tab.WAITING: labels.WAITING, Tab.PAST: labels.PAST}
    return [
        button(f"{talk.say(name)} ({len(lists[tab])})", Mine(tab=tab))
        for tab, name in names.items()
        if tab is not current
    ]


#: The heading of each list, and what stands there when it is empty.
HEADINGS = {
    Tab.COMING: (words.coming_heading, words.no_coming),
    Tab.WAITING: (words.waiting_heading, words.no_waiting),
    Tab.PAST: (words.past_heading, words.no_past),
}
