"""/naujas: a new event by a short dialogue, which may be left and gone on with."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.editing import creating
from catalogue.editing.creating import REQUIRED, Step
from catalogue.editing.stages import Turn
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.programme import days
from catalogue.programme.queries import unpublished
from catalogue.programme.refusals import NotUnderstood
from catalogue.programme.refused import WrongCell
from catalogue.programme.suggesting import used
from catalogue.programme.tables import Event, Mode, NewEvent
from catalogue.registrations.queries import standing
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.programme import (
    EditEvent,
    LastYear,
    Make,
    NewAnswer,
    NewDetail,
    NewEvents,
)
from handlers.office.callbacks.staff import EventTurn, Manage
from handlers.office.editing import ask_year
from handlers.pages import PER_PAGE
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import events as event_words
from handlers.words import labels
from handlers.words.office import creating as words
from handlers.words.office import labels as office_labels
from handlers.words.office.editing import choice
from handlers.words.speech import Speech

router = Router(name="creating")

Shown = tuple[Markup, InlineKeyboardMarkup]

_SUGGESTED = (Step.FORM, Step.CITY, Step.PLACE, Step.AUDIENCE)
_CHOICES = {
    Step.MODE: tuple(mode.value for mode in Mode),
    Step.SEATS: ("20", "25", "30"),
    Step.PRICE: ("0",),
    Step.HOURS: ("2", "4", "6", "8"),
}
_MOST_SUGGESTED = 6
#: What not every event has: offered below the card of a new one instead of five more questions.
DETAILS = ("lecturer", "coordinator", "funding", "payer", "priority_field")
_IN_ROW = 3


@router.message(Command("naujas", "new", ignore_case=True))
async def door(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return say_to(talk, *await _door(talk))


@router.callback_query(NewEvents.filter(F.deed == Make.DOOR))
async def door_again(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return rewrite(talk, press, *await _door(talk))


@router.callback_query(NewEvents.filter(F.deed == Make.DRAFTS))
async def drafts(press: CallbackQuery, callback_data: NewEvents, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    number = callback_data.page
    realm = await talk.realm(Right.PROGRAMME)
    found = await unpublished(
        talk.session, realm, now=talk.now, limit=PER_PAGE + 1, offset=number * PER_PAGE
    )
    rows = [
        [button(event_words.label(talk.say, event), Manage(event=event.id))]
        for event in found[:PER_PAGE]
    ]
    turns = keyboards.turns(talk.say, callback_data, page=number, has_more=len(found) > PER_PAGE)
    back = [button(talk.say(labels.BACK), NewEvents())]
    return rewrite(
        talk, press, words.drafts(talk.say, len(found)), keyboards.rows([*rows, turns, back])
    )


@router.callback_query(NewEvents.filter(F.deed == Make.BEGIN))
async def begin(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return rewrite(talk, press, *await begin_with(talk))


async def begin_with(talk: Talk, title: str = "") -> Shown:
    """The first question, the centre's only where there are several; a title is suggested."""
    centres = await talk.centres(Right.PROGRAMME)
    new = await creating.begin(
        talk.session,
        talk.person,
        centre_id=centres[0].id if len(centres) == 1 else None,
        asks=len(centres) > 1,
        now=talk.now,
    )
    if title:
        new.cells = {Step.TITLE.value: title}
    return await _asked(talk, new)


@router.callback_query(NewEvents.filter())
async def turn(press: CallbackQuery, callback_data: NewEvents, talk: Talk) -> Replies:
    """On, back, past a question, or away with all of it."""
    await talk.need(Right.PROGRAMME)
    if (new := await creating.of_person(talk.session, talk.person)) is None:
        return rewrite(talk, press, *await _door(talk))
    match callback_data.deed:
        case Make.DROP:
            await creating.forget(talk.session, person=talk.person)
            await forms.leave(talk.state)
            return rewrite(talk, press, words.dropped(talk.say), keyboards.doors(talk.say))
        case Make.BACK:
            creating.go_back(new)
        case Make.SKIP if Step(new.step) not in REQUIRED:
            new.cells = {key: cell for key, cell in new.cells.items() if key != new.step}
            if creating.go_on(new) is None:
                return rewrite(talk, press, *await _made(talk, new))
    return rewrite(talk, press, *await _asked(talk, new))


@router.callback_query(NewAnswer.filter())
async def answer(press: CallbackQuery, callback_data: NewAnswer, talk: Talk) -> Replies:
    """A suggestion of another question than the one asked now is out of date."""
    await talk.need(Right.PROGRAMME)
    new = await creating.of_person(talk.session, talk.person)
    if new is None or new.step != callback_data.step:
        return out_of_date(talk)
    if Step(new.step) is Step.CENTRE:
        if callback_data.centre in {one.id for one in await talk.centres(Right.PROGRAMME)}:
            new.centre_id = callback_data.centre
            creating.go_on(new)
        return rewrite(talk, press, *await _asked(talk, new))
    offered = await _offered(talk, new)
    taken = next((one for one in offered if mark(one) == callback_data.mark), None)
    if taken is None:
        return rewrite(talk, press, *await _asked(talk, new))
    return rewrite(talk, press, *await _put(talk, new, taken))


