"""What one can press under an answer."""

from collections.abc import Callable, Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from catalogue.answers.index import Known
from catalogue.centres.tables import Centre
from catalogue.programme.tables import Event
from catalogue.search.questions import Question
from catalogue.search.spans import Span
from handlers import keyboards
from handlers.answering import Answer, Step
from handlers.callbacks.asking import LetGo, NoneFits, OtherDays, Search, TellKnown
from handlers.callbacks.learning import Certificates, Hours
from handlers.callbacks.news import TellMe
from handlers.callbacks.person import Forget, MyData
from handlers.callbacks.programme import Materials, OpenEvent
from handlers.callbacks.seats import Leave, Mine, Tab
from handlers.keyboards import press as button
from handlers.talk import Talk
from handlers.words import events as event_words
from handlers.words import labels
from handlers.words.answers import centres as centre_words
from handlers.words.answers import events as words
from handlers.words.answers.conditions import named
from handlers.words.answers.own import cancel_label
from handlers.words.speech import Speech

Rows = list[list[InlineKeyboardButton]]

#: What a row of chips holds: so many, or so many letters.
CHIPS_IN_ROW = 3
LETTERS_IN_ROW = 32

#: Bytes of an answer's key that a button holds.
LONGEST_KEY = 60

#: Letters of a centre's name on a button.
LONGEST_NAME = 60


def rows(talk: Talk, found: Answer, mark: str) -> Rows:
    """`mark` is that of the search answered; empty where nothing was sought."""
    below: Rows = []
    match found.step:
        case Step.EVENTS | Step.DOUBT:
            below = _events(talk, found, mark)
        case Step.MINE | Step.WAITING | Step.HOURS:
            below = _own(talk, found)
        case Step.EVENT | Step.MATERIALS:
            below = [row for event in found.events for row in _of_one(talk, found, event)]
        case Step.LEAVE:
            below = [[_leave(talk, event)] for event in found.events]
        case Step.PERHAPS:
            below = [[_perhaps(talk, known)] for known in found.perhaps if _is_short(known)]
        case Step.WHOSE:
            answers = zip(found.centres, found.perhaps, strict=True)
            below = [[_of_centre(talk, centre, known)] for centre, known in answers]
        case Step.CENTRES if found.centres:
            below = keyboards.centres(talk.say, found.centres).inline_keyboard
        case step if step in ALWAYS_THE_SAME:
            same = ALWAYS_THE_SAME[step](talk.say).inline_keyboard
            below = [*chips(talk, found, mark), *same]
    return [row for row in below if row]


def below_card(talk: Talk, found: Answer, mark: str) -> Rows:
    """Under the card of an event that was clearly meant: a way to the others."""
    others = found.total - 1
    if others:
        return [[button(talk.say(labels.OTHERS, n=others), Search(mark=mark))]]
    return [*chips(talk, found, mark), _tell_me(talk, found, mark)]


def other_days(talk: Talk, mark: str, other: Question, other_mark: str) -> InlineKeyboardButton:
    """To the same question with its days read the other way."""
    days = Span(other.filters.first, other.filters.last)
    label = words.other_days(talk.say, days, now=talk.now)
    return button(label, OtherDays(mark=mark, other=other_mark))


def chips(talk: Talk, found: Answer, mark: str) -> Rows:
    """Each condition, to let it go; as many in a row as a phone shows."""
    if found.question is None or not mark:
        return []
    told = named(talk.say, found.question, now=talk.now)
    chosen = [
        button(words.chip(told[name]), LetGo(mark=mark, name=name)) for name in found.removable
    ]
    wrapped: Rows = []
    for one in chosen:
        if not wrapped or not _has_room(wrapped[-1], one):
            wrapped.append([])
        wrapped[-1].append(one)
    return wrapped


def _has_room(row: Sequence[InlineKeyboardButton], one: InlineKeyboardButton) -> bool:
    letters = sum(len(each.text) for each in (*row, one))
    return len(row) < CHIPS_IN_ROW and letters <= LETTERS_IN_ROW


def _events(talk: Talk, found: Answer, mark: str) -> Rows:
    """A button for each event; „none of these“ in doubt; the conditions; then the next page."""
    say = talk.say
    none_fits, more = [], []
    if found.step is Step.DOUBT and mark:
        label = labels.NONE_OF_THESE if len(found.events) > 1 else labels.NOT_THIS_ONE
        none_fits = [button(say(label), NoneFits(mark=mark))]
    if found.has_more and mark:
        more = [button(say(labels.MORE), Search(mark=mark, page=found.page + 1))]
    return [
        *keyboards.open_events(say, found.events, first=found.first),
        none_fits,
        *chips(talk, found, mark),
        [*more, *_tell_me(talk, found, mark)],
    ]


def _tell_me(talk: Talk, found: Answer, mark: str) -> list[InlineKeyboardButton]:
    """Of what was found one may hear more when it is there."""
    if found.verdict != "found" or not found.wanted:
        return []
    return [button(talk.say(labels.TELL_ME_OF_NEW), TellMe(mark=mark))]


def _own(talk: Talk, found: Answer) -> Rows:
    """Below the events where one's own of that kind stand together."""
    if found.step is Step.HOURS:
        own = button(talk.say(labels.HOURS_LEDGER), Hours())
    else:
        tab = Tab.WAITING if found.step is Step.WAITING else Tab.COMING
        own = button(talk.say(labels.MY_EVENTS), Mine(tab=tab))
    return [*keyboards.open_events(talk.say, found.events), [own]]


def _open(talk: Talk, event: Event) -> InlineKeyboardButton:
    return button(event_words.label(talk.say, event), OpenEvent(event=event.id))


def _of_one(talk: Talk, found: Answer, event: Event) -> Rows:
    """To what it has, where that was asked for, and to its card."""
    materials = button(talk.say(labels.MATERIALS), Materials(event=event.id))
    return [[materials] if found.step is Step.MATERIALS else [], [_open(talk, event)]]


def _perhaps(talk: Talk, known: Known) -> InlineKeyboardButton:
    return button(centre_words.asked(talk.say, known), TellKnown(key=known.key))


def _of_centre(talk: Talk, centre: Centre, known: Known) -> InlineKeyboardButton:
    name = event_words.shortened(event_words.centre_name(talk.say, centre), LONGEST_NAME)
    return button(name, TellKnown(key=known.key))


def _is_short(known: Known) -> bool:
    return len(known.key.encode()) <= LONGEST_KEY


def _leave(talk: Talk, event: Event) -> InlineKeyboardButton:
    label = cancel_label(talk.say, event_words.label(talk.say, event))
    return button(label, Leave(event=event.id))


def _certificates(say: Speech) -> InlineKeyboardMarkup:
    return keyboards.rows([[button(say(labels.MY_CERTIFICATES), Certificates())]])


def _own_data(say: Speech) -> InlineKeyboardMarkup:
    return keyboards.rows(
        [
            [button(say(labels.MY_DATA), MyData())],
            [button(say(labels.FORGET_ME), Forget())],
        ]
    )


ALWAYS_THE_SAME: dict[Step, Callable[[Speech], InlineKeyboardMarkup]] = {
    Step.EXAMPLES: keyboards.example_questions,
    Step.LANGUAGE: lambda _say: keyboards.language_choice(),
    Step.PRIVACY: _own_data,
    Step.DOORS: keyboards.doors,
    Step.CERTIFICATES: _certificates,
}
