"""/dalyviai: the events of one's centres, and whoever takes part in any of them, by name."""

from collections.abc import Awaitable, Callable, Sequence

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.participants.seeking import Sought, people_of
from catalogue.people.rights import Right
from catalogue.programme.queries import by_id, not_over, over
from catalogue.programme.tables import Event
from catalogue.registrations.queries import counts
from catalogue.search.normalise import clean, fold
from catalogue.search.stems import stem
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.participants import (
    EndedLists,
    FoundPeople,
    Participant,
    Participants,
    WhoseList,
)
from handlers.pages import PER_PAGE, list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words.events import label as event_label
from handlers.words.office import labels
from handlers.words.office import whose_list as words

#: So many events are looked through for the words that were typed.
MOST_EVENTS = 2000

router = Router(name="whose_list")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("dalyviai", "participants", ignore_case=True))
async def show(message: Message, command: CommandObject, talk: Talk) -> Replies:
    """With words behind it, what they find."""
    await talk.need(Right.ROLL)
    sought = clean(command.args or "")
    return say_to(talk, *(await _find(talk, sought) if sought else await _events(talk, 0)))


@router.message(Form.whose_list, F.text)
async def find(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.ROLL)
    return say_to(talk, *await _find(talk, clean(message.text or "")))


@router.callback_query(WhoseList.filter())
async def turn_events(press: CallbackQuery, callback_data: WhoseList, talk: Talk) -> Replies:
    await talk.need(Right.ROLL)
    sought = await _sought(talk) if callback_data.sought else ""
    if sought:
        return rewrite(talk, press, *await _found_events(talk, sought, callback_data.page))
    return rewrite(talk, press, *await _events(talk, callback_data.page))


@router.callback_query(EndedLists.filter())
async def turn_ended(press: CallbackQuery, callback_data: EndedLists, talk: Talk) -> Replies:
    await talk.need(Right.ROLL)
    return rewrite(talk, press, *await _ended(talk, callback_data.page))


@router.callback_query(FoundPeople.filter())
async def turn_people(press: CallbackQuery, callback_data: FoundPeople, talk: Talk) -> Replies:
    await talk.need(Right.ROLL)
    if not (sought := await _sought(talk)):
        return rewrite(talk, press, *await _events(talk, 0))
    return rewrite(talk, press, *await _found_people(talk, sought, callback_data.page))


async def _find(talk: Talk, sought: str) -> Shown:
    """Events where there are any, with a door to the people; else the people."""
    await _keep(talk, sought)
    if await _answering(talk, sought):
        return await _found_events(talk, sought, 0)
    return await _found_people(talk, sought, 0)


async def _events(talk: Talk, number: int) -> Shown:
    """The soonest first. What is typed next is looked for among them."""
    await _keep(talk, "")
    shown, has_more = await _page(talk, not_over, number)
    text = words.events(talk.say, *await _with_counts(talk, shown), first=_first(number),
                        now=talk.now)  # fmt: skip
    turns = keyboards.turns(talk.say, WhoseList(), page=number, has_more=has_more)
    ended = button(talk.say(labels.ENDED_EVENTS), EndedLists())
    return text, keyboards.rows([*_lists(talk, shown, number), turns, [ended]])


async def _ended(talk: Talk, number: int) -> Shown:
    """The latest first: whoever was at the door has a list to put right."""
    await _keep(talk, "")
    shown, has_more = await _page(talk, over, number)
    text = words.ended(talk.say, *await _with_counts(talk, shown), first=_first(number),
                       now=talk.now)  # fmt: skip
    turns = keyboards.turns(talk.say, EndedLists(), page=number, has_more=has_more)
    coming = button(talk.say(labels.COMING_EVENTS), WhoseList())
    return text, keyboards.rows([*_lists(talk, shown, number), turns, [coming]])