@router.message(Form.new_event, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    return await take(talk, message.text or "")


async def take(talk: Talk, text: str) -> Replies:
    """The answer to what is asked now; a day without a year asks for it."""
    await talk.need(Right.PROGRAMME)
    new = await creating.of_person(talk.session, talk.person)
    if new is None or new.step == Step.CENTRE:
        return say_to(talk, *await _door(talk))
    if new.step == Step.WHEN and any(map(days.lacks_year, text.splitlines())):
        return await ask_year(talk, text)
    return say_to(talk, *await _put(talk, new, text))


async def confirmed(talk: Talk, event: Event) -> Shown:
    """The card as teachers will see it, and what may be done with the draft."""
    say = talk.say
    stands = await standing(talk.session, event=event, person=talk.person)
    card = event_words.card(say, event, stands, now=talk.now)
    keyboard = keyboards.rows(
        [
            [button(say(office_labels.PUBLISH), EventTurn(event=event.id, turn=Turn.PUBLISH))],
            [button(say(office_labels.KEEP_AS_DRAFT), Manage(event=event.id))],
            [button(say(office_labels.EDIT), EditEvent(event=event.id))],
            *missing(say, event),
        ]
    )
    return Markup("{}\n\n{}").format(words.made(say), card), keyboard


def missing(say: Speech, event: Event) -> list[list[InlineKeyboardButton]]:
    """To the details that nothing is known of yet, which the dialogue does not ask for."""
    buttons = [
        button(words.detail_label(say, name), NewDetail(event=event.id, field=number))
        for number, name in enumerate(DETAILS)
        if not getattr(event, name)
    ]
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


async def _door(talk: Talk) -> Shown:
    say = talk.say
    new = await creating.of_person(talk.session, talk.person)
    begun = new.cells.get(Step.TITLE.value, "") if new else None
    realm = await talk.realm(Right.PROGRAMME)
    found = await unpublished(talk.session, realm, now=talk.now, limit=1000)
    rows: list[list[InlineKeyboardButton]] = []
    if begun is not None:
        rows.append([button(words.resume_label(say, begun), NewEvents(deed=Make.RESUME))])
    rows.append([button(say(office_labels.DESCRIBE_EVENT), NewEvents(deed=Make.BEGIN))])
    rows.append([button(say(office_labels.LAST_YEAR), LastYear())])
    if found:
        rows.append([button(say(office_labels.DRAFTS), NewEvents(deed=Make.DRAFTS))])
    return words.door(say, begun, len(found)), keyboards.rows(rows)


async def _asked(talk: Talk, new: NewEvent) -> Shown:
    """What is asked now, with what the centre's events had before."""
    say, step = talk.say, Step(new.step)
    await forms.enter(talk.state, Form.new_event)
    steps = creating.asked(new.cells)
    number = steps.index(step) + 1 if step in steps else 0
    rows = await _answers(talk, new)
    below = [button(say(labels.BACK), NewEvents(deed=Make.BACK))] if number > 1 else []
    if step not in REQUIRED:
        below.append(button(say(labels.SKIP), NewEvents(deed=Make.SKIP)))
    below.append(button(say(office_labels.THROW_AWAY), NewEvents(deed=Make.DROP)))
    return words.question(say, step, number, len(steps)), keyboards.rows([*rows, below])


async def _answers(talk: Talk, new: NewEvent) -> list[list[InlineKeyboardButton]]:
    step = Step(new.step)
    if step is Step.CENTRE:
        return [
            [
                button(
                    event_words.shortened(event_words.centre_name(talk.say, one), 60),
                    NewAnswer(step=step.value, centre=one.id),
                )
            ]
            for one in await talk.centres(Right.PROGRAMME)
        ]
    buttons = [
        button(choice(talk.say, step.value, one), NewAnswer(step=step.value, mark=mark(one)))
        for one in await _offered(talk, new)
    ]
    in_row = _IN_ROW if step in _CHOICES else 1
    return [buttons[start : start + in_row] for start in range(0, len(buttons), in_row)]


async def _offered(talk: Talk, new: NewEvent) -> Sequence[str]:
    step = Step(new.step)
    if step is Step.TITLE:
        return [title] if (title := new.cells.get(step.value)) else []
    if step not in _SUGGESTED:
        return _CHOICES.get(step, ())
    return await used(talk.session, step.value, centre_id=new.centre_id, most=_MOST_SUGGESTED)


async def _put(talk: Talk, new: NewEvent, text: str) -> Shown:
    """Raises NotUnderstood, and the form waits for another try."""
    step = new.step
    try:
        following = creating.put(new, text, talk.say.timezone)
    except WrongCell as wrong:
        field = "when" if step == Step.WHEN else step
        raise NotUnderstood(field, wrong.reason, wrong.values) from None
    return await (_made(talk, new) if following is None else _asked(talk, new))


async def _made(talk: Talk, new: NewEvent) -> Shown:
    """All is said: a draft in the programme."""
    if new.centre_id is not None:
        await talk.need_at(Right.PROGRAMME, new.centre_id)
    centre = await talk.session.get(Centre, new.centre_id) if new.centre_id else None
    try:
        event = await creating.make(
            talk.session, new, centre=centre, now=talk.now, zone=talk.say.timezone
        )
    except WrongCell as wrong:
        raise NotUnderstood("when", wrong.reason, wrong.values) from None
    talk.note(Deed.EVENT_MADE, event=event)
    await forms.leave(talk.state)
    return await confirmed(talk, event)
