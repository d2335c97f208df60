"""The grammar of days: each rule reads one expression as a range or as a habit of weekdays."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from catalogue.search import spans
from catalogue.search.calendar_words import (
    MONTHS,
    NEXT,
    NUMBER,
    NUMBERS,
    SEASONS,
    THIS,
    WEEKDAYS,
)
from catalogue.search.spans import Span


@dataclass(frozen=True, slots=True)
class Moment:
    """The local day of asking; `past` reads what is not dated as the last one."""

    today: date
    past: bool = False


Meaning = Span | tuple[int, ...] | None
Rule = Callable[[re.Match[str], Moment], Meaning]
RULES: list[tuple[re.Pattern[str], Rule]] = []

_MONTH = "(?:" + "|".join(MONTHS) + ")"
_MONTH_OF = tuple(re.compile(rf"(?:{one})$") for one in MONTHS)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:20\d\d)"
_D = r"(?:\s*(?:d|dien\w*)\b\.?)?"
_PARTS = {
    "start": r"pradzi\w+|pradzioje|beginning|start|early",
    "middle": r"vidur\w+|middle|mid",
    "end": r"pabaig\w+|gale|end|late",
}
_PART = "(?:" + "|".join(_PARTS.values()) + ")"


def _rule(pattern: str) -> Callable[[Rule], Rule]:
    def keep(rule: Rule) -> Rule:
        RULES.append((re.compile(rf"\b(?:{pattern})(?!\w)"), rule))
        return rule

    return keep


def _part_in(text: str) -> str:
    return next(name for name, words in _PARTS.items() if re.search(words, text))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text]


def _month_number(text: str) -> int:
    return next(at for at, words in enumerate(_MONTH_OF, 1) if words.match(text))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of(month: int, moment: Moment) -> int:
    """The year of a bare month: this one or the next, or the last one when looking back."""
    if moment.past:
        return moment.today.year - (month > moment.today.month)
    return moment.today.year + (month < moment.today.month)


def _day_in_year(month: int, day: int, moment: Moment) -> date | None:
    """The day of a bare month and day; 29 February waits for a year that has one."""
    step = -1 if moment.past else 1
    for year in range(moment.today.year, moment.today.year + 9 * step, step):
        found = _valid(year, month, day)
        if found and (found <= moment.today if moment.past else found >= moment.today):
            return found
    return None


@_rule(rf"({_YEAR})\s?[-./]\s?(0?[1-9]|1[0-2])\s?[-./]\s?({_DAY}){_D}")
def _iso_day(match: re.Match[str], _: Moment) -> Meaning:
    found = _valid(int(match[1]), int(match[2]), int(match[3]))
    return spans.day(found) if found else None


@_rule(rf"({_DAY})[./](0?[1-9]|1[0-2])[./]({_YEAR})")
def _day_month_year(match: re.Match[str], _: Moment) -> Meaning:
    found = _valid(int(match[3]), int(match[2]), int(match[1]))
    return spans.day(found) if found else None


@_rule(rf"({_YEAR})[-.](0[1-9]|1[0-2])")
def _iso_month(match: re.Match[str], _: Moment) -> Meaning:
    return spans.month(int(match[1]), int(match[2]))


@_rule(
    rf"(?:nuo|from)\s+({_MONTH})\s+({_DAY}){_D}\s*(?:iki|to|till|until)\s+({_DAY}){_D}(?!\s*val)"
)
def _from_day_to_day(match: re.Match[str], moment: Moment) -> Meaning:
    return _days_of_month(match[1], match[2], match[3], None, moment)


@_rule(
    rf"(?:({_YEAR})\s*(?:m\.?|metu)?\s*|(?:s\.?\s?m\.?\s*))?({_MONTH})\s*(?:men(?:esio)?\.?\s*)?"
    rf"({_DAY})(?:st|nd|rd|th)?{_D}(?:\s*(?:[-–—]|iki|ir|to|and)\s*({_DAY})(?:st|nd|rd|th)?)?"
    rf"{_D}(?:,?\s*({_YEAR}))?(?!\s*(?:val|:\d|eur|€|ak))"
)
def _month_and_days(match: re.Match[str], moment: Moment) -> Meaning:
    return _days_of_month(match[2], match[3], match[4], match[1] or match[5], moment)


@_rule(
    rf"({_DAY})(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to)\s*({_DAY})(?:st|nd|rd|th)?)?\s*(?:d\.?\s*)?"
    rf"(?:of\s+)?({_MONTH})(?:,?\s*({_YEAR}))?"
)
def _days_and_month(match: re.Match[str], moment: Moment) -> Meaning:
    return _days_of_month(match[3], match[1], match[2], match[4], moment)


def _days_of_month(
    month: str, first: str, last: str | None, year: str | None, moment: Moment
) -> Meaning:
    number = _month_number(month)
    start = (
        _valid(int(year), number, int(first)) if year else _day_in_year(number, int(first), moment)
    )
    if start is None:
        return None
    end = _valid(start.year, number, int(last)) if last else start
    return Span(start, end) if end and end >= start else spans.day(start)


@_rule(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
def _month_dash_day(match: re.Match[str], moment: Moment) -> Meaning:
    found = _day_in_year(int(match[1]), int(match[2]), moment)
    return spans.day(found) if found else None


@_rule(
    rf"(?:({_YEAR})\s*(?:m\.?|metu)?\s*)?({_MONTH})\s*(?:men\w*\.?\s+)?({_PART})"
    rf"|({_PART})[\s-]*(?:of\s+)?({_MONTH})(?:\s+({_YEAR}))?"
)
def _part_of_named_month(match: re.Match[str], moment: Moment) -> Meaning:
    number = _month_number(match[2] or match[5])
    part = _part_in(match[3] or match[4])
    year = match[1] or match[6]
    whole = spans.month(int(year) if year else _year_of(number, moment), number)
    found = spans.part_of_month(whole, part)
    if year is None and not moment.past and found.last and found.last < moment.today:
        return spans.part_of_month(spans.month(moment.today.year + 1, number), part)
    return found


@_rule(rf"(?:({THIS}|{NEXT})\s+)?(?:menesio\s+({_PART})|({_PART})\s+of\s+(?:the\s+)?month)")
def _part_of_this_month(match: re.Match[str], moment: Moment) -> Meaning:
    later = bool(match[1]) and re.match(NEXT, match[1]) is not None
    whole = spans.month(moment.today.year, moment.today.month + later)
    return spans.part_of_month(whole, _part_in(match[2] or match[3]))


@_rule(rf"(?:({THIS}|{NEXT})\s+)?savaites\s+({_PART})|({_PART})\s+of\s+(?:the\s+|({NEXT})\s+)?week")
def _part_of_week(match: re.Match[str], moment: Moment) -> Meaning:
    word = match[1] or match[4] or ""
    whole = spans.week(moment.today, int(re.match(NEXT, word) is not None))
    return spans.part_of_week(whole, _part_in(match[2] or match[3]))


@_rule(
    rf"(?:per|within|in the next|for the next|over the next|next|artimiaus\w+|per artimiaus\w+)"
    rf"\s+({NUMBER})\s+(dien\w*|savait\w*|menes\w*|days?|weeks?|months?)"
)
def _within(match: re.Match[str], moment: Moment) -> Meaning:
    return Span(moment.today, _later(moment.today, _number(match[1]), match[2]))


@_rule(r"(?:per|within a|artimiausi\w+)\s+(dien\w+|savait\w+|menes\w+|day|week|month)")
def _within_one(match: re.Match[str], moment: Moment) -> Meaning:
    return Span(moment.today, _later(moment.today, 1, match[1]))


@_rule(
    rf"(?:po|uz|in|after)\s+(?:({NUMBER})\s+)?(dienos|dienu|savaites|savaiciu|menesio|menesiu"
    r"|days?|weeks?|months?)(?:\s+time)?"
)
def _after_some(match: re.Match[str], moment: Moment) -> Meaning:
    if match[1] is None and match[2] in {"day", "days", "week", "weeks", "month", "months"}:
        return None
    target = _later(moment.today, _number(match[1]) if match[1] else 1, match[2])
    if match[2].startswith("d"):
        return spans.day(target)
    return spans.week(target)


def _later(today: date, count: int, unit: str) -> date:
    if unit.startswith("d"):
        return today + timedelta(days=count)
    if unit.startswith(("s", "w")):
        return today + timedelta(weeks=count)
    whole = spans.month(today.year, today.month + count)
    if whole.first is None or whole.last is None:
        raise AssertionError("a month has its days")
    return min(whole.first.replace(day=1) + timedelta(days=today.day - 1), whole.last)


@_rule(
    r"uzporyt|day after tomorrow|poryt(?:dien\w*)?|rytoj(?:aus)?|rytdien\w*|tomorrow'?s?"
    r"|siandien\w*|tonight|todays?|vakar(?!e|a|i|o|u)|yesterday"
)
def _near_day(match: re.Match[str], moment: Moment) -> Meaning:
    word = match[0]
    shifts = (("uzporyt", 3), ("day", 2), ("poryt", 2), ("ryt", 1), ("tomorrow", 1))
    shift = next((days for start, days in shifts if word.startswith(start)), 0)
    if word in {"vakar", "yesterday"}:
        shift = -1
    return spans.day(moment.today + timedelta(days=shift))


@_rule(
    rf"(?:({THIS})|(dar\s+)?({NEXT})|on|at|the)?\s*(?:the\s+)?(?:savaitgal(?:i|io|yje|is|y|iui)|weekend)"
)
def _weekend(match: re.Match[str], moment: Moment) -> Meaning:
    return spans.weekend(moment.today, 1 if match[3] else 0)


@_rule(r"savaitgali(?:ais|us|ai|u)|weekends")
def _weekends(_: re.Match[str], __: Moment) -> Meaning:
    return (6, 7)


@_rule(r"(?:darbo dien(?:omis|a|as)|siokiadien\w+|weekdays?|working days?)")
def _working_days(_: re.Match[str], __: Moment) -> Meaning:
    return (1, 2, 3, 4, 5)


@_rule(rf"(?:({THIS})|(dar\s+)?({NEXT})|(praeit\w+|last))\s+(?:savait(?:e|es|eje|ei)|week)")
def _week(match: re.Match[str], moment: Moment) -> Meaning:
    shift = -1 if match[4] else 2 if match[2] else 1 if match[3] else 0
    return spans.week(moment.today, shift)


@_rule(rf"(?:({THIS})|({NEXT})|(praeit\w+|last))\s+(?:men(?:uo|esi|esio|esy|esyje)?\b\.?|month)")
def _month(match: re.Match[str], moment: Moment) -> Meaning:
    shift = -1 if match[3] else 1 if match[2] else 0
    return spans.month(moment.today.year, moment.today.month + shift)


@_rule(
    r"(?:(si(?:ais|uos\w+|u)|sitais|this)|(kit(?:ais|u)|next)|praeit\w+|last)\s+"
    r"(?:(mokslo|school|academic)\s+)?(?:met(?:ais|u|us)|years?)|siemet|kitamet|pernai"
)
def _year(match: re.Match[str], moment: Moment) -> Meaning:
    word = match[0]
    later = bool(match[2]) or word == "kitamet"
    shift = 1 if later else 0 if match[1] or word == "siemet" else -1
    if match[3]:
        return spans.school_year(moment.today, shift)
    year = moment.today.year + shift
    return Span(date(year, 1, 1), date(year, 12, 31))


@_rule(
    r"(pirm|antr|i{1,2}\b|1|2|first|second)\w*[\s-]*(?:pusmet\w+|semestr\w+|half.year|semester|term)"
)
def _half_year(match: re.Match[str], moment: Moment) -> Meaning:
    return spans.half_year(1 if match[1] in {"pirm", "i", "1", "first"} else 2, moment.today)


@_rule(
    r"(?:(rudens|autumn)|(kaledu|kalediniu|christmas)|(ziemos|winter)|(pavasario|velyku|spring|easter)"
    r"|(vasaros|summer))\s+(?:mokiniu\s+)?(?:atostog\w+|holidays?|break|vacation)"
)
def _holidays(match: re.Match[str], moment: Moment) -> Meaning:
    names = ("autumn", "christmas", "winter", "spring", "summer")
    return spans.holidays(names[(match.lastindex or 1) - 1], moment.today)


@_rule(
    r"(po|after|iki|pries|before|until|by|per|at|during)\s+(?:sv\s+)?"
    r"(?:(nauj\w+(?:\s+met\w+)?|new year'?s?)|(kaled\w+|christmas)|(velyk\w+|easter))"
)
def _feast(match: re.Match[str], moment: Moment) -> Meaning:
    feast = _feast_day(match, moment.today)
    if match[1] in {"po", "after"}:
        return Span(feast + timedelta(days=1), _later(feast, 1, "month"))
    if match[1] in {"per", "at", "during"}:
        return Span(feast, feast + timedelta(days=1))
    return Span(moment.today, feast - timedelta(days=1))


def _feast_day(match: re.Match[str], today: date) -> date:
    for year in (today.year, today.year + 1):
        if match[2]:
            found = date(year, 1, 1)
        else:
            found = date(year, 12, 25) if match[3] else spans.easter(year)
        if found >= today:
            return found
    raise AssertionError("feasts come every year")


@_rule(
    rf"(?:({_YEAR})\s*(?:m\.?|metu)?\s*)?(?:({NEXT}|{THIS})\s+(?:metu\s+)?|siu metu\s+|kitu metu\s+)?"
    rf"({_MONTH})(?:\s*men(?:esi|esio|uo|esy)?\b\.?)?(?:,?\s*({_YEAR}))?"
)
def _named_month(match: re.Match[str], moment: Moment) -> Meaning:
    if match[3] in {"may", "jan", "mar"} and not re.search(r"20\d\d", match[0]):
        before = match.string[: match.start()].rstrip()
        if not before.endswith((" in", " of", " by", " until", " from", " this", " next")):
            return None
    number = _month_number(match[3])
    year = match[1] or match[4]
    return spans.month(int(year) if year else _year_of(number, moment), number)


@_rule(rf"({_DAY})\s*(?:d\.|d\b|dien(?:a|os)\b)")
def _bare_day(match: re.Match[str], moment: Moment) -> Meaning:
    """The day of this month, or of the first later one that has it."""
    for shift in range(14):
        whole = spans.month(moment.today.year, moment.today.month + shift)
        if whole.first is None:
            continue
        found = _valid(whole.first.year, whole.first.month, int(match[1]))
        if found and found >= moment.today:
            return spans.day(found)
    return None


for _words, _first in SEASONS:

    def _season(_: re.Match[str], moment: Moment, first: int = _first) -> Meaning:
        return spans.season(first, moment.today)

    _rule(rf"(?:({THIS}|{NEXT})\s+)?(?:{_words})")(_season)


for _at, _names in enumerate(WEEKDAYS, 1):
    _lithuanian, _english = _names.split("|")

    def _habit(_: re.Match[str], __: Moment, weekday: int = _at) -> Meaning:
        return (weekday,)

    def _weekday(match: re.Match[str], moment: Moment, weekday: int = _at) -> Meaning:
        today = moment.today
        if match[2]:
            monday = today - timedelta(days=today.weekday())
            return spans.day(monday + timedelta(days=6 + weekday))
        ahead = (weekday - today.isoweekday()) % 7
        return spans.day(
            today - timedelta(days=7 - ahead) if moment.past else today + timedelta(ahead)
        )

    _rule(rf"{_lithuanian}i(?:ais|us|ams|uose|ai)|{_english.rstrip('s?')}s")(_habit)
    _rule(
        rf"(?:({THIS})\s+|({NEXT})\s+|on\s+)?(?:{_lithuanian}(?:i|is|io|iui|yje|y)"
        rf"|{_english.rstrip('s?')})"
    )(_weekday)