async def _found_events(talk: Talk, sought: str, number: int) -> Shown:
    await _keep(talk, sought)
    page = list_page(await _answering(talk, sought), number)
    people = await _people(talk, sought)
    text = words.found_events(
        talk.say,
        *await _with_counts(talk, page.shown),
        first=page.first,
        words=sought,
        now=talk.now,
    )
    view = WhoseList(sought=True)
    others = button(words.people_label(talk.say, len(people)), FoundPeople())
    return text, keyboards.rows(
        [
            *_lists(talk, page.shown, page.number),
            keyboards.turns(talk.say, view, page=page.number, has_more=page.has_more),
            [others] if people else [],
            [button(talk.say(labels.WHOLE_LIST), WhoseList())],
        ]
    )


async def _found_people(talk: Talk, sought: str, number: int) -> Shown:
    """To the card of each, or to the list in which one may see no more than the name."""
    await _keep(talk, sought)
    every = await _people(talk, sought)
    page = list_page(every, number)
    shown = [(one, await _event(talk, one)) for one in page.shown]
    text = words.found_people(
        talk.say, shown, first=page.first, number=len(every), words=sought, now=talk.now
    )
    people = [
        [button(words.person_label(talk.say, one, place), _door(one))]
        for place, one in enumerate(page.shown, start=page.first)
    ]
    turns = keyboards.turns(talk.say, FoundPeople(), page=page.number, has_more=page.has_more)
    whole = button(talk.say(labels.WHOLE_LIST), WhoseList())
    return text, keyboards.rows([*people, turns, [whole]])


def _door(one: Sought) -> Participant | Participants:
    if one.is_whole:
        return Participant(registration=one.registration_id)
    return Participants(event=one.event_id)


async def _event(talk: Talk, one: Sought) -> Event:
    event = await by_id(talk.session, one.event_id)
    assert event is not None  # noqa: S101 -- it was joined when the person was found
    return event


async def _people(talk: Talk, sought: str) -> Sequence[Sought]:
    return await people_of(
        talk.session,
        sought,
        whole=await talk.realm(Right.PARTICIPANTS),
        names=await talk.realm(Right.ROLL),
        now=talk.now,
    )


async def _answering(talk: Talk, sought: str) -> Sequence[Event]:
    """The coming ones that the words are of."""
    realm = await talk.realm(Right.ROLL)
    every = await not_over(talk.session, realm, now=talk.now, limit=MOST_EVENTS)
    return [one for one in every if _says(one, sought)]


async def _page(
    talk: Talk, query: Callable[..., Awaitable[Sequence[Event]]], number: int
) -> tuple[Sequence[Event], bool]:
    """Of the events of one's realm; and whether there are more."""
    realm, first = await talk.realm(Right.ROLL), number * PER_PAGE
    found = await query(talk.session, realm, now=talk.now, limit=PER_PAGE + 1, offset=first)
    return found[:PER_PAGE], len(found) > PER_PAGE


async def _with_counts(
    talk: Talk, shown: Sequence[Event]
) -> tuple[Sequence[Event], words.CountsOfAll]:
    return shown, await counts(talk.session, list(shown))


def _lists(talk: Talk, shown: Sequence[Event], page: int) -> list[list[InlineKeyboardButton]]:
    return [
        [button(event_label(talk.say, one, number=number), Participants(event=one.id))]
        for number, one in enumerate(shown, start=_first(page))
    ]


def _first(page: int) -> int:
    return page * PER_PAGE + 1


def _says(event: Event, sought: str) -> bool:
    """Whether each word, in whatever form, begins one of the event's own."""
    own = fold(f"{event.title_lt} {event.title_en} {event.code} {event.city} {event.lecturer}")
    return all(word in own or stem(word) in own for word in fold(sought).split())


async def _keep(talk: Talk, sought: str) -> None:
    await forms.enter(talk.state, Form.whose_list, words=sought)


async def _sought(talk: Talk) -> str:
    """What was typed into this list last."""
    if await talk.state.get_state() != Form.whose_list:
        return ""
    return str((await forms.gathered(talk.state)).get("words", ""))
