"""When people mean: ranges of local days, out of Lithuanian and English sentences."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from catalogue.search.date_rules import RULES
from catalogue.search.grammar import Moment
from catalogue.search.sentence import Sentence
from catalogue.search.spans import Span
from catalogue.search.term_rules import TERM_RULES

_OPENING = re.compile(
    r"(?:\b(?:(?P<after>(?:tik )?po|after)|(?P<from>nuo|from|since|starting)"
    r"|(?P<to>iki|until|till|to|by|before|pries))|[-–—])\s*$"
)


@dataclass(frozen=True, slots=True)
class When:
    """The days said: a range, weekdays said as a habit, and the same for what was excluded."""

    span: Span | None = None
    weekdays: tuple[int, ...] = ()
    not_span: Span | None = None
    not_weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    span: Span | None
    weekdays: tuple[int, ...]
    open_word: str


def take_dates(sentence: Sentence, today: date, *, past: bool = False) -> When:
    """What the sentence says of days, taken out of it.

    `past` reads a bare month or day as the last one, for what has been and not what will be.
    """
    found = _expressions(sentence, Moment(today, past=past))
    when = _combine([one for one in found if one.open_word != "not"], today)
    denied = _denied([one for one in found if one.open_word == "not"], today)
    return When(when[0], when[1], denied[0], denied[1])


def _expressions(sentence: Sentence, moment: Moment) -> list[_Found]:
    found: list[_Found] = []
    for pattern, rule in (*TERM_RULES, *RULES):
        while match := pattern.search(sentence.folded):
            meant = rule(match, moment)
            if meant is None:
                break
            sentence.blank(match.start(), match.end())
            word, start = _connector(sentence, match.start())
            weekdays = meant if isinstance(meant, tuple) else ()
            span = meant if isinstance(meant, Span) else None
            found.append(_Found(start, match.end(), span, weekdays, word))
    return sorted(found, key=lambda one: one.start)


def _connector(sentence: Sentence, at: int) -> tuple[str, int]:
    """The word before an expression that opens its range (from, to, after) or denies it."""
    if sentence.take_denied(at):
        return "not", at
    found = _OPENING.search(sentence.folded, 0, at)
    if found is None:
        return "", at
    sentence.blank(found.start(), at)
    return found.lastgroup or "to", found.start()


def _combine(found: list[_Found], today: date) -> tuple[Span | None, tuple[int, ...]]:
    weekdays = tuple(sorted({day for one in found for day in one.weekdays}))
    span: Span | None = None
    for one in found:
        if one.span is None:
            continue
        meant = _opened(one, today)
        if span is None:
            span = meant
        elif one.open_word == "to":
            span = _up_to(span, one.span)
        elif one.open_word:
            span = _narrowed(span, meant)
        else:
            span = _both(span, meant)
    return span, weekdays


def _opened(one: _Found, today: date) -> Span:
    span = one.span
    if span is None:
        raise ValueError("an expression without days cannot be opened")
    if one.open_word == "from" and span.first and span.first >= today:
        return Span(span.first, None)
    if one.open_word == "to":
        return Span(today, span.last) if span.last and span.last >= today else span
    if one.open_word == "after" and span.last:
        return Span(span.last + timedelta(days=1), None)
    return span


def _up_to(span: Span, end: Span) -> Span:
    last = end.last
    if span.first and last and last < span.first:
        return span
    return Span(span.first, last)


def _narrowed(span: Span, other: Span) -> Span:
    first = max(filter(None, (span.first, other.first)), default=None)
    last = min(filter(None, (span.last, other.last)), default=None)
    return span if first and last and first > last else Span(first, last)


def _both(span: Span, other: Span) -> Span:
    """Two ranges one after the other: the one inside the other, or from the first to the last."""
    inside = _narrowed(span, other)
    if inside != span or other == span:
        return inside
    firsts = [one.first for one in (span, other)]
    lasts = [one.last for one in (span, other)]
    first = None if None in firsts else min(filter(None, firsts))
    last = None if None in lasts else max(filter(None, lasts))
    return Span(first, last)


def _denied(found: list[_Found], today: date) -> tuple[Span | None, tuple[int, ...]]:
    """A single weekday that is excluded is excluded as a habit: not on a Monday."""
    weekdays = {day for one in found for day in one.weekdays}
    spans = []
    for one in found:
        span = one.span
        if span and span.first and span.first == span.last and span.first - today < timedelta(8):
            weekdays.add(span.first.isoweekday())
        elif span:
            spans.append(span)
    return (spans[0] if spans else None), tuple(sorted(weekdays))
