"""Free text: a question or a search, in anybody's own words."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.people.languages import LANGUAGES
from catalogue.programme.browsing import event_seen, events_of
from catalogue.programme.tables import Event
from catalogue.search.normalise import LONGEST_TEXT, words
from handlers import answering, browsing, callbacks, keyboards, mine, missing, subscribing
from handlers.answering import PER_PAGE, Answer, Step
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import card, out_of_date, say_to
from handlers.talk import Talk
from handlers.words import events as event_words
from handlers.words import labels, menu
from handlers.words import subscriptions as subscription_words
from handlers.words.answers.own import cancel_label
from handlers.words.speech import Speech

WRITTEN = F.text & ~F.text.startswith("/")

Rows = list[list[InlineKeyboardButton]]

router = Router(name="asking")


@router.message(WRITTEN)
@router.edited_message(WRITTEN)
async def written(message: Message, talk: Talk) -> Replies:
    """What stands on a door opens it; an edited question is answered anew."""
    text = message.text or ""
    if len(text) > LONGEST_TEXT:
        return say_to(talk, menu.too_long(talk.say), keyboards.doors(talk.say))
    if door := _door(talk, text):
        return await door(talk)
    return await _answered(talk, text)


@router.callback_query(callbacks.Example.filter())
async def example(press: CallbackQuery, callback_data: callbacks.Example, talk: Talk) -> Replies:
    examples = menu.examples(talk.say)
    if not 0 <= callback_data.number < len(examples):
        return out_of_date(talk)
    return await _answered(talk, examples[callback_data.number])


@router.callback_query(callbacks.More.filter())
async def more(press: CallbackQuery, callback_data: callbacks.More, talk: Talk) -> Replies:
    """The next page of the last search, as the programme stands now."""
    query = (await talk.state.get_data()).get("query")
    if not query or callback_data.page < 1:
        return out_of_date(talk)
    return await _answered(talk, query, page=callback_data.page)


async def _answered(talk: Talk, text: str, *, page: int = 0) -> Replies:
    data = await talk.state.get_data()
    shown = None
    if number := data.get("event"):
        shown = await event_seen(talk.session, number, person_id=talk.person.id)
    found = await answering.answer(
        talk.session,
        await talk.house.finder.index(talk.session),
        text,
        say=talk.say,
        now=talk.now,
        person=talk.person,
        shown=shown,
        listed=await events_of(talk.session, data.get("listed") or []),
        page=page,
    )
    if page and not found.events:
        return out_of_date(talk)
    await _remember(talk, text, found)
    if not page:
        await missing.note(talk, found)
    return await _with_buttons(talk, *await _with_wish(talk, text, found))


async def _remember(talk: Talk, text: str, found: Answer) -> None:
    """What “it” means in the next question."""
    if not found.events or found.verdict == "nothing":
        return  # what was only near is not what the person means
    if found.step in {Step.EVENT, Step.CARD}:
        await talk.state.update_data(event=found.events[0].id)
        return
    listed = [event.id for event in found.events]
    if found.step is Step.EVENTS:
        await talk.state.update_data(query=text, event=None, listed=listed)


async def _with_wish(talk: Talk, text: str, found: Answer) -> tuple[Answer, Rows]:
    """What was not found is waited for; of what was found one may hear more when it is there."""
    if not found.wanted:
        return found, []
    mark = await subscribing.remember(talk, text)
    tell_me = callbacks.TellMe(mark=mark)
    if found.verdict != "nothing":
        return found, [[button(talk.say(labels.TELL_ME_OF_NEW), tell_me)]]
    wish = await subscribing.note_wish(talk, text)
    if wish is None:
        return found, [[button(talk.say(labels.TELL_ME), tell_me)]]
    noted = subscription_words.wish_noted(talk.say, wish)
    told = replace(found, text=Markup("{}\n\n{}").format(found.text, noted))
    return told, subscribing.wish_buttons(talk.say, wish, mark)


async def _with_buttons(talk: Talk, found: Answer, more: Rows) -> Replies:
    """`more` are rows of buttons below those of the answer."""
    if found.step is Step.NEWS:
        text, keyboard = await subscribing.page(talk)
        return [say_to(talk, found.text), say_to(talk, text, keyboard)]
    own = _keyboard(talk, found)
    rows = [*(own.inline_keyboard if own else []), *more]
    answer = say_to(talk, found.text, keyboards.rows(rows) if rows else None)
    if found.step is Step.CARD:
        return [answer, await card(talk, found.events[0])]
    return answer


def _keyboard(talk: Talk, found: Answer) -> InlineKeyboardMarkup | None:
    if found.step in ALWAYS_THE_SAME:
        return ALWAYS_THE_SAME[found.step](talk.say)
    match found.step:
        case Step.EVENTS | Step.MINE | Step.WAITING:
            return _events(talk, found)
        case Step.EVENT:
            return keyboards.rows([[_open(talk, event)] for event in found.events])
        case Step.LEAVE:
            return keyboards.rows([[_leave(talk, event)] for event in found.events])
        case Step.CENTRES if found.centres:
            return keyboards.centres(talk.say, found.centres)
    return None


def _events(talk: Talk, found: Answer) -> InlineKeyboardMarkup:
    """A button for each event of the list; then the next page, or the list of one's own."""
    say = talk.say
    first = found.page * PER_PAGE + 1
    last_row = []
    if found.has_more:
        last_row.append(button(say(labels.MORE), callbacks.More(page=found.page + 1)))
    if found.step is not Step.EVENTS:
        tab = callbacks.Tab.WAITING if found.step is Step.WAITING else callbacks.Tab.COMING
        last_row = [button(say(labels.MY_EVENTS), callbacks.Mine(tab=tab))]
    return keyboards.rows([*keyboards.open_events(say, found.events, first=first), last_row])


