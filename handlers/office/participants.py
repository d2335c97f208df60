"""Who takes part in an event: a part of the list, a page of it, or those looked for."""

from collections import Counter
from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.participants.queries import Listed, Part, everybody
from catalogue.people.rights import Right
from catalogue.programme.queries import by_id
from catalogue.programme.tables import Event
from catalogue.registrations.payments import costs
from catalogue.registrations.refusals import EventGone
from catalogue.search.normalise import clean
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.attendance import Roll
from handlers.office.callbacks.participants import (
    AddPeople,
    Bills,
    EndedLists,
    LeaveRequests,
    Paper,
    Participant,
    Participants,
    Phoned,
    TakePaper,
    WhoseList,
)
from handlers.office.callbacks.staff import EventPage
from handlers.pages import ListPage, list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import participants as words

router = Router(name="participants")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(Participants.filter())
async def turn_page(press: CallbackQuery, callback_data: Participants, talk: Talk) -> Replies:
    """Another part, another page, or the same as it is now."""
    event = await rolled(talk, callback_data.event)
    return rewrite(talk, press, *await roll(talk, event, callback_data))


@router.message(Form.participants, F.text)
async def find_people(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    event = await rolled(talk, form["event"])
    await forms.enter(talk.state, Form.participants, words=clean(message.text or ""))
    return say_to(talk, *await roll(talk, event, Participants(event=event.id, sought=True)))


async def rolled(talk: Talk, event_id: int) -> Event:
    """An event whose names one may see. Raises EventGone, StaffOnly."""
    event = await by_id(talk.session, event_id)
    if event is None:
        raise EventGone
    await talk.need(Right.ROLL, event)
    return event


async def roll(talk: Talk, event: Event, view: Participants) -> Shown:
    """A page of the list. What is typed next is looked for in it."""
    say, whole = talk.say, await talk.may(Right.PARTICIPANTS, event)
    sought = await _sought(talk, event) if view.sought else ""
    await forms.enter(talk.state, Form.participants, event=event.id, words=sought)
    every = await everybody(talk.session, event)
    if sought:
        chosen = [one for one in every if one.answers(sought, by_school=whole)]
        title = words.found(say, sought, len(chosen))
    else:
        chosen = [one for one in every if one.is_of(view.part)]
        title = Markup("<b>{}</b>").format(words.part_name(say, view.part, len(chosen)))
    page = list_page(chosen, view.page)
    of_state = Counter(one.state for one in every)
    lines = [words.heading(say, event, of_state, now=talk.now), Markup(""), title]
    if view.part is Part.TO_PHONE and page.shown and not sought:
        lines.append(words.to_phone(say))
    if not page.shown and not sought:
        lines.append(words.nobody(say))
    mixed = bool(sought) or view.part is Part.TO_PHONE
    lines += words.lines(say, page.shown, first=page.first, whole=whole, with_state=mixed)
    lines += [Markup(""), (words.how_to_search if whole else words.how_to_search_names)(say)]
    return Markup("\n").join(lines), keyboards.rows(
        _buttons(talk, event, view, page, every=every, whole=whole)
    )


def _buttons(
    talk: Talk,
    event: Event,
    view: Participants,
    page: ListPage[Listed],
    *,
    every: Sequence[Listed],
    whole: bool,
) -> list[list[InlineKeyboardButton]]:
    """Without the right to decide about people there is nothing to press on a person."""
    say = talk.say
    return [
        *(_people(talk, view, page) if whole else []),
        keyboards.turns(say, view, page=page.number, has_more=page.has_more),
        *_pairs(_parts(talk, view, every, whole=whole)),
        *([_asking(talk, event, every)] if whole else []),
        [button(say(office_labels.ATTENDANCE), Roll(event=event.id))],
        *(_work(talk, event) if whole else []),
        [
            button(say(office_labels.REFRESH), view),
            button(say(office_labels.WHOLE_LIST), Participants(event=event.id))
            if view.sought
            else button(say(labels.BACK), _lists(talk, event)),
        ],
    ]


def _people(
    talk: Talk, view: Participants, page: ListPage[Listed]
) -> list[list[InlineKeyboardButton]]:
    """To the card of each; on the list of whom to telephone each with a tick."""
    cards = [
        button(words.label(talk.say, one, number), Participant(registration=one.registration_id))
        for number, one in enumerate(page.shown, start=page.first)
    ]
    if view.sought or view.part is not Part.TO_PHONE:
        return _pairs(cards)
    ticks = [
        button(
            talk.say(office_labels.PHONED),
            Phoned(registration=one.registration_id, done=True, page=page.number),
        )
        for one in page.shown
    ]
    return [list(row) for row in zip(cards, ticks, strict=True)]


def _parts(
    talk: Talk, view: Participants, every: Sequence[Listed], *, whole: bool
) -> list[InlineKeyboardButton]:
    """The other parts that have anybody in them."""
    here = None if view.sought else view.part
    numbers = {part: sum(one.is_of(part) for one in every) for part in Part}
    return [
        button(words.part_label(talk.say, part, n), Participants(event=view.event, part=part))
        for part, n in numbers.items()
        if part is not here and n and (whole or part is not Part.TO_PHONE)
    ]


def _asking(talk: Talk, event: Event, every: Sequence[Listed]) -> list[InlineKeyboardButton]:
    """To those who wait for a word about leaving late, where there are any."""
    if not (number := sum(one.asks_to_leave for one in every)):
        return []
    label = talk.say(office_labels.ASK_TO_CANCEL, n=number)
    return [button(label, LeaveRequests(event=event.id))]


def _work(talk: Talk, event: Event) -> list[list[InlineKeyboardButton]]:
    say = talk.say
    bills = [button(say(office_labels.BILLS), Bills(event=event.id))] if costs(event) else []
    return [
        [button(say(office_labels.ADD_PEOPLE), AddPeople(event=event.id)), *bills],
        [
            button(say(labels.AS_WORKBOOK), TakePaper(event=event.id, paper=Paper.WORKBOOK)),
            button(say(office_labels.SHEET), TakePaper(event=event.id, paper=Paper.SHEET)),
        ],
        [button(say(labels.MANAGE), EventPage(event=event.id))],
    ]


def _lists(talk: Talk, event: Event) -> EndedLists | WhoseList:
    """Among which lists this one stands."""
    is_over = event.over_at <= talk.now
    return EndedLists() if is_over else WhoseList()


async def _sought(talk: Talk, event: Event) -> str:
    """What was typed into this very list last."""
    if await talk.state.get_state() != Form.participants:
        return ""
    form = await forms.gathered(talk.state)
    return str(form.get("words", "")) if form.get("event") == event.id else ""


def _pairs(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    return [list(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
