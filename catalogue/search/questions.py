"""A sentence taken apart: what is wanted, what the event must be, what it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from catalogue.search.courtesies import said, take_courtesies
from catalogue.search.doubts import Doubt
from catalogue.search.filters import Filters
from catalogue.search.intents import Intent, wanted
from catalogue.search.languages import language_of
from catalogue.search.normalise import clean
from catalogue.search.ordinals import without_ordinal
from catalogue.search.reading import Reading, Vocabulary, read, vocabulary
from catalogue.search.school_calendar import USUAL, SchoolCalendar
from catalogue.search.sentence import Sentence
from catalogue.search.themes import take_denied_theme, theme, without_story

VILNIUS = ZoneInfo("Europe/Vilnius")
_BACKWARD: frozenset[Intent] = frozenset({"certificate", "hours"})
_ABOUT_EVENTS: frozenset[Intent] = frozenset(
    {
        "find_events",
        "event_facts",
        "register",
        "cancel",
        "certificate",
        "my_events",
        "waiting_list",
    }
)
_OF_ONE_EVENT: frozenset[Intent] = frozenset({"find_events", "event_facts", "register", "cancel"})


@dataclass(frozen=True, slots=True)
class Question:
    """An understood sentence.

    `topic` are the folded words left that say what about; `language` is the one it is written in,
    or None where nothing tells. `ordinal` is the place, from 1, in the list last shown: "the second
    one". It is there only without filters and topic; then the intent is the deed or the fact asked
    for that event, and `event_facts` without a fact where it is only to be shown. `doubts` are
    words that may mean other days than those of the filters.
    """

    text: str
    intent: Intent = "find_events"
    filters: Filters = field(default_factory=Filters)
    language: str | None = None
    topic: tuple[str, ...] = ()
    ordinal: int | None = None
    doubts: tuple[Doubt, ...] = ()

    def otherwise(self, doubt: Doubt) -> "Question":
        """The same question with the days read the other way; the way back is its only doubt."""
        filters = replace(self.filters, first=doubt.other.first, last=doubt.other.last)
        turned = replace(doubt, meant=doubt.other, other=doubt.meant)
        return replace(self, filters=filters, doubts=(turned,))


def understand(
    text: str,
    *,
    asked_at: datetime,
    timezone: ZoneInfo = VILNIUS,
    cities: Iterable[str] = (),
    organisers: Mapping[str, str] | None = None,
    school: SchoolCalendar = USUAL,
) -> Question:
    """The intent, the filters and the topic of a sentence.

    `organisers` are names and abbreviations of centres, each with the centre's own name; `cities`
    are towns beyond those of Lithuania, `school` the pupils' holidays.
    """
    known = vocabulary(cities, organisers, school=school)
    return understand_with(text, asked_at=asked_at, timezone=timezone, known=known)


def understand_with(
    text: str, *, asked_at: datetime, timezone: ZoneInfo, known: Vocabulary
) -> Question:
    """The same with names that are ready to be looked up."""
    question = _understood(text, asked_at=asked_at, timezone=timezone, known=known)
    may_pick = question.intent in _OF_ONE_EVENT and not question.filters.said()
    picked = without_ordinal(_asked(text)) if may_pick else None
    if picked is None:
        return question
    ordinal, rest = picked
    bare = _understood(rest, asked_at=asked_at, timezone=timezone, known=known)
    if bare.topic or bare.filters.said() or bare.intent not in {*_OF_ONE_EVENT, "unknown"}:
        return question
    shown: Intent = "event_facts" if bare.intent in {"find_events", "unknown"} else bare.intent
    return replace(
        bare, text=question.text, intent=shown, language=question.language, ordinal=ordinal
    )


def _asked(text: str) -> str:
    """The folded sentence without its courtesies."""
    sentence = Sentence(text)
    take_courtesies(sentence)
    return said(sentence)


def _understood(
    text: str, *, asked_at: datetime, timezone: ZoneInfo, known: Vocabulary
) -> Question:
    intent: Intent
    today = asked_at.astimezone(timezone).date()
    reading = read(text, today=today, known=known)
    original = clean(text)
    if reading.talk:
        intent = "help" if reading.talk == "talk" else "unknown"
        return Question(original, intent, language=language_of(original))
    asked = wanted(reading)
    intent, fact = asked.intent, asked.fact
    if intent == "find_events" and (rest := without_story(reading)):
        shorter = _understood(rest, asked_at=asked_at, timezone=timezone, known=known)
        if shorter.intent == intent and shorter.topic:
            return replace(shorter, text=original, language=language_of(original))
    if intent in _BACKWARD:
        reading = read(text, today=today, known=known, past=True)
    topic: list[tuple[str, str]] = []
    filters = reading.filters
    if intent in _ABOUT_EVENTS:
        filters = _without_denied_theme(reading)
        topic = theme(reading, asked)
    filters = _asked_filters(replace(filters, fact=fact), intent, today)
    return Question(
        text=original,
        intent=intent,
        filters=_with_topic(filters, topic),
        language=language_of(original),
        topic=tuple(folded for folded, _ in topic),
        doubts=reading.doubts,
    )


def _asked_filters(filters: Filters, intent: Intent, today: date) -> Filters:
    """The filters without those that say nothing in such a question."""
    if intent == "cancel":
        filters = _not_denied(filters)
    if filters.fact in {"link", "where"}:
        filters = replace(filters, mode=None)
    if filters.fact in {"price", "seats"}:
        excluded = filters.exclude and replace(filters.exclude, free=None)
        filters = replace(filters, free=None, exclude=excluded or None)
    if intent == "find_events" and filters.last and filters.last < today:
        filters = replace(filters, first=None, last=None)
    if intent not in _ABOUT_EVENTS:
        filters = replace(filters, part_of_day=None, weekday=(), min_hours=None, exclude=None)
    if intent not in _ABOUT_EVENTS | _BACKWARD:
        filters = replace(filters, first=None, last=None)
    return filters


def wish(text: str, *, asked_at: datetime, timezone: ZoneInfo, known: Vocabulary) -> Question:
    """The sentence as a search: whatever it asks, events are wanted, except in small talk."""
    reading: Reading = read(text, today=asked_at.astimezone(timezone).date(), known=known)
    filters = _without_denied_theme(reading)
    topic = reading.topic()
    return Question(
        text=clean(text),
        intent="unknown" if reading.talk else "find_events",
        filters=_with_topic(filters, topic),
        language=language_of(text),
        topic=tuple(folded for folded, _ in topic),
        doubts=reading.doubts,
    )


def _without_denied_theme(reading: Reading) -> Filters:
    """The filters with what it should not be about, which is no theme any more."""
    denied = take_denied_theme(reading)
    excluded = reading.filters.exclude or Filters()
    return (
        replace(reading.filters, exclude=replace(excluded, topic=denied))
        if denied
        else reading.filters
    )


def _not_denied(filters: Filters) -> Filters:
    """Who cannot come tomorrow means tomorrow's event, not every other."""
    denied = filters.exclude
    if denied is None:
        return filters
    days = filters if filters.first or filters.last else denied
    weekday = filters.weekday or denied.weekday
    return replace(filters, first=days.first, last=days.last, weekday=weekday, exclude=None)


def _with_topic(filters: Filters, topic: list[tuple[str, str]]) -> Filters:
    return replace(filters, topic=" ".join(written for _, written in topic) or None)
