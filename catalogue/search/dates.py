"""When people mean: ranges of local days and parts of them, out of a sentence in two languages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from catalogue.search.date_rules import DATE_RULES
from catalogue.search.daytime_rules import DAYTIME_RULES
from catalogue.search.doubts import Doubt
from catalogue.search.expressions import Clause, Expression, Reader
from catalogue.search.grammar import Moment, Rules, Said, letters_of
from catalogue.search.period_rules import PERIOD_RULES
from catalogue.search.school_calendar import USUAL, SchoolCalendar
from catalogue.search.sentence import Sentence
from catalogue.search.spans import Span
from catalogue.search.term_rules import TERM_RULES
from catalogue.search.tokens import Token, tokens

_RULES = Rules(DATE_RULES, PERIOD_RULES, TERM_RULES, DAYTIME_RULES)
_SMALL = frozenset({"in", "i", "per", "the", "of"})
_SINCE = frozenset({"nuo", "since"})
"""From then on also of what is behind us; a certificate from May is of May."""

_FARTHEST = 3
"""Characters between two words; between others stands what was taken before."""

_LATER = frozenset({"veliau", "toliau", "later", "after", "onwards"})
_BUSY = re.compile(r"\s+(?:as\s+)?(?:dirbu|dirbame?|uzsiem\w+|uzimt\w+|isvyk\w+|neb[uū]\w+)\b")
"""After a time that a person has no time in: „savaitgaliais dirbu“."""

_MEANS = re.compile(
    r"\b(?:i meant?|that is|or rather|make that|i e|tiksliau|tai yra|t\.? ?y\.?"
    r"|norejau (?:pa)?sakyti|tur(?:iu|ejau) (?:omeny|galvoj)\w*)\b"
)
"""What is said of time after these is meant instead of what was said before."""

_OF_EVENTS = frozenset({"from", "before", "after"})
_OPENING = frozenset({"from", "to", "before", "after", "between"})


@dataclass(frozen=True, slots=True)
class When:
    """What was said of time: a range, weekdays said as a habit, a part of the day.

    The same for what was excluded; and the words that may be meant otherwise.
    """

    span: Span | None = None
    weekdays: tuple[int, ...] = ()
    part_of_day: str | None = None
    not_span: Span | None = None
    not_weekdays: tuple[int, ...] = ()
    not_part_of_day: str | None = None
    doubts: tuple[Doubt, ...] = ()


def take_dates(
    sentence: Sentence, today: date, *, past: bool = False, school: SchoolCalendar = USUAL
) -> When:
    """What the sentence says of time, taken out of it.

    `past` reads a bare month or day as the last one, for what has been and not what will be.
    """
    moment = Moment(today, past=past, school=school)
    words = tokens(sentence.folded)
    said = _linked(_with_parts(list(_expressions(words, moment)), words), words)
    if not said:
        return When()
    denied = _taken(sentence, said, words)
    said = _corrected(sentence, said, words)
    wanted = _wanted(sentence, [one for one in said if one not in denied], words, moment)
    return _without(wanted, [one for one in said if one in denied], moment)


def _expressions(words: list[Token], moment: Moment) -> Iterator[Expression]:
    """Whatever a rule reads, from left to right, the longest first."""
    letters = letters_of(words)
    at = 0
    while found := _RULES.find(letters, at):
        first, rules = found
        at = first + 1
        for end, rule in rules:
            said = Said(words[first:end])
            if meant := rule(said, moment):
                yield Expression(first, end, rule, said, meant, first, part=meant.part or "")
                at = end
                break


def _with_parts(found: list[Expression], words: list[Token]) -> list[Expression]:
    """A part of a range joined to the range beside it; one that is alone is no time."""
    joined: list[Expression] = []
    part: Expression | None = None
    for one in found:
        if one.part:
            if joined and joined[-1].last == one.first and not joined[-1].part:
                joined[-1] = replace(joined[-1], last=one.last, part=one.part)
            else:
                part = one
            continue
        if part and all(word.kind in {*_SMALL, "dash"} for word in words[part.last : one.first]):
            one = replace(one, first=part.first, begins=part.first, part=part.part)  # noqa: PLW2901 -- it grows
        part = None
        joined.append(one)
    return joined


def _linked(found: list[Expression], words: list[Token]) -> list[Expression]:
    """Each with the word before it that opens, closes or joins a range."""
    linked: list[Expression] = []
    for one in found:
        link, begins = _link(one, linked[-1] if linked else None, words)
        if _goes_on(words[one.last :]):
            link, one = "from", replace(one, last=one.last + 2)  # noqa: PLW2901 -- it grows
        if one.part or link or not one.meant.linked:
            linked.append(replace(one, link=link, begins=begins))
    return linked


def _goes_on(after: list[Token]) -> bool:
    """Whether it is „ar vėliau“ that follows."""
    return len(after) > 1 and after[0].kind in {"and", "or"} and after[1].text in _LATER


def _link(one: Expression, before: Expression | None, words: list[Token]) -> tuple[str, int]:
    at = one.first - 1
    while at >= 0 and words[at].kind in _SMALL:
        at -= 1
    apart = at >= 0 and words[at + 1].start - words[at].end > _FARTHEST
    kind = words[at].kind if at >= 0 and not apart else ""
    if kind in _OPENING and not (kind in _OF_EVENTS and _is_of_an_event(one, words)):
        return ("since" if words[at].text in _SINCE else kind), at
    if before and before.last == at:
        if kind in {"dash", "up_to"}:
            return "to", at
        if kind in {"and", "or"} or (kind == "comma" and before.rule is one.rule):
            return "and", at
    return "", one.first


def _is_of_an_event(one: Expression, words: list[Token]) -> bool:
    """Out of Friday's seminar, „po rytojaus paskaitos“: only the event has such a day."""
    after = words[one.last] if one.last < len(words) else None
    if after is None or words[one.last - 1].kind not in {"near", "weekday"}:
        return False
    return after.text == "s" or after.kind in {"event", "events"}


