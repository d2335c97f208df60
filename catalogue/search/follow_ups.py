"""A sentence that goes on from the question before it: „o Vilniuje?“, „o pigiau?“, "any town"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from catalogue.search.courtesies import said as still_said
from catalogue.search.courtesies import take_courtesies
from catalogue.search.filters import Filters
from catalogue.search.normalise import words
from catalogue.search.phrases import phrases
from catalogue.search.questions import Question
from catalogue.search.sentence import Sentence

_OF_EVENTS = frozenset({"find_events", "event_facts"})
_CENT = Decimal("0.01")
_DAY = timedelta(days=1)
_FRAGMENT = 2
"""Filters in a sentence without an opening that still goes on; with more it stands alone."""

_NOTHING = Filters()
_WHEN = frozenset({"first", "last"})
_PRICE = frozenset({"free", "max_price"})
_LET_GO: Mapping[str, frozenset[str]] = {
    "anywhere": frozenset({"city"}),
    "anytime": _WHEN | {"weekday", "part_of_day"},
    "any_price": _PRICE,
    "any_mode": frozenset({"mode"}),
}
_CHANGES = (*_LET_GO, "elsewhere", "cheaper", "earlier", "later")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the answer before showed: the lowest price in EUR, the first and the last local day."""

    cheapest: Decimal | None = None
    first: date | None = None
    last: date | None = None


def followed(before: Question, now: Question, *, shown: Shown | None = None) -> Question | None:
    """The question before as the sentence now changes it; None where that stands alone.

    What is said now takes the place of its like, and everything else said before stays. A town
    and taking part online push each other out, as do a price and free of charge.
    """
    if before.intent not in _OF_EVENTS or now.ordinal is not None:
        return None
    if wants_more(now.text) or not (before.topic or before.filters.said()):
        return None
    sentence = Sentence(now.text)
    take_courtesies(sentence)
    changes = [name for name in _CHANGES if sentence.take_all(_beside(name))]
    opened = sentence.take(_opening()) is not None
    left = set(words(still_said(sentence)))
    topic = [pair for pair in _topic(now) if pair[0] in left]
    if not _goes_on(now, sentence, opened=opened, changes=changes, topic=bool(topic)):
        return None
    merged = _merged(before.filters, replace(now.filters, topic=None, fact=None))
    for change in changes:
        merged = _changed(merged, change, shown or Shown())
    topic = topic or _topic(before)
    asks = now if now.intent == "event_facts" and not changes else before
    return replace(
        before,
        text=now.text,
        language=now.language or before.language,
        intent=asks.intent,
        filters=replace(
            merged, fact=asks.filters.fact, topic=" ".join(one[1] for one in topic) or None
        ),
        topic=tuple(one[0] for one in topic),
        ordinal=None,
    )


def wants_more(text: str) -> bool:
    """Whether a sentence only asks for the next page: „o daugiau?“, "what else"."""
    sentence = Sentence(text)
    take_courtesies(sentence)
    return _whole("more").fullmatch(still_said(sentence)) is not None


def without(question: Question, name: str) -> Question:
    """The question with one filter let go, by its name of `removable`."""
    if name.startswith("not."):
        excluded = _let_go(question.filters.exclude or _NOTHING, name.removeprefix("not."))
        return replace(question, filters=replace(question.filters, exclude=excluded or None))
    filters = _let_go(question.filters, name)
    return replace(question, filters=filters, topic=question.topic if filters.topic else ())


def removable(question: Question) -> tuple[str, ...]:
    """What of a question can be let go one by one, by the names of the contract.

    Days have one name, `from`; each exclusion is its own, as in `not.city`.
    """
    excluded = question.filters.exclude or _NOTHING
    topic = ("topic",) if question.topic else ()
    denied = ("topic", *_chips(excluded)) if excluded.topic else _chips(excluded)
    return (*topic, *_chips(question.filters), *(f"not.{name}" for name in denied))


def kept(question: Question) -> dict[str, Any]:
    """A question as JSON, for the state of a conversation."""
    return {
        "text": question.text,
        "intent": question.intent,
        "filters": question.filters.as_json(),
        "language": question.language,
        "topic": list(question.topic),
    }


def recalled(kept_before: Mapping[str, Any]) -> Question:
    """The opposite of `kept`."""
    return Question(
        text=kept_before["text"],
        intent=kept_before["intent"],
        filters=Filters.from_json(kept_before["filters"]),
        language=kept_before["language"],
        topic=tuple(kept_before["topic"]),
    )


