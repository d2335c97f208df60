"""What was made use of, for staff: of one event and of all, as numbers and as pictures."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from catalogue.numbers.periods import span_of
from catalogue.people.rights import Right
from catalogue.practice import bank, queries
from catalogue.programme.tables import Event
from handlers import keyboards
from handlers.callbacks.practice import Practice
from handlers.callbacks.programme import OpenEvent
from handlers.keyboards import press as button
from handlers.office import counted, own_centres
from handlers.office.callbacks.numbers import Numbers
from handlers.office.callbacks.practice import EventUse, UseNumbers, UseShow, WaitingExamples
from handlers.office.callbacks.staff import EventPage
from handlers.office.managing import managed
from handlers.pages import ListPage, list_page
from handlers.replies import Errand, Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import numbers as number_words
from handlers.words.office import practice as words
from handlers.words.speech import Speech

#: A kind of job, done in `bot.jobs.practice`.
DRAW = "use"

router = Router(name="office_practice")


@router.callback_query(EventUse.filter())
async def show(press: CallbackQuery, callback_data: EventUse, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event, Right.FEEDBACK)
    text = words.of_event(talk.say, event, await queries.of_event(talk.session, event))
    return rewrite(talk, press, text, await _doors(talk, event))


@router.callback_query(UseNumbers.filter(F.show == UseShow.PERIODS))
async def choose_period(press: CallbackQuery, callback_data: UseNumbers, talk: Talk) -> Replies:
    await own_centres.need(talk, callback_data.centre)
    keyboard = counted.periods(
        talk, lambda period: UseNumbers(period=period, centre=callback_data.centre)
    )
    return rewrite(talk, press, words.choose_period(talk.say), keyboard)


@router.callback_query(UseNumbers.filter(F.show == UseShow.NUMBERS))
async def numbers(press: CallbackQuery, callback_data: UseNumbers, talk: Talk) -> Replies:
    """In all, and event by event."""
    await own_centres.need(talk, callback_data.centre)
    found = await queries.use(
        talk.session,
        span=span_of(callback_data.period, talk.say.local(talk.now).date()),
        zone=talk.say.timezone,
        centre_ids=await own_centres.counted_of(talk, callback_data.centre),
    )
    listed = list_page(found[::-1], callback_data.page)
    under = await _under(talk, callback_data)
    text = words.in_all(talk.say, under, queries.in_all(found), listed.shown, first=listed.first)
    sees = Right.FEEDBACK in await talk.rights()
    keyboard = _keyboard(talk, callback_data, listed, opens_events=sees)
    return rewrite(talk, press, text, keyboard)


@router.callback_query(UseNumbers.filter())
async def picture(press: CallbackQuery, callback_data: UseNumbers, talk: Talk) -> Replies:
    """Drawn after this turn."""
    await own_centres.need(talk, callback_data.centre)
    return Errand(
        chat_id=talk.chat_id,
        kind=DRAW,
        language=talk.say.language,
        facts={
            "view": callback_data.pack(),
            "centres": await own_centres.counted_of(talk, callback_data.centre),
            "under": await _under(talk, callback_data),
        },
        text=number_words.counting(talk.say),
    )


def way_back(say: Speech, view: UseNumbers) -> InlineKeyboardMarkup:
    """Below a picture."""
    numbers_again = view.model_copy(update={"show": UseShow.NUMBERS})
    return keyboards.rows([[button(say(office_labels.TO_USE), numbers_again)]])


async def _under(talk: Talk, view: UseNumbers) -> str:
    return await counted.under(talk, Right.NUMBERS, view.period, view.centre)


async def _doors(talk: Talk, event: Event) -> InlineKeyboardMarkup:
    say, session = talk.say, talk.session
    decides = await talk.realm(Right.PROGRAMME)
    count = await bank.count_waiting(session, decides) if decides else 0
    counts = await talk.may(Right.NUMBERS, event)
    manages = await talk.may(Right.PARTICIPANTS, event)
    back = EventPage(event=event.id) if manages else OpenEvent(event=event.id)
    others = button(say(labels.HOW_OTHERS), Practice(event=event.id))
    return keyboards.rows(
        [
            [others] if await bank.has_any(session, event) else [],
            [button(say(labels.WAITING_EXAMPLES, n=count), WaitingExamples())] if count else [],
            [button(say(office_labels.USE_OF_ALL), UseNumbers())] if counts else [],
            [button(say(labels.EVENT), back)],
        ]
    )


def _keyboard(
    talk: Talk, view: UseNumbers, listed: ListPage[queries.EventUse], *, opens_events: bool
) -> InlineKeyboardMarkup:
    say = talk.say
    turns = keyboards.turns(say, view, page=listed.number, has_more=listed.has_more)
    return keyboards.rows(
        [
            _numbered(listed.shown, first=listed.first) if opens_events else [],
            turns,
            [
                button(say(label), view.model_copy(update={"show": show, "page": 0}))
                for label, show in (
                    (labels.AS_PICTURE, UseShow.PICTURE),
                    (office_labels.USE_BY_EVENT, UseShow.EVENTS),
                )
            ]
            if listed.shown
            else [],
            [
                button(
                    say(office_labels.ANOTHER_PERIOD),
                    view.model_copy(update={"show": UseShow.PERIODS}),
                )
            ],
            [
                button(
                    say(office_labels.OTHER_NUMBERS),
                    Numbers(period=view.period, centre=view.centre),
                )
            ],
        ]
    )


def _numbered(shown: Sequence[queries.EventUse], *, first: int) -> list[InlineKeyboardButton]:
    """Each event of the page by its number."""
    return [button(number, EventUse(event=one.event_id)) for number, one in enumerate(shown, first)]
