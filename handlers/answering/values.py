"""A question with all that bears on it, and its answer."""

import enum
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import unescape
from typing import Any, Literal

from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers.book import Book, shipped_book
from catalogue.answers.index import Known
from catalogue.centres.tables import Centre
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.search.index import Index, Result
from catalogue.search.normalise import fold
from catalogue.search.questions import Question
from handlers.words.speech import Speech

PER_PAGE = 5

_TAG = re.compile(r"</?[a-z][^<>]*>")


class Step(enum.StrEnum):
    """What one can do after the answer: which buttons come with it."""

    NONE = "none"
    EVENTS = "events"
    DOUBT = "doubt"
    EVENT = "event"
    MATERIALS = "materials"
    CARD = "card"
    MINE = "mine"
    HOURS = "hours"
    WAITING = "waiting"
    LEAVE = "leave"
    CERTIFICATES = "certificates"
    LANGUAGE = "language"
    NEWS = "news"
    PRIVACY = "privacy"
    CENTRES = "centres"
    PERHAPS = "perhaps"
    WHOSE = "whose"
    EXAMPLES = "examples"
    DOORS = "doors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`text` is Telegram's HTML; where the step is a card, `heading` is what stands above it.

    `events` are in the order of the text, numbered from `first` where it is a list, of `page`
    where there are `total` of them; `listed` are the row ids of all numbered so far, from 1, and
    `about_last` is that of the event which stays in mind beside them. `codes` are those of the
    events that answer the question, up to ten, and none where nothing was found.

    `question` is what was answered, as it goes on from the one before; `removable` are the names
    of what one may let go of it. `wanted` is what one may ask to hear of when it is published;
    empty where nothing was sought. With `only_days` the same is there, at another time.

    `centre` is the slug of the one centre it tells of; `perhaps` is what may have been meant else,
    or, where it is asked whose answer is wanted, that of each of `centres`. What may not be all
    that one wants to know can be asked `to_coordinator`.
    """

    verdict: Literal["found", "unsure", "nothing"]
    text: Markup
    events: tuple[Event, ...] = ()
    codes: tuple[str, ...] = ()
    step: Step = Step.NONE
    heading: Markup | None = None
    total: int = 0
    first: int = 1
    page: int = 0
    listed: tuple[int, ...] = ()
    about_last: int | None = None
    question: Question | None = None
    removable: tuple[str, ...] = ()
    centres: tuple[Centre, ...] = ()
    centre: str = ""
    perhaps: tuple[Known, ...] = ()
    only_days: bool = False
    wanted: Mapping[str, Any] = field(default_factory=dict)
    to_coordinator: bool = False

    @property
    def plain(self) -> str:
        """The text without Telegram's HTML, for a terminal."""
        return unescape(_TAG.sub("", str(self.text)))

    @property
    def has_more(self) -> bool:
        return self.total > (self.page + 1) * PER_PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with what bears on it; `as_list` where one event alone is wanted as a list too.

    `centre` is the slug of the one that the chat has just been about.
    """

    session: AsyncSession
    index: Index
    question: Question
    say: Speech
    now: datetime
    person: Person | None = None
    shown: Event | None = None
    listed: tuple[Event, ...] = ()
    centre: str = ""
    page: int = 0
    as_list: bool = False
    book: Book = field(default_factory=shipped_book)

    @property
    def folded(self) -> str:
        return fold(self.question.text)

    @property
    def names_something(self) -> bool:
        """Whether the words themselves say which events are meant."""
        return bool(self.question.topic or self.question.filters.said())

    def find(self, limit: int) -> Result:
        return self.index.find(self.question, now=self.now, limit=limit)


Answering = Callable[[Asked], Awaitable[Answer]]


def with_events(answered: Answer, events: Sequence[Event]) -> Answer:
    return replace(
        answered,
        events=tuple(events),
        codes=tuple(event.code for event in events),
        total=len(events),
        listed=tuple(event.id for event in events),
    )
