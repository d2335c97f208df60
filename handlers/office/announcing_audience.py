"""For whom an announcement is, block by block, and which events its buttons open."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.announcements import audience, rules, segments
from catalogue.announcements.events import Choice, choices, chosen, coming
from catalogue.announcements.segments import Block, Kind
from catalogue.announcements.tables import Announcement
from catalogue.people.languages import LANGUAGES
from catalogue.people.rights import Right
from catalogue.people.tables import Trait
from catalogue.people.traits import clean_value, known_values
from catalogue.search.audiences import groups_in
from handlers import forms
from handlers.browsing import mark
from handlers.forms import Form
from handlers.office import announcing_buttons as buttons
from handlers.office.announcing_steps import own_draft, reach_of, view
from handlers.office.callbacks.staff import Announce, Choose, Pick, Step, Turned
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import shortened
from handlers.words.office import announcing as words
from handlers.words.office import announcing_audience as audience_words
from handlers.words.speech import capitalised

LONGEST_LABEL = 60
_STANDINGS = frozenset({Pick.REGISTERED, Pick.WAITING, Pick.ATTENDED})
_EVENTS = _STANDINGS | {Pick.EVENT, Pick.LINK}

router = Router(name="announcing_audience")


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose; `mark` stands for it in a button."""

    mark: str
    label: str
    value: str


@router.callback_query(Announce.filter(F.step == Step.AUDIENCE))
async def ask_audience(press: CallbackQuery, callback_data: Announce, talk: Talk) -> Replies:
    draft = await own_draft(talk, callback_data.announcement)
    return rewrite(talk, press, *await audience_of(talk, draft))


@router.callback_query(Turned.filter())
async def turn(press: CallbackQuery, callback_data: Turned, talk: Talk) -> Replies:
    draft = await own_draft(talk, callback_data.announcement)
    segment = segments.of_json(draft.segment)
    number = callback_data.block
    changed = segment.without(number) if callback_data.out else segment.turned(number)
    draft.segment = changed.as_json()
    return rewrite(talk, press, *await audience_of(talk, draft))


@router.callback_query(Choose.filter())
async def choose(press: CallbackQuery, callback_data: Choose, talk: Talk) -> Replies:
    """A page of what there is; with a mark, what was chosen of it."""
    draft = await own_draft(talk, callback_data.announcement)
    asked = callback_data.asked
    found = await _options(talk, asked)
    option = next((one for one in found if one.mark == callback_data.mark), None)
    if option is None:
        asked = Pick.EVENT if asked in _STANDINGS else asked
        question = audience_words.ask_choice(talk.say, asked.value, is_empty=not found)
        page = await _choice(talk, draft, asked, found, page=callback_data.page)
        return rewrite(talk, press, question, page)
    if asked is Pick.LINK:
        _link(draft, option)
        return [rewrite(talk, press, words.as_it_will_look(talk.say)), *view(talk, draft)]
    return rewrite(talk, press, *await _taken(talk, draft, asked, option))


@router.message(Form.announcement_choice)
async def choice_written(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    draft = await own_draft(talk, form["announcement"])
    asked = Pick(form["asked"])
    text = (message.text or "").strip()
    found = await _written(talk, asked, text) if text else []
    if len(found) != 1:
        question = (
            audience_words.which_of(talk.say) if found else audience_words.nothing_found(talk.say)
        )
        found = found or await _options(talk, asked)
        return say_to(talk, question, await _choice(talk, draft, asked, found))
    if asked is Pick.LINK:
        await forms.leave(talk.state)
        _link(draft, found[0])
        return view(talk, draft)
    return say_to(talk, *await _taken(talk, draft, asked, found[0]))


async def audience_of(talk: Talk, draft: Announcement) -> tuple[Markup, InlineKeyboardMarkup]:
    """The screen on which an audience is put together; what is written meanwhile is no search."""
    await forms.enter(talk.state, Form.announcement_audience, announcement=draft.id)
    segment = segments.of(draft)
    people = (await reach_of(talk, draft)).people if segment.blocks else None
    events = await chosen(talk.session, segment.event_ids)
    text = audience_words.audience(talk.say, segment, events, people)
    return text, buttons.audience(talk.say, draft, segment)


async def _choice(
    talk: Talk, draft: Announcement, asked: Pick, found: Sequence[Option], *, page: int = 0
) -> InlineKeyboardMarkup:
    await forms.enter(
        talk.state, Form.announcement_choice, announcement=draft.id, asked=asked.value
    )
    labelled = [(one.mark, one.label) for one in found]
    return buttons.choices(talk.say, draft, asked, labelled, page)


async def _taken(
    talk: Talk, draft: Announcement, asked: Pick, option: Option
) -> tuple[Markup, InlineKeyboardMarkup]:
    """Of an event one is asked next how people stand to it; anything else is a block."""
    if asked is Pick.EVENT:
        question = audience_words.ask_standing(talk.say, option.label)
        return question, buttons.standings(talk.say, draft, int(option.value))
    block = Block(Kind(asked.value), option.value)
    draft.segment = segments.of_json(draft.segment).narrowed(block).as_json()
    return await audience_of(talk, draft)


def _link(draft: Announcement, option: Option) -> None:
    """So many buttons at most: the first one gives way."""
    others = [one for one in draft.event_ids if one != int(option.value)]
    draft.event_ids = [*others, int(option.value)][-rules.MOST_LINKS :]


async def _options(talk: Talk, asked: Pick) -> list[Option]:
    if asked in _EVENTS:
        return await _events(talk, asked)
    if asked is Pick.LANGUAGE:
        return [Option(one, labels.LANGUAGE_NAMES[one], one) for one in LANGUAGES]
    if asked is Pick.TOPIC:
        values = await audience.topics(talk.session)
    else:
        values = await known_values(talk.session, Trait(asked.value))
    return [_valued(value) for value in values]


def _valued(value: str) -> Option:
    return Option(mark(value), shortened(capitalised(value), LONGEST_LABEL), value)


async def _events(talk: Talk, asked: Pick, text: str = "") -> list[Option]:
    """Behind a button any coming event; whom it is for, only events of one's own centres."""
    if asked is Pick.LINK:
        index = await talk.house.finder.index(talk.session)
        found = await coming(talk.session, index, asked=text, now=talk.now)
    else:
        own = await talk.realm(Right.ANNOUNCE)
        found = await choices(talk.session, centres=own.centres, asked=text, now=talk.now)
    return [_of_event(talk, one) for one in found]


def _of_event(talk: Talk, choice: Choice) -> Option:
    return Option(str(choice.id), audience_words.choice_label(talk.say, choice), str(choice.id))


async def _written(talk: Talk, asked: Pick, text: str) -> list[Option]:
    """What the words mean; of a language there is nothing to write."""
    if asked in _EVENTS:
        return await _events(talk, asked, text)
    if asked is Pick.LANGUAGE:
        return []
    if asked is Pick.GROUP and (named := groups_in(text)):
        return [_valued(name) for name in sorted(named)]
    kind = Trait.CITY if asked is Pick.CITY else Trait.SCHOOL
    return [_valued(clean_value(kind, text))]