def _open(talk: Talk, event: Event) -> InlineKeyboardButton:
    return button(event_words.label(talk.say, event), callbacks.OpenEvent(event=event.id))


def _leave(talk: Talk, event: Event) -> InlineKeyboardButton:
    label = cancel_label(talk.say, event_words.label(talk.say, event))
    return button(label, callbacks.Leave(event=event.id))


def _own_data(say: Speech) -> InlineKeyboardMarkup:
    return keyboards.rows(
        [
            [button(say(labels.MY_DATA), callbacks.MyData())],
            [button(say(labels.FORGET_ME), callbacks.Forget())],
        ]
    )


def _door(talk: Talk, text: str) -> Callable[[Talk], Awaitable[Replies]] | None:
    """The one whose name this is, in whichever language."""
    for language in LANGUAGES:
        say = Speech(language, talk.say.timezone)
        for label, opens in DOORS:
            if words(str(say(label))) == words(text):
                return opens
    return None


async def _programme(talk: Talk) -> Replies:
    return say_to(talk, *await browsing.page(talk, callbacks.Browse()))


async def _own_events(talk: Talk) -> Replies:
    return say_to(talk, *await mine.own(talk, callbacks.Mine()))


async def _ask(talk: Talk) -> Replies:
    return say_to(talk, menu.ask(talk.say), keyboards.example_questions(talk.say))


ALWAYS_THE_SAME: dict[Step, Callable[[Speech], InlineKeyboardMarkup]] = {
    Step.EXAMPLES: keyboards.example_questions,
    Step.LANGUAGE: lambda _say: keyboards.language_choice(),
    Step.PRIVACY: _own_data,
    Step.DOORS: keyboards.doors,
}

DOORS: tuple[tuple[str, Callable[[Talk], Awaitable[Replies]]], ...] = (
    (labels.EVENTS, _programme),
    (labels.MY_EVENTS, _own_events),
    (labels.ASK, _ask),
)