def _taken(sentence: Sentence, said: list[Expression], words: list[Token]) -> frozenset[Expression]:
    """Take the expressions out of the sentence; those that were denied."""
    denied: list[Expression] = []
    for one in said:
        end = words[one.last - 1].end
        busy = _BUSY.match(sentence.folded, end) if one.meant.weekdays else None
        if any(sentence.take_denied(start, end) for start in _starts(one, words)) or busy:
            denied.append(one)
        sentence.blank(words[one.begins].start, busy.end() if busy else end)
    return frozenset(denied)


def _corrected(sentence: Sentence, said: list[Expression], words: list[Token]) -> list[Expression]:
    """Without what is said better after it: „before Christmas, I mean the 21st“."""
    marks = [one.start() for one in _MEANS.finditer(sentence.folded)]
    after = [one for one in said if any(mark < words[one.first].start for mark in marks)]
    return after or said


def _starts(one: Expression, words: list[Token]) -> Iterator[int]:
    """Where it starts, and where the small words before it do: „ne per atostogas“."""
    at = one.first
    yield words[at].start
    while at and words[at - 1].kind in _SMALL:
        at -= 1
        yield words[at].start


def _clauses(said: Iterable[Expression]) -> list[Clause]:
    """The expressions that say one range together: a word that links begins another."""
    clauses: list[Clause] = []
    for one in said:
        if one.link or not clauses:
            clauses.append((one,))
        else:
            clauses[-1] = (*clauses[-1], one)
    return clauses


def _wanted(sentence: Sentence, said: list[Expression], words: list[Token], moment: Moment) -> When:
    clauses = _clauses(said)
    found = Reader(moment).together(clauses)
    doubts = []
    for one, kind in found.doubts:
        other = Reader(moment, turned=one).together(clauses).span
        if found.span and other and other != found.span:
            written = sentence.original[words[one.begins].start : words[one.last - 1].end]
            doubts.append(Doubt(kind, written, found.span, other))
    return When(found.span, found.weekdays, _part_of_day(said), doubts=tuple(doubts))


def _part_of_day(said: list[Expression]) -> str | None:
    return next((one.meant.part_of_day for one in said if one.meant.part_of_day), None)


def _without(wanted: When, denied: list[Expression], moment: Moment) -> When:
    """With what was excluded: a bare weekday or a weekend is excluded every week."""
    reader = Reader(moment)
    weekdays: set[int] = set()
    found: list[Span] = []
    for one in denied:
        meant = reader.clause((one,), moment)
        weekdays |= {*meant.weekdays, *meant.meant.habit}
        if meant.span and not meant.meant.habit:
            found.append(meant.span)
    return replace(
        wanted,
        not_span=found[0] if found else None,
        not_weekdays=tuple(sorted(weekdays)),
        not_part_of_day=_part_of_day(denied),
    )
