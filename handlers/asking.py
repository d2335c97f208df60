"""Free text: a question or a search, in anybody's own words, and going on from its answer."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from markupsafe import Markup

from catalogue.centres.queries import by_slug
from catalogue.finding.browsing import event_seen, events_of
from catalogue.people.languages import LANGUAGES
from catalogue.search.follow_ups import wants_more
from catalogue.search.intents import Intent
from catalogue.search.normalise import LONGEST_TEXT, words
from catalogue.search.questions import Question
from handlers import (
    answering,
    asking_buttons,
    browsing,
    keyboards,
    mine,
    missing,
    searches,
    subscribing,
)
from handlers.answering import Answer, Step
from handlers.asking_buttons import Rows
from handlers.callbacks.asking import AskCoordinator, LetGo, NoneFits, OtherDays, Search
from handlers.callbacks.menu import Example
from handlers.callbacks.news import TellMe
from handlers.callbacks.programme import Browse
from handlers.callbacks.seats import Mine
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.searches import LastSearch
from handlers.showing import card_with, out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels, menu
from handlers.words.answers import events as event_words
from handlers.words.speech import Speech

WRITTEN = F.text & ~F.text.startswith("/")

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
    last = await searches.current(talk)
    if last and wants_more(text):
        return await _more(talk, last)
    found = await _answer(talk, text, before=last.question if last else None)
    if message.edit_date is None:  # a slip that is mended was not looked for twice
        await missing.note(talk, found, text)
    return await _told(talk, found)


@router.callback_query(Example.filter())
async def example(press: CallbackQuery, callback_data: Example, talk: Talk) -> Replies:
    examples = menu.examples(talk.say)
    if not 0 <= callback_data.number < len(examples):
        return out_of_date(talk)
    return await asked(talk, examples[callback_data.number])


async def asked(talk: Talk, question: str) -> Replies:
    """The answer to a question that stands alone."""
    return await _told(talk, await _answer(talk, question))


@router.callback_query(Search.filter())
async def search(press: CallbackQuery, callback_data: Search, talk: Talk) -> Replies:
    """A page of a search, as the programme stands now."""
    question = await searches.recall(talk, callback_data.mark)
    if question is None:
        return out_of_date(talk)
    return await _page(talk, question, callback_data.page)


@router.callback_query(LetGo.filter())
async def let_go(press: CallbackQuery, callback_data: LetGo, talk: Talk) -> Replies:
    """The answer anew without one condition, in the same place."""
    question = await searches.recall(talk, callback_data.mark)
    if question is None:
        return out_of_date(talk)
    wider = answering.without(question, callback_data.name, say=talk.say, at=talk.now)
    return await _told(talk, await _answer(talk, wider), press=press, is_tried_out=True)


@router.callback_query(OtherDays.filter())
async def other_days(press: CallbackQuery, callback_data: OtherDays, talk: Talk) -> Replies:
    """The answer for the days read the other way, in the same place, with the way back."""
    question = await searches.recall(talk, callback_data.other)
    before = await searches.recall(talk, callback_data.mark)
    if question is None or before is None:
        return out_of_date(talk)
    found = await _answer(talk, question)
    return await _told(talk, found, press=press, otherwise=before, is_tried_out=True)


@router.callback_query(NoneFits.filter())
async def none_fits(press: CallbackQuery, callback_data: NoneFits, talk: Talk) -> Replies:
    """What else is near, and the wish is kept."""
    question = await searches.recall(talk, callback_data.mark)
    if question is None:
        return out_of_date(talk)
    return await _told(talk, await _otherwise(talk, question), press=press)


async def _more(talk: Talk, last: LastSearch) -> Replies:
    """The next page of what was found; of what was only offered, what else is near."""
    if last.is_sure:
        return await _page(talk, last.question, last.page + 1)
    return await _told(talk, await _otherwise(talk, last.question))


async def _otherwise(talk: Talk, question: Question) -> Answer:
    index = await talk.house.finder.index(talk.session)
    return await answering.otherwise(
        answering.Asked(
            session=talk.session, index=index, question=question, say=talk.say, now=talk.now
        )
    )


async def _page(talk: Talk, question: Question, page: int) -> Replies:
    """Always a list; past its end it says so."""
    found = await _answer(talk, question, page=page, as_list=True)
    if page and not found.events:
        mark = await searches.remember(talk, question)
        tell_me = button(talk.say(labels.TELL_ME_OF_NEW), TellMe(mark=mark))
        return say_to(talk, event_words.no_more(talk.say), keyboards.rows([[tell_me]]))
    return await _told(talk, found)


async def _answer(
    talk: Talk,
    question: Question | str,
    *,
    before: Question | None = None,
    page: int = 0,
    as_list: bool = False,
) -> Answer:
    data = await talk.state.get_data()
    shown = None
    if number := data.get("event"):
        shown = await event_seen(talk.session, number, person_id=talk.person.id)
    return await answering.answer(
        talk.session,
        await talk.house.finder.index(talk.session),
        question,
        say=talk.say,
        now=talk.now,
        person=talk.person,
        before=before,
        shown=shown,
        listed=await events_of(talk.session, data.get("listed") or []),
        centre=data.get("centre") or "",
        page=page,
        as_list=as_list,
        book=await talk.house.known.book(talk.session),
    )


async def _told(
    talk: Talk,
    found: Answer,
    *,
    press: CallbackQuery | None = None,
    otherwise: Question | None = None,
    is_tried_out: bool = False,
) -> Replies:
    """A new message, or the pressed one anew; `otherwise` is the question with other days.

    Who only tries out what would be without a condition has not wished for that.
    """
    mark = await _remember(talk, found)
    text, wish = await _with_wish(talk, found, mark, is_tried_out=is_tried_out)
    more = [*await _other_days(talk, found, mark, otherwise), *wish]
    if found.step is Step.NEWS:
        return [say_to(talk, text), say_to(talk, *await subscribing.page(talk))]
    if found.to_coordinator:
        more.append([await _to_coordinator(talk, found)])
    if found.step is Step.CARD:
        below = [*asking_buttons.below_card(talk, found, mark), *more]
        shown = await card_with(talk, found.events[0], above=found.heading, below=below)
        return rewrite(talk, press, *shown) if press else say_to(talk, *shown)
    rows = [*asking_buttons.rows(talk, found, mark), *more]
    keyboard = keyboards.rows(rows) if rows else None
    return rewrite(talk, press, text, keyboard) if press else say_to(talk, text, keyboard)


async def _to_coordinator(talk: Talk, found: Answer) -> InlineKeyboardButton:
    """With the question as it was asked, of the event or the centre that it is about."""
    of_one = found.events[0].id if found.step in OF_ONE else 0
    centre = await by_slug(talk.session, found.centre) if found.centre else None
    data = AskCoordinator(
        mark=await searches.remember(talk, found.question) if found.question else "",
        event=of_one or found.about_last or 0,
        centre=centre.id if centre else 0,
    )
    return button(talk.say(labels.ASK_COORDINATOR), data)


async def _remember(talk: Talk, found: Answer) -> str:
    """What the next words are about; the mark of the search, empty where nothing was sought.

    Whatever is numbered on the screen can be chosen by its number, also what was only near. A
    centre stays in mind until events are shown.
    """
    if found.centre or found.events:
        await talk.state.update_data(centre=found.centre)
    if found.step in OF_ONE:
        await talk.state.update_data(event=found.events[0].id)
    elif found.events and found.verdict == "nothing":  # they were only near: no word means them
        await talk.state.update_data(listed=list(found.listed))
    elif found.events:
        await talk.state.update_data(event=found.about_last, listed=list(found.listed))
    question = found.question
    if question is None or not _is_search(question):
        return ""
    if question.intent in JOINING:  # what one wants to join is sought first, and may be narrowed
        question = replace(question, intent="find_events")
    mark = await searches.remember(talk, question)
    await searches.go_on_from(talk, mark, page=found.page, is_sure=found.verdict == "found")
    return mark


def _is_search(question: Question) -> bool:
    says_which = bool(question.topic or question.filters.said())
    return question.intent == "find_events" or (question.intent in NAME_EVENTS and says_which)


async def _with_wish(
    talk: Talk, found: Answer, mark: str, *, is_tried_out: bool
) -> tuple[Markup, Rows]:
    """What was not found is waited for; what is there at another time only when asked."""
    if found.verdict != "nothing" or not found.wanted or found.question is None:
        return found.text, []
    is_wished = not (found.only_days or is_tried_out)
    wish = await subscribing.note_wish(talk, found.question) if is_wished else None
    if wish is None:
        return found.text, [[button(talk.say(labels.TELL_ME), TellMe(mark=mark))]]
    text = Markup("{}\n\n{}").format(found.text, await subscribing.noted(talk, wish))
    return text, subscribing.wish_buttons(talk.say, wish, mark)


async def _other_days(talk: Talk, found: Answer, mark: str, otherwise: Question | None) -> Rows:
    """A button for each other reading of the days, or for the way back to the first."""
    if found.question is None or not mark:
        return []
    others = [found.question.otherwise(doubt) for doubt in found.question.doubts]
    return [
        [asking_buttons.other_days(talk, mark, other, await searches.remember(talk, other))]
        for other in ([otherwise] if otherwise else others)
    ]


def _door(talk: Talk, text: str) -> Callable[[Talk], Awaitable[Replies]] | None:
    """The one whose name this is, in whichever language."""
    for language in LANGUAGES:
        say = Speech(language, talk.say.timezone)
        for label, opens in DOORS:
            if words(str(say(label))) == words(text):
                return opens
    return None


async def _programme(talk: Talk) -> Replies:
    return say_to(talk, *await browsing.page(talk, Browse()))


async def _own_events(talk: Talk) -> Replies:
    return say_to(talk, *await mine.own(talk, Mine()))


async def ask(talk: Talk) -> Replies:
    return say_to(talk, menu.ask(talk.say), keyboards.example_questions(talk.say))


#: Answers about one event; a question without a name is about it from then on.
OF_ONE = frozenset({Step.EVENT, Step.MATERIALS, Step.CARD})

#: What asks for events where it says which.
JOINING: frozenset[Intent] = frozenset({"register", "waiting_list"})
NAME_EVENTS: frozenset[Intent] = JOINING | {"event_facts"}

DOORS: tuple[tuple[str, Callable[[Talk], Awaitable[Replies]]], ...] = (
    (labels.EVENTS, _programme),
    (labels.MY_EVENTS, _own_events),
    (labels.ASK, ask),
)
