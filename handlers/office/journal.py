"""/zurnalas: what staff of one's own centres have done, the newest first."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.journal import queries
from catalogue.journal.queries import Noted, Sought
from catalogue.people.rights import Right
from catalogue.programme.queries import by_id
from catalogue.programme.tables import Event
from catalogue.registrations.refusals import EventGone
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.staff import Journal, Narrow
from handlers.pages import PER_PAGE, list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import label, shortened, title
from handlers.words.office import journal as words
from handlers.words.office import labels as office_labels
from handlers.words.office.roles import LONGEST, name_of
from handlers.words.speech import Speech

router = Router(name="journal")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("zurnalas", "log", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.JOURNAL)
    return say_to(talk, *await _page(talk, Journal()))


@router.callback_query(Journal.filter(F.ask == Narrow.NOT))
async def turn_page(press: CallbackQuery, callback_data: Journal, talk: Talk) -> Replies:
    """One event's only where it is of one's own centre."""
    await talk.need(Right.JOURNAL, await _event(talk, callback_data))
    return rewrite(talk, press, *await _page(talk, callback_data))


@router.callback_query(Journal.filter())
async def narrow(press: CallbackQuery, callback_data: Journal, talk: Talk) -> Replies:
    """What it may be narrowed by, of what has happened at one's own centres."""
    await talk.need(Right.JOURNAL, await _event(talk, callback_data))
    choices = await _choices(talk, callback_data)
    listed = list_page(choices, callback_data.page)
    asked = callback_data.model_copy(update={"page": 0})
    back = asked.model_copy(update={"ask": Narrow.NOT})
    keyboard = keyboards.rows(
        [
            *[[one] for one in listed.shown],
            keyboards.turns(talk.say, asked, page=listed.number, has_more=listed.has_more),
            [button(talk.say(labels.BACK), back)],
        ]
    )
    return rewrite(talk, press, words.ask(talk.say, callback_data.ask.name.lower()), keyboard)


async def _page(talk: Talk, view: Journal) -> Shown:
    say, first = talk.say, view.page * PER_PAGE
    realm = await talk.realm(Right.JOURNAL)
    found = await queries.page(talk.session, realm, _sought(view), first=first, most=PER_PAGE + 1)
    shown, rest = found[:PER_PAGE], found[PER_PAGE:]
    is_narrowed = _sought(view) != Sought()
    keyboard = keyboards.rows(
        [
            keyboards.turns(say, view, page=view.page, has_more=bool(rest)),
            _ways_to_narrow(say, view) if shown or is_narrowed else [],
            [button(say(office_labels.EVERYTHING), Journal())] if is_narrowed else [],
        ]
    )
    return words.page(say, shown, await _narrowed(talk, view, shown), now=talk.now), keyboard


def _ways_to_narrow(say: Speech, view: Journal) -> list[InlineKeyboardButton]:
    return [
        button(say(text), view.model_copy(update={"ask": ask, "page": 0}))
        for text, ask in (
            (office_labels.BY_PERSON, Narrow.PERSON),
            (office_labels.BY_EVENT, Narrow.EVENT),
            (office_labels.BY_KIND, Narrow.KIND),
        )
    ]


async def _choices(talk: Talk, view: Journal) -> Sequence[InlineKeyboardButton]:
    """Each leads to the journal narrowed by it, with what it is narrowed by already."""
    realm = await talk.realm(Right.JOURNAL)
    if view.ask is Narrow.PERSON:
        people = await queries.people(talk.session, realm)
        return [_choice(view, name_of(talk.say, one), person=one.id) for one in people]
    if view.ask is Narrow.EVENT:
        events = await queries.events(talk.session, realm)
        return [_choice(view, label(talk.say, one), event=one.id) for one in events]
    kinds = await queries.kinds(talk.session, realm)
    return [_choice(view, words.kind_name(talk.say, one), kind=one) for one in kinds]


def _choice(view: Journal, text: str, **chosen: object) -> InlineKeyboardButton:
    return button(text, view.model_copy(update={"ask": Narrow.NOT, "page": 0} | chosen))


async def _narrowed(talk: Talk, view: Journal, shown: Sequence[Noted]) -> list[str]:
    """Plain words for each thing it is narrowed by; a name only where there are deeds to see."""
    event = await _event(talk, view)
    return [
        *([name_of(talk.say, shown[0].by)] if view.person and shown else []),
        *([shortened(title(talk.say, event), LONGEST)] if event else []),
        *([words.kind_name(talk.say, view.kind)] if view.kind else []),
    ]


def _sought(view: Journal) -> Sought:
    return Sought(
        person_id=view.person or None, event_id=view.event or None, kind=view.kind or None
    )


async def _event(talk: Talk, view: Journal) -> Event | None:
    """Raises EventGone."""
    if not view.event:
        return None
    if (event := await by_id(talk.session, view.event)) is None:
        raise EventGone
    return event