def _goes_on(
    now: Question, sentence: Sentence, *, opened: bool, changes: list[str], topic: bool
) -> bool:
    """Whether the sentence needs the one before: by its opening, by what it changes, by brevity."""
    if changes and not topic and (opened or not _asks_itself(sentence)):
        return True
    if now.intent not in _OF_EVENTS or (now.intent == "event_facts" and topic):
        return False
    filters = list(_chips(now.filters))
    excluded = now.filters.exclude is not None
    if opened:
        return bool(filters or excluded or (topic and now.intent == "find_events"))
    if topic or now.intent != "find_events" or _asks_itself(sentence):
        return False
    return 0 < len(filters) + excluded <= _FRAGMENT


def _asks_itself(sentence: Sentence) -> bool:
    return _beside("whole").search(sentence.folded) is not None


def _topic(question: Question) -> list[tuple[str, str]]:
    """The words of the theme: folded, and as written."""
    written = (question.filters.topic or "").split()
    return list(zip(question.topic, written or question.topic, strict=True))


def _merged(before: Filters, now: Filters) -> Filters:
    """What is said now over what was said before, without contradictions."""
    denied, wanted = now.exclude or _NOTHING, replace(now, exclude=None)
    filters = _less(_over(_room_for(wanted, before), wanted), denied)
    excluded = _less(_over(before.exclude or _NOTHING, denied), wanted)
    return replace(filters, exclude=excluded or None)


def _room_for(now: Filters, before: Filters) -> Filters:
    """What was said before, without what cannot hold beside what is said now."""
    if now.city and not now.mode and before.mode == "online":
        before = replace(before, mode=None)
    if now.mode == "online" and not now.city:
        before = replace(before, city=None)
    if _is_within_a_week(now):
        before = replace(before, weekday=())
    if now.weekday and _is_within_a_week(before):
        before = replace(before, first=None, last=None)
    return before


def _is_within_a_week(filters: Filters) -> bool:
    first, last = filters.first, filters.last
    return bool(first and last and last - first < timedelta(days=6))


def _over(before: Filters, now: Filters) -> Filters:
    names = set(_said(now))
    for like in (_WHEN, _PRICE):
        names |= like if names & like else set()
    return replace(before, **{name: getattr(now, name) for name in names})


def _less(filters: Filters, others: Filters) -> Filters:
    """Without the values that the others have too."""
    same = [name for name in _said(others) if getattr(filters, name) == getattr(others, name)]
    return _emptied(filters, same)


def _said(filters: Filters) -> Iterator[str]:
    for one in fields(filters):
        if one.name != "exclude" and getattr(filters, one.name) != getattr(_NOTHING, one.name):
            yield one.name


def _emptied(filters: Filters, names: Iterable[str]) -> Filters:
    return replace(filters, **{name: getattr(_NOTHING, name) for name in names})


def _let_go(filters: Filters, name: str) -> Filters:
    return _emptied(filters, _WHEN if name == "from" else [name])


def _chips(filters: Filters) -> Iterator[str]:
    names = [name for name in filters.said() if name != "not"]
    if "to" in names:
        names = ["from", *(name for name in names if name not in {"from", "to"})]
    yield from names


def _changed(filters: Filters, change: str, shown: Shown) -> Filters:
    """The filters after one change that is said in words of its own."""
    if change in _LET_GO:
        excluded = _emptied(filters.exclude or _NOTHING, _LET_GO[change])
        return replace(_emptied(filters, _LET_GO[change]), exclude=excluded or None)
    if change == "elsewhere":
        excluded = replace(filters.exclude or _NOTHING, city=filters.city)
        return replace(filters, city=None, exclude=excluded or None)
    if change == "cheaper":
        return _cheaper(filters, shown.cheapest)
    if change == "earlier":
        day = shown.first or filters.first
        return replace(filters, first=None, last=day - _DAY) if day else filters
    day = shown.last or filters.last
    return replace(filters, first=day + _DAY, last=None) if day else filters


def _cheaper(filters: Filters, cheapest: Decimal | None) -> Filters:
    """Below the cheapest that was shown; free where no price, or none above nothing, was shown."""
    if not cheapest:
        return replace(filters, free=True, max_price=None)
    return replace(filters, free=None, max_price=cheapest - _CENT)


@cache
def _beside(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{phrases('follow_ups.txt')[name]})(?![\w-])")


@cache
def _opening() -> re.Pattern[str]:
    one = rf"(?:{phrases('follow_ups.txt')['opening']})(?![\w-])"
    return re.compile(rf"^[\x1f\W]*{one}(?:\W+{one})*")


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{phrases('follow_ups.txt')[name]})\W*")
